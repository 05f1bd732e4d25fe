"""A delegation's form comes back after the trip went on: nothing done there is undone unasked."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.views.brought_back import brought, client_of, confirmed, edited, stored
from tests.views.nominations.test_form_of_a_delegation import address, form_of
from tests.views.nominations.test_roster_meanwhile import NOTHING, goes_on, with_thandi
from tests.world import World
from tests.world_trip import UIDS
from trips.domain.nominations.form import NOMINATION_FIELDS

HOME = "south-africa"


@pytest.fixture
def client(world: World) -> FlaskClient:
    return client_of(world, "de")


def phone_of(sheet: Worksheet, value: str) -> None:
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("Telefon") + 1).value = value


def test_what_was_changed_in_the_trip_stays(client: FlaskClient, world: World) -> None:
    file = form_of(client, world, name=HOME)
    before = goes_on(world, with_thandi(phone="+27 11 0000"))
    page = brought(client, world, file, address(world, HOME))
    assert NOTHING in page.text
    confirmed(client, page)
    assert stored(world) == before


def test_a_cell_changed_on_both_sides_is_decided_by_somebody(
    client: FlaskClient, world: World
) -> None:
    file = edited(
        form_of(client, world, name=HOME), lambda sheet: phone_of(sheet, "+27 99 1234567")
    )
    before = goes_on(world, with_thandi(phone="+27 11 0000"))
    page = brought(client, world, file, address(world, HOME))
    ref = f"{UIDS['thandi-part']}:phone"
    assert f'name="decide:{ref}"' in page.text
    assert (confirmed(client, page).status_code, stored(world)) == (409, before)
    assert confirmed(client, page, **{ref: "trip"}).status_code == 303
    assert stored(world).person_by_uid[UIDS["thandi"]].phone == "+27 11 0000"


def test_nothing_but_the_form_is_marked_in_it(client: FlaskClient, world: World) -> None:
    book = load_workbook(BytesIO(form_of(client, world, name=HOME)))
    (hidden,) = (sheet for sheet in book if sheet.sheet_state == "veryHidden")
    marks = str(hidden.cell(4, hidden.max_column).value).split()
    assert {mark.partition(":")[0] for mark in marks} == {*NOMINATION_FIELDS, "extra"}
