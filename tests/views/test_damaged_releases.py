"""One release cannot be read any more: it is named, and everything else goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.views.subscribing import FEED, LEG, TALK, VISIT, Client, feed, release, talk, visit
from tests.world import TOKEN, World
from tests.world_trip import UIDS, at
from trips.domain.releases.content import digest_of
from trips.extensions import db, doors
from trips.jobs.changes import prepare_changes
from trips.models.mail import MailRow
from trips.models.release import ReleaseRow
from trips.queries.release import find_newest_number

Damage = Callable[[int], None]


@pytest.fixture(params=["cut", "not JSON", "another shape"])
def damage(world: World, request: pytest.FixtureRequest) -> Damage:
    """Spoils what is stored of a release, in several ways."""

    def spoil(number: int) -> None:
        with world.app.app_context():
            row = db.session.query(ReleaseRow).filter(ReleaseRow.number == number).one()
            bundle = {"cut": row.bundle[:-9], "not JSON": "{", "another shape": "[]"}[request.param]
            digest = row.digest if request.param == "cut" else digest_of(bundle)
            change = update(ReleaseRow).where(ReleaseRow.number == number)
            db.session.execute(change.values(bundle=bundle, digest=digest))
            db.session.commit()

    return spoil


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


def three_releases(world: World) -> None:
    release(world, visit(), talk(), hours=1)
    release(world, visit(starts=at(16, 11)), talk(), hours=2)
    release(world, visit(starts=at(16, 11)), talk(starts=at(17, 8)), hours=3)


def test_pages_name_it_and_lead_to_the_others(
    world: World, jana: FlaskClient, damage: Damage
) -> None:
    three_releases(world)
    damage(2)
    pages = f"/trips/{world.slug}/releases"
    for path in ("/2", "/compare?from=2", "/compare?from=1&to=2"):
        answer = jana.get(f"{pages}{path}{'&' if '?' in path else '?'}lang=en")
        assert answer.status_code == 503
        assert "Release 2 cannot be read" in answer.text
        assert f'href="{pages}/1"' in answer.text
    for path in ("", "/1", "/3", "/compare?from=1&to=3", "/compare", "/new"):
        assert jana.get(pages + path).status_code == 200
    phone = world.client()
    assert phone.get(f"/p/{TOKEN}").status_code == 200
    assert phone.get(FEED).status_code == 200


def test_commands_name_it(world: World, damage: Damage, tmp_path: Path) -> None:
    three_releases(world)
    damage(2)
    run = world.app.test_cli_runner(env={"LC_ALL": None, "LC_MESSAGES": None, "LANG": "en"}).invoke
    path = str(tmp_path / "calendar.ics")
    for words in (
        ["release", "diff", world.slug, "1", "2"],
        ["export", "calendar", world.slug, "--release", "2", "-o", path],
    ):
        refused = run(args=words)
        assert refused.exit_code == 1
        assert "Release 2 (After 2 hours) is damaged" in refused.output
    assert run(args=["release", "diff", world.slug, "1", "3"]).exit_code == 0
    assert run(args=["release", "list", world.slug]).exit_code == 0
    made = run(args=["export", "calendar", world.slug, "--release", "1", "-o", path])
    assert made.exit_code == 0, made.output


def test_where_it_is_the_newest_a_new_release_puts_things_right(
    world: World, jana: FlaskClient, damage: Damage
) -> None:
    phone, client = world.client(), Client()
    three_releases(world)
    client.merge(feed(phone))
    damage(3)
    assert phone.get(FEED).status_code == 503
    programme = phone.get(f"/p/{TOKEN}?lang=de")
    assert programme.status_code == 503
    assert "Fassung 3 lässt sich nicht lesen" in programme.text
    pages = f"/trips/{world.slug}/releases"
    assert "Release 3 cannot be read" in jana.get(f"{pages}?lang=en").text
    assert "Release 3 cannot be read" in jana.get(f"{pages}/new?lang=en").text
    release(world, visit(starts=at(16, 11)), talk(starts=at(17, 8)), hours=4)
    client.merge(feed(phone))
    assert client.shown == {VISIT: at(16, 11), TALK: at(17, 8), LEG: at(17, 14, 15)}
    release(world, visit(), hours=5)
    client.merge(feed(phone))
    assert client.shown == {VISIT: at(16, 10), LEG: at(17, 14, 15)}


def test_mails_compare_with_the_release_before_it(world: World, damage: Damage) -> None:
    three_releases(world)
    damage(2)
    with world.app.app_context():
        assert find_newest_number(UIDS["trip"]) == 3
        payload = {"trip": UIDS["trip"], "release": 3}
        assert prepare_changes(payload, doors()) > 0
        told = list(db.session.scalars(select(MailRow.body)))
    assert any("11:00" in body for body in told), "what release 2 changed is told as well"
