"""Stops with their hotels, and legs: adding, changing, removing, restoring."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.values.times import to_utc
from trips.domain.values.wire import to_wire
from trips.models.item import ItemRow
from trips.models.stop import HotelRow, LegRow, StopRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.keys import key_of
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit


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
        row = StopRow(uid=stop.uid, trip_id=_trip_id(work), version=1, position=0)
        assign(row, stop)
        work.session.add(row)
        work.session.flush()
        write_hotels(work, row.id, stop)
        _renumber(work)
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
        row = _stop_row(work, uid)
        assign(row, new)
        row.version += 1
        write_hotels(work, row.id, new)
        _renumber(work)
        if new.zone != old.zone:
            _recompute_instants(work, row.id, new.zone)
        work.record("edit", ("stop", uid), to_wire(old), to_wire(new))
        return new


def remove_stop(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a stop out of the trip. Raises `MissingError`, `StopInUseError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        row = _stop_row(work, uid)
        items = sum(item.stop == uid for item in snapshot.items)
        legs = sum(uid in {leg.from_stop, leg.to_stop} for leg in snapshot.legs)
        if items or legs:
            raise StopInUseError(items, legs)
        row.deleted_at = now
        row.version += 1
        work.record("delete", ("stop", uid), {"city": dict(row.city)})


def restore_stop(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed stop back."""
    with unit(actor, now, trip=trip) as work:
        row = _stop_row(work, uid)
        row.deleted_at = None
        row.version += 1
        _renumber(work)
        work.record("restore", ("stop", uid), None, {"city": dict(row.city)})


def add_leg(trip: str, leg: Leg, *, actor: Actor, now: datetime) -> Leg:
    """Add a leg between two stops; an empty uid becomes a new one."""
    with unit(actor, now, trip=trip) as work:
        new = replace(leg, uid=leg.uid or new_uid(), changed_at=now)
        row = LegRow(uid=new.uid, trip_id=_trip_id(work), version=1)
        assign(row, new, **_leg_columns(work, new, get_snapshot(trip)))
        work.session.add(row)
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
        row = _leg_row(work, uid)
        assign(row, new, **_leg_columns(work, new, snapshot))
        row.version += 1
        work.record("edit", ("leg", uid), to_wire(old), to_wire(new))
        return new


def remove_leg(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a leg out of the trip; it can be restored."""
    _mark_leg(trip, uid, "delete", actor=actor, now=now)


def restore_leg(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed leg back. Raises `MissingError` where one of its stops is gone, too."""
    _mark_leg(trip, uid, "restore", actor=actor, now=now)


def _mark_leg(trip: str, uid: str, verb: str, *, actor: Actor, now: datetime) -> None:
    with unit(actor, now, trip=trip) as work:
        row = _leg_row(work, uid)
        ends = select(StopRow.id).where(
            StopRow.id.in_((row.from_stop_id, row.to_stop_id)), StopRow.deleted_at.is_not(None)
        )
        if verb == "restore" and work.session.scalar(ends.limit(1)) is not None:
            raise MissingError(uid)
        row.deleted_at = now if verb == "delete" else None
        row.changed_at = now
        row.version += 1
        work.record(verb, ("leg", uid))


def _trip_id(work: Unit) -> int:
    if work.trip is None:
        message = "an itinerary is written in a trip"
        raise RuntimeError(message)
    return work.trip.id


def _stop_row(work: Unit, uid: str) -> StopRow:
    query = select(StopRow).where(StopRow.uid == uid, StopRow.trip_id == _trip_id(work))
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(uid)
    return row


def _leg_row(work: Unit, uid: str) -> LegRow:
    query = select(LegRow).where(LegRow.uid == uid, LegRow.trip_id == _trip_id(work))
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(uid)
    return row


def _renumber(work: Unit) -> None:
    """Stops are numbered in the order people arrive."""
    query = (
        select(StopRow)
        .where(StopRow.trip_id == _trip_id(work), StopRow.deleted_at.is_(None))
        .order_by(StopRow.arrives_on, StopRow.departs_on, StopRow.id)
    )
    for position, row in enumerate(work.session.scalars(query)):
        row.position = position


def write_hotels(work: Unit, stop_id: int, stop: Stop) -> None:
    """Make the hotels of a stop what `stop` says, inside a write."""
    wanted = [hotel.uid for hotel in stop.hotels]
    work.session.execute(
        delete(HotelRow).where(HotelRow.stop_id == stop_id, HotelRow.uid.not_in(wanted))
    )
    query = select(HotelRow).where(HotelRow.stop_id == stop_id)
    rows = {row.uid: row for row in work.session.scalars(query)}
    for position, hotel in enumerate(stop.hotels):
        row = rows.get(hotel.uid)
        if row is None:
            row = HotelRow(uid=hotel.uid, stop_id=stop_id)
            work.session.add(row)
        assign(row, hotel, position=position)


def _recompute_instants(work: Unit, stop_id: int, zone: str) -> None:
    for item in work.session.scalars(select(ItemRow).where(ItemRow.stop_id == stop_id)):
        item.starts_utc = to_utc(item.starts, zone)
        item.ends_utc = to_utc(item.ends, zone)
    for leg in work.session.scalars(select(LegRow).where(LegRow.from_stop_id == stop_id)):
        leg.departs_utc = to_utc(leg.departs, zone)
    for leg in work.session.scalars(select(LegRow).where(LegRow.to_stop_id == stop_id)):
        leg.arrives_utc = to_utc(leg.arrives, zone)


def _leg_columns(work: Unit, leg: Leg, snapshot: TripSnapshot) -> dict[str, Any]:
    return {
        "from_stop_id": key_of(work.session, StopRow, leg.from_stop),
        "to_stop_id": key_of(work.session, StopRow, leg.to_stop),
        "departs_utc": to_utc(leg.departs, snapshot.zone_of(leg.from_stop)),
        "arrives_utc": to_utc(leg.arrives, snapshot.zone_of(leg.to_stop)),
    }
