"""A trip once more, at another time."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

import pytest

from tests.world_trip import UIDS, trip
from trips.domain.copying.trip_copy import CopyWish, copy_trip
from trips.domain.importing.references import find_broken_references
from trips.domain.item import HostStatus, ItemStatus
from trips.domain.participation import DelegateStatus, Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus
from trips.domain.trip import TripStatus
from trips.domain.values.text import Text

ORIGINAL = trip()
WISH = CopyWish(title=Text(de="Neu"), slug="neu", starts_on=date(2026, 3, 23))
WEEK = timedelta(days=7)
FLAGS = {"with_people": True, "with_hosts": True, "with_interpreters": True}


def copied(original: TripSnapshot = ORIGINAL, **wish: object) -> TripSnapshot:
    numbers = count()
    return copy_trip(original, replace(WISH, **wish), lambda: f"u{next(numbers)}")[0]


def by_title(snapshot: TripSnapshot) -> dict[str, object]:
    return {item.title.shown("de").text: item for item in snapshot.items}


def test_everything_moves_by_whole_days():
    copy = copied()
    assert (copy.trip.starts_on, copy.trip.ends_on) == (
        ORIGINAL.trip.starts_on + WEEK,
        ORIGINAL.trip.ends_on + WEEK,
    )
    assert [(stop.arrives_on, stop.departs_on) for stop in copy.stops] == [
        (stop.arrives_on + WEEK, stop.departs_on + WEEK) for stop in ORIGINAL.stops
    ]
    assert [leg.departs for leg in copy.legs] == [leg.departs + WEEK for leg in ORIGINAL.legs]
    kept = [item for item in ORIGINAL.items if item.status is not ItemStatus.CANCELLED]
    assert sorted(item.starts for item in copy.items) == sorted(i.starts + WEEK for i in kept)


def test_wall_times_stay_over_the_change_of_the_clocks():
    summer = copied(starts_on=ORIGINAL.trip.starts_on + timedelta(days=28))
    before, after = by_title(ORIGINAL), by_title(summer)
    assert [item.starts.time() for item in after.values()] == [
        before[title].starts.time() for title in after
    ]


def test_nothing_of_the_original_is_shared_but_the_address_book():
    copy = copied(**FLAGS)
    names = ("stops", "legs", "items", "delegations", "participations", "assignments")
    old = {each.uid for name in names for each in getattr(ORIGINAL, name)}
    new = {each.uid for name in names for each in getattr(copy, name)}
    assert not old & new
    assert find_broken_references(copy) == ()
    assert copy.persons == ORIGINAL.persons


@pytest.mark.parametrize("flag", [*FLAGS, ""])
def test_every_choice_leaves_a_whole_trip(flag):
    copy = copied(**{name: name == flag for name in FLAGS})
    assert find_broken_references(copy) == ()
    roles = {part.role for part in copy.participations}
    assert (Role.DELEGATE in roles) == (flag == "with_people")
    assert bool(copy.assignments) == (flag == "with_interpreters")
    assert any(item.hosts for item in copy.items) == (flag == "with_hosts")


def test_nobody_has_said_yes_to_the_copy():
    copy = copied(**FLAGS)
    visit = by_title(copy)[ORIGINAL.item_by_uid[UIDS["visit"]].title["de"]]
    assert visit.status is ItemStatus.IDEA
    assert {host.status for host in visit.hosts} == {HostStatus.OPEN}
    assert copy.trip.status is TripStatus.DRAFT
    delegates = [part.delegate for part in copy.participations if part.delegate]
    assert {delegate.status for delegate in delegates} == {DelegateStatus.NOMINATED}
    assert [part.consents for part in copy.participations if part.consents] == []


def test_what_needs_nobody_is_to_be_requested():
    talk = replace(ORIGINAL.items[0], hosts=(), speakers=(), status=ItemStatus.CONFIRMED)
    (item,) = copied(replace(ORIGINAL, items=(talk,), assignments=())).items
    assert item.status is ItemStatus.REQUESTED


def test_numbers_and_bookings_stay_behind_and_are_counted():
    leg = replace(
        ORIGINAL.legs[0],
        number="ICE 507",
        seats="41-60",
        booking=BookingStatus.BOOKED,
        booking_reference="ABC",
    )
    original = replace(ORIGINAL, legs=(leg,))
    copy, dropped = copy_trip(original, WISH, iter(map(str, range(999))).__next__)
    (new,) = copy.legs
    assert (new.number, new.seats, new.booking_reference) == ("", "", "")
    assert new.booking is BookingStatus.IDEA
    hotels = [hotel for stop in ORIGINAL.stops for hotel in stop.hotels]
    taken = {BookingStatus.BOOKED, BookingStatus.OPTION, BookingStatus.REQUESTED}
    assert dropped.bookings == 1 + sum(hotel.booking in taken for hotel in hotels)
    assert dropped.people == len(original.participations) - len(copy.participations)


def test_what_was_cancelled_is_left_out():
    items = tuple(replace(item, status=ItemStatus.CANCELLED) for item in ORIGINAL.items)
    copy, dropped = copy_trip(
        replace(ORIGINAL, items=items), WISH, iter(map(str, range(999))).__next__
    )
    assert (copy.items, dropped.cancelled) == ((), len(items))


def test_a_copy_may_be_a_template():
    assert copied(is_template=True).trip.is_template
    template = replace(ORIGINAL, trip=replace(ORIGINAL.trip, is_template=True))
    assert not copied(template).trip.is_template


def test_notes_on_days_move_too():
    days = tuple(replace(day, on=day.on + WEEK) for day in ORIGINAL.trip.days)
    assert copied().trip.days == days
    assert copied().trip.pretend_now is None
    assert datetime(2026, 3, 23) <= min(item.starts for item in copied().items)
