"""Where an item would fit on a day: between what its groups and people already do."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from trips.domain.findings.day_rules import clock_on
from trips.domain.findings.hours import closed_reason, opening_span
from trips.domain.findings.plan import Plan
from trips.domain.findings.presence import absence_at
from trips.domain.findings.way_rules import minutes_needed
from trips.domain.item import Item, ItemKind

GRID = timedelta(minutes=5)
FIRST, LAST = 8.5, 21.0
"""Nothing is moved to before half past eight or to an end after nine."""

Span = tuple[datetime, datetime]


def find_gap(plan: Plan, item: Item, on: date, *, earliest: datetime | None = None) -> Span | None:
    """The next span on a day in which `item` fits with its ways and its place is open.

    The next after its own start if there is one, or else the first of the day.
    """
    length = item.ends - item.starts
    spans = [
        (start, start + length)
        for start in _starts(plan, item, on, length)
        if earliest is None or start >= earliest
    ]
    fitting = [span for span in spans if _is_open(plan, item, span)]
    later = [span for span in fitting if span[0] >= item.starts]
    return next(iter(later or fitting), None)


def busy_on(plan: Plan, item: Item, on: date) -> list[Item]:
    """What happens on a day in the item's groups, or with its people, room or vehicle."""
    people = plan.people_of(item)
    day = plan.days.get(on)
    others = (*day.carried, *day.items) if day else ()
    return [
        other
        for other in others
        if other.uid != item.uid
        and other.kind is not ItemKind.INTERNAL
        and (
            not item.groups
            or not other.groups
            or set(item.groups) & set(other.groups)
            or people & plan.people_of(other)
            or (item.room and (item.site, item.room) == (other.site, other.room))
            or (item.vehicle and item.vehicle == other.vehicle)
        )
    ]


def _starts(plan: Plan, item: Item, on: date, length: timedelta) -> Iterator[datetime]:
    """The earliest start in each gap that is long enough."""
    begins, closes = _bounds(plan, item, on)
    before: Item | None = None
    reached = begins
    opens = _openings(plan, item, on)
    for other in [*busy_on(plan, item, on), None]:
        start = max(begins, _on_grid(reached + _way(plan, before, item)))
        limit = closes if other is None else min(closes, other.starts - _way(plan, item, other))
        for moment in (start, *(each for each in opens if each > start)):
            if moment + length <= limit:
                yield moment
        if other is not None and other.ends >= reached:
            before, reached = other, other.ends


def _openings(plan: Plan, item: Item, on: date) -> list[datetime]:
    """When the item's place opens on a day."""
    site = plan.snapshot.site_by_uid.get(item.site or "")
    hours = site.hours if site else ()
    todays = [each for each in hours if each.weekday == on.isoweekday()]
    return sorted(opening_span(each, on)[0] for each in todays)


def _bounds(plan: Plan, item: Item, on: date) -> Span:
    """The hours of a day, cut by the legs that bring people to the item's city and away."""
    begins, closes = clock_on(on, FIRST), clock_on(on, LAST)
    for leg in plan.legs:
        if leg.to_stop == item.stop and leg.arrives.date() == on:
            leaving = timedelta(minutes=plan.limits.leaving_minutes)
            begins = max(begins, leg.arrives + leaving)
        if leg.from_stop == item.stop and leg.departs.date() == on:
            station = timedelta(minutes=plan.limits.station_minutes)
            closes = min(closes, leg.departs - station)
    return begins, closes


def _way(plan: Plan, first: Item | None, second: Item) -> timedelta:
    if first is None:
        return timedelta(0)
    return timedelta(minutes=minutes_needed(plan.snapshot, first, second, plan.limits) or 0)


def _on_grid(moment: datetime) -> datetime:
    past = timedelta(minutes=moment.minute % 5, seconds=moment.second)
    return moment + GRID - past if past else moment


def _is_open(plan: Plan, item: Item, span: Span) -> bool:
    """Whether the place is open and the interpreters can come."""
    site = plan.snapshot.site_by_uid.get(item.site or "")
    stop = plan.snapshot.stop_by_uid.get(item.stop or "")
    if site and closed_reason(site, stop, span, plan.snapshot.holidays):
        return False
    return not any(
        absence_at(plan.snapshot, plan.snapshot.interpreter_by_uid[each.interpreter], span)
        for each in plan.assignments.get(item.uid, ())
    )
