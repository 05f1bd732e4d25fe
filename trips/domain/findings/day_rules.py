"""Rules about a whole day: meals, length, pauses, number of visits."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import RESTFUL, DayPlan, Plan
from trips.domain.item import Item, ItemKind
from trips.domain.stop import Leg

Span = tuple[datetime, datetime]

EATING = frozenset({ItemKind.MEAL, ItemKind.RECEPTION, ItemKind.FREE})
"""Free time is everybody's own, the meal in it too."""
VISITED = frozenset({ItemKind.VISIT, ItemKind.WALK})
AFTERNOON = 16
"""Whoever is still on the programme then wants to know about dinner."""


def clock_on(on: date, hours: float) -> datetime:
    """A time of day given in hours since midnight, as 12.5."""
    return datetime.combine(on, datetime.min.time()) + timedelta(minutes=round(hours * 60))


def shared(first: Span, second: Span) -> timedelta:
    """How long two spans are at the same time."""
    return max(min(first[1], second[1]) - max(first[0], second[0]), timedelta(0))


def _legs_on(plan: Plan, on: date) -> list[Leg]:
    return [leg for leg in plan.legs if leg.departs.date() == on]


def _own(lane: list[Item], on: date) -> list[Item]:
    return [item for item in lane if item.starts.date() == on]


