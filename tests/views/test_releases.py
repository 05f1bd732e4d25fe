"""Pages of releases: the list, one of them, two side by side, a new one."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import html5lib
import pytest
from flask.testing import FlaskClient

from tests.conftest import Counted
from tests.world import TOKEN, World
from tests.world_trip import UIDS, at, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.values.text import Text
from trips.queries.release import list_blocking, list_releases
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision
from trips.services.importing.bundle import store_bundle
from trips.services.readiness.finding import Acceptance, accept_finding
from trips.services.release import make_release

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
VISIT, TALK = UIDS["visit"], UIDS["talk"]


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


def store(world: World, **values: object) -> None:
    """Give the visit other values."""
    items = [replace(each, **values) if each.uid == VISIT else each for each in trip().items]
    with world.app.app_context():
        changed = replace(trip(), items=tuple(items))
        store_bundle(changed, actor=COMMAND_LINE, now=NOW)


def release(world: World, name: str, hours: int = 0) -> None:
    with world.app.app_context():
        now = NOW + timedelta(hours=hours)
        make_release(UIDS["trip"], name, actor=COMMAND_LINE, now=now, reason="a test")


def words(page: str) -> str:
    document = html5lib.HTMLParser(strict=True).parse(page)
    return " ".join(" ".join(document.itertext()).split())


def page(client: FlaskClient, path: str = "", lang: str = "en") -> str:
    mark = "&" if "?" in path else "?"
    answer = client.get(f"/trips/leipzig-nuernberg/releases{path}{mark}lang={lang}")
    assert answer.status_code == 200
    return words(answer.text)


def form(world: World, **values: str) -> dict[str, str]:
    with world.app.app_context():
        revision = find_revision(UIDS["trip"])
    return {"revision": str(revision), "name": "Final", "note": "", "reason": "", **values}


def test_without_a_release_the_page_says_what_to_do(jana: FlaskClient) -> None:
    assert "Nothing is released yet" in page(jana)
    assert "Noch keine Fassung" in page(jana, lang="de")


def test_the_list_tells_who_released_what_and_how_much_changed(
    world: World, jana: FlaskClient
) -> None:
    release(world, "First")
    store(world, starts=at(16, 8))
    release(world, "Second", hours=1)
    store(world, starts=at(16, 8), room="Saal 2")
    english, german = page(jana), page(jana, lang="de")
    for name in ("First", "Second", "1 × Time changed", "1 × Place changed", "2 Mar 2026, 11:00"):
        assert name in english
    assert "Geändert seit Fassung 2" in german
    assert "Fassung 3 veröffentlichen" in german


def test_a_release_can_be_read_as_it_was(world: World, jana: FlaskClient) -> None:
    release(world, "First")
    store(world, title=Text(de="Schloss", en="Castle"))
    assert "Town hall" in page(jana, "/1")
    assert "Castle" not in page(jana, "/1")
    assert jana.get("/trips/leipzig-nuernberg/releases/7").status_code == 404


def test_two_states_stand_side_by_side(world: World, jana: FlaskClient) -> None:
    release(world, "First")
    store(world, starts=at(16, 8), room="Saal 2")
    release(world, "Second", hours=1)
    found = page(jana, "/compare?from=1&to=2")
    for each in ("10:00–12:00", "08:00–12:00", "Saal 2", "Time changed", "Release 1", "Release 2"):
        assert each in found
    assert "No difference" in page(jana, "/compare?from=2&to=2")
    assert "No difference" in page(jana, "/compare?from=2")
    for wrong in ("from=9", "from=x", "from=1&person=nobody"):
        address = f"/trips/leipzig-nuernberg/releases/compare?{wrong}"
        assert jana.get(address).status_code == 404


def test_one_person_sees_only_what_concerns_them(world: World, jana: FlaskClient) -> None:
    release(world, "First")
    dinner = Item(
        uid="dinneraaaaaaaaaa",
        kind=ItemKind.MEAL,
        title=Text(de="Abendessen", en="Dinner"),
        starts=at(16, 19),
        ends=at(16, 21),
        status=ItemStatus.CONFIRMED,
        groups=("B",),
    )
    with world.app.app_context():
        parts = [
            replace(each, group="A" if each.uid == UIDS["thandi-part"] else "B")
            for each in trip().participations
        ]
        more = replace(trip(), items=(*trip().items, dinner), participations=tuple(parts))
        store_bundle(more, actor=COMMAND_LINE, now=NOW)
    hers = page(jana, f"/compare?person={UIDS['thandi-part']}")
    theirs = page(jana, f"/compare?person={UIDS['olena-part']}")
    assert ("Dinner" in hers, "Dinner" in theirs) == (False, True)


def test_publishing_needs_a_name_and_a_reason_where_something_blocks(
    world: World, jana: FlaskClient
) -> None:
    address = "/trips/leipzig-nuernberg/releases/new"
    assert "Publish release 1 all the same" in page(jana, "/new")
    nameless = jana.post(address, data=form(world, name="", note="Typed already"))
    assert nameless.status_code == 422
    assert "Typed already" in nameless.text
    blocked = jana.post(address + "?lang=en", data=form(world))
    assert blocked.status_code == 422
    assert "say why" in words(blocked.text)
    done = jana.post(address, data=form(world, reason="The minister insists"))
    assert (done.status_code, done.location) == (303, "/trips/leipzig-nuernberg/releases/1")
    with world.app.app_context():
        made = list_releases(UIDS["trip"])
    assert [(each.name, each.author) for each in made] == [("Final", "Jana Brandt")]
    assert "Nothing has changed" in page(jana, "/new")


def test_what_somebody_else_changed_meanwhile_is_looked_at_again(
    world: World, jana: FlaskClient
) -> None:
    seen = form(world, reason="Because")
    store(world, room="Saal 9")
    late = jana.post("/trips/leipzig-nuernberg/releases/new?lang=en", data=seen)
    assert late.status_code == 409
    assert "look again" in words(late.text)
    with world.app.app_context():
        assert list_releases(UIDS["trip"]) == ()
    again = form(world, reason="Because")
    assert jana.post("/trips/leipzig-nuernberg/releases/new", data=again).status_code == 303


def test_viewers_read_releases_and_publish_none(world: World) -> None:
    release(world, "First")
    vera = world.client("viewer")
    assert "Publish" not in page(vera)
    assert vera.get("/trips/leipzig-nuernberg/releases/new").status_code == 404


def test_the_phone_names_what_the_last_release_changed(world: World) -> None:
    release(world, "First")
    store(world, starts=at(16, 8), room="Saal 2")
    phone = world.client()
    day = f"/p/{TOKEN}?lang=en&day=2026-03-16"
    assert "10:00" in phone.get(day).text
    assert "Moved: was" not in phone.get(day).text
    release(world, "Second", hours=1)
    moved = words(phone.get(day).text)
    assert "Moved: was 10:00" in moved
    assert "Release 2: Second" in moved
    store(world, status=ItemStatus.CANCELLED)
    release(world, "Third", hours=2)
    gone = words(phone.get(day).text)
    assert "No longer takes place" in gone
    assert "Moved: was" not in gone


def test_documents_show_the_newest_release_unless_asked_otherwise(
    world: World, jana: FlaskClient
) -> None:
    address = f"/trips/{world.slug}/documents"
    assert 'name="release" value="draft"' in jana.get(address).text
    release(world, "First")
    release_one = '<option value="1"'
    text = jana.get(address).text
    assert text.index(release_one) < text.index('<option value="draft"')
    wish = {"kind": "roster", "lang": "en", "group": "", "release": "1"}
    answer = jana.post(address, data=wish)
    assert answer.status_code == 303
    assert "v1" in jana.get(answer.location).text
    assert jana.post(address, data={**wish, "release": "9"}).status_code == 400


def test_the_number_of_queries_does_not_grow_with_the_releases(
    world: World,
    jana: FlaskClient,
    query_counter: Callable[[], AbstractContextManager[Counted]],
) -> None:
    def queries(path: str) -> int:
        with query_counter() as counted:
            page(jana, path)
        return len(counted)

    release(world, "First")
    few = [queries(path) for path in ("", "/compare")]
    for number in range(3):
        store(world, room=f"Saal {number}")
        release(world, f"More {number}", hours=number + 1)
    assert [queries(path) for path in ("", "/compare")] == few


@pytest.mark.usefixtures("clock")
def test_with_nothing_blocking_the_overview_leads_to_the_next_release(
    world: World, jana: FlaskClient
) -> None:
    address = f"/trips/{world.slug}/?lang=en"
    assert "Publish release" not in jana.get(address).text
    with world.app.app_context():
        blocking = list_blocking(get_snapshot(UIDS["trip"]), NOW)
        for each in blocking:
            said = Acceptance(
                key=each.key, facts=each.facts_hash, reason="Meant so", today=NOW.date()
            )
            accept_finding(UIDS["trip"], said, actor=COMMAND_LINE, now=NOW)
    assert blocking
    assert "Publish release 1" in words(jana.get(address).text)
    assert "all the same" not in page(jana, "/new")
    done = jana.post(f"/trips/{world.slug}/releases/new", data=form(world))
    assert done.status_code == 303
    assert "Publish release" not in words(jana.get(address).text)
