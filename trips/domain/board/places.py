"""Where a step may put an item: which city a day belongs to, which groups there are."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from trips.domain.board.effects import StepError, StepErrorCode
from trips.domain.item import Item
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Stop

AROUND: Final = timedelta(days=14)
"""So far outside the trip's days something may lie: briefings before, a seminar after."""


def find_items(snapshot: TripSnapshot, uids: Sequence[str]) -> tuple[Item, ...]:
    """The named items, each once. Raises `StepError` where one is gone or none is named."""
    if not uids:
        raise StepError(StepErrorCode.NOTHING_CHOSEN)
    return tuple(get_item(snapshot, uid) for uid in dict.fromkeys(uids))


def get_item(snapshot: TripSnapshot, uid: str) -> Item:
    """The named item. Raises `StepError` where it is gone."""
    item = snapshot.item_by_uid.get(uid)
    if item is None:
        raise StepError(StepErrorCode.ITEM_GONE, uid=uid)
    return item


def list_groups(snapshot: TripSnapshot, codes: Iterable[str]) -> tuple[str, ...]:
    """Groups in the trip's order; all of them are everyone, which is none. Raises `StepError`."""
    known = [group.code for group in snapshot.trip.groups]
    wanted = set(codes)
    for code in sorted(wanted - set(known)):
        raise StepError(StepErrorCode.GROUP_UNKNOWN, group=code)
    return () if wanted == set(known) else tuple(code for code in known if code in wanted)


def check_day(snapshot: TripSnapshot, item: Item, starts: datetime) -> None:
    """Refuse days far outside the trip. Raises `StepError`."""
    trip = snapshot.trip
    if not trip.starts_on - AROUND <= starts.date() <= trip.ends_on + AROUND:
        raise StepError(
            StepErrorCode.TOO_FAR,
            title=item.title,
            starts=starts,
            first=trip.starts_on,
            last=trip.ends_on,
        )


def get_stop(snapshot: TripSnapshot, uid: str) -> Stop:
    """The named stop. Raises `StepError` where it is gone."""
    stop = snapshot.stop_by_uid.get(uid)
    if stop is None:
        raise StepError(StepErrorCode.STOP_GONE)
    return stop


def stops_on(snapshot: TripSnapshot, day: date) -> tuple[Stop, ...]:
    """The cities of a day, in the order they are visited: two where people travel."""
    return tuple(stop for stop in snapshot.stops if stop.arrives_on <= day <= stop.departs_on)


def stop_at(snapshot: TripSnapshot, starts: datetime, current: str | None = None) -> str | None:
    """The city that a time belongs to: the current one if it may be, else where people are.

    On a day of travel that is the first city until the leg arrives, then the second.
    """
    there = [stop.uid for stop in stops_on(snapshot, starts.date())]
    if not there or current in there:
        return current if current in there or current else None
    for leg in snapshot.legs:
        if leg.from_stop in there and leg.to_stop in there and leg.departs.date() == starts.date():
            return leg.to_stop if starts >= leg.arrives else leg.from_stop
    return there[0]
