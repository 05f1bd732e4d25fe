"""Subscribed calendars through several releases, as foreign programs see them."""

import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta

import ics
import pytest
from flask.testing import FlaskClient

from tests.conftest import Counted
from tests.views.subscribing import FEED, LEG, NOW, TALK, VISIT, Client, feed, release, talk, visit
from tests.world import World
from tests.world_trip import UIDS, at, trip
from trips.domain.account.link import LinkPurpose
from trips.domain.account.user import COMMAND_LINE
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.values.text import Text
from trips.extensions import doors
from trips.queries.link import list_links
from trips.services.importing.bundle import store_bundle

DINNER = Item(
    uid="dinneraaaaaaaaaa",
    kind=ItemKind.MEAL,
    title=Text(de="Abendessen", en="Dinner"),
    starts=at(16, 19),
    ends=at(16, 21),
    stop=UIDS["leipzig"],
    status=ItemStatus.CONFIRMED,
)


@pytest.mark.either_database
def test_through_three_releases_nothing_is_doubled_and_nothing_left_over(
    world: World, phone: FlaskClient
) -> None:
    client = Client()
    release(world, visit(), talk(), hours=1)
    client.merge(feed(phone))
    assert client.shown == {VISIT: at(16, 10), TALK: at(17, 9), LEG: at(17, 14, 15)}
    second = release(world, visit(starts=at(16, 11)), talk(), DINNER, hours=2)
    client.merge(feed(phone))
    assert client.shown == {
        VISIT: at(16, 11),
        TALK: at(17, 9),
        LEG: at(17, 14, 15),
        DINNER.uid: at(16, 19),
    }
    assert client.moves == [VISIT]
    assert client.held[VISIT].stamp == second
    release(world, visit(starts=at(16, 11)), DINNER, hours=3, legs=())
    client.merge(feed(phone))
    assert client.shown == {VISIT: at(16, 11), DINNER.uid: at(16, 19)}
    assert client.moves == [VISIT, TALK, LEG]
    release(world, visit(starts=at(16, 11)), talk(starts=at(17, 8)), DINNER, hours=4)
    client.merge(feed(phone))
    assert client.shown[TALK] == at(17, 8)
    assert client.shown[LEG] == at(17, 14, 15)


def test_who_skips_a_release_ends_up_with_the_same(world: World, phone: FlaskClient) -> None:
    lazy, eager = Client(), Client()
    release(world, visit(), talk(), hours=1)
    lazy.merge(feed(phone))
    eager.merge(feed(phone))
    release(world, visit(starts=at(16, 8)), talk(), DINNER, hours=2)
    eager.merge(feed(phone))
    release(world, visit(starts=at(16, 10)), DINNER, hours=3)
    for client in (lazy, eager):
        client.merge(feed(phone))
    assert lazy.shown == eager.shown
    assert lazy.held == eager.held


def test_another_reader_sees_the_same(world: World, phone: FlaskClient) -> None:
    release(world, visit(), talk(), hours=1)
    release(world, visit(), hours=2)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        events = ics.Calendar(feed(phone)).events
    found = {each.uid.partition("@")[0]: each.status for each in events}
    assert found == {VISIT: "CONFIRMED", TALK: "CANCELLED", LEG: None}


def test_the_draft_reaches_no_calendar_before_it_is_released(
    world: World, phone: FlaskClient
) -> None:
    release(world, visit(), talk(), hours=1)
    before = feed(phone)
    with world.app.app_context():
        moved = replace(trip(), items=(visit(starts=at(16, 8)), talk()))
        store_bundle(moved, actor=COMMAND_LINE, now=NOW + timedelta(hours=2))
    assert feed(phone) == before
    assert "Release 1" in before


def test_before_the_first_release_the_calendar_says_draft(phone: FlaskClient) -> None:
    assert "Draft" in feed(phone)


def test_what_leaves_a_group_is_cancelled_for_it_and_new_for_the_other(
    world: World, phone: FlaskClient
) -> None:
    ours, theirs = Client(), Client()
    release(world, visit(groups=("A",)), talk(), hours=1)
    ours.merge(feed(phone, FEED + "&group=A"))
    theirs.merge(feed(phone, FEED + "&group=B"))
    assert (VISIT in ours.shown, VISIT in theirs.shown) == (True, False)
    release(world, visit(groups=("B",)), talk(), hours=2)
    ours.merge(feed(phone, FEED + "&group=A"))
    theirs.merge(feed(phone, FEED + "&group=B"))
    assert (VISIT in ours.shown, VISIT in theirs.shown) == (False, True)
    release(world, visit(), talk(), hours=3)
    ours.merge(feed(phone, FEED + "&group=A"))
    theirs.merge(feed(phone, FEED + "&group=B"))
    assert ours.shown[VISIT] == theirs.shown[VISIT] == at(16, 10)


def test_what_was_asked_before_is_answered_without_reading_the_trip(
    world: World,
    phone: FlaskClient,
    query_counter: Callable[[], AbstractContextManager[Counted]],
) -> None:
    at_second = release(world, visit(), talk(), hours=1)
    first = phone.get(FEED)
    assert first.last_modified == at_second
    for head in (
        {"If-None-Match": first.headers["ETag"]},
        {"If-Modified-Since": first.headers["Last-Modified"]},
    ):
        with query_counter() as queries:
            again = phone.get(FEED, headers=head)
        assert (again.status_code, again.data) == (304, b"")
        assert len([one for one in queries.statements if one.startswith("SELECT")]) == 1
    release(world, visit(starts=at(16, 8)), talk(), hours=2)
    for head in (
        {"If-None-Match": first.headers["ETag"]},
        {"If-Modified-Since": first.headers["Last-Modified"]},
    ):
        assert phone.get(FEED, headers=head).status_code == 200


def addresses(world: World) -> dict[str, str]:
    """Subject and token of the open calendar links."""
    with world.app.app_context():
        key = doors().settings.field_key
        found = list_links(UIDS["trip"], LinkPurpose.CALENDAR, key)
        return {link.subject: link.token for link in found if link.revoked_at is None}


@pytest.mark.usefixtures("clock")
def test_a_group_gets_an_address_of_its_own_that_can_be_reset(
    world: World, phone: FlaskClient
) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False
    jana = world.client("organiser")
    page = f"/trips/{world.slug}/feeds"
    for group in ("", "B"):
        assert jana.post(page, data={"group": group}).status_code == 303
    old = addresses(world)
    assert set(old) == {UIDS["trip"], "B"}
    everyone, ours = (f"/p/{old[key]}/calendar.ics" for key in (UIDS["trip"], "B"))
    assert TALK in phone.get(everyone).text
    assert TALK not in phone.get(ours).text
    assert TALK not in phone.get(ours + "?group=A").text
    assert phone.get(f"/p/{old['B']}").status_code == 404
    assert old["B"] in jana.get(page).text
    jana.post(page, data={"group": "B"})
    new = addresses(world)
    assert new["B"] != old["B"]
    assert new[UIDS["trip"]] == old[UIDS["trip"]]
    assert phone.get(ours).status_code == 410
    assert phone.get(f"/p/{new['B']}/calendar.ics").status_code == 200
    assert jana.post(page, data={"group": "Z"}).status_code == 400
