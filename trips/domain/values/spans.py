"""From what somebody enters as day and times to a span of wall time, or what is wrong with it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from trips.domain.values.times import is_repeated, is_skipped, to_utc

LONGEST_NIGHT: Final = timedelta(hours=12)
"""An end before the start means the next day if the item is then no longer than this."""
SHORTEST: Final = timedelta(minutes=5)


class TimeFlaw(StrEnum):
    """What is wrong with a time somebody entered."""

    END_BEFORE_START = "end_before_start"
    SKIPPED = "skipped"
    REPEATED = "repeated"


@dataclass(frozen=True)
class FlawedTime:
    """A flaw, whether it is the end's, and the time that would do instead."""

    flaw: TimeFlaw
    is_end: bool
    instead: datetime


@dataclass(frozen=True, kw_only=True)
class EnteredSpan:
    """A day with two times. `passes` says which pass of a repeated hour start and end mean."""

    on: date
    start: time
    end: time
    ends_on: date | None = None
    """Only where somebody named it; otherwise the end tells by itself."""
    passes: tuple[int | None, int | None] = (None, None)
    zones: tuple[str, str] = ("Europe/Berlin", "Europe/Berlin")


def end_day(entered: EnteredSpan) -> date:
    """The day of the end: the named one, the next after midnight, or the same."""
    if entered.ends_on is not None:
        return entered.ends_on
    starts = datetime.combine(entered.on, entered.start)
    ends = datetime.combine(entered.on, entered.end)
    is_next = ends <= starts and ends + timedelta(days=1) - starts <= LONGEST_NIGHT
    return entered.on + timedelta(days=1) if is_next else entered.on


def read_span(entered: EnteredSpan) -> tuple[datetime, datetime] | tuple[FlawedTime, ...]:
    """Start and end as wall times with their fold, or every flaw."""
    walls = (
        datetime.combine(entered.on, entered.start),
        datetime.combine(end_day(entered), entered.end),
    )
    flaws = [
        flaw
        for wall, zone, chosen, is_end in zip(
            walls, entered.zones, entered.passes, (False, True), strict=True
        )
        if (flaw := _flaw_of(wall, zone, chosen, is_end=is_end))
    ]
    starts, ends = (
        wall.replace(fold=chosen or 0) if is_repeated(wall, zone) else wall
        for wall, zone, chosen in zip(walls, entered.zones, entered.passes, strict=True)
    )
    if not flaws and to_utc(ends, entered.zones[1]) <= to_utc(starts, entered.zones[0]):
        flaws = [FlawedTime(TimeFlaw.END_BEFORE_START, True, starts + SHORTEST)]
    return tuple(flaws) if flaws else (starts, ends)


def _flaw_of(wall: datetime, zone: str, chosen: int | None, *, is_end: bool) -> FlawedTime | None:
    if is_skipped(wall, zone):
        return FlawedTime(TimeFlaw.SKIPPED, is_end, wall + timedelta(hours=1))
    if chosen is None and is_repeated(wall, zone):
        return FlawedTime(TimeFlaw.REPEATED, is_end, wall)
    return None


def passes_of(
    starts: datetime, ends: datetime, zones: tuple[str, str]
) -> tuple[int | None, int | None]:
    """Which pass each time means, none for a time that comes only once."""
    first, second = (
        wall.fold if is_repeated(wall, zone) else None
        for wall, zone in zip((starts, ends), zones, strict=True)
    )
    return first, second


def named_end_day(starts: datetime, ends: datetime) -> date | None:
    """The end's day where a form has to name it, because the times alone would mean another."""
    entered = EnteredSpan(on=starts.date(), start=starts.time(), end=ends.time())
    return None if end_day(entered) == ends.date() else ends.date()
