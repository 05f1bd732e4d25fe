"""Importing a workbook: all of it as it was shown, or nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.imports.sheets_of import book_of, saved
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.importing.draft import draft_trip
from trips.domain.importing.workbook import ReadingContext, WorkbookReading
from trips.domain.participation import Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.extensions import db
from trips.imports.workbook import read_workbook
from trips.models.history import HistoryRow
from trips.models.item import ItemRow
from trips.models.person import PersonRow
from trips.models.source import AttachmentRow, SourceRow
from trips.models.trip import TripRow
from trips.queries.snapshot import get_snapshot
from trips.queries.source import list_attachments, list_sources
from trips.queries.trip import find_revision
from trips.services.importing.bundle import MovedError, SlugTakenError, UnstorableError
from trips.services.importing.workbook import UndecidedError, Upload, import_into, import_new
from trips.services.unit import new_uid

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PROGRAMME = [
    ("Datum", "Zeit", "Titel (de)", "Title (en)", "Ort", "Parkplatz"),
    ("16.03.2026", "9–10.30 Uhr", "Begrüßung", "Welcome", "Neues Rathaus", "Hof 3"),
    (None, "11 Uhr", "Rundgang", "Tour", "Südstadt", None),
]
GUESTS = [
    ("Vorname", "Nachname", "Land", "Organisation", "Sprachen", "T-Shirt"),
    ("Amina", "Odhiambo", "Kenia", "City of Kisumu", "Englisch C1", "M"),
]
COUNTED = (TripRow, ItemRow, PersonRow, SourceRow, AttachmentRow, HistoryRow)


def file_of(**sheets: object) -> bytes:
    return saved(book_of(**sheets))


def upload_of(data: bytes, **decisions: str) -> Upload:
    context = ReadingContext(language="de", starts_on=NOW.date())
    reading = read_workbook(data, context)
    assert reading.errors == ()
    given = {name.replace("_", "!"): value for name, value in decisions.items()}
    return Upload(
        reading=reading, filename="Entwurf.xlsx", data=data, uid=new_uid(), decisions=given
    )


def draft_of(reading: WorkbookReading, slug: str = "entwurf") -> TripSnapshot:
    return draft_trip(reading, new_uid(), slug, Text(de="Entwurf"))


def counts() -> dict[str, int]:
    found = {
        kind.__tablename__: db.session.scalar(select(func.count()).select_from(kind))
        for kind in COUNTED
    }
    db.session.rollback()
    return found


@pytest.mark.both_databases
def test_a_workbook_becomes_a_trip_in_an_empty_database(app: Flask) -> None:
    upload = upload_of(file_of(Programm=PROGRAMME, Gäste=GUESTS))
    draft = draft_of(upload.reading)
    with app.app_context():
        import_new(draft, upload, actor=COMMAND_LINE, now=NOW)
        stored = get_snapshot(draft.trip.uid)
        welcome, tour = stored.items
        sources = list_sources(draft.trip.uid, welcome.uid)
        files = list_attachments(draft.trip.uid)
    assert (stored.trip.slug, stored.trip.starts_on.isoformat()) == ("entwurf", "2026-03-16")
    assert welcome.title == Text(de="Begrüßung", en="Welcome")
    assert (welcome.starts, welcome.ends) == (
        datetime(2026, 3, 16, 9),
        datetime(2026, 3, 16, 10, 30),
    )
    assert welcome.extra == (("Parkplatz", "Hof 3"),)
    assert (welcome.is_end_assumed, tour.is_end_assumed) == (False, True)
    assert [person.name for person in stored.persons] == ["Amina Odhiambo"]
    assert dict(stored.participations[0].extra)["T-Shirt"] == "M"
    assert [file.filename for file in files] == ["Entwurf.xlsx"]
    assert sources[0].file == files[0]
    assert "Programm!B2: 9–10.30 Uhr" in sources[0].source.text


@pytest.mark.both_databases
def test_the_same_workbook_again_changes_nothing(world: World) -> None:
    data = file_of(Programm=PROGRAMME, Gäste=GUESTS)
    with world.app.app_context():
        trip = UIDS["trip"]
        first = import_into(trip, upload_of(data), revision=None, actor=COMMAND_LINE, now=NOW)
        before, revision = counts(), find_revision(trip)
        again = import_into(trip, upload_of(data), revision=revision, actor=COMMAND_LINE, now=NOW)
        assert (first.changes_anything, again.changes_anything) == (True, False)
        assert (counts(), find_revision(trip)) == (before, revision)


@pytest.mark.both_databases
def test_what_the_trip_has_and_the_file_has_not_stays(world: World) -> None:
    upload = upload_of(file_of(Programm=PROGRAMME))
    with world.app.app_context():
        before = get_snapshot(UIDS["trip"])
        import_into(UIDS["trip"], upload, revision=None, actor=COMMAND_LINE, now=NOW)
        after = get_snapshot(UIDS["trip"])
    assert set(before.item_by_uid) < set(after.item_by_uid)
    assert len(after.items) == len(before.items) + 2
    assert after.participations == before.participations


def rows_about(person: object, **more: str) -> bytes:
    """A list with somebody of the same name and nothing else in common."""
    head = ("Vorname", "Nachname", "Organisation", "Land")
    row = (person.given_name, person.family_name, "Ganz andere Stelle", "Brasilien")
    return file_of(Blatt=[head, row], **more)


def somebody(trip: TripSnapshot) -> object:
    delegate = next(each for each in trip.participations if each.role is Role.DELEGATE)
    return trip.person_by_uid[delegate.person]


@pytest.mark.both_databases
def test_an_open_question_keeps_the_whole_file_out(world: World) -> None:
    with world.app.app_context():
        person = somebody(get_snapshot(UIDS["trip"]))
        before = counts()
        upload = upload_of(rows_about(person, Programm=PROGRAMME))
        with pytest.raises(UndecidedError) as caught:
            import_into(UIDS["trip"], upload, revision=None, actor=COMMAND_LINE, now=NOW)
        assert caught.value.refs == ("Blatt!2",)
        assert counts() == before


def test_a_decision_says_whether_it_is_the_same_person(world: World) -> None:
    with world.app.app_context():
        trip = UIDS["trip"]
        person = somebody(get_snapshot(trip))
        data = rows_about(person)
        before = counts()["person"]
        same = upload_of(data, Blatt_2=person.uid)
        import_into(trip, same, revision=None, actor=COMMAND_LINE, now=NOW)
        assert counts()["person"] == before
        assert get_snapshot(trip).person_by_uid[person.uid].country == "BR"
        new = upload_of(file_of(Blatt=[("Vorname", "Nachname"), ("Nora", person.family_name)]))
        import_into(trip, new, revision=None, actor=COMMAND_LINE, now=NOW)
        assert counts()["person"] == before + 1


def test_a_trip_that_moved_since_the_preview_is_not_written(world: World) -> None:
    upload = upload_of(file_of(Programm=PROGRAMME))
    with world.app.app_context():
        before, revision = counts(), find_revision(UIDS["trip"])
        with pytest.raises(MovedError):
            import_into(UIDS["trip"], upload, revision=revision - 1, actor=COMMAND_LINE, now=NOW)
        assert counts() == before


@pytest.mark.both_databases
def test_a_taken_address_leaves_nothing_behind(world: World) -> None:
    upload = upload_of(file_of(Programm=PROGRAMME, Gäste=GUESTS))
    draft = draft_of(upload.reading, SLUG)
    with world.app.app_context():
        before = counts()
        with pytest.raises(SlugTakenError):
            import_new(draft, upload, actor=COMMAND_LINE, now=NOW)
        assert counts() == before


@pytest.mark.both_databases
def test_a_failure_after_half_of_the_writing_leaves_nothing_behind(world: World) -> None:
    """The attachment is the last thing written; its uid is taken by the first import."""
    first = upload_of(file_of(Programm=PROGRAMME))
    with world.app.app_context():
        import_into(UIDS["trip"], first, revision=None, actor=COMMAND_LINE, now=NOW)
        before, items = counts(), get_snapshot(UIDS["trip"]).items
        second = replace(upload_of(file_of(Gäste=GUESTS)), uid=first.uid)
        with pytest.raises(Exception, match=r"(?i)unique"):
            import_into(UIDS["trip"], second, revision=None, actor=COMMAND_LINE, now=NOW)
        assert counts() == before
        assert get_snapshot(UIDS["trip"]).items == items


@pytest.mark.both_databases
def test_a_text_too_long_for_its_field_is_refused_whole_or_kept_whole(world: World) -> None:
    name = "Anna" * 100
    data = file_of(Blatt=[("Vorname", "Nachname"), (name, "Lang")], Programm=PROGRAMME)
    with world.app.app_context():
        before = counts()
        try:
            import_into(UIDS["trip"], upload_of(data), revision=None, actor=COMMAND_LINE, now=NOW)
        except UnstorableError:
            assert counts() == before
        else:
            stored = {person.given_name for person in get_snapshot(UIDS["trip"]).persons}
            assert name in stored
