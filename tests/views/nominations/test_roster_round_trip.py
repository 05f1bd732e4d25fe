"""The complete roster is changed in Excel and comes back: only what was changed changes."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from werkzeug.test import TestResponse

from tests.imports.sheets_of import saved
from tests.world import World
from tests.world_trip import UIDS
from trips.domain.snapshot import TripSnapshot
from trips.exports.roster import render
from trips.queries.briefs.roster import get_roster_brief
from trips.queries.snapshot import get_snapshot

HEADINGS = 4
WORDS = {
    "de": {"phone": "Telefon", "function": "Funktion", "group": "Gruppe", "uid": "Lernreise-ID"},
    "en": {"phone": "Telephone", "function": "Function", "group": "Group", "uid": "Lernreise ID"},
}
BOTH = pytest.mark.parametrize(
    ("file", "reader"), [("de", "de"), ("de", "en"), ("en", "de"), ("en", "en")]
)


def client_of(world: World, lang: str) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    client = world.client("organiser")
    client.set_cookie("lang", lang)
    return client


def roster(world: World, lang: str) -> bytes:
    with world.app.app_context():
        return render(get_roster_brief(UIDS["trip"]), lang)


def edited(data: bytes, change: Callable[[Worksheet], None]) -> bytes:
    book: Workbook = load_workbook(BytesIO(data))
    change(book.worksheets[0])
    return saved(book)


def place(sheet: Worksheet, heading: str, name: str = "") -> tuple[int, int]:
    """Row of the person of that family name, column of that heading."""
    cells = [str(cell.value or "").lower() for cell in sheet[HEADINGS]]
    column = cells.index(heading.lower()) + 1
    rows = (row[0].row for row in sheet.iter_rows() if name in [cell.value for cell in row])
    return next(rows) if name else 0, column


def brought(client: FlaskClient, world: World, data: bytes) -> TestResponse:
    fields = {"file": (BytesIO(data), "roster.xlsx")}
    address = f"/trips/{world.slug}/import"
    kept = client.post(address, data=fields, content_type="multipart/form-data")
    return client.get(kept.location)


def confirmed(client: FlaskClient, page: TestResponse, **decided: str) -> TestResponse:
    revision = re.search(r'name="revision" value="(\d+)"', page.text)
    assert revision is not None
    return client.post(page.request.path, data={"revision": revision[1], **decided})


def stored(world: World) -> TripSnapshot:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"])


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
