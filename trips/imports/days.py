"""Which day and which city a row of a programme belongs to, when it does not say so itself."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trips.domain.importing.workbook import ReadingContext
from trips.domain.notations.dates import (
    DateHints,
    ResolvedDate,
    find_date,
    is_month_first,
    is_near,
    resolve_date,
)
from trips.domain.notations.section_words import is_label, read_label
from trips.domain.notations.words import key
from trips.imports.cells import CellDate, read_date
from trips.imports.log import Log
from trips.imports.sheets import Cell
from trips.imports.tables import Row, Table, rows_of

FAR = timedelta(days=60)
"""So far from the trip a date is rather a slip of the pen than an early arrival."""
FOOTNOTE = re.compile(
    r"^\s*\*|vorbehalten|^Stand:|^Fassung|subject to (?:change|alteration)|^Version\b|^As of\b",
    re.IGNORECASE,
)
"""Remarks below a programme; they are named, not imported."""
MOST_WORDS_OF_A_CITY = 4


@dataclass
class Place:
    """Where the reader is in the sheet: the day and city that the rows below belong to."""

    on: date | None = None
    city: str = ""
    is_date_assumed: bool = False


def hints_for(tables: list[Table], context: ReadingContext) -> DateHints:
    """Gather what decides about incomplete dates from the trip and from all rows together."""
    texts = [
        cell.text
        for table in tables
        for row in rows_of(table)
        for cell in row.contents
        if isinstance(cell.value, str)
    ]
    dated = [
        cell.text
        for table in tables
        for row in rows_of(table)
        for _, cell in row.by_field.get("on", [])
        if isinstance(cell.value, str)
    ]
    hints = DateHints(
        starts_on=context.starts_on,
        ends_on=context.ends_on,
        is_month_first=is_month_first(dated),
    )
    if context.starts_on is not None:
        return hints
    span = _announced_span(tables)
    if span.on is not None:
        return replace(hints, starts_on=span.on, ends_on=span.until or span.on)
    return replace(hints, year=_only_year(tables, texts))


def _announced_span(tables: list[Table]) -> ResolvedDate:
    """Look for `16.-21. September 2015` above the headings or in the name of a sheet."""
    for table in tables:
        for text in _announcements(table):
            written = find_date(text, is_date_column=False)
            if written is not None and written.last_day is not None and written.year is not None:
                found = resolve_date(written, DateHints())
                if found.on is not None:
                    return found
    return ResolvedDate()


def _only_year(tables: list[Table], texts: list[str]) -> int | None:
    years = {
        cell.value.year
        for table in tables
        for row in rows_of(table)
        for cell in row.contents
        if isinstance(cell.value, date)
    }
    above = [text for table in tables for text in _announcements(table)]
    for text in (*texts, *above):
        written = find_date(text, is_date_column=False)
        if written is not None and written.year is not None:
            years.add(written.year)
    if not years:
        years = {int(year) for text in above for year in re.findall(r"\b20\d\d\b", text)}
    return years.pop() if len(years) == 1 else None


def _announcements(table: Table) -> list[str]:
    sheet = table.sheet
    above = [
        cell.text
        for (row, _), cell in sorted(sheet.cells.items())
        if row < table.first_heading_row and not cell.origin and cell.text
    ]
    return [sheet.name, *above]


def opening_place(table: Table, hints: DateHints, context: ReadingContext) -> Place:
    """Take day and city from the title rows above the headings, or from the sheet's name."""
    place = Place()
    for text in _announcements(table):
        place.city = city_in(text, context) or place.city
        written = find_date(text)
        if written is None or written.last_day is not None:
            continue
        if (found := resolve_date(written, hints)).on is not None:
            place.on, place.is_date_assumed = found.on, found.is_assumed
    return place


