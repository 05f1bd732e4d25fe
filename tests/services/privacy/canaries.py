"""Telling words in every place where something about a person may stand."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from tests.world_trip import UIDS
from trips.domain.account.link import LinkPurpose
from trips.domain.account.user import COMMAND_LINE
from trips.domain.job import JobState
from trips.domain.mail import MailKind, MailState
from trips.domain.privacy.sealed import EMERGENCY, NEEDS, PASSPORT, draft_place
from trips.domain.values.text import Text
from trips.doors.crypto import seal, token_hash
from trips.extensions import db, doors, metadata
from trips.models.delegates.letter import LetterRow
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.history import HistoryRow
from trips.models.job import JobRow
from trips.models.link import LinkRow
from trips.models.mail import MailRow
from trips.models.participation import DelegateRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.source import AttachmentRow
from trips.queries.privacy.sealed import key_ring, unseal_where
from trips.services.privacy.sealed import write_sealed
from trips.services.unit import Unit, unit

BEFORE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ENDS = date(2026, 3, 18)
PERSON, PART, TRIP = UIDS["thandi"], UIDS["thandi-part"], UIDS["trip"]
BIRD = "KANARI"
RESULT, CACHED, ATTACHED = "resultresultresult.pdf", "c" * 64, "attachedattached"
NAMES = ("Thandiwe", "Dlamini", "thandiwe@example.org")


def put_everywhere() -> None:
    """Put the words into the row of Thandiwe and into everything that hangs on it."""
    with unit(COMMAND_LINE, BEFORE, trip=TRIP) as work:
        person = work.session.scalars(sa.select(PersonRow).where(PersonRow.uid == PERSON)).one()
        part = work.session.scalars(
            sa.select(ParticipationRow).where(ParticipationRow.uid == PART)
        ).one()
        values = {field: f"{BIRD}-{field.name}" for field in PASSPORT | EMERGENCY | NEEDS}
        for field in NEEDS:
            if field.name in {"DIET", "ACCESS"}:
                del values[field]
        write_sealed(work, part.id, values)
        _fill_person(work, person, part)
        _fill_papers(work, person, part)
        work.record("edit", ("person", PERSON), {"email": f"{BIRD}-HISTORY"}, {"email": "x"})
    doors().files.put(RESULT, f"{BIRD}-RESULT".encode())
    doors().files.put(f"{ATTACHED}.xlsx", f"{BIRD}-ATTACHED".encode())
    doors().cache.put(CACHED, f"{BIRD}-CACHED".encode())
    folder = doors().settings.instance / "mail"
    folder.mkdir(exist_ok=True)
    (folder / "message1.eml").write_text(f"{BIRD}-EML")


def _fill_person(work: Unit, person: PersonRow, part: ParticipationRow) -> None:
    person.email, person.phone = f"{BIRD}-CONTACT@example.org", f"{BIRD}-CONTACT"
    person.note = part.note = f"{BIRD}-CONTACT"
    part.arrival_at, part.arrival_place = datetime(2026, 3, 15, 8), f"{BIRD}-TRAVEL"
    part.arrival_number = "LH 1"
    delegate = work.session.get(DelegateRow, part.id)
    delegate.room_wish = delegate.travel_wish = f"{BIRD}-TRAVEL"
    delegate.answers = [{"question": "q", "value": f"{BIRD}-TRAVEL"}]
    delegate.visa = {"note": f"{BIRD}-VISA"}
    delegate.brings = Text(en=f"{BIRD}-PEOPLE")
    sealed, key = key_ring().seal(f"{BIRD}-DRAFT", place=draft_place(PART, "needs"))
    work.session.add(
        RegistrationDraftRow(
            participation_id=part.id, station="needs", sealed=sealed, key=key, saved_at=BEFORE
        )
    )


def _fill_papers(work: Unit, person: PersonRow, part: ParticipationRow) -> None:
    trip = part.trip_id
    for mail in work.session.scalars(sa.select(MailRow)):
        mail.person_id = person.id
    work.session.add_all((_letter(trip, part), _mail(trip, person), _link(trip)))
    work.session.add_all((_result(trip), _attachment(trip)))


def _letter(trip: int, part: ParticipationRow) -> Any:
    """An invitation."""
    return LetterRow(
        trip_id=trip,
        participation_id=part.id,
        kind="invitation",
        number=1,
        reference="1",
        locale="en",
        dated=ENDS,
        issued_at=BEFORE,
        facts={"who": f"{BIRD}-VISA"},
    )


def _mail(trip: int, person: PersonRow) -> Any:
    """A mail that was written as a file."""
    return MailRow(
        uid="m" * 16,
        trip_id=trip,
        person_id=person.id,
        kind=MailKind.CHANGE,
        state=MailState.WRITTEN,
        locale="en",
        recipient=f"{BIRD}-MAIL",
        recipient_name=f"{BIRD}-MAIL",
        subject=f"{BIRD}-MAIL",
        body=f"{BIRD}-MAIL",
        changes={"name": f"{BIRD}-MAIL"},
        message_id="message-1@localhost",
        created_at=BEFORE,
        sent_at=BEFORE,
    )


def _link(trip: int) -> Any:
    """A personal link that has ended."""
    return LinkRow(
        uid="l" * 16,
        trip_id=trip,
        purpose=LinkPurpose.REGISTRATION,
        subject=PART,
        label=f"{BIRD}-LINK",
        token_hash=token_hash("t", LinkPurpose.REGISTRATION),
        sealed_token=seal("t", place="link", key=doors().settings.field_key),
        created_at=BEFORE,
        expires_at=datetime(2026, 3, 19, tzinfo=UTC),
    )


def _result(trip: int) -> Any:
    """A finished document."""
    return JobRow(
        uid="finishedfinished",
        kind="roster",
        payload={},
        state=JobState.DONE,
        due_at=BEFORE,
        stored=RESULT,
        filename=f"{BIRD}-RESULT",
        trip_id=trip,
        created_at=BEFORE,
        finished_at=datetime(2026, 3, 17, tzinfo=UTC),
    )


def _attachment(trip: int) -> Any:
    """A workbook that was imported."""
    return AttachmentRow(
        uid=ATTACHED,
        trip_id=trip,
        filename=f"{BIRD}-ATTACHED",
        content_type="x",
        size=1,
        sha256="0",
        purpose="import",
        added_at=BEFORE,
        purge_on=date(2027, 3, 1),
    )


def dump() -> str:
    """Everything that the database says in readable form, and the protected fields opened."""
    db.session.remove()
    rows = [repr(db.session.execute(sa.select(table)).all()) for table in metadata.sorted_tables]
    opened = unseal_where(ParticipationRow.uid == PART, fields=PASSPORT | EMERGENCY | NEEDS)
    drafts = [
        key_ring().unseal(row.sealed, place=draft_place(PART, row.station), key=row.key)
        for row in db.session.scalars(sa.select(RegistrationDraftRow))
    ]
    return "\n".join([*rows, repr(opened), repr(drafts)])


def files() -> str:
    """Everything that lies in the instance's folders of files, cache and mails."""
    instance: Path = doors().settings.instance
    paths = [
        path
        for folder in ("files", "cache", "mail")
        for path in (instance / folder).rglob("*")
        if path.is_file()
    ]
    return "\n".join(path.read_bytes().decode("latin-1") for path in paths)


def birds() -> set[str]:
    """Which of the words are still to be found anywhere."""
    found = (dump() + files()).split(f"{BIRD}-")[1:]
    return {word.split("'")[0].split('"')[0].split("@")[0].split("\n")[0] for word in found}


def at(day: date, hour: int = 12) -> datetime:
    """Noon of a day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def after(days: int) -> datetime:
    """Noon so many days after the trip's last day."""
    return at(ENDS + timedelta(days=days))


def history() -> list[HistoryRow]:
    """The whole history."""
    db.session.remove()
    return list(db.session.scalars(sa.select(HistoryRow).order_by(HistoryRow.id)))
