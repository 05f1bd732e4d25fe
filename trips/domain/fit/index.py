"""A trip indexed once for all cards: what lies where, who is busy when."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from trips.domain.findings.plan import people_of
from trips.domain.findings.presence import Work, work_of
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
    def items(self) -> dict[date, list[Item]]:
        """What happens, or may happen, by day; what lasts into a day is there, too."""
        days: dict[date, list[Item]] = {}
        for item in self.snapshot.items:
            is_nothing = item.status is ItemStatus.CANCELLED or item.kind is ItemKind.INTERNAL
            if item.is_unplaced or is_nothing:
                continue
            first = item.starts.date()
            days.setdefault(first, []).append(item)
            if item.ends.date() > first and (item.ends - timedelta(minutes=1)).date() > first:
                days.setdefault(first + timedelta(days=1), []).append(item)
        return days

    def list_items(self, on: date) -> tuple[Item, ...]:
        """What happens on a day, in order."""
        return order_items(self.items.get(on, ()))

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
    def work(self) -> Work:
        """What each interpreter does, by the interpreter's uid, in order."""
        return work_of(self.snapshot)

    def list_interpreters(self, item: Item) -> tuple[str, ...]:
        """The uids of those who interpret at an item."""
        found = (each.interpreter for each in self.snapshot.assignments if each.item == item.uid)
        return tuple(dict.fromkeys(found))

    @cached_property
    def _interpreters(self) -> dict[str, set[str]]:
        """By item: the persons who interpret there."""
        persons = self.snapshot.interpreter_by_uid
        found: dict[str, set[str]] = {}
        for each in self.snapshot.assignments:
            found.setdefault(each.item, set()).add(persons[each.interpreter].person)
        return found

    def list_people(self, item: Item) -> frozenset[str]:
        """The persons who host, speak or interpret at an item."""
        return frozenset(people_of(item)) | self._interpreters.get(item.uid, set())
