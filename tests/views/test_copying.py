"""Starting from something: copies of trips, templates, days of other trips."""

import re
from collections.abc import Mapping

import pytest
from flask.testing import FlaskClient

from tests.world import World
from tests.world_trip import UIDS
from trips.domain.item import ItemStatus
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import TripStatus
from trips.domain.values.text import Text
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_trip_uid

COPY = {
    "title-de": "Leipzig noch einmal",
    "title-en": "Leipzig once more",
    "starts_on": "2026-03-24",
    "with_hosts": "y",
}


@pytest.fixture
def client(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    client = world.client("organiser")
    client.set_cookie("lang", "de")
    return client


def find(world: World, slug: str) -> TripSnapshot | None:
    with world.app.app_context():
        uid = find_trip_uid(slug)
        return get_snapshot(uid) if uid else None


def get(world: World, slug: str) -> TripSnapshot:
    found = find(world, slug)
    assert found is not None
    return found


def copied(client: FlaskClient, world: World, **form: str) -> str:
    answer = client.post(f"/trips/{world.slug}/copy", data={**COPY, **form})
    assert answer.status_code == 303, answer.text[:3000]
    return str(answer.location).strip("/").rpartition("/")[2]


def test_the_form_proposes_the_same_weekday_a_year_later(client: FlaskClient, world: World) -> None:
    page = client.get(f"/trips/{world.slug}/copy").text
    assert 'value="2027-03-15"' in page
    assert get(world, world.slug).trip.starts_on.isoformat() == "2026-03-16"


def test_a_copy_is_a_draft_of_its_own(client: FlaskClient, world: World) -> None:
    slug = copied(client, world)
    original, copy = get(world, world.slug), get(world, slug)
    assert slug == "leipzig-noch-einmal"
    assert copy.trip.title == Text(de="Leipzig noch einmal", en="Leipzig once more")
    assert (copy.trip.status, copy.trip.starts_on.isoformat()) == (TripStatus.DRAFT, "2026-03-24")
    assert copy.participations == ()
    assert len(copy.stops) == len(original.stops)
    assert {item.uid for item in copy.items} & {item.uid for item in original.items} == set()
    told = client.get(f"/trips/{slug}/").text
    assert "Zurückgeblieben" in told
    assert "Dienstag statt an einem Montag" in told


def test_a_copy_can_be_taken_back_until_it_is_changed(client: FlaskClient, world: World) -> None:
    first, second = copied(client, world), copied(client, world)
    assert second == "leipzig-noch-einmal-2"
    assert client.post(f"/trips/{first}/copy/undo").location == "/trips"
    assert find(world, first) is None
    client.post(f"/trips/{second}/template")
    client.post(f"/trips/{second}/copy/undo")
    assert find(world, second) is not None


def test_what_is_no_copy_is_never_taken_back(client: FlaskClient, world: World) -> None:
    client.post(f"/trips/{world.slug}/copy/undo")
    assert find(world, world.slug) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts_on": ""},
        {"title-de": "", "title-en": ""},
        {"slug": "Nicht So"},
        {"slug": "leipzig-nuernberg"},
    ],
)
def test_mistakes_are_said_and_what_was_typed_stays(
    client: FlaskClient, world: World, wrong: Mapping[str, str]
) -> None:
    page = client.post(f"/trips/{world.slug}/copy", data={**COPY, **wrong})
    assert page.status_code in {409, 422}
    assert "error" in page.text
    assert 'value="y"' in page.text or "checked" in page.text


def test_templates_stand_apart_and_begin_new_trips(client: FlaskClient, world: World) -> None:
    slug = copied(client, world, is_template="y")
    listing = client.get("/trips").text
    trips, _, templates = listing.partition('id="templates"')
    assert f"/trips/{slug}/" not in trips
    assert f"/trips/{slug}/copy" in templates
    assert "Neue Reise aus dieser Vorlage" in client.get(f"/trips/{slug}/copy").text
    answer = client.post(f"/trips/{slug}/copy", data={**COPY, "title-de": "Aus der Vorlage"})
    assert not get(world, str(answer.location).strip("/").rpartition("/")[2]).trip.is_template
    client.post(f"/trips/{slug}/template")
    assert 'id="templates"' not in client.get("/trips").text


def test_a_day_of_another_trip_becomes_ideas_here(client: FlaskClient, world: World) -> None:
    slug = copied(client, world)
    address = f"/trips/{slug}/reuse"
    assert f'value="{world.slug}"' in client.get(address).text
    source = get(world, world.slug)
    on = source.item_by_uid[UIDS["visit"]].starts.date().isoformat()
    form = {"on": on, "to": "2026-03-26", "stop": "", "how": "times"}
    before = get(world, slug)
    answer = client.post(f"{address}?from={world.slug}", data=form)
    assert answer.status_code == 303
    known = {item.uid for item in before.items}
    new = [item for item in get(world, slug).items if item.uid not in known]
    assert new
    assert {item.starts.date().isoformat() for item in new} == {"2026-03-26"}
    assert {item.status for item in new} == {ItemStatus.IDEA}
    told = client.get(answer.location).text
    undo = re.search(r'action="(/trips/[^"]+/board/back[^"]*)"', told)
    assert undo is not None
    client.post(undo[1].replace("&amp;", "&"))
    assert {item.uid for item in get(world, slug).items} == known


def test_only_trips_that_one_may_read_are_offered(client: FlaskClient, world: World) -> None:
    slug = copied(client, world)
    assert client.get(f"/trips/{slug}/reuse?from=nirgends").status_code == 404
    assert world.client("viewer").get(f"/trips/{world.slug}/reuse").status_code == 404


@pytest.mark.parametrize("wrong", [{"on": "2031-01-01"}, {"to": ""}, {"stop": "foreign"}])
def test_a_day_that_is_not_there_is_not_copied(
    client: FlaskClient, world: World, wrong: Mapping[str, str]
) -> None:
    slug = copied(client, world)
    form = {"on": "2026-03-17", "to": "2026-03-26", "stop": "", "how": "ideas", **wrong}
    answer = client.post(f"/trips/{slug}/reuse?from={world.slug}", data=form)
    assert answer.status_code == 422
