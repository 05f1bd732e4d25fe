"""The shape that workbooks share which are filled in and come back."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from trips.domain.item import ItemKind, ItemStatus
from trips.domain.participation import DelegateStatus, Diet, Level
from trips.domain.person import FormOfAddress
from trips.exports.excel.text import safe_text
from trips.i18n.catalogue import say
from trips.i18n.enums import name_of

CHOICES: Final[dict[str, type[StrEnum]]] = {
    "kind": ItemKind,
    "item_status": ItemStatus,
    "form_of_address": FormOfAddress,
    "level": Level,
    "diet": Diet,
    "delegate_status": DelegateStatus,
}
WIDE: Final = frozenset(
    {"title_de", "title_en", "text_de", "text_en", "address", "note", "brings_de", "brings_en"}
)
NARROW: Final = frozenset({"start", "end", "group"})
WIDTHS: Final = {True: 34, False: 16}


def sheet_title(title: str) -> str:
    """The title as a sheet can bear it."""
    return re.sub(r"[\[\]:*?/\\]", " ", safe_text(title)).strip("' ")[:31]


def write_lists(sheet: Worksheet, locale: str) -> dict[str, str]:
    """Write one column of names for each enumeration; return the ranges to choose from."""
    ranges = {}
    for column, (name, members) in enumerate(CHOICES.items(), start=1):
        for row, member in enumerate(members, start=1):
            sheet.cell(row, column, name_of(member, locale))
        letter = get_column_letter(column)
        title = sheet.title.replace("'", "''")
        ranges[name] = f"'{title}'!${letter}$1:${letter}${len(members)}"
    return ranges


def write_heading(sheet: Worksheet, row: int, column: int, text: str, name: str) -> None:
    """Write the heading of a column and set its width."""
    cell = sheet.cell(row, column)
    cell.value = safe_text(text)
    cell.data_type = "s"
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", start_color="1F3A5F")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    width = 9 if name in NARROW else WIDTHS[name in WIDE]
    sheet.column_dimensions[get_column_letter(column)].width = width


def lay_out(sheet: Worksheet, columns: int, last_row: int) -> None:
    """Filters, frozen headings, and paper: one page wide, headings on every page."""
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(columns)}{last_row}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def add_choices(
    sheet: Worksheet,
    headings: Sequence[tuple[str, str, str]],
    ranges: dict[str, str],
    last_row: int,
) -> None:
    """Offer the words of each enumeration in its column; several diets may stand in one cell."""
    for column, (_, _, shape) in enumerate(headings, start=1):
        if shape not in ranges:
            continue
        letter = get_column_letter(column)
        choice = DataValidation(type="list", formula1=ranges[shape], allow_blank=True)
        choice.showErrorMessage = shape != "diet"
        choice.add(f"{letter}2:{letter}{last_row}")
        sheet.add_data_validation(choice)


def write_notes(sheet: Worksheet, notes: Iterable[str], locale: str) -> None:
    """Write how the workbook is used, the first line as a title."""
    sheet.column_dimensions["A"].width = 100
    for row, message in enumerate(notes, start=1):
        cell = sheet.cell(row, 1, say(message, locale))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if row == 1:
            cell.font = Font(bold=True, size=14)
