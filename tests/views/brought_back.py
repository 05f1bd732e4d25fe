"""A file that comes back: brought into the trip or a delegation, looked at, and confirmed."""

import re
from collections.abc import Callable
from io import BytesIO

from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from werkzeug.test import TestResponse

from tests.imports.sheets_of import saved
from tests.world import World
from tests.world_trip import UIDS
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot


def client_of(world: World, lang: str) -> FlaskClient:
    """An organiser who reads this language."""
    world.app.config["WTF_CSRF_ENABLED"] = False
    client = world.client("organiser")
    client.set_cookie("lang", lang)
    return client


def edited(data: bytes, change: Callable[[Worksheet], None]) -> bytes:
    """The workbook with its first sheet changed, as another program writes it."""
    book: Workbook = load_workbook(BytesIO(data))
    change(book.worksheets[0])
    return saved(book)


def brought(client: FlaskClient, world: World, data: bytes, address: str = "") -> TestResponse:
    """The page that shows what a file would change; in the whole trip without an address."""
    fields = {"file": (BytesIO(data), "list.xlsx")}
    address = address or f"/trips/{world.slug}/import"
    kept = client.post(address, data=fields, content_type="multipart/form-data")
    assert kept.status_code == 303
    return client.get(kept.location)


def confirmed(client: FlaskClient, page: TestResponse, **decisions: str) -> TestResponse:
    """The answer to a page that was confirmed with these decisions."""
    revision = re.search(r'name="revision" value="(\d+)"', page.text)
    assert revision is not None
    form = {f"decide:{ref}": value for ref, value in decisions.items()}
    return client.post(page.request.path, data={"revision": revision[1], **form})


def stored(world: World) -> TripSnapshot:
    """The trip as it is now."""
    with world.app.app_context():
        return get_snapshot(UIDS["trip"])
