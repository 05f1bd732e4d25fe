"""A programme goes to Excel, is changed there and comes back: only the changed cells change."""

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from tests.imports.exported_trip import (
    SNAPSHOT,
    carried_out,
    changed,
    differing,
    exported,
    in_trip,
    plans,
    put,
    read,
    row_of,
)
from tests.world_trip import UIDS
from trips.config import ROOT
from trips.domain.importing.plan import CANCEL, FILE, TRIP
from trips.domain.item import Item, ItemStatus
from trips.domain.values.text import Text
from trips.exports.workbooks.texts import UID_HEADING
from trips.i18n.catalogue import say
from trips.imports.bundle import read as read_bundle

LOCALES = ("de", "en")
SAMPLES = sorted((ROOT / "trips" / "data").glob("*-201?.json"))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "path", [None, *(pytest.param(path, marks=pytest.mark.full, id=path.stem) for path in SAMPLES)]
)
def test_an_unchanged_workbook_changes_nothing(path, locale):
    snapshot = read_bundle(path.read_bytes()).snapshot if path else SNAPSHOT
    programme, delegates = plans(exported(snapshot, locale), snapshot, lang=locale)
    assert (programme.new, programme.changed, programme.missing, programme.conflicts) == ((),) * 4
    assert (delegates.new, delegates.changed, delegates.ambiguous, delegates.missing) == ((),) * 4
    # Ideas without a time stay at home: a row needs one.
    assert len(programme.unchanged) == sum(not item.is_unplaced for item in snapshot.items)


def test_an_unchanged_workbook_in_the_other_language_changes_nothing():
    programme, delegates = plans(exported(SNAPSHOT, "en"), SNAPSHOT, lang="de")
    assert not programme.changes_anything
    assert not delegates.changes_anything


@pytest.mark.parametrize(
    ("locale", "name", "day"),
    [("de", "Programm", "[$-407]ddd, dd.mm.yyyy"), ("en", "Programme", "[$-809]ddd, d mmm yyyy")],
)
def test_another_reader_finds_real_dates_times_and_a_quiet_uid(locale, name, day):
    data = exported(SNAPSHOT, locale)
    heading = say(UID_HEADING, locale)
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name(name).to_python()
    first = min(SNAPSHOT.items, key=lambda item: item.starts)
    assert rows[1][0] == first.starts.date()
    assert rows[1][1:3] == [first.starts.time(), first.ends.time()]
    assert rows[0].index(heading) == rows[1].index(first.uid)
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    column = rows[0].index(heading)
    assert sheet.column_dimensions[sheet.cell(1, column + 1).column_letter].hidden
    assert sheet.freeze_panes == "H2"
    assert sheet["A2"].number_format == day
    assert len(sheet.data_validations.dataValidation) == 2
    assert {each.sheet_state for each in book.worksheets} == {"visible", "hidden", "veryHidden"}


def test_no_text_becomes_a_formula():
    title = Text(de='=HYPERLINK("x")', en="+49 \x07@home")
    snapshot = in_trip(UIDS["visit"], title=title)
    data = exported(snapshot)
    cells = load_workbook(BytesIO(data)).worksheets[0]
    assert {cell.data_type for row in cells.iter_rows() for cell in row} <= {"s", "n", "d"}
    programme, _ = plans(data, snapshot)
    assert programme.changed == ()


def test_only_the_changed_cells_change():
    data = exported(SNAPSHOT)
    row = row_of(data, UIDS["visit"])
    sent = changed(data, put(row, "Raum", "Saal 2"))
    sent = changed(sent, put(row, "Titel (en)", "Town hall, first floor"))
    programme, delegates = plans(sent, SNAPSHOT)
    (entry,) = programme.changed
    assert [change.field for change in entry.changes] == ["title", "room"]
    assert not delegates.changes_anything
    before, after = (
        SNAPSHOT.item_by_uid[UIDS["visit"]],
        carried_out(sent, SNAPSHOT).item_by_uid[UIDS["visit"]],
    )
    assert differing(before, after) == {"title", "room", "changed_at"}
    assert after.title == before.title.with_lang("en", "Town hall, first floor")


