"""One person's own calendar through releases in which they change the group, come later, leave."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import vobject
from flask.testing import FlaskClient

from tests.views.subscribing import LEG, NOW, TALK, VISIT, Client, feed, release, talk, visit
from tests.world import World
from tests.world_trip import UIDS, at, participations, trip
from trips.domain.account.link import LinkPurpose
from trips.domain.account.user import COMMAND_LINE
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.participation import DelegateStatus, Participation
from trips.domain.values.text import Text
from trips.extensions import doors
from trips.queries.link import list_links
from trips.services.importing.bundle import store_bundle

OLENA, THANDI, HANNA = UIDS["olena-part"], UIDS["thandi-part"], UIDS["hanna-part"]
TOUR = Item(
    uid="touraaaaaaaaaaaa",
    kind=ItemKind.VISIT,
    title=Text(de="Führung", en="Tour"),
    starts=at(17, 9),
    ends=at(17, 11),
    stop=UIDS["leipzig"],
    status=ItemStatus.CONFIRMED,
    groups=("B",),
)
Subscribe = Callable[[str], str]


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


@pytest.fixture
def subscribe(world: World, jana: FlaskClient) -> Subscribe:
    """Makes the address of somebody's calendar."""

    def make(person: str) -> str:
        page = f"/trips/{world.slug}/feeds"
        assert jana.post(page, data={"person": person}).status_code == 303
        with world.app.app_context():
            key = doors().settings.field_key
            found = list_links(UIDS["trip"], LinkPurpose.PERSONAL_CALENDAR, key)
        token = next(each.token for each in found if each.subject == person)
        return f"/p/{token}/calendar.ics?lang=en"

    return make


def people(uid: str, **values: Any) -> tuple[Participation, ...]:
    return tuple(replace(one, **values) if one.uid == uid else one for one in participations())


@pytest.mark.usefixtures("clock")
@pytest.mark.both_databases
def test_who_changes_the_group_loses_the_old_items_and_gets_the_new_ones(
    world: World, subscribe: Subscribe
) -> None:
    phone, client, bystander = world.client(), Client(), Client()
    ours, theirs = subscribe(OLENA), subscribe(THANDI)

    def look() -> None:
        client.merge(feed(phone, ours))
        bystander.merge(feed(phone, theirs))

    release(world, visit(), talk(), TOUR, hours=1)
    look()
    assert set(client.shown) == {VISIT, TALK, LEG}
    second = release(
        world,
        visit(starts=at(16, 11)),
        talk(),
        TOUR,
        hours=2,
        participations=people(OLENA, group="B"),
    )
    look()
    assert set(client.shown) == {VISIT, TOUR.uid, LEG}
    assert client.held[TALK].status == "CANCELLED"
    assert client.held[TALK].stamp == second
    assert client.moves == [VISIT, TALK]
    assert bystander.moves == [VISIT], "nothing has happened to the talk itself"
    release(world, visit(starts=at(16, 11)), talk(), hours=3)
    look()
    assert set(client.shown) == {VISIT, TALK, LEG}
    assert {uid: one.order for uid, one in client.held.items()} == {
        VISIT: 1,
        TALK: 2,
        LEG: 0,
        TOUR.uid: 2,
    }
    assert set(bystander.shown) == {VISIT, TALK, LEG}
    release(world, talk(starts=at(17, 8)), hours=4, assignments=())
    look()
    assert client.shown == {TALK: at(17, 8), LEG: at(17, 14, 15)}


@pytest.mark.usefixtures("clock")
def test_who_looks_seldom_ends_up_with_the_same(world: World, subscribe: Subscribe) -> None:
    phone, lazy, eager = world.client(), Client(), Client()
    ours = subscribe(OLENA)
    release(world, visit(), talk(), TOUR, hours=1)
    lazy.merge(feed(phone, ours))
    for hours, group in ((2, "B"), (3, "A"), (4, "B")):
        release(
            world, visit(), talk(), TOUR, hours=hours, participations=people(OLENA, group=group)
        )
        eager.merge(feed(phone, ours))
    lazy.merge(feed(phone, ours))
    assert lazy.shown == eager.shown
    assert set(lazy.shown) == {VISIT, TOUR.uid, LEG}
    assert lazy.held[TALK] == eager.held[TALK]


