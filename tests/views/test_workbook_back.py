"""A workbook made on the documents page, changed, and imported into the same trip."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook

from tests.views.brought_back import brought, client_of, confirmed
from tests.world import World
from tests.world_trip import UIDS
from trips.domain.briefs.document import DocumentKind, Order
from trips.domain.item import Item, ItemStatus
from trips.extensions import doors
from trips.jobs.documents import make_document
from trips.queries.snapshot import get_snapshot

Change = Callable[[Workbook], Any]


@pytest.fixture
def client(world: World) -> FlaskClient:
    return client_of(world, "de")


def item(world: World) -> Item:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"]).item_by_uid[UIDS["visit"]]


def workbook(world: World, change: Change) -> bytes:
    order = Order(kind=DocumentKind.WORKBOOK, trip=UIDS["trip"], locale="de")
    with world.app.app_context():
        book = load_workbook(BytesIO(make_document(order, doors().press, doors().cache)))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def row_of_visit(book: Workbook) -> int:
    cells = (cell for row in book.worksheets[0].iter_rows() for cell in row)
    return next(cell.row for cell in cells if cell.value == UIDS["visit"])


def room(text: str) -> Change:
    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        column = next(cell.column for cell in sheet[1] if cell.value == "Raum")
        sheet.cell(row_of_visit(book), column).value = text

    return change


def test_nothing_changed_is_nothing_to_import(client: FlaskClient, world: World) -> None:
    page = brought(client, world, workbook(world, lambda book: book))
    assert "Es gibt nichts zu importieren" in page.text


def test_one_changed_cell_is_one_change(client: FlaskClient, world: World) -> None:
    before = item(world)
    page = brought(client, world, workbook(world, room("Saal 2")))
    assert "Raum: " in page.text
    assert confirmed(client, page).status_code == 303
    after = item(world)
    assert after.room == "Saal 2"
    assert (after.title, after.starts, after.hosts, after.site) == (
        before.title,
        before.starts,
        before.hosts,
        before.site,
    )


@pytest.mark.parametrize(("choice", "stands"), [("trip", "Saal 1"), ("file", "Saal 2")])
def test_what_both_changed_is_decided_on_the_page(
    client: FlaskClient, world: World, choice: str, stands: str
) -> None:
    first, second = workbook(world, room("Saal 1")), workbook(world, room("Saal 2"))
    confirmed(client, brought(client, world, first))
    page = brought(client, world, second)
    assert "In der Datei und in der Reise geändert" in page.text
    assert "Saal 1" in page.text
    assert "Saal 2" in page.text
    open_still = confirmed(client, page)
    assert open_still.status_code == 409
    assert item(world).room == "Saal 1"
    ref = f"{UIDS['visit']}:room"
    assert confirmed(client, page, **{ref: choice}).status_code == 303
    assert item(world).room == stands


def test_a_deleted_row_cancels_only_when_ticked(client: FlaskClient, world: World) -> None:
    data = workbook(world, lambda book: book.worksheets[0].delete_rows(row_of_visit(book)))
    page = brought(client, world, data)
    assert "Aus der Datei gelöscht" in page.text
    confirmed(client, page)
    assert item(world).status is not ItemStatus.CANCELLED
    confirmed(client, brought(client, world, data), **{UIDS["visit"]: "cancel"})
    assert item(world).status is ItemStatus.CANCELLED


def test_only_organisers_get_the_workbook(client: FlaskClient, world: World) -> None:
    form = {"kind": "workbook", "lang": "de", "group": "", "release": "draft"}
    address = f"/trips/{world.slug}/documents"
    for who in ("viewer", "writer"):
        other = world.client(who)
        assert 'value="workbook"' not in other.get(address).text
        assert other.post(address, data=form).status_code == 400
    assert 'value="workbook"' in client.get(address).text
    assert client.post(address, data=form).status_code == 303
