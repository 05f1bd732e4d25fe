import re

import pytest

from tests.forms_on_pages import filled
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot

BASE = f"/trips/{SLUG}"
LEIPZIG = f"{BASE}/stops/{UIDS['leipzig']}"
LEG = f"{BASE}/legs/{UIDS['leg']}"


@pytest.fixture
def open_world(world: World) -> World:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world


def snapshot(world: World) -> TripSnapshot:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"])


def test_stops_hotels_and_legs_stand_in_order(world: World) -> None:
    page = world.client("viewer").get(f"{BASE}/route?lang=en").text.partition("<main")[2]
    words = dict.fromkeys(re.findall(r"Leipzig|Hotel am Ring|14:15|16:30|Nuremberg", page))
    assert list(words) == ["Leipzig", "Hotel am Ring", "Nuremberg", "14:15", "16:30"]
    assert "? of 1" in page
    assert "/stops/" not in page


def test_a_trip_without_stops_shows_how_to_begin(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get("/trips/new").text)
    fields |= {"title-de": "Leer", "starts_on": "2027-05-03", "ends_on": "2027-05-04"}
    trip = jana.post("/trips/new", data=fields).headers["location"]
    assert "The stops come first." in jana.get(f"{trip}?lang=en").text
    assert "/stops/new" in jana.get(f"{trip}route").text


def test_a_stop_is_edited_with_its_hotels_untouched(open_world: World) -> None:
    jana, hotels = open_world.client("organiser"), snapshot(open_world).stops[0].hotels
    fields = filled(jana.get(LEIPZIG).text) | {"city-en": "Leipsic", "latitude": "51.5"}
    assert jana.post(LEIPZIG, data=fields).status_code == 303
    stop = snapshot(open_world).stops[0]
    assert (stop.city["en"], stop.latitude, stop.hotels) == ("Leipsic", 51.5, hotels)


def test_two_edits_of_a_city_are_laid_side_by_side(open_world: World) -> None:
    jana, kofi = open_world.client("organiser"), open_world.client("colleague")
    hers, his = filled(jana.get(LEIPZIG).text), filled(kofi.get(LEIPZIG).text)
    jana.post(LEIPZIG, data=hers | {"city-en": "Leipsic"})
    answer = kofi.post(LEIPZIG, data=his | {"city-en": "Lipsia"})
    assert answer.status_code == 409
    assert "Leipsic" in answer.text
    assert filled(answer.text)["city-en"] == "Lipsia"


def test_a_stop_in_use_stays_and_says_why(open_world: World) -> None:
    jana = open_world.client("organiser")
    page = jana.post(f"{LEIPZIG}/delete?lang=de", follow_redirects=True).text
    assert "2 Programmpunkte" in page
    assert "1 Etappe" in page
    assert len(snapshot(open_world).stops) == 2


def test_a_new_stop_takes_its_place_by_its_dates(open_world: World) -> None:
    jana, form = open_world.client("organiser"), f"{BASE}/stops/new"
    dates = {"arrives_on": "2026-03-17", "departs_on": "2026-03-17", "city-de": "Jena"}
    assert jana.post(form, data=filled(jana.get(form).text) | dates).status_code == 303
    cities = [stop.city["de"] for stop in snapshot(open_world).stops]
    assert cities == ["Leipzig", "Jena", "Nürnberg"]


def test_a_departure_before_the_arrival_is_refused(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(LEIPZIG).text) | {"departs_on": "2026-03-01"}
    answer = jana.post(f"{LEIPZIG}?lang=en", data=fields)
    assert answer.status_code == 422
    assert "The departure lies before the arrival." in answer.text


def test_a_leg_is_edited_removed_and_brought_back(open_world: World) -> None:
    jana = open_world.client("organiser")
    fields = filled(jana.get(LEG).text) | {"number": "ICE 1005", "arrives_at": "16:45"}
    assert jana.post(LEG, data=fields).status_code == 303
    leg = snapshot(open_world).legs[0]
    assert (leg.number, leg.arrives.minute) == ("ICE 1005", 45)
    page = jana.post(f"{LEG}/delete", follow_redirects=True).text
    assert snapshot(open_world).legs == ()
    undo = re.search(r'action="([^"]+/restore)"', page)
    assert undo is not None
    jana.post(undo.group(1))
    assert snapshot(open_world).legs[0].number == "ICE 1005"


def test_a_leg_that_arrives_before_it_departs_is_refused(open_world: World) -> None:
    jana = open_world.client("organiser")
    answer = jana.post(LEG, data=filled(jana.get(LEG).text) | {"arrives_at": "13:00"})
    assert answer.status_code == 422


def test_a_hotel_holds_rooms(open_world: World) -> None:
    jana, form = open_world.client("organiser"), f"{BASE}/hotels/{UIDS['hotel']}"
    fields = filled(jana.get(form).text) | {"rooms": "12", "check_in_from": "15:00"}
    assert jana.post(form, data=fields).status_code == 303
    hotel = snapshot(open_world).stops[0].hotels[0]
    assert (hotel.rooms, hotel.check_in_from.hour) == (12, 15)
    assert "12 von 1" in jana.get(f"{BASE}/route?lang=de").text
