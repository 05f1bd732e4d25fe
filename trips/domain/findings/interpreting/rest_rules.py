"""Rules about how long an interpreter works: in a row, in a day, and how long the night is."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from trips.domain.findings.codes import FindingCode
from trips.domain.findings.interpreting.team_rules import of_interpreter
from trips.domain.findings.model import Finding
from trips.domain.findings.plan import RESTFUL, Plan
from trips.domain.findings.presence import merged_minutes
from trips.domain.interpreter import Interpreter
from trips.domain.item import Item
from trips.domain.values.times import minutes_between, to_utc

Days = dict[date, list[Item]]


def find_overwork(plan: Plan) -> Iterator[Finding]:
    """Days too long, hours without a break, nights too short: one finding each and interpreter."""
    for uid, items in plan.work.items():
        interpreter = plan.snapshot.interpreter_by_uid[uid]
        days = by_day(items)
        yield from _long_days(plan, interpreter, days)
        yield from _without_break(plan, interpreter, days)
        yield from _short_nights(plan, interpreter, days)


def by_day(items: tuple[Item, ...]) -> Days:
    """Items in order by the day on which they begin; what does not last is left out."""
    days: Days = {}
    for item in items:
        if item.ends > item.starts:
            days.setdefault(item.starts.date(), []).append(item)
    return days


def _long_days(plan: Plan, interpreter: Interpreter, days: Days) -> Iterator[Finding]:
    limit = round(plan.limits.interpreter_day_hours * 60)
    lengths = {
        on: merged_minutes([(item.starts, item.ends) for item in items])
        for on, items in days.items()
    }
    long = [on for on, minutes in lengths.items() if minutes > limit]
    if long:
        worst = max(long, key=lengths.__getitem__)
        yield of_interpreter(
            plan,
            interpreter,
            FindingCode.INTERPRETER_DAY_LONG,
            [item for on in long for item in days[on]],
            number=len(long),
            on=worst,
            minutes=lengths[worst],
            limit=limit,
        )


def _without_break(plan: Plan, interpreter: Interpreter, days: Days) -> Iterator[Finding]:
    most = timedelta(hours=plan.limits.break_hours)
    runs = [
        run
        for items in days.values()
        for run in runs_of(items, timedelta(minutes=plan.limits.break_minutes))
        if _length(run) > most and not _is_everyones(plan, run)
    ]
    if runs:
        worst = max(runs, key=_length)
        begins, until = worst[0].starts, max(item.ends for item in worst)
        yield of_interpreter(
            plan,
            interpreter,
            FindingCode.INTERPRETER_BREAK_MISSING,
            [item for run in runs for item in run],
            number=len(runs),
            title=worst[0].title,
            on=begins.date(),
            begins=begins,
            until=until,
            minutes=minutes_between(begins, until),
        )


def runs_of(items: list[Item], pause: timedelta) -> Iterator[list[Item]]:
    """Items in order, cut wherever there is a pause between them."""
    run: list[Item] = []
    reached: datetime | None = None
    for item in items:
        if reached is not None and item.starts - reached >= pause:
            yield run
            run, reached = [], None
        run.append(item)
        reached = max(reached or item.ends, item.ends)
    if run:
        yield run


def _length(run: list[Item]) -> timedelta:
    return max(item.ends for item in run) - run[0].starts


def _is_everyones(plan: Plan, run: list[Item]) -> bool:
    """Whether a group has no break there either: then the rule about groups says so."""
    groups = set(plan.groups)
    for item in run:
        groups &= set(item.groups or plan.groups)
    return bool(groups) and not any(item.kind in RESTFUL for item in run)


def _short_nights(plan: Plan, interpreter: Interpreter, days: Days) -> Iterator[Finding]:
    limit = round(plan.limits.interpreter_rest_hours * 60)
    short: list[tuple[int, Item, Item]] = []
    for before, after in pairwise(sorted(days)):
        last = max(days[before], key=lambda item: item.ends)
        first = days[after][0]
        rest = _minutes_of_night(plan, last, first)
        if rest < limit:
            short.append((rest, last, first))
    if short:
        rest, last, first = min(short, key=lambda each: each[0])
        yield of_interpreter(
            plan,
            interpreter,
            FindingCode.INTERPRETER_REST_SHORT,
            [item for each in short for item in each[1:]],
            number=len(short),
            on=first.starts.date(),
            ends=last.ends,
            starts=first.starts,
            minutes=max(rest, 0),
            limit=limit,
        )


def _minutes_of_night(plan: Plan, last: Item, first: Item) -> int:
    """Real minutes, also in the night in which the clocks are changed."""
    ended = to_utc(last.ends, plan.snapshot.zone_of(last.stop))
    begins = to_utc(first.starts, plan.snapshot.zone_of(first.stop))
    return int((begins - ended) / timedelta(minutes=1))
