"""The workbook to fill in: headings, lists to choose from, examples, notes on notation."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from enum import StrEnum
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from trips.domain.item import ItemKind, ItemStatus
from trips.domain.participation import DelegateStatus, Diet, Level
from trips.domain.person import FormOfAddress
from trips.exports.template_texts import (
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
CHOICES: Final[dict[str, type[StrEnum]]] = {
    "kind": ItemKind,
    "item_status": ItemStatus,
    "form_of_address": FormOfAddress,
    "level": Level,
    "diet": Diet,
    "delegate_status": DelegateStatus,
}
FORMATS: Final = {"date": "yyyy-mm-dd", "time": "hh:mm", "text": "@"}
WIDE: Final = frozenset({"title_de", "title_en", "text_de", "text_en", "address", "note"})

Cell = str | date | time | StrEnum | None


def render(_brief: object, locale: str) -> bytes:
    """Return the template workbook with headings and lists in one language; it needs no brief."""
    book = Workbook()
    lists = book.active
    if not isinstance(lists, Worksheet):
        raise TypeError(lists)
    lists.title = say(SHEET_NAMES["lists"], locale)
    lists.sheet_state = "hidden"
    ranges = _write_lists(lists, locale)
    for index, (name, headings, examples) in enumerate(
        (
            ("programme", PROGRAMME_HEADINGS, PROGRAMME_EXAMPLES),
            ("delegates", DELEGATE_HEADINGS, DELEGATE_EXAMPLES),
        )
    ):
        sheet = book.create_sheet(say(SHEET_NAMES[name], locale), index)
        _write_table(sheet, headings, examples, locale)
        _add_choices(sheet, headings, ranges)
    _write_notes(book.create_sheet(say(SHEET_NAMES["notes"], locale), 2), locale)
    book.active = 0
    book.properties.title = say(SHEET_NAMES["programme"], locale)
    book.properties.creator = "Lernreise"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_lists(sheet: Worksheet, locale: str) -> dict[str, str]:
    """Write one column of names for each enumeration; return the ranges to choose from."""
    ranges = {}
    for column, (name, members) in enumerate(CHOICES.items(), start=1):
        for row, member in enumerate(members, start=1):
            sheet.cell(row, column, name_of(member, locale))
        letter = get_column_letter(column)
        title = sheet.title.replace("'", "''")
        ranges[name] = f"'{title}'!${letter}$1:${letter}${len(members)}"
    return ranges


def _write_table(
    sheet: Worksheet,
    headings: Sequence[tuple[str, str, str]],
    examples: Iterable[dict[str, Cell]],
    locale: str,
) -> None:
    for column, (name, message, shape) in enumerate(headings, start=1):
        cell = sheet.cell(1, column, say(message, locale))
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F3A5F")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 34 if name in WIDE else 16
        for row in range(2, LAST_ROW + 1):
            sheet.cell(row, column).number_format = FORMATS.get(shape, "General")
    for row, example in enumerate(examples, start=2):
        for column, (name, _, _) in enumerate(headings, start=1):
            value = _example(name, example, locale)
            cell = sheet.cell(row, column, value)
            cell.font = Font(italic=True, color="5A5A5A")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{LAST_ROW}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _example(name: str, example: dict[str, Cell], locale: str) -> date | time | str | None:
    value = example.get(name)
    if name == "note":
        return say(EXAMPLE_MARK, locale)
    if isinstance(value, StrEnum):
        return name_of(value, locale)
    return say(value, locale) if isinstance(value, str) and value else value


def _add_choices(
    sheet: Worksheet, headings: Sequence[tuple[str, str, str]], ranges: dict[str, str]
) -> None:
    for column, (_, _, shape) in enumerate(headings, start=1):
        if shape not in ranges:
            continue
        letter = get_column_letter(column)
        choice = DataValidation(type="list", formula1=ranges[shape], allow_blank=True)
        choice.showErrorMessage = shape != "diet"
        choice.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(choice)


def _write_notes(sheet: Worksheet, locale: str) -> None:
    sheet.column_dimensions["A"].width = 100
    for row, message in enumerate(NOTES, start=1):
        cell = sheet.cell(row, 1, say(message, locale))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if row == 1:
            cell.font = Font(bold=True, size=14)
