"""A trip once more, under new uids: the address book is shared, everything else is its own."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from trips.domain.snapshot import TripSnapshot

OWN = ("stops", "legs", "items", "delegations", "participations", "assignments", "sources")


def as_new_trip(snapshot: TripSnapshot, slug: str, new_uid: Callable[[], str]) -> TripSnapshot:
    """The same trip as another one, at another address; what it refers to stays consistent."""
    own = [entity.uid for name in OWN for entity in getattr(snapshot, name)]
    hotels = [hotel.uid for stop in snapshot.stops for hotel in stop.hotels]
    fresh = {uid: new_uid() for uid in (snapshot.trip.uid, *own, *hotels)}
    trip = replace(snapshot.trip, uid=fresh[snapshot.trip.uid], slug=slug)
    parts = {name: _renamed(getattr(snapshot, name), fresh) for name in OWN}
    return replace(snapshot, trip=trip, **parts)


def _renamed(value: Any, fresh: dict[str, str]) -> Any:
    """The value with every uid of `fresh` replaced, at any depth."""
    if isinstance(value, str) and type(value) is str:
        return fresh.get(value, value)
    if isinstance(value, tuple):
        return tuple(_renamed(each, fresh) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _renamed(getattr(value, field.name), fresh)
            for field in fields(value)
            if isinstance(getattr(value, field.name), str | tuple)
            or is_dataclass(getattr(value, field.name))
        }
        return replace(value, **changed)
    return value
