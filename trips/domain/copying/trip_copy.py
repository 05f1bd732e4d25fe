"""A trip once more, at another time: what stays true of it, and what has to be arranged anew."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trips.domain.importing.copying import as_new_trip
from trips.domain.item import HostStatus, Item, ItemStatus
from trips.domain.participation import Delegate, Delegation, Participation, Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Hotel, Leg, Stop
from trips.domain.trip import Trip, TripStatus
from trips.domain.values.text import Text


@dataclass(frozen=True, kw_only=True)
class CopyWish:
    """What the copy is to be."""

    title: Text
    slug: str
    starts_on: date
    with_people: bool = False
    with_hosts: bool = True
    with_interpreters: bool = False
    is_template: bool = False


@dataclass(frozen=True)
class Dropped:
    """How much was left behind because it belongs to the time of the original."""

    cancelled: int
    """Items that were cancelled."""
    bookings: int
    """Legs and hotels that lost their booking."""
    people: int
    assignments: int


def copy_trip(
    snapshot: TripSnapshot, wish: CopyWish, new_uid: Callable[[], str]
) -> tuple[TripSnapshot, Dropped]:
    """The trip from another first day on, and what was left behind.

    Every time moves by whole days and keeps its wall time, whatever clocks do in between. What
    somebody has to say yes to is an idea again, everything else is to be requested; numbers of
    trains, seats and bookings, journeys and consents stay behind.
    """
    shift = wish.starts_on - snapshot.trip.starts_on
    parts = [part for part in snapshot.participations if _is_wanted(part, wish)]
    items = tuple(
        _item(item, shift, with_hosts=wish.with_hosts)
        for item in snapshot.items
        if item.status is not ItemStatus.CANCELLED
    )
    known = {item.uid for item in items}
    assignments = tuple(
        each for each in snapshot.assignments if wish.with_interpreters and each.item in known
    )
    copied = replace(
        snapshot,
        trip=_trip(snapshot, wish, shift),
        stops=tuple(_stop(stop, shift) for stop in snapshot.stops),
        legs=tuple(_leg(leg, shift) for leg in snapshot.legs),
        items=items,
        delegations=_delegations(snapshot, parts) if wish.with_people else (),
        participations=tuple(_participation(part, shift) for part in parts),
        assignments=assignments,
        sources=(),
    )
    dropped = Dropped(
        cancelled=len(snapshot.items) - len(items),
        bookings=_bookings(snapshot),
        people=len(snapshot.participations) - len(parts),
        assignments=len(snapshot.assignments) - len(assignments),
    )
    return as_new_trip(copied, wish.slug, new_uid), dropped


def _trip(snapshot: TripSnapshot, wish: CopyWish, shift: timedelta) -> Trip:
    trip = snapshot.trip
    return replace(
        trip,
        title=wish.title,
        starts_on=wish.starts_on,
        ends_on=trip.ends_on + shift,
        status=TripStatus.DRAFT,
        number="",
        days=tuple(replace(day, on=day.on + shift) for day in trip.days),
        registration=replace(
            trip.registration,
            is_open=False,
            deadlines=tuple(
                replace(each, on=each.on + shift) for each in trip.registration.deadlines
            ),
        ),
        is_template=wish.is_template,
        pretend_now=None,
    )


def _stop(stop: Stop, shift: timedelta) -> Stop:
    return replace(
        stop,
        arrives_on=stop.arrives_on + shift,
        departs_on=stop.departs_on + shift,
        hotels=tuple(_hotel(hotel) for hotel in stop.hotels),
        version=1,
    )


def _hotel(hotel: Hotel) -> Hotel:
    return replace(hotel, booking=BookingStatus.IDEA, note="")


def _leg(leg: Leg, shift: timedelta) -> Leg:
    return replace(
        leg,
        departs=leg.departs + shift,
        arrives=leg.arrives + shift,
        number="",
        coach="",
        seats="",
        booking=BookingStatus.IDEA,
        booking_reference="",
        note="",
        changed_at=None,
        sequence=0,
        version=1,
    )


def _item(item: Item, shift: timedelta, *, with_hosts: bool) -> Item:
    asks = bool(item.hosts or item.speakers)
    hosts = tuple(replace(host, status=HostStatus.OPEN) for host in item.hosts)
    is_idea = asks or item.status is ItemStatus.IDEA
    return replace(
        item,
        starts=item.starts + shift,
        ends=item.ends + shift,
        status=ItemStatus.IDEA if is_idea else ItemStatus.REQUESTED,
        hosts=hosts if with_hosts else (),
        speakers=item.speakers if with_hosts else (),
        changed_at=None,
        sequence=0,
        version=1,
    )


def _is_wanted(part: Participation, wish: CopyWish) -> bool:
    if part.role is Role.INTERPRETER:
        return wish.with_interpreters
    if part.role in {Role.SPEAKER, Role.HOST}:
        return wish.with_hosts
    return wish.with_people


def _participation(part: Participation, shift: timedelta) -> Participation:
    delegate = part.delegate
    return replace(
        part,
        present_from=part.present_from + shift,
        present_to=part.present_to + shift,
        arrival=None,
        departure=None,
        consents=(),
        delegate=_nominated(delegate) if delegate else None,
        version=1,
    )


def _nominated(delegate: Delegate) -> Delegate:
    """Asked anew: what somebody registered, travels on or was allowed belongs to one trip."""
    return Delegate(
        delegation=delegate.delegation,
        level=delegate.level,
        rank=delegate.rank,
        brings=delegate.brings,
        room_wish=delegate.room_wish,
    )


def _delegations(
    snapshot: TripSnapshot, parts: Collection[Participation]
) -> tuple[Delegation, ...]:
    known = {part.uid for part in parts}
    return tuple(
        each if each.head in known else replace(each, head=None) for each in snapshot.delegations
    )


def _bookings(snapshot: TripSnapshot) -> int:
    hotels = [hotel.booking for stop in snapshot.stops for hotel in stop.hotels]
    legs = [leg.booking for leg in snapshot.legs]
    kept = {BookingStatus.IDEA, BookingStatus.CANCELLED}
    return sum(booking not in kept for booking in (*hotels, *legs))
