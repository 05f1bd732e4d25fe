from datetime import date, datetime

import pytest
from openpyxl import Workbook

from tests.imports.sheets_of import read, read_rows
from trips.domain.item import ItemKind

CITIES = ("Leipzig", "Nürnberg", "München")
HEADINGS = ("Datum", "Zeit", "Titel")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(f"2015-09-{text}")


def times(reading):
    return [(row.starts, row.ends) for row in reading.programme_rows]


def codes(reading):
    return [(issue.code, issue.cell or issue.row) for issue in reading.issues]


def assumed(reading):
    return [(issue.code, issue.row) for issue in reading.assumptions]


@pytest.mark.parametrize(
    ("row", "code", "place"),
    [
        (("kein Tag", "9-10", "x"), "date_unreadable", "A2"),
        (("Do 16.09.2015", "9-10", "x"), "weekday_disagrees", "A2"),
        (("31.09.2015", "9-10", "x"), "date_impossible", "A2"),
        (("5/6/2015", "9-10", "x"), "date_ambiguous", "A2"),
        (("16.09.2015", "irgendwann", "x"), "time_unreadable", "B2"),
        (("16.09.2015", "14-13 Uhr", "x"), "end_before_start", "B2"),
        (("16.09.2015", "9-10", None, "x"), "title_missing", "C2"),
        ((None, "9-10", "x"), "date_missing", "A2"),
        (("16.09.2015", "9-10", "=A1"), "formula_without_value", "C2"),
        (("16.09.2015", "#REF!", "x"), "cell_error", "B2"),
    ],
)
def test_an_error_names_its_cell_and_spoils_the_whole_file(row, code, place):
    reading = read_rows((*HEADINGS, "Ort"), row, ("17.09.2015", "9-10", "gut"))
    assert codes(reading) == [(code, place)]
    assert reading.issues[0].sheet == "Blatt"
    assert not reading.is_importable


def test_a_year_is_taken_from_other_rows_or_missed():
    alone = read_rows(HEADINGS, ("16.9.", "9-10", "x"))
    assert codes(alone) == [("year_missing", "A2")]
    beside = read_rows(HEADINGS, ("16.9.", "9-10", "x"), ("17.9.2015", "9-10", "y"))
    assert [row.starts.year for row in beside.programme_rows] == [2015, 2015]


def test_a_date_far_from_the_trip_is_an_error_and_one_near_it_a_notice():
    trip = {"starts_on": date(2015, 9, 16), "ends_on": date(2015, 9, 21)}
    near = read_rows(HEADINGS, ("28.9.2015", "9-10", "x"), **trip)
    far = read_rows(HEADINGS, ("16.9.2025", "9-10", "x"), **trip)
    assert (codes(near), near.is_importable) == ([("date_outside_trip", "A2")], True)
    assert (codes(far), far.is_importable) == ([("date_outside_trip", "A2")], False)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Vor-Ort-Termin", ItemKind.VISIT),
        ("Besichtigung", ItemKind.VISIT),
        ("site visit", ItemKind.VISIT),
        ("Vortrag", ItemKind.TALK),
        ("Workshop", ItemKind.WORKSHOP),
        ("Mittagessen", ItemKind.MEAL),
        ("Lunch", ItemKind.MEAL),
        ("Kaffeepause", ItemKind.MEAL),
        ("Empfang", ItemKind.RECEPTION),
        ("Bustransfer", ItemKind.TRANSFER),
        ("Fahrt", ItemKind.TRANSFER),
        ("freie Zeit", ItemKind.FREE),
        ("Check-in", ItemKind.CHECK_IN),
        ("intern", ItemKind.INTERNAL),
        ("Stadtrundgang", ItemKind.WALK),
    ],
)
def test_kinds_are_known_by_many_words(word, kind):
    reading = read_rows((*HEADINGS, "Art"), ("16.9.2015", "9-10", "Etwas", word))
    assert [row.kind for row in reading.programme_rows] == [kind]
    assert reading.assumptions == ()


def test_an_unknown_kind_is_assumed_and_kept():
    reading = read_rows((*HEADINGS, "Art"), ("16.9.2015", "9-10", "Etwas", "Klönschnack"))
    (row,) = reading.programme_rows
    assert (row.is_kind_assumed, row.extra) == (True, (("Art", "Klönschnack"),))
    assert assumed(reading) == [("kind_unknown", 2)]


def test_a_workbook_without_a_table_says_so():
    assert codes(read_rows(("Hallo",), ("Welt",)))[0] == ("no_table", 0)
    assert codes(read_rows(HEADINGS)) == [("no_rows", 0)]
    assert codes(read(Workbook())) == [("no_table", 0)]
