"""The complete roster is changed in Excel and comes back: only what was changed changes."""

from dataclasses import replace

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.views.brought_back import brought, client_of, confirmed, edited, stored
from tests.world import World
from tests.world_trip import UIDS
from trips.domain.briefs.list_memory import MemoryKey
from trips.exports.roster import render
from trips.queries.briefs.roster import get_roster_brief

HEADINGS = 4
WORDS = {
    "de": {"phone": "Telefon", "function": "Funktion", "group": "Gruppe", "uid": "Lernreise-ID"},
    "en": {"phone": "Telephone", "function": "Function", "group": "Group", "uid": "Lernreise ID"},
}
BOTH = pytest.mark.parametrize(
    ("file", "reader"), [("de", "de"), ("de", "en"), ("en", "de"), ("en", "en")]
)


def roster(world: World, lang: str) -> bytes:
    with world.app.app_context():
        return render(get_roster_brief(UIDS["trip"]), lang)


def place(sheet: Worksheet, heading: str, name: str = "") -> tuple[int, int]:
    """Row of the person of that family name, column of that heading."""
    cells = [str(cell.value or "").lower() for cell in sheet[HEADINGS]]
    column = cells.index(heading.lower()) + 1
    rows = (row[0].row for row in sheet.iter_rows() if name in [cell.value for cell in row])
    return next(rows) if name else 0, column


@BOTH
def test_an_untouched_roster_changes_nothing(world: World, file: str, reader: str) -> None:
    client, before = client_of(world, reader), stored(world)
    page = brought(client, world, edited(roster(world, file), lambda _sheet: None))
    assert page.status_code == 200
    assert ("Es gibt nichts" if reader == "de" else "There is nothing to import") in page.text
    confirmed(client, page)
    assert stored(world) == before


@BOTH
def test_only_changed_cells_change(world: World, file: str, reader: str) -> None:
    def change(sheet: Worksheet) -> None:
        words = WORDS[file]
        sheet.cell(*place(sheet, words["phone"], "Dlamini")).value = "+27 99 1234567"
        sheet.cell(*place(sheet, words["function"], "Dlamini")).value = "Chief Planner"

    client, before = client_of(world, reader), stored(world)
    page = brought(client, world, edited(roster(world, file), change))
    assert ("+27 99 1234567" in page.text, "Chief Planner" in page.text) == (True, True)
    assert confirmed(client, page).status_code == 303
    after = stored(world)
    was, now = (each.person_by_uid[UIDS["thandi"]] for each in (before, after))
    assert now.phone == "+27 99 1234567"
    assert {**now.function} == {**was.function, file: "Chief Planner"}
    uid = UIDS["thandi-part"]
    assert after.participation_by_uid[uid] == before.participation_by_uid[uid]
    assert after.person_by_uid[UIDS["olena"]] == before.person_by_uid[UIDS["olena"]]
    assert len(after.participations) == len(before.participations)


def test_an_emptied_cell_empties_its_field_and_a_column_taken_out_empties_none(
    world: World,
) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(*place(sheet, "Telefon", "Dlamini")).value = None
        sheet.delete_cols(place(sheet, "E-Mail")[1])

    client, before = client_of(world, "de"), stored(world)
    page = brought(client, world, edited(roster(world, "de"), change))
    assert confirmed(client, page).status_code == 303
    was, now = (each.person_by_uid[UIDS["thandi"]] for each in (before, stored(world)))
    assert (now.phone, now.email) == ("", was.email)


def test_a_deleted_row_is_asked_about_and_stays(world: World) -> None:
    client, before = client_of(world, "de"), stored(world)
    data = edited(
        roster(world, "de"),
        lambda sheet: sheet.delete_rows(place(sheet, "Telefon", "Dlamini")[0]),
    )
    page = brought(client, world, data)
    assert UIDS["thandi-part"] in page.text
    confirmed(client, page)
    assert stored(world) == before


def test_a_column_under_another_heading_is_known_by_what_stands_in_it(world: World) -> None:
    def change(sheet: Worksheet) -> None:
        column = place(sheet, "E-Mail")[1]
        sheet.cell(HEADINGS, column).value = "Wie erreichbar?"
        sheet.insert_cols(2)

    client, before = client_of(world, "de"), stored(world)
    page = brought(client, world, edited(roster(world, "de"), change))
    assert "„Wie erreichbar?“ ist neu" in page.text
    assert "Es gibt nichts zu importieren" in page.text
    confirmed(client, page)
    assert stored(world) == before


def test_a_column_may_be_refused_as_a_whole(world: World) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(*place(sheet, "Telefon", "Dlamini")).value = "+27 99 1234567"
        sheet.cell(*place(sheet, "Funktion", "Dlamini")).value = "Chefplanerin"

    client, before = client_of(world, "de"), stored(world)
    page = brought(client, world, edited(roster(world, "de"), change))
    assert "Spalte für Spalte" in page.text
    assert confirmed(client, page, **{"column:phone": "skip"}).status_code == 303
    was, now = (each.person_by_uid[UIDS["thandi"]] for each in (before, stored(world)))
    assert (now.phone, now.function["de"]) == (was.phone, "Chefplanerin")


def test_a_roster_of_another_trip_says_so(world: World) -> None:
    with world.app.app_context():
        brief = get_roster_brief(UIDS["trip"])
    other = render(replace(brief, memory=MemoryKey("another", b"key")), "de")
    page = brought(client_of(world, "de"), world, other)
    assert "aus einer anderen Reise" in page.text
