"""Lists in the browser's words: who may have which, lists of one's own, figures."""

import pytest
import sqlalchemy as sa

from tests.forms_on_pages import filled
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips.extensions import db
from trips.models.job import JobRow
from trips.queries.lists.plan import list_own_plans

LISTS = f"/trips/{SLUG}/lists"
WISH = {"made_as": "roster", "lang": "en", "sorting": "alphabet"}


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def newest_job(world: World) -> JobRow:
    with world.app.app_context():
        return db.session.scalars(sa.select(JobRow).order_by(JobRow.id.desc())).first()  # type: ignore[return-value]


def test_a_viewer_gets_the_reduced_roster_and_no_list_of_needs(open_world: World) -> None:
    vera = open_world.client("viewer")
    page = vera.get(f"{LISTS}?lang=en").text
    assert "Complete roster" in page
    assert "Hotel list" not in page
    assert vera.post(LISTS, data=WISH | {"preset": "hotel"}).status_code == 400
    assert vera.post(LISTS, data=WISH | {"preset": "giz"}).status_code == 303
    assert newest_job(open_world).payload["reduced"] is True


def test_an_organiser_gets_every_list(open_world: World) -> None:
    jana = open_world.client("organiser")
    for preset in ("giz", "public", "hotel", "driver", "kitchen", "gate"):
        assert jana.post(LISTS, data=WISH | {"preset": preset}).status_code == 303
        payload = newest_job(open_world).payload
        assert (payload["preset"], payload["reduced"]) == (preset, False)


def test_a_list_of_ones_own_is_kept_changed_and_deleted(open_world: World) -> None:
    jana = open_world.client("organiser")
    form = filled(jana.get(f"{LISTS}/new").text) | {
        "name": "Phones", "columns": ["phone", "family_name"], "rows": "roster",
        "sorting": "alphabet",
    }  # fmt: skip
    assert jana.post(f"{LISTS}/new", data=form).status_code == 303
    with open_world.app.app_context():
        [plan] = list_own_plans(UIDS["trip"])
    assert plan.columns == ("family_name", "phone")
    assert jana.post(LISTS, data=WISH | {"preset": plan.key}).status_code == 303
    address = f"{LISTS}/{plan.key}"
    shown = filled(jana.get(address).text)
    jana.post(address, data=shown | {"name": "Telephones", "columns": ["phone", "family_name"]})
    assert "Telephones" in jana.get(LISTS).text
    assert open_world.client("viewer").get(address).status_code == 404
    jana.post(f"{address}/delete")
    with open_world.app.app_context():
        assert list_own_plans(UIDS["trip"]) == ()


def test_columns_stand_as_they_were_moved_and_needs_are_not_shown(open_world: World) -> None:
    jana = open_world.client("organiser")
    form = filled(jana.get(f"{LISTS}/new").text) | {
        "name": "Airport", "columns": ["family_name", "phone", "diet"], "rows": "roster",
        "sorting": "alphabet", "order": "family_name,diet",
    }  # fmt: skip
    page = jana.post(f"{LISTS}/new?lang=en", data=form | {"add": "up:phone"}).text
    assert filled(page)["order"] == "family_name,phone,diet"
    assert "Specially protected" in page
    assert "Vegetarian" not in page
    assert jana.post(f"{LISTS}/new", data=form | {"order": "phone,diet"}).status_code == 303
    with open_world.app.app_context():
        [plan] = list_own_plans(UIDS["trip"])
    assert plan.columns == ("phone", "diet", "family_name")


def test_a_list_without_columns_is_refused_and_nothing_is_lost(open_world: World) -> None:
    jana = open_world.client("organiser")
    answer = jana.post(
        f"{LISTS}/new?lang=en", data={"name": "Empty", "rows": "roster", "sorting": "alphabet"}
    )
    assert answer.status_code == 422
    assert "Please choose at least one column." in answer.text
    assert 'value="Empty"' in answer.text


def test_public_figures_tell_nothing_of_a_trip_of_few(open_world: World) -> None:
    vera = open_world.client("viewer")
    address = f"/trips/{SLUG}/statistics?lang=en"
    assert "plot-bar" in vera.get(address).text
    public = vera.get(f"{address}&for=public").text
    assert "No figures for the public" in public
    assert "plot-bar" not in public
