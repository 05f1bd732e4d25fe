"""Going back to a release on its page: looked at first, one step, with its way back."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from tests.views.subscribing import NOW, VISIT, release, talk, visit
from tests.world import World
from tests.world_trip import UIDS, at, trip
from trips.domain.account.user import COMMAND_LINE
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import store_bundle


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


def moved(world: World) -> None:
    """Release 1, then the visit goes to another hour in the draft."""
    release(world, visit(), talk(), hours=1)
    with world.app.app_context():
        items = (visit(starts=at(16, 11)), talk())
        store_bundle(replace(trip(), items=items), actor=COMMAND_LINE, now=NOW)


def starts(world: World) -> str:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"]).item_by_uid[VISIT].starts.strftime("%H:%M")


def test_it_is_looked_at_first_and_can_be_undone(world: World, jana: FlaskClient) -> None:
    moved(world)
    address = f"/trips/{world.slug}/releases/1/restore"
    assert address in jana.get(f"/trips/{world.slug}/releases/1").text
    assert address in jana.get(f"/trips/{world.slug}/releases/compare").text
    page = jana.get(f"{address}?lang=en").text
    assert re.search(r"11:00\S*</td>\s*<td[^>]*>\s*10:00", page)
    assert starts(world) == "11:00"
    revision = re.search(r'name="revision" value="(\d+)"', page)
    assert revision
    done = jana.post(address, data={"revision": revision[1]}, follow_redirects=True)
    assert (done.status_code, starts(world)) == (200, "10:00")
    undo = re.search(r'action="([^"]*/board/back[^"]*)"', done.text)
    assert undo
    assert jana.post(undo[1].replace("&amp;", "&")).status_code == 303
    assert starts(world) == "11:00"


def test_who_looked_at_another_draft_is_shown_the_new_one(world: World, jana: FlaskClient) -> None:
    moved(world)
    address = f"/trips/{world.slug}/releases/1/restore"
    answer = jana.post(f"{address}?lang=en", data={"revision": "1"})
    assert answer.status_code == 409
    assert "has changed meanwhile" in answer.text
    assert starts(world) == "11:00"


def test_with_nothing_to_take_back_it_says_so(world: World, jana: FlaskClient) -> None:
    release(world, visit(), talk(), hours=1)
    page = jana.get(f"/trips/{world.slug}/releases/1/restore?lang=en").text
    assert "There is nothing to take back" in page
    assert world.client("viewer").get(f"/trips/{world.slug}/releases/1/restore").status_code == 404
