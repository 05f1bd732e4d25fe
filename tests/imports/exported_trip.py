"""A trip as a workbook, changed as people change it, and read back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from itertools import count
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.world_trip import trip
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.workbook import brief_workbook
from trips.domain.importing.apply_delegates import apply_delegates
from trips.domain.importing.apply_programme import apply_programme
from trips.domain.importing.book import Book
from trips.domain.importing.circumstances import Importing
from trips.domain.importing.delegate_plan import plan_delegates
from trips.domain.importing.plan import DelegatePlan, ProgrammePlan
from trips.domain.importing.programme_plan import plan_programme
from trips.domain.importing.workbook import ReadingContext, WorkbookReading
from trips.domain.snapshot import TripSnapshot
from trips.exports.workbooks.planning import render
from trips.imports.workbook import read_workbook

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
SNAPSHOT = trip()


def exported(snapshot: TripSnapshot, locale: str = "de") -> bytes:
    return _as_it_was(locale) if snapshot is SNAPSHOT else _rendered(snapshot, locale)


@cache
def _as_it_was(locale: str) -> bytes:
    return _rendered(SNAPSHOT, locale)


def _rendered(snapshot: TripSnapshot, locale: str) -> bytes:
    stamp = Stamp(as_of=NOW, zone="Europe/Berlin")
    return render(brief_workbook(snapshot, stamp, 7), locale)


def read(data: bytes, snapshot: TripSnapshot, locale: str = "de") -> WorkbookReading:
    context = ReadingContext(
        starts_on=snapshot.trip.starts_on,
        ends_on=snapshot.trip.ends_on,
        language=locale,
        cities=tuple(name for stop in snapshot.stops for name in stop.city.values()),
    )
    return read_workbook(data, context)


def changed(data: bytes, change: Callable[[Workbook], Any]) -> bytes:
    book = load_workbook(BytesIO(data))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def put(row: int, heading: str, value: object, sheet: int = 0) -> Callable[[Workbook], Any]:
    def change(book: Workbook) -> None:
        cells = book.worksheets[sheet]
        column = next(cell.column for cell in cells[1] if cell.value == heading)
        cells.cell(row, column).value = value

    return change


def plans(
    data: bytes, snapshot: TripSnapshot, decisions: dict[str, str] | None = None, lang: str = "de"
) -> tuple[ProgrammePlan, DelegatePlan]:
    reading = read(data, snapshot, lang)
    assert reading.errors == ()
    assert reading.origin is not None
    return (
        plan_programme(reading.programme_rows, snapshot, decisions, reading.origin),
        plan_delegates(reading.delegate_rows, snapshot, (), decisions, reading.origin),
    )


def carried_out(
    data: bytes, snapshot: TripSnapshot, decisions: dict[str, str] | None = None
) -> TripSnapshot:
    programme, delegates = plans(data, snapshot, decisions)
    numbers = count()
    importing = Importing(
        new_uid=lambda: f"new{next(numbers)}", now=NOW, actor="x", filename="f", positions={}
    )
    after = apply_programme(snapshot, programme, Book(), importing)
    return apply_delegates(after, delegates, Book(), importing)


def row_of(data: bytes, uid: str, sheet: int = 0) -> int:
    cells = load_workbook(BytesIO(data)).worksheets[sheet]
    return next(cell.row for row in cells.iter_rows() for cell in row if cell.value == uid)


def differing(before: Any, after: Any) -> set[str]:
    return {name for name in vars(before) if getattr(before, name) != getattr(after, name)}


def in_trip(uid: str, **values: Any) -> TripSnapshot:
    """The trip after somebody changed an item in the meantime."""
    items = tuple(
        replace(item, version=item.version + 1, **values) if item.uid == uid else item
        for item in SNAPSHOT.items
    )
    return replace(SNAPSHOT, items=items)
