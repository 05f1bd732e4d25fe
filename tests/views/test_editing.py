"""What every form that edits one object promises, whatever somebody else does meanwhile."""

import re

import pytest

from tests.forms_on_pages import filled
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips.domain.pages.address_book import Shelf
from trips.domain.snapshot import TripSnapshot
from trips.queries.address_lists import find_entry
from trips.queries.snapshot import get_snapshot

BASE = f"/trips/{SLUG}"
GONE = "Somebody else removed this meanwhile."
FORMS = {
    "item": (f"{BASE}/items/{UIDS['visit']}", "{}/delete", "room", "Saal 1"),
    "leg": (f"{BASE}/legs/{UIDS['leg']}", "{}/delete", "carrier", "Regionalbahn"),
    "hotel": (f"{BASE}/hotels/{UIDS['hotel']}", "{}/delete", "street", "Ring 5"),
    "participant": (f"{BASE}/delegates/{UIDS['thandi-part']}", "{}/remove", "part-note", "wichtig"),
    "assignment": (
        f"{BASE}/assignments/{UIDS['assignment']}", "{}/delete", "mode", "liaison",
    ),
}  # fmt: skip


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def snapshot(world: World) -> TripSnapshot:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"])


@pytest.mark.parametrize("kind", FORMS)
def test_what_is_typed_survives_a_removal_by_somebody_else(open_world: World, kind: str) -> None:
    page, removal, name, value = FORMS[kind]
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    typed = filled(jana.get(page).text) | {name: value}
    assert kofi.post(removal.format(page)).status_code == 303

    answer = jana.post(f"{page}?lang=en", data=typed)
    assert answer.status_code == 409
    assert GONE in answer.text
    assert "Restore and save" in answer.text
    again = filled(answer.text)
    assert again[name] == value

    assert jana.post(page, data=again | {"restore": "1"}).status_code == 303
    assert filled(jana.get(page).text)[name] == value


def test_an_entry_of_the_address_book_comes_back_under_its_name(open_world: World) -> None:
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    made = jana.post(
        "/address-book/sites/new?next=/account",
        data=filled(jana.get("/address-book/sites/new").text) | {"name-de": "Kino"},
    )
    uid = re.findall(r"entry=(\w+)", made.location)[0]
    page = f"/address-book/sites/{uid}"
    typed = filled(jana.get(page).text) | {"name-en": "Cinema"}
    assert kofi.post(f"{page}/delete").status_code == 303
    answer = jana.post(f"{page}?lang=en", data=typed)
    assert (answer.status_code, GONE in answer.text) == (409, True)
    assert jana.post(page, data=filled(answer.text) | {"restore": "1"}).status_code == 303
    with open_world.app.app_context():
        found = find_entry(Shelf.SITES, uid)
    assert found
    assert dict(found.entry.name) == {"de": "Kino", "en": "Cinema"}


def test_a_stop_is_gone_only_for_who_has_it_open(open_world: World) -> None:
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    new = f"{BASE}/stops/new"
    dates = dict.fromkeys(("arrives_on", "departs_on"), "2026-03-18")
    jana.post(new, data=filled(jana.get(new).text) | {"city-de": "Ulm"} | dates)
    uid = next(stop.uid for stop in snapshot(open_world).stops if stop.city["de"] == "Ulm")
    page = f"{BASE}/stops/{uid}"
    typed = filled(jana.get(page).text) | {"city-en": "Ulm on the Danube"}
    kofi.post(f"{page}/delete")
    assert jana.get(page).status_code == 404
    answer = jana.post(page, data=typed)
    assert answer.status_code == 409
    jana.post(page, data=filled(answer.text) | {"restore": "1"})
    stop = snapshot(open_world).stop_by_uid[uid]
    assert dict(stop.city) == {"de": "Ulm", "en": "Ulm on the Danube"}


def test_what_hangs_on_something_removed_says_so_and_keeps_what_was_typed(
    open_world: World,
) -> None:
    jana = open_world.client("organiser")
    page = f"{BASE}/delegations/{UIDS['ukraine']}"
    typed = filled(jana.get(page).text) | {"was": "{}", "note": "x"}
    assert jana.post(page, data=typed).status_code == 400
    assert jana.post(f"{BASE}/items/nobody", data={"room": "x"}).status_code == 404
    known = filled(jana.get(f"{BASE}/items/{UIDS['visit']}").text) | {"room": "Saal 9"}
    answer = jana.post(f"{BASE}/items/nobody?lang=en", data=known | {"restore": "1"})
    assert answer.status_code == 409
    assert "Somebody else removed something this refers to." in answer.text
    assert filled(answer.text)["room"] == "Saal 9"


def test_a_new_site_is_entered_from_the_item_and_comes_back_chosen(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = f"{BASE}/items/{UIDS['visit']}"
    fields = filled(jana.get(page).text) | {"room": "Saal 3", "then": "site"}
    away = jana.post(page, data=fields)
    assert away.location.startswith("/address-book/sites/new?next=")
    entry = filled(jana.get(away.location).text) | {"name-de": "Werkhalle"}
    back = jana.post(away.location, data=entry)
    assert back.location.startswith(f"{page}?entry=")
    shown = filled(jana.get(f"{back.location}&lang=de").text)
    assert (shown["site"], shown["room"]) == ("Werkhalle", "Saal 3")
    before = snapshot(open_world).item_by_uid[UIDS["visit"]]
    jana.post(page, data=shown)
    after = snapshot(open_world).item_by_uid[UIDS["visit"]]
    assert (before.site, after.site) == (UIDS["hall"], back.location.partition("entry=")[2])


def test_an_assignment_is_edited(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = f"{BASE}/assignments/{UIDS['assignment']}"
    fields = filled(jana.get(page).text)
    fields.pop("is_both_ways", None)
    assert jana.post(page, data=fields | {"mode": "whispered"}).status_code == 303
    found = next(
        each for each in snapshot(open_world).assignments if each.uid == UIDS["assignment"]
    )
    assert (found.mode.value, found.is_both_ways) == ("whispered", False)