def test_a_moved_item_moves_and_keeps_the_rest():
    data = exported(SNAPSHOT)
    row = row_of(data, UIDS["visit"])
    sent = changed(data, put(row, "Datum", date(2026, 3, 18)))
    sent = changed(sent, put(row, "Beginn", time(15)))
    sent = changed(sent, put(row, "Ende", "16.30 Uhr"))
    after = carried_out(sent, SNAPSHOT).item_by_uid[UIDS["visit"]]
    assert (after.starts, after.ends) == (datetime(2026, 3, 18, 15), datetime(2026, 3, 18, 16, 30))
    assert differing(SNAPSHOT.item_by_uid[UIDS["visit"]], after) <= {"starts", "ends", "changed_at"}


def test_an_emptied_cell_empties_the_field():
    item = SNAPSHOT.item_by_uid[UIDS["visit"]]
    full = in_trip(item.uid, room="Saal 1", internal_note="intern", text=Text(de="a", en="b"))
    data = exported(full)
    row = row_of(data, item.uid)
    sent = data
    for heading in ("Raum", "Notiz", "Beschreibung (en)", "Gastgeber", "Ort", "Adresse", "Sprache"):
        sent = changed(sent, put(row, heading, None))
    after = carried_out(sent, full).item_by_uid[item.uid]
    assert (after.room, after.internal_note, after.text) == ("", "", Text(de="a"))
    assert (after.hosts, after.site, after.floor_languages) == ((), None, ())


def test_what_must_be_filled_is_never_emptied():
    data = exported(SNAPSHOT)
    sent = changed(data, put(row_of(data, UIDS["visit"]), "Status", None))
    assert plans(sent, SNAPSHOT)[0].changed == ()


def test_what_was_changed_in_the_trip_meanwhile_stays():
    data = exported(SNAPSHOT)
    sent = changed(data, put(row_of(data, UIDS["visit"]), "Notiz", "neu"))
    moved = in_trip(UIDS["visit"], room="Saal 9", title=Text(de="Anders", en="Other"))
    programme, _ = plans(sent, moved)
    assert [change.field for entry in programme.changed for change in entry.changes] == [
        "internal_note"
    ]
    assert programme.conflicts == ()
    after = carried_out(sent, moved).item_by_uid[UIDS["visit"]]
    assert (after.room, after.title, after.internal_note) == (
        "Saal 9",
        Text(de="Anders", en="Other"),
        "neu",
    )


@pytest.mark.parametrize(
    ("heading", "written", "meanwhile", "field"),
    [
        ("Raum", "Saal 2", {"room": "Saal 9"}, "room"),
        ("Beginn", time(8), {"starts": datetime(2026, 3, 17, 7)}, "starts"),
        ("Titel (de)", "Datei", {"title": Text(de="Reise", en="Trip")}, "title"),
        ("Notiz", "Datei", {"internal_note": "Reise"}, "internal_note"),
        ("Status", "Idee", {"status": ItemStatus.CANCELLED}, "status"),
    ],
)
def test_a_field_changed_on_both_sides_is_asked_about(heading, written, meanwhile, field):
    data = exported(SNAPSHOT)
    sent = changed(data, put(row_of(data, UIDS["visit"]), heading, written))
    moved = in_trip(UIDS["visit"], **meanwhile)
    programme, _ = plans(sent, moved)
    (conflict,) = programme.conflicts
    assert (conflict.change.field, programme.changed) == (field, ())
    kept = carried_out(sent, moved, {conflict.ref: TRIP}).item_by_uid[UIDS["visit"]]
    assert getattr(kept, field) == getattr(moved.item_by_uid[UIDS["visit"]], field)
    taken = carried_out(sent, moved, {conflict.ref: FILE}).item_by_uid[UIDS["visit"]]
    assert getattr(taken, field) == conflict.change.new


def test_both_sides_saying_the_same_is_no_conflict():
    data = exported(SNAPSHOT)
    sent = changed(data, put(row_of(data, UIDS["visit"]), "Raum", "Saal 2"))
    programme, _ = plans(sent, in_trip(UIDS["visit"], room="Saal 2"))
    assert (programme.changed, programme.conflicts) == ((), ())