@pytest.mark.usefixtures("clock")
def test_days_of_presence_count_and_who_withdraws_loses_everything(
    world: World, subscribe: Subscribe
) -> None:
    phone, client, ours = world.client(), Client(), subscribe(OLENA)
    release(world, visit(), talk(), hours=1)
    client.merge(feed(phone, ours))
    late = people(OLENA, present_from=date(2026, 3, 17))
    release(world, visit(), talk(), hours=2, participations=late)
    client.merge(feed(phone, ours))
    assert set(client.shown) == {TALK, LEG}
    olena = trip().participation_by_uid[OLENA]
    assert olena.delegate is not None
    withdrawn = replace(olena.delegate, status=DelegateStatus.WITHDRAWN)
    release(world, visit(), talk(), hours=3, participations=people(OLENA, delegate=withdrawn))
    client.merge(feed(phone, ours))
    assert client.shown == {}
    release(world, visit(), talk(), hours=4)
    client.merge(feed(phone, ours))
    assert set(client.shown) == {VISIT, TALK, LEG}


@pytest.mark.usefixtures("clock")
def test_an_interpreter_has_what_they_interpret_and_the_journeys(
    world: World, subscribe: Subscribe
) -> None:
    phone, client, ours = world.client(), Client(), subscribe(HANNA)
    release(world, visit(), talk(), hours=1)
    client.merge(feed(phone, ours))
    assert set(client.shown) == {VISIT, LEG}
    release(world, visit(), talk(), hours=2, assignments=())
    client.merge(feed(phone, ours))
    assert set(client.shown) == {LEG}


@pytest.mark.usefixtures("clock")
def test_who_joins_after_a_release_sees_what_is_for_everyone_until_the_next(
    world: World, subscribe: Subscribe
) -> None:
    phone, client = world.client(), Client()
    before = tuple(one for one in participations() if one.uid != OLENA)
    with world.app.app_context():
        release(world, visit(), talk(), TOUR, hours=1, participations=before)
    ours = subscribe(THANDI)
    assert set(_uids(feed(phone, ours))) == {VISIT, TALK, TOUR.uid, LEG}
    release(world, visit(starts=at(16, 8)), talk(), TOUR, hours=2, participations=before)
    _store(world, visit(starts=at(16, 8)), talk(), TOUR)
    newcomer = subscribe(OLENA)
    client.merge(feed(phone, newcomer))
    assert set(client.shown) == {VISIT, LEG}
    release(world, visit(starts=at(16, 8)), talk(), TOUR, hours=3)
    client.merge(feed(phone, newcomer))
    assert set(client.shown) == {VISIT, TALK, LEG}


def _store(world: World, *items: Item) -> None:
    with world.app.app_context():
        store_bundle(replace(trip(), items=items), actor=COMMAND_LINE, now=NOW)


def _uids(data: str) -> list[str]:
    return [each.uid.value.partition("@")[0] for each in vobject.readOne(data).vevent_list]


@pytest.mark.usefixtures("clock")
def test_the_address_can_be_reset_and_opens_nothing_else(
    world: World, jana: FlaskClient, subscribe: Subscribe
) -> None:
    phone, old = world.client(), subscribe(OLENA)
    person = f"/trips/{world.slug}/delegates/{OLENA}"
    for page in (person, f"/trips/{world.slug}/feeds"):
        assert old.replace("?lang=en", "") in jana.get(page).text
    assert TALK in phone.get(old + "&group=B").text, "the address asks for no other group"
    assert "Personal programme of Olena" in phone.get(old).text
    token = old.split("/")[2]
    assert phone.get(f"/p/{token}").status_code == 404
    assert phone.get(f"/p/{token}/programme.pdf").status_code == 404
    new = subscribe(OLENA)
    assert (phone.get(old).status_code, phone.get(new).status_code) == (410, 200)
    for wrong in ("", "nobody"):
        answer = jana.post(f"/trips/{world.slug}/feeds", data={"person": wrong})
        assert answer.status_code == 400
