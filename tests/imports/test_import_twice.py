"""A file read, planned and carried out; then the same file again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

import pytest

from tests.imports.sheets_of import book_of, read
from trips.domain.importing.apply_delegates import apply_delegates
from trips.domain.importing.apply_programme import apply_programme
from trips.domain.importing.book import Book
from trips.domain.importing.circumstances import Importing
from trips.domain.importing.delegate_plan import plan_delegates
from trips.domain.importing.plan import NEW
from trips.domain.importing.programme_plan import plan_programme
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import Trip, TripKind
from trips.domain.values.text import Text

TRIP = TripSnapshot(
    trip=Trip(
        uid="trip",
        slug="x",
        kind=TripKind.STUDY_TOUR,
        title=Text(de="Reise"),
        starts_on=date(2015, 9, 16),
        ends_on=date(2015, 9, 21),
    )
)
PROGRAMME = [
    ["Fachinformationsreise „Soziale Stadt“"],
    [
        "Tag",
        "Uhrzeit",
        "Art",
        "Programmpunkt (de)",
        "Programme item (en)",
        "Ort",
        "Anschrift",
        "Gastgeber/in",
        "Dolmetschen",
        "Gruppe",
        "Status",
        "Notiz",
        "Hotel",
    ],
    ["Mi, 16.09. – Leipzig"],
    [
        None,
        "9.30–10.30 Uhr",
        "Vortrag",
        "Eröffnung",
        "Opening",
        "Kongresshalle",
        "Pfaffendorfer Str. 31, 04105 Leipzig",
        "BMUB",
        "DE > EN simultan",
        None,
        "bestätigt",
        "x",
    ],
    [None, "anschließend", None, "Kaffeepause", "Coffee break"],
    [
        None,
        "11.00",
        "Besuch",
        "Rundgang",
        "Walk",
        "Pöge-Haus",
        "Hedwigstr. 20",
        "Stadt Leipzig; QM",
        "EN",
        "Gruppe Grün",
        "angefragt",
        None,
        "Y",
    ],
    [
        None,
        "11.00",
        "Klönschnack",
        "Rundgang",
        "Walk",
        "Villa",
        None,
        None,
        None,
        "B",
        "vielleicht",
    ],
    [None, "ab 19 Uhr", "Empfang", "Empfang", "Reception", None, "Markt 1"],
    ["Fr, 18.09. – Nürnberg"],
    [None, None, None, "Zur freien Verfügung"],
    [None, "22:00–01:30", "Transfer", "Nachtbus", "Night bus", "Hauptbahnhof"],
]
PEOPLE = [
    [
        "Anrede",
        "Name",
        "Funktion",
        "Organisation",
        "Land",
        "E-Mail",
        "Telefon",
        "Sprachen",
        "Ernährung",
        "Barrierefreiheit",
        "Gruppe",
        "Anreise",
        "Ebene",
        "Delegation",
        "Bemerkung",
    ],
    [
        "Frau",
        "Nkosi, Dr. Thandi",
        "Mayor",
        "City of X",
        "RSA",
        "office@x.org",
        "0027 12",
        "EN, Zulu",
        "keine Nüsse, halal",
        "Rollstuhl",
        "B",
        "15.9.",
        "kommunal",
        "Südafrika",
        "VIP",
    ],
    ["Herr", "Dlamini, Sipho", "Director", "City of X", "RSA", "office@x.org; s@x.org", None, "EN"],
    ["Shri", "Rajesh Kumar", "Director", "Ministry", "Indien", None, None, "Hindi (Muttersprache)"],
    ["Herr", "Kumar, Rajesh", "Engineer", "City of Pune", "Indien"],
    [None, "Weber, Anna"],
    ["Pani", "Шевченко, Олена", "Deputy Mayor", None, "Україна", None, None, "uk"],
]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_second_import_of_a_file_changes_nothing(language):
    numbers = count()
    importing = Importing(
        new_uid=lambda: f"uid{next(numbers)}",
        now=datetime(2026, 3, 2, tzinfo=UTC),
        actor="Organiser",
        filename="programm.xlsx",
        positions={},
    )
    workbook = book_of(Programm=PROGRAMME, Teilnehmende=PEOPLE)
    context = {"starts_on": TRIP.trip.starts_on, "ends_on": TRIP.trip.ends_on, "language": language}
    reading = read(workbook, **context)
    assert reading.errors == ()
    decisions: dict[str, str] = {}
    trip = TRIP
    for _ in range(2):
        people = plan_delegates(reading.delegate_rows, trip, decisions=decisions)
        decisions = {entry.ref: NEW for entry in people.ambiguous}
    first = plan_programme(reading.programme_rows, trip)
    people = plan_delegates(reading.delegate_rows, trip, decisions=decisions)
    assert (len(first.new), len(people.new), people.ambiguous) == (7, 6, ())
    trip = apply_programme(trip, first, Book(), importing)
    trip = apply_delegates(trip, people, Book(), importing)

    again = read(workbook, **context, cities=tuple(stop.city["de"] for stop in trip.stops))
    second = plan_programme(again.programme_rows, trip)
    assert [entry.changes for entry in second.changed] == []
    assert (second.new, second.missing, len(second.unchanged)) == ((), (), 7)
    repeated = plan_delegates(again.delegate_rows, trip)
    assert [entry.changes for entry in repeated.changed] == []
    assert (repeated.new, repeated.ambiguous, repeated.missing) == ((), (), ())
    assert len(repeated.unchanged) == 6


def test_a_file_without_a_row_deletes_nothing():
    importing = Importing(
        new_uid=iter(f"uid{n}" for n in range(999)).__next__,
        now=datetime(2026, 3, 2, tzinfo=UTC),
        actor="Organiser",
        filename="programm.xlsx",
        positions={},
    )
    context = {"starts_on": TRIP.trip.starts_on, "ends_on": TRIP.trip.ends_on}
    reading = read(book_of(Programm=PROGRAMME), **context)
    full = apply_programme(TRIP, plan_programme(reading.programme_rows, TRIP), Book(), importing)
    shorter = replace(reading, programme_rows=reading.programme_rows[1:])
    plan = plan_programme(shorter.programme_rows, full)
    assert [item.title["de"] for item in plan.missing] == ["Eröffnung"]
    assert len(apply_programme(full, plan, Book(), importing).items) == 7
