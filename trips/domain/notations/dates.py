"""Dates as people write them in German and English, and what a programme makes of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from trips.domain.notations.calendar_words import MONTHS, WEEKDAYS
from trips.domain.notations.date_patterns import (
    DAY_LEAD,
    DAY_NUMBERS,
    SHAPES,
    TWO_NUMBERS,
    WEEKDAY_ONLY,
)
from trips.domain.notations.words import as_written, fold

NEAR: Final = timedelta(days=3)
"""People arrive early and leave late: so far outside the trip a date is still plausible."""
LONGEST: Final = 200
"""Characters looked at: a date stands at the beginning of a cell."""
LAST_DAY: Final = 31
LAST_MONTH: Final = 12
CENTURY: Final = 2000


@dataclass(frozen=True, kw_only=True)
class WrittenDate:
    """A date as written: what is not written is None; `rest` is the text around it."""

    day: int = 0
    month: int = 0
    year: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    last_day: int | None = None
    """Last day of a range."""
    last_month: int | None = None
    is_slashed: bool = False
    """16/9 or 9/16: day and month may be the other way round."""
    number: int | None = None
    """Day 2 of the trip."""
    rest: str = ""


@dataclass(frozen=True, kw_only=True)
class DateHints:
    """What decides about an incomplete date: the trip, the year and the order of other rows."""

    starts_on: date | None = None
    ends_on: date | None = None
    year: int | None = None
    is_month_first: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ResolvedDate:
    """A date, or the code of the reason why there is none."""

    on: date | None = None
    until: date | None = None
    problem: str = ""
    is_assumed: bool = False


def find_date(text: str, *, is_date_column: bool = True) -> WrittenDate | None:
    """Return the first date in the text; a bare weekday or `16.9` only count in a date column."""
    folded = fold(text[:LONGEST])
    numbered = DAY_LEAD.sub("", folded)
    for shape in SHAPES:
        match = shape.search(numbered)
        if match is not None and (found := _written(match, numbered)) is not None:
            return replace(found, rest=as_written(text, found.rest))
    found = _find_vague(folded) if is_date_column else None
    return replace(found, rest=as_written(text, found.rest)) if found else None


def is_month_first(texts: Iterable[str]) -> bool | None:
    """Tell the order of slashed dates from those of a column that allow one order only."""
    orders = set()
    for written in filter(None, map(find_date, texts)):
        if written.is_slashed and max(written.day, written.month) > LAST_MONTH:
            orders.add(written.month > LAST_MONTH)
    return orders.pop() if len(orders) == 1 else None


def resolve_date(written: WrittenDate, hints: DateHints) -> ResolvedDate:
    """Make a date of what is written, or say why not.

    Problems: `date_impossible`, `date_ambiguous`, `date_incomplete`, `year_missing`,
    `weekday_disagrees`, `day_outside_trip`.
    """
    if written.number is not None or not written.day:
        return _from_trip_days(written, hints)
    candidates = _candidates(written, hints)
    if not candidates:
        no_year = written.year is None and not _years(hints) and _fits_some_year(written)
        return ResolvedDate(problem="year_missing" if no_year else "date_impossible")
    agreeing = [on for on in candidates if written.weekday in {None, on.weekday()}]
    if not agreeing:
        return ResolvedDate(problem="weekday_disagrees")
    on = _choose(agreeing, hints)
    if on is None:
        return ResolvedDate(problem="date_ambiguous")
    return ResolvedDate(on=on, until=_last_of_range(written, on))


def _find_vague(folded: str) -> WrittenDate | None:
    match = TWO_NUMBERS.fullmatch(folded)
    if match is not None and (found := _written(match, folded)) is not None:
        return found
    for shape in DAY_NUMBERS:
        if numbered := shape.search(folded):
            return WrittenDate(number=int(numbered["n"]), rest=_around(numbered, folded))
    weekday = WEEKDAY_ONLY.fullmatch(folded)
    return WrittenDate(weekday=WEEKDAYS[weekday["w"]]) if weekday else None


def _written(match: re.Match[str], folded: str) -> WrittenDate | None:
    got = {name: text for name, text in match.groupdict().items() if text}
    first = _month(got, "f")
    last = _month(got, "l")
    found = WrittenDate(
        day=int(got.get("s1") or got["d"]),
        month=int(got["s2"]) if "s2" in got else first or last,
        year=_year(got.get("y") or got.get("y2")),
        weekday=WEEKDAYS.get(got.get("w", "")),
        last_day=int(got["d2"]) if "d2" in got else None,
        last_month=(last or first) if "d2" in got else None,
        is_slashed="s1" in got,
        rest=_around(match, folded),
    )
    return found if _is_possible(found) else None


def _month(got: dict[str, str], which: str) -> int:
    return int(got.get(f"n{which}", 0)) or MONTHS.get(got.get(f"m{which}", ""), 0)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text.lstrip("'"))
    return year if year >= CENTURY // 2 else CENTURY + year


def _is_possible(found: WrittenDate) -> bool:
    """Rule out a day 45 and a month 13, unless a slash can turn them."""
    low, high = sorted((found.day, found.month))
    if found.is_slashed:
        return 1 <= low <= LAST_MONTH and high <= LAST_DAY
    return 1 <= found.day <= LAST_DAY and 1 <= found.month <= LAST_MONTH


def _around(match: re.Match[str], folded: str) -> str:
    return f"{folded[: match.start()]} {folded[match.end() :]}".strip(" ,;:-|()")


def _years(hints: DateHints) -> list[int]:
    if hints.starts_on is not None:
        last = (hints.ends_on or hints.starts_on).year
        return list(range(hints.starts_on.year, min(last, hints.starts_on.year + 5) + 1))
    return [hints.year] if hints.year else []


def _candidates(written: WrittenDate, hints: DateHints) -> list[date]:
    orders = [(written.day, written.month)]
    if written.is_slashed and written.day != written.month:
        if hints.is_month_first is None:
            orders.append((written.month, written.day))
        elif hints.is_month_first:
            orders = [(written.month, written.day)]
    years = [written.year] if written.year is not None else _years(hints)
    found = (make_date(year, month, day) for year in years for day, month in orders)
    return [on for on in found if on is not None]


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None for a 31 September."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fits_some_year(written: WrittenDate) -> bool:
    turned = make_date(CENTURY, written.day, written.month) if written.is_slashed else None
    return (make_date(CENTURY, written.month, written.day) or turned) is not None


def _choose(candidates: list[date], hints: DateHints) -> date | None:
    if len(candidates) == 1:
        return candidates[0]
    near = [on for on in candidates if is_near(on, hints)]
    return near[0] if len(near) == 1 else None


def is_near(on: date, hints: DateHints) -> bool:
    """Tell whether the date lies in the trip or within a few days of it."""
    if hints.starts_on is None:
        return False
    return hints.starts_on - NEAR <= on <= (hints.ends_on or hints.starts_on) + NEAR


def _last_of_range(written: WrittenDate, on: date) -> date | None:
    if written.last_day is None or written.last_month is None:
        return None
    year = on.year + (1 if written.last_month < on.month else 0)
    return make_date(year, written.last_month, written.last_day)


def _from_trip_days(written: WrittenDate, hints: DateHints) -> ResolvedDate:
    """Resolve `Day 2`, or a weekday that the trip has only once."""
    if hints.starts_on is None:
        return ResolvedDate(problem="date_incomplete")
    length = ((hints.ends_on or hints.starts_on) - hints.starts_on).days + 1
    days = [hints.starts_on + timedelta(days=day) for day in range(min(length, 400))]
    if written.number is not None:
        inside = 1 <= written.number <= len(days)
        chosen = [days[written.number - 1]] if inside else []
    else:
        chosen = [on for on in days if on.weekday() == written.weekday]
    if len(chosen) == 1:
        return ResolvedDate(on=chosen[0], is_assumed=True)
    return ResolvedDate(problem="date_ambiguous" if chosen else "day_outside_trip")
