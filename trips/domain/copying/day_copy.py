"""A day of one trip in another: its items with their places and texts, never its people."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trips.domain.item import HostStatus, Item, ItemHost, ItemStatus
from trips.domain.snapshot import TripSnapshot


@dataclass(frozen=True, kw_only=True)
class DayWish:
    """Which day goes where."""

    on: date
    to: date
    stop: str | None = None
    """uid of the stop of the target trip; none for the one of that day."""
    is_unplaced: bool = False
    """True if the items wait among the ideas; else they keep their times of day."""


def items_of_day(snapshot: TripSnapshot, on: date) -> tuple[Item, ...]:
    """What starts on a day, in order; what was cancelled or waits without a time is left out."""
    found = [
        item
        for item in snapshot.items
        if item.starts.date() == on
        and not item.is_unplaced
        and item.status is not ItemStatus.CANCELLED
    ]
    return tuple(sorted(found, key=lambda item: (item.starts, item.ends, item.groups, item.uid)))


def days_with_items(snapshot: TripSnapshot) -> tuple[date, ...]:
    """The days on which something starts."""
    days = {item.starts.date() for item in snapshot.items if not item.is_unplaced}
    return tuple(sorted(days))


def copy_day(source: TripSnapshot, target: TripSnapshot, wish: DayWish) -> tuple[Item, ...]:
    """The items of a day as ideas of the target trip, without uids yet.

    Sites and texts come along, and organisations that receive, all to be asked anew; persons,
    internal notes and groups that the target does not have stay behind.
    """
    stop = wish.stop or _stop_on(target, wish.to)
    groups = {group.code for group in target.trip.groups}
    return tuple(_item(item, wish, stop, groups) for item in items_of_day(source, wish.on))


def _item(item: Item, wish: DayWish, stop: str | None, groups: set[str]) -> Item:
    shift: timedelta = wish.to - wish.on
    return replace(
        item,
        uid="",
        starts=item.starts + shift,
        ends=item.ends + shift,
        stop=stop,
        status=ItemStatus.IDEA,
        is_unplaced=wish.is_unplaced,
        groups=tuple(code for code in item.groups if code in groups),
        hosts=tuple(_hosts(item.hosts)),
        speakers=(),
        internal_note="",
        extra=(),
        changed_at=None,
        sequence=0,
        version=1,
    )


def _hosts(hosts: Iterable[ItemHost]) -> Iterable[ItemHost]:
    """The organisations that receive, each once and without a person."""
    bodies = dict.fromkeys(host.organisation for host in hosts if host.organisation)
    return (ItemHost(organisation=body, status=HostStatus.OPEN) for body in bodies)


def _stop_on(target: TripSnapshot, on: date) -> str | None:
    here = [stop.uid for stop in target.stops if stop.arrives_on <= on <= stop.departs_on]
    return here[-1] if here else None
