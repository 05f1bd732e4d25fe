import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, time

import pytest

from tests.forms_on_pages import filled
from tests.world import NOW, World
from tests.world_trip import SLUG, UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.interpreter import Availability
from trips.domain.item import HostStatus, ItemStatus
from trips.domain.site import Site
from trips.domain.values.text import Text
from trips.queries.snapshot import get_snapshot
from trips.services.address_book import add_entry
from trips.services.importing.bundle import store_bundle

HALL = f"/address-book/sites/{UIDS['hall']}"
HOST = f"{UIDS['city']}.-"


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def host_status(world: World) -> HostStatus:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"]).item_by_uid[UIDS["visit"]].hosts[0].status


def item_status(world: World) -> ItemStatus:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"]).item_by_uid[UIDS["visit"]].status


def test_an_entry_is_found_edited_and_shown_again(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = jana.get(HALL)
    answer = jana.post(HALL, data=filled(page.text) | {"step_free": "partly", "capacity": "250"})
    assert answer.status_code == 303, answer.text
    listed = jana.get(f"{answer.location}&lang=en").text
    assert "Partly step-free" in listed
    assert ">250<" in listed


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(open_world: World) -> None:
    jana = open_world.client("organiser")
    typed = filled(jana.get(HALL).text) | {"longitude": "", "street": "Burgplatz 1"}
    answer = jana.post(f"{HALL}?lang=en", data=typed)
    assert answer.status_code == 422
    assert "Please give both coordinates, or none." in answer.text
    assert 'value="Burgplatz 1"' in answer.text


def test_two_edits_of_the_same_field_meet_on_a_page(open_world: World) -> None:
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    seen = jana.get(HALL).text
    kofi.post(HALL, data=filled(kofi.get(HALL).text) | {"capacity": "200"})
    answer = jana.post(f"{HALL}?lang=en", data=filled(seen) | {"capacity": "300"})
    assert answer.status_code == 409
    assert "Somebody else changed the same thing meanwhile." in answer.text


@pytest.mark.parametrize("shelf", ["organisations", "people", "sites"])
def test_the_list_takes_the_same_number_of_queries_whatever_its_size(
    world: World, query_counter: Callable[[], AbstractContextManager], shelf: str
) -> None:
    jana, counts = world.client("organiser"), []
    for number in (2, 40):
        with world.app.app_context():
            for index in range(number):
                site = Site(uid="", name=Text(de=f"Ort {index}"), organisation=UIDS["city"])
                add_entry(site, actor=COMMAND_LINE, now=NOW)
        with query_counter() as counted:
            assert jana.get(f"/address-book?list={shelf}").status_code == 200
        counts.append(len(counted))
    assert counts[0] == counts[1]


def test_a_viewer_sees_the_hosts_but_no_contact_and_no_button(open_world: World) -> None:
    with open_world.app.app_context():
        whole = trip()
        city = replace(whole.organisations[0], email="rathaus@example.org")
        changed = replace(whole, organisations=(city, *whole.organisations[1:]))
        store_bundle(changed, actor=COMMAND_LINE, now=NOW)
    viewer = open_world.client("viewer").get(f"/trips/{SLUG}/places?lang=en").text
    organiser = open_world.client("organiser").get(f"/trips/{SLUG}/places?lang=en").text
    assert "City of Leipzig" in viewer
    assert ("rathaus@example.org" in viewer, "rathaus@example.org" in organiser) == (False, True)
    assert ("Enter the answer" in viewer, "Enter the answer" in organiser) == (False, True)


def test_an_answer_is_entered_in_place_and_taken_back(open_world: World) -> None:
    jana = open_world.client("organiser")
    url = f"/trips/{SLUG}/items/{UIDS['visit']}/hosts/{HOST}/declined"
    page = jana.get(jana.post(url).location + "?lang=en").text
    assert host_status(open_world) is HostStatus.DECLINED
    assert "1 answer is missing" in page
    undo = re.findall(r'action="([^"]+/hosts/[^"]+/confirmed[^"]*)"', page)
    jana.post(undo[-1].replace("&amp;", "&"))
    assert host_status(open_world) is HostStatus.CONFIRMED


def test_filters_of_status_and_city_narrow_the_hosts(world: World) -> None:
    jana = world.client("organiser")
    page = f"/trips/{SLUG}/places?lang=en"
    assert "City of Leipzig" in jana.get(f"{page}&status=confirmed").text
    assert "No host has this answer here" in jana.get(f"{page}&status=declined").text
    assert "City of Leipzig" not in jana.get(f"{page}&stop={UIDS['nuremberg']}").text


def test_the_matrix_says_who_is_lost_and_an_assignment_closes_the_hole(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = jana.get(f"/trips/{SLUG}/interpreters?lang=en").text
    assert f'id="item-{UIDS["visit"]}"' in page
    assert "1 hole in the interpreting" in page
    form = f"/trips/{SLUG}/items/{UIDS['visit']}/interpreting"
    shown = jana.get(f"{form}?target=uk&interpreter={UIDS['hanna-int']}").text
    typed = filled(shown) | {"mode": "whispered"}
    answer = jana.post(form, data=typed)
    assert answer.status_code == 303, answer.text
    page = jana.get(f"/trips/{SLUG}/interpreters?lang=en").text
    assert "Everybody understands what is said" in page


def test_a_viewer_sees_no_fee(open_world: World) -> None:
    jana, url = open_world.client("organiser"), f"/trips/{SLUG}/interpreters"
    form = f"{url}/{UIDS['hanna-int']}"
    answer = jana.post(form, data=filled(jana.get(form).text) | {"day_fee": "720,50"})
    assert answer.status_code == 303, answer.text
    assert "€720.50" in jana.get(f"{url}?lang=en").text
    assert "720.50" not in open_world.client("viewer").get(f"{url}?lang=en").text


def test_an_item_is_confirmed_by_offer_once_all_its_hosts_agree(open_world: World) -> None:
    jana = open_world.client("organiser")
    item = f"/trips/{SLUG}/items/{UIDS['visit']}"
    offer = f"{item}/status/confirmed"
    jana.post(f"{item}/status/requested")
    jana.post(f"{item}/hosts/{HOST}/requested")
    assert "Confirm the item" not in jana.get(f"/trips/{SLUG}/places?lang=en").text
    page = jana.get(jana.post(f"{item}/hosts/{HOST}/confirmed").location + "?lang=en").text
    assert item_status(open_world) is ItemStatus.REQUESTED
    assert "Confirm the item" in page
    assert jana.post(re.findall(rf'action="({offer}[^"]*)"', page)[0]).status_code == 303
    assert item_status(open_world) is ItemStatus.CONFIRMED
    page = jana.get(f"/trips/{SLUG}/places?lang=en").text
    assert "Confirm the item" not in page


def test_the_hours_of_an_interpreter_are_entered_row_by_row(open_world: World) -> None:
    jana, url = open_world.client("organiser"), f"/trips/{SLUG}/interpreters"
    form = f"{url}/{UIDS['hanna-int']}?lang=en"
    assert "not asked yet" in jana.get(f"{url}?lang=en").text
    first = {"availability-0-first": "2026-03-16", "availability-0-begins": "13:00"}
    again = jana.post(form, data=filled(jana.get(form).text) | first | {"add": "availability"})
    second = {"availability-1-first": "2026-03-17", "availability-1-last": "2026-03-18"}
    typed = filled(again.text) | second
    assert typed["availability-0-begins"] == "13:00"
    answer = jana.post(form, data=typed | {"availability-1-ends": "00:30"})
    assert answer.status_code == 303, answer.text
    with open_world.app.app_context():
        saved = get_snapshot(UIDS["trip"]).interpreter_by_uid[UIDS["hanna-int"]].availability
    assert saved == (
        Availability(date(2026, 3, 16), date(2026, 3, 16), time(13)),
        Availability(date(2026, 3, 17), date(2026, 3, 18), None, time(0, 30)),
    )
    page = jana.get(f"{url}?lang=en").text
    assert "16 March, from 13:00" in page
    assert "17–18 March, until 00:30" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"last": "2026-03-16"}, "Please give the first day."),
        ({"first": "2026-03-17", "last": "2026-03-16"}, "The last day lies before the first one."),
        ({"first": "2026-03-17", "begins": "09:00", "ends": "09:00"}, "Both times are the same."),
    ],
)
def test_days_and_hours_that_cannot_be_are_told_beside_the_row(
    open_world: World, typed: dict[str, str], words: str
) -> None:
    form = f"/trips/{SLUG}/interpreters/{UIDS['hanna-int']}?lang=en"
    jana = open_world.client("organiser")
    row = {f"availability-0-{name}": value for name, value in typed.items()}
    answer = jana.post(form, data=filled(jana.get(form).text) | row)
    assert answer.status_code == 422
    assert answer.text.count(words) == 2
