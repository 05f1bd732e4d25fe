"""A trip indexed once for all rules: its days, the lanes of its groups, who is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from trips.domain.findings.crowd import Crowd, delegates_of, is_at
from trips.domain.findings.thresholds import Thresholds
from trips.domain.interpreter import Assignment
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.itinerary import order_items
from trips.domain.participation import Participation
from trips.domain.snapshot import TripSnapshot

DROPPED = frozenset({ItemStatus.IDEA, ItemStatus.CANCELLED})
SPOKEN = frozenset(
    {ItemKind.VISIT, ItemKind.WALK, ItemKind.TALK, ItemKind.WORKSHOP, ItemKind.RECEPTION}
)


def planned_items(snapshot: TripSnapshot) -> tuple[Item, ...]:
    """Items that will happen: neither ideas nor cancelled nor without a time, in order."""
    return order_items(
        item for item in snapshot.items if item.status not in DROPPED and not item.is_unplaced
    )


def present_at(snapshot: TripSnapshot, item: Item) -> tuple[Participation, ...]:
    """Delegates who should be at an item."""
    on = item.starts.date()
    return tuple(each for each in delegates_of(snapshot) if is_at(each, on, item.groups))


def before_start(snapshot: TripSnapshot, days: float) -> date:
    """A deadline some days before the trip."""
    return snapshot.trip.starts_on - timedelta(days=days)


@dataclass(frozen=True)
class DayPlan:
    """A day: the items that start on it, and those of the day before that last into it."""

    on: date
    items: tuple[Item, ...]
    carried: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A snapshot with the thresholds and the day it is looked at, indexed for the rules."""

    snapshot: TripSnapshot
    limits: Thresholds
    crowd: Crowd
    today: date | None = None

    @cached_property
    def days(self) -> dict[date, DayPlan]:
        """Every day with planned items, in order."""
        by_day: dict[date, list[Item]] = {}
        for item in planned_items(self.snapshot):
            by_day.setdefault(item.starts.date(), []).append(item)
        plans: dict[date, DayPlan] = {}
        for on, items in by_day.items():
            before = by_day.get(on - timedelta(days=1), ())
            carried = tuple(item for item in before if item.ends.date() >= on)
            plans[on] = DayPlan(on, tuple(items), carried)
        return plans

    @property
    def items(self) -> Iterator[Item]:
        """All planned items in order."""
        return (item for day in self.days.values() for item in day.items)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Codes of the groups; one without a name where there are none."""
        return tuple(group.code for group in self.snapshot.trip.groups) or ("",)

    def lanes(self, day: DayPlan) -> dict[str, list[Item]]:
        """What each group does on a day, in order, without what only the team knows of."""
        lanes: dict[str, list[Item]] = {code: [] for code in self.groups}
        for item in (*day.carried, *day.items):
            if item.kind is not ItemKind.INTERNAL:
                for code in item.groups or self.groups:
                    lanes.setdefault(code, []).append(item)
        return lanes

    @cached_property
    def assignments(self) -> dict[str, list[Assignment]]:
        """Assignments of interpreters by the uid of the item."""
        found: dict[str, list[Assignment]] = {}
        for each in self.snapshot.assignments:
            found.setdefault(each.item, []).append(each)
        return found

    def before_start(self, days: float) -> date:
        """A deadline some days before the trip."""
        return before_start(self.snapshot, days)
