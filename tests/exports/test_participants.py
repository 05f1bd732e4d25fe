"""Lists of people for their readers: what is on each, in Excel and on paper alike."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from trips.config import ROOT
from trips.domain.briefs.list_plan import ListPlan, RowChoice, Sorting
from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.presets import NAMELESS, PLANS, ListPreset
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.roster import RosterBrief
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import read_value
from trips.exports import participants, roster

STAMP = Stamp(as_of=datetime(2015, 9, 2, 10, tzinfo=UTC), zone="Europe/Berlin", is_sample=True)


@pytest.fixture(scope="module")
def trip() -> TripSnapshot:
    path = ROOT / "trips" / "data" / "leipzig-nuernberg-muenchen-2015.json"
    data = json.loads(path.read_text("utf-8"))
    data.pop("schema")
    found: TripSnapshot = read_value(TripSnapshot, data)
    return found


def brief(trip: TripSnapshot, preset: ListPreset) -> RosterBrief:
    return brief_roster(trip, STAMP, PLANS[preset])


def sheet(data: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()


def words(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def lists_in_languages() -> Iterator[object]:
    """Every list in both languages; without `--full` each in one of them, by turns."""
    for number, preset in enumerate(ListPreset):
        for turn, locale in enumerate(("de", "en")):
            marks = [pytest.mark.full] * ((number + turn) % 2)
            yield pytest.param(preset, locale, marks=marks, id=f"{locale}-{preset}")


@pytest.mark.parametrize(("preset", "locale"), list(lists_in_languages()))
def test_excel_and_paper_name_the_same_people(
    trip: TripSnapshot, preset: ListPreset, locale: str
) -> None:
    made = brief(trip, preset)
    text, rows = words(participants.render(made, locale)), sheet(roster.render(made, locale))
    shown = "".join(text.split())
    for row in made.rows:
        assert "".join(row.family_name.split()) in shown
    if made.figures is None:
        assert len(rows) - 4 == len(made.kitchen or made.rows)


def test_the_public_list_has_only_those_who_agreed(trip: TripSnapshot) -> None:
    made = brief(trip, ListPreset.PUBLIC)
    assert made.rows
    assert all(row.is_listed for row in made.rows)
    refused = [row for row in brief(trip, ListPreset.GIZ).rows if not row.is_listed]
    assert refused
    text = words(participants.render(made, "en"))
    for row in refused:
        assert row.family_name not in text


def test_only_the_complete_roster_tells_needs_and_contacts(trip: TripSnapshot) -> None:
    complete = brief(trip, ListPreset.GIZ)
    secret = {row.phone for row in complete.rows if row.phone}
    secret |= {row.email for row in complete.rows if row.email}
    secret |= {row.diet_note for row in complete.rows if row.diet_note}
    assert secret
    for preset in set(ListPreset) - {ListPreset.GIZ, *NAMELESS}:
        cells = {
            str(cell) for row in sheet(roster.render(brief(trip, preset), "en")) for cell in row
        }
        assert not cells & secret


def test_the_kitchen_gets_numbers_and_no_names(trip: TripSnapshot) -> None:
    made = brief(trip, ListPreset.KITCHEN)
    text = words(participants.render(made, "en"))
    for person in trip.persons:
        if person.family_name:
            assert person.family_name not in text.split()
    present = made.kitchen[2]
    rows = sheet(roster.render(made, "en"))
    assert rows[4 + 2][1] == present.people
    halal = rows[3].index("Halal")
    assert rows[4 + 2][halal] == dict(present.diets)["halal"]  # type: ignore[index]  # by its value


def test_a_list_is_sorted_as_wished(trip: TripSnapshot) -> None:
    hotel = [row.family_name for row in brief(trip, ListPreset.HOTEL).rows]
    assert hotel[:3] == ["Adler", "Balasubramaniam Venkatanarasimhan", "Beispiel"]
    assert brief(trip, ListPreset.GIZ).rows[0].family_name == "Mokoena"
    journeys = [row.arrival_at for row in brief(trip, ListPreset.DRIVER).rows if row.arrival_at]
    assert journeys == sorted(journeys)


def test_a_paper_says_its_order_and_where_it_ends(trip: TripSnapshot) -> None:
    made = brief(trip, ListPreset.GIZ)
    pages = PdfReader(BytesIO(participants.render(made, "en"))).pages
    texts = [" ".join(page.extract_text().split()) for page in pages]
    assert "By delegation, within it by precedence" in texts[0]
    assert all(f"Page {n} of {len(texts)}" in text for n, text in enumerate(texts, 1))
    assert all("Function and organisation" in text for text in texts[:-1])
    assert all("Complete roster – Socially inclusive" in text for text in texts[1:])
    assert "Approved for the client" in texts[-1]


def test_figures_name_nobody_and_public_ones_count_no_few(trip: TripSnapshot) -> None:
    exact = words(participants.render(brief(trip, ListPreset.FIGURES), "en"))
    made = brief(trip, ListPreset.PUBLIC_FIGURES)
    public = words(participants.render(made, "en"))
    assert "China 1" in exact
    assert "China" not in public
    assert "All others 6 25%" in public
    rows = sheet(roster.render(made, "en"))
    numbers = [row[1] for row in rows if isinstance(row[1], float)]
    assert min(numbers) >= made.fewest == 3


def test_an_own_list_has_its_columns_in_the_order_of_the_roster(trip: TripSnapshot) -> None:
    plan = ListPlan(
        key="own-x",
        name="Phones",
        columns=("family_name", "phone"),
        rows=RowChoice.ROSTER,
        sorting=Sorting.ALPHABET,
    )
    rows = sheet(roster.render(brief_roster(trip, STAMP, plan), "en"))
    assert rows[3] == ["No.", "Family name", "Telephone"]
    assert "Phones" in str(rows[0][0])
    reduced = brief_roster(trip, STAMP, plan, is_reduced=True)
    assert sheet(roster.render(reduced, "en"))[3][:2] == ["No.", "Family name"]
