"""Whole workbooks as organisers hand them over."""

from collections import Counter
from datetime import date

from tests.imports import organisers_books as books
from tests.imports.sheets_of import read
from trips.domain.importing.delegate_plan import plan_delegates
from trips.domain.importing.programme_plan import plan_programme
from trips.domain.importing.workbook import SpokenLanguage
from trips.domain.participation import Diet
from trips.domain.person import LanguageLevel
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import Trip, TripKind
from trips.domain.values.text import Text

FIRST, LAST = date(2015, 9, 18), date(2015, 9, 21)
CONTEXT = {"starts_on": FIRST, "ends_on": LAST, "cities": ("Nürnberg", "München")}
TRIP = TripSnapshot(
    trip=Trip(
        uid="t",
        slug="t",
        kind=TripKind.STUDY_TOUR,
        title=Text(de="R"),
        starts_on=FIRST,
        ends_on=LAST,
    )
)


def test_a_programme_under_group_headings_with_a_line_for_each_day():
    reading = read(books.grouped_programme(), **CONTEXT)
    rows = reading.programme_rows
    assert [issue.code for issue in reading.issues] == ["section_ignored"]
    assert Counter(row.starts.date().day for row in rows) == {18: 5, 19: 5, 20: 5, 21: 5}
    assert [row.city for row in rows[::5]] == ["Nürnberg", "Nürnberg", "München", "München"]
    first, walk, lunch, one, other = rows[:5]
    assert first.title == Text(de="Begrüßung", en="Welcome")
    assert (first.host, first.host_person, first.languages) == (
        "Stadt Nürnberg",
        "Frau Vogel",
        ("de", "en"),
    )
    assert first.comments == ("Grußwort noch offen",)
    assert (walk.is_start_assumed, walk.address, lunch.starts.hour) == (True, "Marktplatz 1", 13)
    assert (one.groups, other.groups) == (("A",), ("B",))
    plan = plan_programme(rows, TRIP)
    assert (len(plan.new), plan.repeated) == (20, ())


def test_both_languages_in_one_cell_and_a_line_for_each_city():
    reading = read(books.mixed_languages(), **CONTEXT)
    assert [(i.code, i.cell) for i in reading.issues] == [("two_languages_kept", "C6")]
    assert [dict(row.title) for row in reading.programme_rows] == [
        {"de": "Begrüßung", "en": "Welcome"},
        {"de": "Stadtrundgang", "en": "Guided tour"},
        {"de": "Mittagessen", "en": "Lunch"},
        {"de": "Lunch / Ratskeller"},
        {"de": "Abendessen", "en": "Dinner"},
        {"de": "Nürnberg / Fürth"},
        {"de": "Ausklang"},
    ]
    assert [row.city for row in reading.programme_rows] == ["Nürnberg"] * 5 + ["München"] * 2
    assert reading.programme_rows[-1].ends.date() == LAST


def test_people_by_country_under_group_headings():
    reading = read(books.delegations(), **CONTEXT)
    assert reading.errors == ()
    kumar, joshi, nkosi, _again, shevchenko = reading.delegate_rows
    assert [row.country for row in reading.delegate_rows] == ["IN", "IN", "ZA", "ZA", ""]
    assert [row.delegation for row in reading.delegate_rows][::4] == ["Indien", "ICLEI"]
    assert (kumar.name, kumar.academic_title) == ("Anil Kumar", "Dr.")
    assert kumar.languages == (SpokenLanguage("en", LanguageLevel.C1),)
    assert joshi.languages == (SpokenLanguage("en"),)
    assert (joshi.diet, nkosi.diet) == ((Diet.VEGETARIAN,), (Diet.HALAL,))
    assert nkosi.languages == (
        SpokenLanguage("de", LanguageLevel.B1),
        SpokenLanguage("en", LanguageLevel.C2),
    )
    assert shevchenko.languages == (SpokenLanguage("en", LanguageLevel.C1),)
    plan = plan_delegates(reading.delegate_rows, TRIP)
    assert (len(plan.new), len(plan.repeated), plan.ambiguous) == (4, 1, ())


def test_a_sheet_for_each_day_with_headings_in_both_languages():
    reading = read(books.one_sheet_a_day(), **CONTEXT)
    assert [issue.code for issue in reading.issues] == ["sheet_ignored"]
    assert Counter(row.starts.day for row in reading.programme_rows) == {18: 3, 19: 3, 20: 3, 21: 3}
    plan = plan_programme(reading.programme_rows, TRIP)
    assert (len(plan.new), len(plan.repeated)) == (8, 4)


def test_every_mistake_is_named_where_it_stands():
    reading = read(books.with_mistakes(), **CONTEXT)
    assert {(issue.code, issue.sheet, issue.cell) for issue in reading.errors} >= {
        ("date_impossible", "Plan", "A3"),
        ("weekday_disagrees", "Plan", "A4"),
        ("time_unreadable", "Plan", "B5"),
        ("country_unknown", "Gäste", "A3"),
        ("email_unreadable", "Gäste", "C4"),
    }
    assert not reading.is_importable
