"""Dates and times out of cells, whether Excel knows them as such or as text or numbers."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from trips.domain.notations.dates import DateHints, ResolvedDate, find_date, resolve_date
from trips.domain.notations.times import WrittenTime, find_time
from trips.imports.numbers import Value
from trips.imports.sheets import Cell

EXCEL_EPOCH = date(1899, 12, 30)
PLAUSIBLE_SERIALS = range(20_000, 80_000)
"""Days from 1954 to 2119: a bare number in a column of dates that lost its format."""
DAY_MINUTES = 24 * 60
MILITARY_FROM = 100


@dataclass(frozen=True)
class CellDate:
    """The date of a cell, and what else stands in it."""

    found: ResolvedDate
    rest: str = ""
    clock: int | None = None
    """Minutes after midnight, where the cell is a moment."""


def read_date(cell: Cell, hints: DateHints) -> CellDate:
    """Return the date in a cell of a column of dates; the problem is `date_unreadable` at worst."""
    value = cell.value
    if isinstance(value, datetime):
        return CellDate(ResolvedDate(on=value.date()), clock=value.hour * 60 + value.minute)
    if isinstance(value, date):
        return CellDate(ResolvedDate(on=value))
    if isinstance(value, int) and value in PLAUSIBLE_SERIALS:
        return CellDate(ResolvedDate(on=EXCEL_EPOCH + timedelta(days=value)))
    written = find_date(cell.text)
    if written is None:
        return CellDate(ResolvedDate(problem="date_unreadable"))
    return CellDate(resolve_date(written, hints), written.rest)


def read_time(cell: Cell) -> WrittenTime | None:
    """Return the time in a cell, None where there is none to be read."""
    minutes = _minutes(cell.value)
    if minutes is not None:
        return WrittenTime(start=minutes)
    if isinstance(cell.value, str):
        return find_time(cell.text)
    return None


def _minutes(value: Value) -> int | None:
    if isinstance(value, datetime | time):
        return value.hour * 60 + value.minute
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return minutes if 0 <= minutes <= 2 * DAY_MINUTES else None
    if isinstance(value, date):
        return 0
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    return None


def _from_number(value: float) -> int | None:
    """Read 0.396 as a fraction of the day, 14 as an hour, 1430 and 9.3 as typed without a colon."""
    if 0 <= value < 1:
        return round(value * DAY_MINUTES)
    if isinstance(value, int):
        hour, minute = divmod(value, 100) if value >= MILITARY_FROM else (value, 0)
    else:
        hour, minute = int(value), round((value - int(value)) * 100)
    total = hour * 60 + minute
    return total if minute < 60 and total <= DAY_MINUTES else None  # noqa: PLR2004 - an hour
