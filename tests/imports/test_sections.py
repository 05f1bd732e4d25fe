"""Lines between the rows that hold for what stands below them."""

from datetime import date

import pytest

from tests.imports.sheets_of import book_of, read, read_rows

PEOPLE = ("Vorname", "Nachname", "Funktion")
THANDI, ANIL = ("Thandi", "Nkosi", "Mayor"), ("Anil", "Kumar", "Commissioner")
TRIP = {"starts_on": date(2015, 9, 16), "ends_on": date(2015, 9, 21)}


def places(reading):
    return [(row.family_name, row.country, row.delegation) for row in reading.delegate_rows]


@pytest.mark.parametrize(
    ("line", "country", "delegation"),
    [
        (("Land: Indien",), "IN", "Indien"),
        (("Country: India (5 delegates)",), "IN", "India"),
        (("Land:", "Indien"), "IN", "Indien"),
        (("Delegation aus Indien",), "IN", "Delegation aus Indien"),
        (("Delegation: Indien",), "IN", "Indien"),
        (("INDIEN – 5 Personen",), "IN", "INDIEN"),
        (("Indian Delegation",), "IN", "Indian Delegation"),
        (("Delegation: Pune Municipal Corporation",), "", "Pune Municipal Corporation"),
    ],
)
def test_a_line_says_country_and_delegation_of_the_people_below(line, country, delegation):
    reading = read_rows(PEOPLE, ("Südafrika",), THANDI, line, ANIL)
    assert reading.errors == ()
    assert places(reading) == [("Nkosi", "ZA", "Südafrika"), ("Kumar", country, delegation)]
    assert [(i.code, i.row) for i in reading.assumptions] == [
        ("section_taken", 2),
        ("section_taken", 4),
    ]


def test_a_line_across_the_table_counts_too():
    book = book_of(Liste=[PEOPLE, ("Land: Indien",), ANIL])
    book.worksheets[0].merge_cells("A2:C2")
    assert places(read(book)) == [("Kumar", "IN", "Indien")]


def test_delegations_below_a_named_country_are_of_that_country():
    reading = read_rows(PEOPLE, ("Land: Indien",), ("Delegation: Pune",), ANIL, ("ICLEI",), THANDI)
    assert places(reading) == [("Kumar", "IN", "Pune"), ("Nkosi", "", "ICLEI")]


def test_the_cells_of_a_person_come_before_the_line_above():
    head = (*PEOPLE, "Staat", "Delegation")
    reading = read_rows(head, ("Land: Indien",), (*ANIL, "Nepal", "Kathmandu"))
    assert places(reading) == [("Kumar", "NP", "Kathmandu")]


def test_a_group_may_stand_above_its_people():
    reading = read_rows(PEOPLE, ("Gruppe: A",), ANIL, ("Gruppe: B",), THANDI)
    assert [row.group for row in reading.delegate_rows] == ["A", "B"]


def test_sums_and_footnotes_are_named_and_left_out():
    reading = read_rows(PEOPLE, ANIL, ("Gesamt: 1",), ("Summe", 1), ("* angefragt",), THANDI)
    assert places(reading) == [("Kumar", "", ""), ("Nkosi", "", "")]
    assert [(i.code, i.facts["row"]) for i in reading.issues] == [
        ("section_ignored", 3),
        ("section_ignored", 4),
        ("section_ignored", 5),
    ]


def test_a_country_that_nobody_knows_is_an_error():
    reading = read_rows(PEOPLE, ("Land: Indein",), ANIL)
    assert [(i.code, i.cell) for i in reading.errors] == [("country_unknown", "A2")]


PROGRAMME = ("Datum", "Stadt", "Zeit", "Titel")


@pytest.mark.parametrize("cities", [("Leipzig", "Nürnberg"), ()])
@pytest.mark.parametrize(
    "lines",
    [
        [("Fr 18.9.",), ("Stadt: Nürnberg",)],
        [("Nürnberg",), ("Freitag, 18. September",)],
        [("Freitag, 18. September – Nürnberg",)],
        [("Datum: 18.9.",), ("Ort:", "Nürnberg")],
        [(date(2015, 9, 18), "Nürnberg")],
        [("Freitag, 18.9.2015", "Nürnberg")],
        [("Datum:", date(2015, 9, 18)), ("Station: Nürnberg",)],
    ],
)
def test_day_and_city_stand_on_lines_of_their_own(lines, cities):
    rows = [*lines, (None, None, "14-15", "Empfang")]
    reading = read_rows(PROGRAMME, *rows, **TRIP, cities=cities)
    assert reading.issues == ()
    (row,) = reading.programme_rows
    assert (row.starts.date(), row.city) == (date(2015, 9, 18), "Nürnberg")


def test_a_day_and_a_title_are_an_item():
    (row,) = read_rows(PROGRAMME, ("18.9.2015", None, None, "Abreise")).programme_rows
    assert row.title["de"] == "Abreise"