def take_section(row: Row, place: Place, hints: DateHints, context: ReadingContext) -> str | None:
    """Read a row that is no item but a heading of what follows.

    Returns "" for a day or city that was taken, other words as they are, None for an item.
    """
    contents = row.contents
    if len(contents) > 1:
        return _take_cells(row, place, hints, context)
    cell = contents[0]
    if FOOTNOTE.search(cell.text):
        return cell.text
    if _is_item(row) or cell.problem:
        return None
    return _take_line(cell, place, hints, context)


def _take_line(cell: Cell, place: Place, hints: DateHints, context: ReadingContext) -> str | None:
    label = read_label(cell.text)
    if label.about == "city":
        place.city = city_in(label.text, context) or label.text
        return ""
    found = read_date(cell, hints)
    if found.found.on is not None:
        place.on, place.is_date_assumed = found.found.on, found.found.is_assumed
        rest = read_label(found.rest).text.strip(" :")
        place.city = city_in(rest, context) or ("" if is_label(rest) else rest) or place.city
        return ""
    if found.found.problem != "date_unreadable":
        return None
    return "" if _take_city(cell.text, place, context) else cell.text


def _take_cells(row: Row, place: Place, hints: DateHints, context: ReadingContext) -> str | None:
    """Read a day and a city in two cells, or a label beside its word; anything else is an item."""
    first, *others = row.contents
    if len(others) > 1 or any(cell.problem for cell in row.contents):
        return None
    if is_label(first.text) and first.text.rstrip().endswith(":"):
        joined = f"{first.text.rstrip(' :')}: {others[0].text}"
        return _take_line(replace(others[0], text=joined), place, hints, context)
    return _take_day_and_city(row, place, hints, context)


def _take_day_and_city(
    row: Row, place: Place, hints: DateHints, context: ReadingContext
) -> str | None:
    dated = row.first("on")
    used = {name for name, pairs in row.by_field.items() if any(cell.text for _, cell in pairs)}
    if dated is None or not used <= {"on", "city", "title", "venue"}:
        return None
    other = next(cell.text for cell in row.contents if cell.address != dated[1].address)
    city = city_in(other, context)
    is_city = "city" in used or (city and key(city) == key(other))
    if not is_city or read_date(dated[1], hints).found.on is None:
        return None
    _take_line(dated[1], place, hints, context)
    place.city = city or other
    return ""


def _take_city(text: str, place: Place, context: ReadingContext) -> bool:
    """Take the text for the city of what follows, if it names a stop or no stops are known."""
    city = city_in(text, context)
    if not city and (context.cities or len(text.split()) > MOST_WORDS_OF_A_CITY):
        return False
    place.city = city or text
    return True


def _is_item(row: Row) -> bool:
    """A lone title is an item that follows, unless it runs across the table."""
    cell = row.contents[0]
    spread = sum(other.origin == cell.address for other in row.cells)
    column = row.table.columns.get(cell.column)
    name = column.meaning.field if column and column.meaning else ""
    return name in {"title", "time", "start"} and not spread and find_date(cell.text) is None


def city_in(text: str, context: ReadingContext) -> str:
    """Return the stop of the trip that the text names, as the trip spells it."""
    words = f" {key(text)} "
    return next((city for city in context.cities if f" {key(city)} " in words), "")


def date_of(row: Row, place: Place, hints: DateHints, log: Log) -> CellDate | None:
    """Return the row's own date; without one, that of the section. None is already noted."""
    pair = row.first("on")
    if pair is None:
        if place.on is None:
            log.at_row("date_missing", row, "on")
            return None
        return CellDate(ResolvedDate(on=place.on, is_assumed=place.is_date_assumed))
    found = read_date(pair[1], hints)
    if found.found.on is None:
        log.at_cell(found.found.problem, row, pair)
        return None
    if found.found.is_assumed:
        log.assumed("date_assumed", row, {"date": found.found.on.isoformat()}, "on")
    place.on = found.found.on
    if hints.starts_on is not None and not is_near(place.on, hints):
        last = hints.ends_on or hints.starts_on
        is_far = place.on < hints.starts_on - FAR or place.on > last + FAR
        (log.at_cell if is_far else log.notice)("date_outside_trip", row, pair)
    return found
