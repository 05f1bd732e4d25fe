"""A trip indexed once for all cards: what lies where, who is busy when."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from trips.domain.findings.gaps import people_of
from trips.domain.findings.thresholds import Thresholds, limits_of
from trips.domain.findings.way_rules import STATIONARY
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.itinerary import order_items
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Leg


def is_placed(item: Item) -> bool:
    """True for what has a place for the way: a transfer only where it says where it goes."""
    if item.kind is ItemKind.TRANSFER:
        return item.site is not None
    return item.kind not in STATIONARY


@dataclass(frozen=True)
class FitIndex:
    """A snapshot with the limits of its trip."""

    snapshot: TripSnapshot

    @cached_property
    def limits(self) -> Thresholds:
        """What the trip's ways are reckoned with."""
        return limits_of(self.snapshot.trip.limits)

    @cached_property
    def items(self) -> dict[date, tuple[Item, ...]]:
        """What happens, or may happen, by day in order; what lasts into a day is there, too."""
        days: dict[date, list[Item]] = {}
        for item in order_items(self.snapshot.items):
            is_nothing = item.status is ItemStatus.CANCELLED or item.kind is ItemKind.INTERNAL
            if item.is_unplaced or is_nothing:
                continue
            days.setdefault(item.starts.date(), []).append(item)
            last = (item.ends - timedelta(minutes=1)).date()
            if last > item.starts.date():
                days.setdefault(item.starts.date() + timedelta(days=1), []).append(item)
        return {day: order_items(items) for day, items in days.items()}

    @cached_property
    def legs(self) -> dict[date, tuple[Leg, ...]]:
        """Legs that are not cancelled, by the days they touch."""
        days: dict[date, list[Leg]] = {}
        for leg in self.snapshot.legs:
            if leg.booking is not BookingStatus.CANCELLED:
                for day in dict.fromkeys((leg.departs.date(), leg.arrives.date())):
                    days.setdefault(day, []).append(leg)
        return {day: tuple(legs) for day, legs in days.items()}

    @cached_property
    def people(self) -> dict[str, frozenset[str]]:
        """By item: the persons who host, speak or interpret there."""
        interpreters = self.snapshot.interpreter_by_uid
        found = {item.uid: people_of(item) for item in self.snapshot.items}
        for each in self.snapshot.assignments:
            found.setdefault(each.item, set()).add(interpreters[each.interpreter].person)
        return {uid: frozenset(people) for uid, people in found.items()}
