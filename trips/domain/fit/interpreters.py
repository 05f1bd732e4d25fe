"""What keeps the interpreters of a card from being there: days, hours, nights, long days."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from trips.domain.findings.presence import (
    DAY,
    AbsenceCode,
    absence_at,
    free_hours,
    merged_minutes,
    midnight_of,
    stays_of,
)
from trips.domain.fit.card import (
    MIDNIGHT,
    Card,
    grid_after,
    grid_before,
    minute_of,
    moment_of,
)
from trips.domain.fit.model import FitCode, FitReason, Hindrance, Verdict
from trips.domain.interpreter import Interpreter
from trips.domain.item import Item


def find_interpreters(card: Card, on: date) -> Iterator[Hindrance]:
    """Time of a day in which somebody who interprets at the card cannot or should not work."""
    snapshot = card.index.snapshot
    for uid in card.index.list_interpreters(card.item):
        interpreter = snapshot.interpreter_by_uid[uid]
        name = snapshot.person_by_uid[interpreter.person].name
        work = [item for item in card.index.work.get(uid, ()) if item.uid != card.item.uid]
        yield from _away(card, interpreter, name, on)
        yield from _nights(card, work, name, on)
        yield from _full(card, work, name, on)


def _away(card: Card, interpreter: Interpreter, name: str, on: date) -> Iterator[Hindrance]:
    snapshot = card.index.snapshot
    known = [*free_hours(interpreter, on), *stays_of(snapshot, interpreter)]
    edges = {minute_of(edge, on) for span in known for edge in span}
    inside = {edge for edge in edges if 0 < edge < MIDNIGHT}
    for first, last in pairwise(sorted({0, MIDNIGHT, *inside})):
        span = moment_of(first, on), moment_of(last, on)
        absence = absence_at(snapshot, interpreter, span)
        if absence is None:
            continue
        code = FitCode.INTERPRETER_AWAY
        facts: dict[str, object] = {"name": name}
        if absence.code is AbsenceCode.NOT_FREE and absence.begins and absence.ends:
            code = FitCode.INTERPRETER_HOURS
            facts |= {"starts": absence.begins, "ends": absence.ends}
        reason = FitReason(code, Verdict.IMPOSSIBLE, facts)
        yield Hindrance(grid_before(first), grid_after(last), reason, None)


def _nights(card: Card, work: list[Item], name: str, on: date) -> Iterator[Hindrance]:
    rest = timedelta(hours=card.index.limits.interpreter_rest_hours)
    before = [item.ends for item in work if item.starts.date() == on - DAY]
    after = [item.starts for item in work if item.starts.date() == on + DAY]
    if before and (free := max(before) + rest) > midnight_of(on):
        yield _night((0, grid_after(minute_of(free, on))), name, free, is_after=False)
    if after and (latest := min(after) - rest) < midnight_of(on + DAY):
        yield _night((grid_before(minute_of(latest, on)), MIDNIGHT), name, latest, is_after=True)


def _night(span: tuple[int, int], name: str, limit: datetime, *, is_after: bool) -> Hindrance:
    facts = {"name": name, "limit": limit, "is_after": is_after}
    reason = FitReason(FitCode.INTERPRETER_NIGHT, Verdict.WARNS, facts)
    return Hindrance(*span, reason, None)


def _full(card: Card, work: list[Item], name: str, on: date) -> Iterator[Hindrance]:
    todays = [(item.starts, item.ends) for item in work if item.starts.date() == on]
    minutes = merged_minutes(todays) + int(card.length / timedelta(minutes=1))
    if todays and minutes > card.index.limits.interpreter_day_hours * 60:
        facts = {"name": name, "minutes": minutes}
        reason = FitReason(FitCode.INTERPRETER_FULL, Verdict.WARNS, facts)
        yield Hindrance(0, MIDNIGHT, reason, None)