def test_a_title_translated_on_both_sides_in_different_languages_is_no_conflict():
    bare = in_trip(UIDS["visit"], title=Text(de="Rathaus"))
    data = exported(bare)
    sent = changed(data, put(row_of(data, UIDS["visit"]), "Titel (en)", "Town hall"))
    moved = replace(
        bare, items=in_trip(UIDS["visit"], title=Text(de="Altes Rathaus"), sequence=9).items
    )
    assert plans(sent, moved)[0].conflicts == ()
    assert carried_out(sent, moved).item_by_uid[UIDS["visit"]].title == Text(
        de="Altes Rathaus", en="Town hall"
    )


def test_a_deleted_row_is_asked_about_and_cancelled_only_then():
    data = exported(SNAPSHOT)
    sent = changed(data, lambda book: book.worksheets[0].delete_rows(row_of(data, UIDS["visit"])))
    programme, _ = plans(sent, SNAPSHOT)
    assert [item.uid for item in programme.deleted] == [UIDS["visit"]]
    assert not programme.changes_anything
    after = carried_out(sent, SNAPSHOT, {UIDS["visit"]: CANCEL})
    assert after.item_by_uid[UIDS["visit"]].status is ItemStatus.CANCELLED
    assert len(after.items) == len(SNAPSHOT.items)


def test_what_is_new_in_the_trip_is_not_taken_for_deleted():
    data = exported(SNAPSHOT)
    later = replace(SNAPSHOT.items[0], uid="later", title=Text(de="Später"))
    programme, _ = plans(data, replace(SNAPSHOT, items=(*SNAPSHOT.items, later)))
    assert ([item.uid for item in programme.missing], programme.deleted) == (["later"], ())


def test_a_row_added_or_copied_is_an_item_of_its_own():
    data = exported(SNAPSHOT)
    row = row_of(data, UIDS["visit"])

    def copy(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.insert_rows(row)
        for cell in sheet[row + 1]:
            sheet.cell(row, cell.column).value = cell.value
        put(row, "Titel (de)", "Zweiter Besuch")(book)
        put(row, "Titel (en)", "Second visit")(book)

    programme, _ = plans(changed(data, copy), SNAPSHOT)
    assert [each.title["de"] for each in programme.new] == ["Zweiter Besuch"]
    assert (programme.changed, programme.missing) == ((), ())


def test_further_columns_come_back_with_their_headings():
    snapshot = in_trip(UIDS["visit"], extra=(("Bus", "Meyer"), ("Plätze", "48")))
    data = exported(snapshot)
    row = row_of(data, UIDS["visit"])
    assert plans(data, snapshot)[0].changed == ()
    sent = changed(changed(data, put(row, "Bus", "Schulz")), put(row, "Plätze", None))
    after = carried_out(sent, snapshot).item_by_uid[UIDS["visit"]]
    assert after.extra == (("Bus", "Schulz"),)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (datetime(2026, 3, 17, 22), datetime(2026, 3, 18, 1, 30)),
        (datetime(2026, 3, 17, 9), datetime(2026, 3, 19, 18)),
        (datetime(2026, 3, 17, 22), datetime(2026, 3, 18, 0)),
    ],
)
def test_nights_and_spans_over_days_survive(starts, ends):
    snapshot = in_trip(UIDS["visit"], starts=starts, ends=ends)
    data = exported(snapshot)
    assert plans(data, snapshot)[0].changed == ()
    sent = changed(data, put(row_of(data, UIDS["visit"]), "Raum", "x"))
    after: Item = carried_out(sent, snapshot).item_by_uid[UIDS["visit"]]
    assert (after.starts, after.ends, after.room) == (starts, ends, "x")


def test_hidden_sheets_of_an_earlier_or_another_trip_do_not_count():
    data = exported(SNAPSHOT)

    def spoil(book: Workbook) -> None:
        for sheet in book.worksheets:
            if sheet.sheet_state == "veryHidden":
                sheet["C1"] = "x"

    reading = read(changed(data, spoil), SNAPSHOT)
    assert reading.origin is None
    assert reading.errors == ()
