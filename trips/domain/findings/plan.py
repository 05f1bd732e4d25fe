"""A trip indexed once for all rules: its days, the lanes of its groups, who is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from trips.domain.findings.crowd import Crowd, delegates_of, is_at
from trips.domain.findings.presence import Work, work_of
from trips.domain.findings.thresholds import Thresholds
from trips.domain.interpreter import Assignment
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.itinerary import order_items
from trips.domain.participation import Participation
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Leg

DROPPED = frozenset({ItemStatus.IDEA, ItemStatus.CANCELLED})
RESTFUL = frozenset({ItemKind.MEAL, ItemKind.FREE, ItemKind.CHECK_IN, ItemKind.RECEPTION})
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


def people_of(item: Item) -> set[str]:
    """Persons who host or speak at an item."""
    hosts = {host.person for host in item.hosts if host.person}
    return hosts | {each.person for each in item.speakers}


def before_start(snapshot: TripSnapshot, days: float) -> date:
    """A deadline some days before the trip."""
    return snapshot.trip.starts_on - timedelta(days=days)


@dataclass(frozen=True)
class DayPlan:
    """A day: the items that start on it, and those of days before that last into it."""

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
        lasting: list[Item] = []
        for on, items in by_day.items():
            lasting = [item for item in lasting if item.ends.date() >= on]
            plans[on] = DayPlan(on, tuple(items), tuple(lasting))
            lasting += items
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

    @cached_property
    def work(self) -> Work:
        """What each interpreter does, by the interpreter's uid, in order."""
        return work_of(self.snapshot)

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """Legs that are not cancelled."""
        return tuple(
            leg for leg in self.snapshot.legs if leg.booking is not BookingStatus.CANCELLED
        )

    def people_of(self, item: Item) -> set[str]:
        """Persons who host, speak or interpret at an item."""
        interpreters = self.snapshot.interpreter_by_uid
        assigned = self.assignments.get(item.uid, ())
        return people_of(item) | {interpreters[each.interpreter].person for each in assigned}

    def before_start(self, days: float) -> date:
        """A deadline some days before the trip."""
        return before_start(self.snapshot, days)
