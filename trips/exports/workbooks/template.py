"""The workbook to fill in: headings, lists to choose from, examples, notes on notation."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from enum import StrEnum
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from trips.exports.workbooks.sheets import (
    add_choices,
    lay_out,
    write_heading,
    write_lists,
    write_notes,
)
from trips.exports.workbooks.texts import (
    DELEGATE_EXAMPLES,
    DELEGATE_HEADINGS,
    EXAMPLE_MARK,
    NOTES,
    PROGRAMME_EXAMPLES,
    PROGRAMME_HEADINGS,
    SHEET_NAMES,
)
from trips.i18n.catalogue import say
from trips.i18n.enums import name_of

LAST_ROW: Final = 500
"""Rows prepared with formats and lists."""
FORMATS: Final = {"date": "yyyy-mm-dd", "time": "hh:mm", "text": "@"}
Cell = str | date | time | StrEnum | None


def render(_brief: object, locale: str) -> bytes:
    """Return the template workbook with headings and lists in one language; it needs no brief."""
    book = Workbook()
    lists = book.active
    if not isinstance(lists, Worksheet):
        raise TypeError(lists)
    lists.title = say(SHEET_NAMES["lists"], locale)
    lists.sheet_state = "hidden"
    ranges = write_lists(lists, locale)
    for index, (name, headings, examples) in enumerate(
        (
            ("programme", PROGRAMME_HEADINGS, PROGRAMME_EXAMPLES),
            ("delegates", DELEGATE_HEADINGS, DELEGATE_EXAMPLES),
        )
    ):
        sheet = book.create_sheet(say(SHEET_NAMES[name], locale), index)
        _write_table(sheet, headings, examples, locale)
        add_choices(sheet, headings, ranges, LAST_ROW)
    write_notes(book.create_sheet(say(SHEET_NAMES["notes"], locale), 2), NOTES, locale)
    book.active = 0
    book.properties.title = say(SHEET_NAMES["programme"], locale)
    book.properties.creator = "Lernreise"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_table(
    sheet: Worksheet,
    headings: Sequence[tuple[str, str, str]],
    examples: Iterable[dict[str, Cell]],
    locale: str,
) -> None:
    for column, (name, message, shape) in enumerate(headings, start=1):
        write_heading(sheet, 1, column, say(message, locale), name)
        for row in range(2, LAST_ROW + 1):
            sheet.cell(row, column).number_format = FORMATS.get(shape, "General")
    for row, example in enumerate(examples, start=2):
        for column, (name, _, _) in enumerate(headings, start=1):
            value = _example(name, example, locale)
            cell = sheet.cell(row, column, value)
            cell.font = Font(italic=True, color="5A5A5A")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    lay_out(sheet, len(headings), LAST_ROW)


def _example(name: str, example: dict[str, Cell], locale: str) -> date | time | str | None:
    value = example.get(name)
    if name == "note":
        return say(EXAMPLE_MARK, locale)
    if isinstance(value, StrEnum):
        return name_of(value, locale)
    return say(value, locale) if isinstance(value, str) and value else value