def find_missing_lunch(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """A day over noon has a meal, free time or a journey in the hours of lunch."""
    limits = plan.limits
    window = clock_on(day.on, limits.lunch_from), clock_on(day.on, limits.lunch_until)
    legs = _legs_on(plan, day.on)
    hungry: list[str] = []
    busy: list[Item] = []
    for group, lane in plan.lanes(day).items():
        items = _own(lane, day.on)
        if _is_busy(items, legs, window) and not _eats(items, legs, window, limits.lunch_minutes):
            hungry.append(group)
            busy = busy or [item for item in items if shared((item.starts, item.ends), window)]
    if hungry:
        yield _of_day(
            plan,
            day,
            FindingCode.LUNCH_MISSING,
            Severity.WARNS,
            hungry,
            items=busy,
            facts={"opens": window[0].time(), "closes": window[1].time()},
        )


def _is_busy(items: list[Item], legs: list[Leg], window: Span) -> bool:
    spans = [(item.starts, item.ends) for item in items if item.kind is not ItemKind.FREE]
    spans += [(leg.departs, leg.arrives) for leg in legs]
    return any(starts <= window[0] for starts, _ in spans) and any(
        ends >= window[1] for _, ends in spans
    )


def _eats(items: list[Item], legs: list[Leg], window: Span, minutes: float) -> bool:
    spans = [(item.starts, item.ends) for item in items if item.kind in EATING]
    spans += [(leg.departs, leg.arrives) for leg in legs]
    enough = timedelta(minutes=minutes)
    return any(shared(span, window) >= enough for span in spans)


def find_missing_dinners(plan: Plan) -> Iterator[Finding]:
    """Evenings on which people stay the night and nothing says where they eat: one finding."""
    limits = plan.limits
    missing: list[date] = []
    for day in plan.days.values():
        window = clock_on(day.on, limits.dinner_from), clock_on(day.on, limits.dinner_until)
        is_night = any(stop.arrives_on <= day.on < stop.departs_on for stop in plan.snapshot.stops)
        legs = _legs_on(plan, day.on)
        late = clock_on(day.on, AFTERNOON)
        lanes = [_own(lane, day.on) for lane in plan.lanes(day).values()]
        if is_night and any(
            any(item.ends > late for item in lane)
            and not _eats(lane, legs, window, limits.lunch_minutes)
            for lane in lanes
        ):
            missing.append(day.on)
    if missing:
        yield Finding(
            code=FindingCode.DINNER_MISSING,
            severity=Severity.INFORMS,
            subjects=tuple(Subject("day", on.isoformat()) for on in missing),
            facts={"number": len(missing), "days": tuple(missing)},
            due=plan.before_start(limits.booking_due_days),
            cause="dinner",
        )


def find_long_days(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """From the first item to the last, free time apart, a day leaves enough of the night."""
    long: dict[str, tuple[timedelta, Span]] = {}
    for group, lane in plan.lanes(day).items():
        if items := _own(lane, day.on):
            span = items[0].starts, max(item.ends for item in items)
            free = [item.ends - item.starts for item in items if item.kind is ItemKind.FREE]
            lasts = span[1] - span[0] - sum(free, timedelta(0))
            if lasts > timedelta(hours=plan.limits.day_hours):
                long[group] = lasts, span
    if long:
        lasts, span = max(long.values())
        facts = {
            "begins": span[0],
            "until": span[1],
            "minutes": int(lasts / timedelta(minutes=1)),
            "limit": round(plan.limits.day_hours * 60),
        }
        yield _of_day(plan, day, FindingCode.DAY_TOO_LONG, Severity.WARNS, list(long), facts=facts)


def find_many_visits(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """People take in so much a day and no more."""
    counts = {
        group: sum(item.kind in VISITED for item in _own(lane, day.on))
        for group, lane in plan.lanes(day).items()
    }
    many = [group for group, count in counts.items() if count > plan.limits.visits_per_day]
    if many:
        facts = {"number": max(counts.values()), "limit": round(plan.limits.visits_per_day)}
        yield _of_day(plan, day, FindingCode.VISITS_TOO_MANY, Severity.WARNS, many, facts=facts)


def find_missing_breaks(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """Somewhere within three hours there is a pause: time without an item, a meal, a ride."""
    found: dict[tuple[str, str], tuple[list[Item], list[str]]] = {}
    for group, lane in plan.lanes(day).items():
        for run in _runs(_own(lane, day.on), timedelta(minutes=plan.limits.break_minutes)):
            span = max(item.ends for item in run) - run[0].starts
            if span > timedelta(hours=plan.limits.break_hours):
                found.setdefault((run[0].uid, run[-1].uid), (run, []))[1].append(group)
    for run, groups in found.values():
        ends = max(item.ends for item in run)
        facts = {
            "title": run[0].title,
            "begins": run[0].starts,
            "until": ends,
            "minutes": int((ends - run[0].starts) / timedelta(minutes=1)),
        }
        yield _of_day(
            plan,
            day,
            FindingCode.BREAK_MISSING,
            Severity.INFORMS,
            groups,
            items=run,
            facts=facts,
        )


def _runs(items: list[Item], pause: timedelta) -> Iterator[list[Item]]:
    """Items that follow each other without a pause."""
    run: list[Item] = []
    until: datetime | None = None
    for item in items:
        is_ride = item.kind is ItemKind.TRANSFER and item.ends - item.starts >= pause
        if item.kind in RESTFUL or is_ride or (until and item.starts - until >= pause):
            if run:
                yield run
            run, until = [], None
        if item.kind not in RESTFUL and not is_ride:
            run.append(item)
            until = max(until or item.ends, item.ends)
    if run:
        yield run


def _of_day(  # noqa: PLR0913 the parts of a finding
    plan: Plan,
    day: DayPlan,
    code: FindingCode,
    severity: Severity,
    groups: list[str],
    *,
    facts: dict[str, Any],
    items: list[Item] | None = None,
) -> Finding:
    """A finding about a day, for some of the groups or for everyone."""
    stops = [item.stop for item in (items or day.items) if item.stop]
    named = () if set(groups) >= set(plan.groups) else tuple(sorted(groups))
    about = (
        tuple(Subject("item", item.uid) for item in items)
        if items
        else (Subject("day", day.on.isoformat()),)
    )
    return Finding(
        code=code,
        severity=severity,
        subjects=about,
        facts={"on": day.on, "groups": named, **facts},
        due=plan.before_start(plan.limits.booking_due_days),
        stop=stops[-1] if stops else None,
        cause="" if code is FindingCode.BREAK_MISSING else f"day:{day.on.isoformat()}",
    )
