"""Stops with their hotels, and legs: adding, changing, removing, restoring."""

from dataclasses import replace
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.values.wire import to_wire
from trips.models.stop import LegRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.planning.item_rows import trip_id_of
from trips.services.planning.itinerary_rows import (
    add_stop_row,
    change_stop_row,
    leg_row,
    mark_leg,
    mark_stop,
    stop_row,
    write_leg,
)
from trips.services.unit import MissingError, unit


class StopInUseError(Exception):
    """A stop that items or legs still refer to cannot go."""

    def __init__(self, items: int, legs: int) -> None:
        super().__init__(f"{items} items, {legs} legs")
        self.items = items
        self.legs = legs


def add_stop(trip: str, stop: Stop, *, actor: Actor, now: datetime) -> Stop:
    """Add a stop behind those that arrive before it; an empty uid becomes a new one."""
    stop = replace(stop, uid=stop.uid or new_uid())
    with unit(actor, now, trip=trip) as work:
        add_stop_row(work, stop)
        work.record("create", ("stop", stop.uid), None, to_wire(stop))
        return stop


def edit_stop(trip: str, uid: str, change: Change, *, actor: Actor, now: datetime) -> Stop:
    """Change the touched fields of a stop; a new zone moves the instants of its items."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = snapshot.stop_by_uid.get(uid)
        if old is None:
            raise MissingError(uid)
        new = merge(old, change)
        if new == old:
            return old
        change_stop_row(work, old, new)
        work.record("edit", ("stop", uid), to_wire(old), to_wire(new))
        return new


def remove_stop(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a stop out of the trip. Raises `MissingError`, `StopInUseError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        city = stop_row(work, uid).city
        refuse_stop_in_use(snapshot, uid)
        mark_stop(work, uid, is_deleted=True)
        work.record("delete", ("stop", uid), {"city": dict(city)})


def refuse_stop_in_use(snapshot: TripSnapshot, uid: str) -> None:
    """Raises `StopInUseError` for a stop that items or legs refer to."""
    items = sum(item.stop == uid for item in snapshot.items)
    legs = sum(uid in {leg.from_stop, leg.to_stop} for leg in snapshot.legs)
    if items or legs:
        raise StopInUseError(items, legs)


def restore_stop(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed stop back."""
    with unit(actor, now, trip=trip) as work:
        row = mark_stop(work, uid, is_deleted=False)
        work.record("restore", ("stop", uid), None, {"city": dict(row.city)})


def add_leg(trip: str, leg: Leg, *, actor: Actor, now: datetime) -> Leg:
    """Add a leg between two stops; an empty uid becomes a new one."""
    with unit(actor, now, trip=trip) as work:
        new = replace(leg, uid=leg.uid or new_uid(), changed_at=now)
        row = LegRow(uid=new.uid, trip_id=trip_id_of(work), version=1)
        write_leg(work, row, new, get_snapshot(trip))
        work.record("create", ("leg", new.uid), None, to_wire(new))
        return new


def edit_leg(trip: str, uid: str, change: Change, *, actor: Actor, now: datetime) -> Leg:
    """Change the touched fields of a leg. Raises `MissingError` and `ConflictError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = next((leg for leg in snapshot.legs if leg.uid == uid), None)
        if old is None:
            raise MissingError(uid)
        new = merge(old, change)
        if new == old:
            return old
        new = replace(new, changed_at=now)
        row = leg_row(work, uid)
        write_leg(work, row, new, snapshot)
        row.version += 1
        work.record("edit", ("leg", uid), to_wire(old), to_wire(new))
        return new


def remove_leg(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a leg out of the trip; it can be restored."""
    with unit(actor, now, trip=trip) as work:
        mark_leg(work, uid, is_deleted=True)
        work.record("delete", ("leg", uid))


def restore_leg(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed leg back. Raises `MissingError` where one of its stops is gone, too."""
    with unit(actor, now, trip=trip) as work:
        mark_leg(work, uid, is_deleted=False)
        work.record("restore", ("leg", uid))
