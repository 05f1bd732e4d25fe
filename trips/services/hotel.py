"""The hotels of a stop: adding, changing, removing, putting back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.stop import Hotel, Stop
from trips.domain.values.wire import read_value, to_wire
from trips.models.history import HistoryRow
from trips.models.stop import StopRow
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.planning.itinerary_rows import write_hotels
from trips.services.unit import MissingError, Unit, unit

Hotels = tuple[Hotel, ...]


def add_hotel(trip: str, stop: str, hotel: Hotel, *, actor: Actor, now: datetime) -> Hotel:
    """Add a hotel to a stop; an empty uid becomes a new one. Raises `MissingError`."""
    new = replace(hotel, uid=hotel.uid or new_uid())
    with unit(actor, now, trip=trip) as work:
        _change(work, trip, stop, lambda hotels: (*hotels, new))
        work.record("create", ("hotel", new.uid), None, to_wire(new))
    return new


def edit_hotel(trip: str, uid: str, change: Change, *, actor: Actor, now: datetime) -> Hotel:
    """Change the touched fields of a hotel. Raises `MissingError`, `ConflictError`."""
    with unit(actor, now, trip=trip) as work:
        stop, old = _find(trip, uid)
        new = merge(old, change)
        if new != old:
            _change(
                work,
                trip,
                stop.uid,
                lambda hotels: tuple(new if each.uid == uid else each for each in hotels),
            )
            work.record("edit", ("hotel", uid), to_wire(old), to_wire(new))
        return new


def remove_hotel(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a hotel out; the history keeps it, so that it can come back. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        stop, old = _find(trip, uid)
        _change(
            work, trip, stop.uid, lambda hotels: tuple(each for each in hotels if each.uid != uid)
        )
        work.record("delete", ("hotel", uid), {"stop": stop.uid, "hotel": to_wire(old)})


def restore_hotel(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put back a hotel that was taken out. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        kept = work.session.scalar(
            select(HistoryRow)
            .where(
                HistoryRow.trip_id == _row(work).id,
                HistoryRow.subject_kind == "hotel",
                HistoryRow.subject_uid == uid,
            )
            .order_by(HistoryRow.id.desc())
            .limit(1)
        )
        if kept is None or kept.verb != "delete":
            raise MissingError(uid)
        hotel: Hotel = read_value(Hotel, kept.before["hotel"])
        _change(work, trip, kept.before["stop"], lambda hotels: (*hotels, hotel))
        work.record("restore", ("hotel", uid), None, to_wire(hotel))


def _find(trip: str, uid: str) -> tuple[Stop, Hotel]:
    for stop in get_snapshot(trip).stops:
        for hotel in stop.hotels:
            if hotel.uid == uid:
                return stop, hotel
    raise MissingError(uid)


def _change(work: Unit, trip: str, uid: str, changed: Callable[[Hotels], Hotels]) -> None:
    stop: Any = get_snapshot(trip).stop_by_uid.get(uid)
    if stop is None:
        raise MissingError(uid)
    row = work.session.scalar(select(StopRow).where(StopRow.uid == uid))
    if row is None:
        raise MissingError(uid)
    write_hotels(work, row.id, replace(stop, hotels=changed(stop.hotels)))
    row.version += 1


def _row(work: Unit) -> TripRow:
    if work.trip is None:
        message = "a hotel is written in a trip"
        raise RuntimeError(message)
    return work.trip
