import pytest

from tests.forms_on_pages import filled
from tests.world import World
from tests.world_trip import OTHER_SLUG, SLUG, UIDS
from trips.domain.trip import Trip
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_trip_uid

EDIT = f"/trips/{SLUG}/edit"


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def trip(world: World, uid: str = UIDS["trip"]) -> Trip:
    with world.app.app_context():
        return get_snapshot(uid).trip


def test_a_title_and_dates_are_enough_for_a_new_trip(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get("/trips/new").text)
    fields |= {"title-de": "Städtedialog Köln", "starts_on": "2027-05-03", "ends_on": "2027-05-05"}
    answer = jana.post("/trips/new", data=fields)
    assert answer.status_code == 303
    assert answer.location == "/trips/staedtedialog-koeln-2027/"
    page = jana.get(answer.location)
    assert page.status_code == 200
    assert "Städtedialog Köln" in page.text
    assert "/stops/new" in page.text


def test_a_taken_address_is_refused_and_nothing_typed_is_lost(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get("/trips/new").text) | {"title-de": "Noch eine", "slug": OTHER_SLUG}
    answer = jana.post("/trips/new", data=fields)
    assert answer.status_code == 422
    assert (filled(answer.text)["title-de"], filled(answer.text)["slug"]) == (
        "Noch eine", OTHER_SLUG,
    )  # fmt: skip


def test_an_untouched_form_changes_nothing(open_world: World) -> None:
    jana, before = open_world.client("organiser"), trip(open_world)
    assert jana.post(EDIT, data=filled(jana.get(EDIT).text)).status_code == 303
    assert trip(open_world) == before


def test_a_new_address_leads_on_from_the_old_one(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(EDIT).text) | {"slug": "soziale-stadt-2026"}
    assert jana.post(EDIT, data=fields).location == "/trips/soziale-stadt-2026/"
    old = jana.get(f"/trips/{SLUG}/programme")
    assert old.headers["Location"].endswith("/trips/soziale-stadt-2026/programme")


def test_aims_and_groups_grow_row_by_row(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = jana.post(EDIT, data=filled(jana.get(EDIT).text) | {"add": "aims"}).text
    fields = filled(page) | {"aims-0-de": "Verstehen", "aims-1-en": "Compare"}
    fields |= {"groups-2-code": "C", "groups-2-name-de": "Dritte"}
    fields.pop("add", None)
    assert jana.post(EDIT, data=fields).status_code == 303
    saved = trip(open_world)
    assert [dict(aim) for aim in saved.aims] == [{"de": "Verstehen"}, {"en": "Compare"}]
    assert [group.code for group in saved.groups] == ["A", "B", "C"]


def test_a_group_in_use_stays_and_says_so(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(EDIT).text) | {"groups-0-code": ""}
    answer = jana.post(f"{EDIT}?lang=de", data=fields)
    assert answer.status_code == 422
    assert "Es gehören noch Programmpunkte oder Personen zu: A" in answer.text


def test_two_edits_of_the_title_are_laid_side_by_side(open_world: World) -> None:
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    hers, his = filled(jana.get(EDIT).text), filled(kofi.get(EDIT).text)
    jana.post(EDIT, data=hers | {"title-en": "Social Cities", "number": "1"})
    answer = kofi.post(EDIT, data=his | {"title-en": "The Social City"})
    assert answer.status_code == 409
    assert "Social Cities" in answer.text
    again = filled(answer.text)
    assert (again["title-en"], again["number"]) == ("The Social City", "1")


def test_a_day_gets_its_sentence(open_world: World) -> None:
    jana, form = open_world.client("organiser"), f"/trips/{SLUG}/days/2026-03-16/edit"
    fields = filled(jana.get(form).text) | {"sentence-de": "Ankommen.", "words-0-term-de": "Kiez"}
    assert jana.post(form, data=fields).status_code == 303
    assert "Ankommen." in jana.get(f"/trips/{SLUG}/programme?lang=de").text
    assert trip(open_world).days[0].words[0].term["de"] == "Kiez"


def test_members_cannot_plan_trips(open_world: World) -> None:
    assert open_world.client("viewer").get("/trips/new").status_code == 404
    with open_world.app.app_context():
        assert find_trip_uid("new") is None
