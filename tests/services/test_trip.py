from datetime import date

import pytest

from tests.world import NOW, World
from tests.world_trip import SLUG
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change
from trips.domain.trip import DayNote, Group, Trip, TripKind
from trips.domain.values.text import Text
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_trip_uid
from trips.services.hotel import add_hotel, edit_hotel, remove_hotel, restore_hotel
from trips.services.item import remove_item
from trips.services.itinerary import remove_leg, remove_stop, restore_leg
from trips.services.trip import (
    GroupsInUseError,
    SlugInUseError,
    create_trip,
    edit_day,
    edit_trip,
)
from trips.services.unit import MissingError

BY = {"actor": COMMAND_LINE, "now": NOW}


def dialogue(slug: str) -> Trip:
    return Trip(
        uid="",
        slug=slug,
        kind=TripKind.DIALOGUE,
        title=Text(de="Dialog", en="Dialogue"),
        starts_on=date(2027, 5, 3),
        ends_on=date(2027, 5, 5),
        groups=(Group(code="A", name=Text(de="Ost")),),
    )


@pytest.mark.both_databases
def test_a_new_trip_is_what_was_said(world: World) -> None:
    with world.app.app_context():
        saved = create_trip(dialogue("dialog-2027"), **BY)
        assert get_snapshot(saved.uid).trip == saved
        assert find_trip_uid("dialog-2027") == saved.uid


def test_an_old_address_keeps_working_and_nobody_else_gets_it(world: World) -> None:
    with world.app.app_context():
        uid = world.uid("trip")
        edit_trip(uid, Change({"slug": SLUG}, {"slug": "soziale-stadt"}), **BY)
        assert find_trip_uid(SLUG) == find_trip_uid("soziale-stadt") == uid
        with pytest.raises(SlugInUseError):
            create_trip(dialogue(SLUG), **BY)
        edit_trip(uid, Change({"slug": "soziale-stadt"}, {"slug": SLUG}), **BY)
        assert get_snapshot(uid).trip.slug == SLUG
        assert find_trip_uid("soziale-stadt") == uid


def test_a_group_with_items_cannot_go_but_an_empty_one_can(world: World) -> None:
    uid = world.uid("trip")
    with world.app.app_context():
        was = get_snapshot(uid).trip.groups
        with pytest.raises(GroupsInUseError) as raised:
            edit_trip(uid, Change({"groups": was}, {"groups": (Group(code="B"),)}), **BY)
        assert raised.value.codes == ("A",)
        edit_trip(uid, Change({"groups": was}, {"groups": (Group(code="A"),)}), **BY)
        assert get_snapshot(uid).trip.groups == (Group(code="A"),)


@pytest.mark.both_databases
def test_a_day_says_what_was_written(world: World) -> None:
    on = date(2026, 3, 17)
    sentence = Text(de="Ein Tag über Nachbarschaften.")
    with world.app.app_context():
        change = Change({"sentence": Text()}, {"sentence": sentence})
        edit_day(world.uid("trip"), change, DayNote(on=on), **BY)
        assert get_snapshot(world.uid("trip")).trip.days == (DayNote(on=on, sentence=sentence),)


def test_a_hotel_comes_goes_and_comes_back_as_it_was(world: World) -> None:
    uid, trip = world.uid("hotel"), world.uid("trip")
    with world.app.app_context():
        edit_hotel(trip, uid, Change({"rooms": None}, {"rooms": 12}), **BY)
        before = get_snapshot(trip).stops[0].hotels
        assert before[0].rooms == 12
        remove_hotel(trip, uid, **BY)
        assert get_snapshot(trip).stops[0].hotels == ()
        restore_hotel(trip, uid, **BY)
        assert get_snapshot(trip).stops[0].hotels == before
        with pytest.raises(MissingError):
            restore_hotel(trip, uid, **BY)
        with pytest.raises(MissingError):
            add_hotel(trip, "no-such-stop", before[0], **BY)


def test_a_leg_does_not_come_back_to_a_stop_that_is_gone(world: World) -> None:
    trip, nuremberg = world.uid("trip"), world.uid("nuremberg")
    with world.app.app_context():
        remove_leg(trip, world.uid("leg"), **BY)
        remove_item(trip, world.uid("secret"), **BY)
        remove_stop(trip, nuremberg, **BY)
        with pytest.raises(MissingError):
            restore_leg(trip, world.uid("leg"), **BY)
        assert len(get_snapshot(trip).stops) == 1
