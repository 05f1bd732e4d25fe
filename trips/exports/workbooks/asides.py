"""The sheet of the workbook that is for reading only."""

from collections.abc import Sequence
from datetime import date, time
from typing import Final

from openpyxl.styles import Alignment, Font
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from trips.domain.briefs.workbook import WorkbookBrief
from trips.domain.briefs.workbook_asides import IdeaAside, PersonAside
from trips.domain.values.text import Text
from trips.exports.excel.styles import FACE, INK, INK_SOFT
from trips.exports.excel.text import safe_text
from trips.exports.workbooks.sheets import write_heading
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of

NOTICE: Final = N_("For reading only: nothing on this sheet is read back.")
IDEAS: Final = N_("Ideas without a time")
PEOPLE: Final = N_("Hosts and speakers")
IDEA_HEADINGS: Final = (
    N_("Title (de)"),
    N_("Title (en)"),
    N_("Kind"),
    N_("City"),
    N_("Venue"),
    N_("Minutes"),
    N_("Group"),
    N_("Note"),
)
PEOPLE_HEADINGS: Final = (
    N_("Date"),
    N_("Start"),
    N_("Item"),
    N_("Organisation"),
    N_("Person"),
    N_("Function"),
    N_("Answer"),
)
WIDTHS: Final = (36, 36, 40, 40, 26, 34, 14, 40)
Content = str | int | date | time


def write_asides(sheet: Worksheet, brief: WorkbookBrief, locale: str, day_format: str) -> None:
    """Write the ideas, then everybody who hosts or speaks."""
    _put(sheet, 1, 1, say(NOTICE, locale), Font(FACE, 10, color=INK_SOFT))
    row = 3
    for title, headings, rows in (
        (IDEAS, IDEA_HEADINGS, [_idea(each, locale) for each in brief.ideas]),
        (PEOPLE, PEOPLE_HEADINGS, [_person(each, locale) for each in brief.people_at_items]),
    ):
        words = [say(heading, locale) for heading in headings]
        row = _write(sheet, row, say(title, locale), words, rows) + 1
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for (cell,) in sheet.iter_rows(max_col=1):
        if isinstance(cell.value, date):
            cell.number_format = day_format


def _write(
    sheet: Worksheet,
    row: int,
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[Content]],
) -> int:
    """Write a table under its title; the row after it."""
    _put(sheet, row, 1, title, Font(FACE, 12, bold=True, color=INK))
    for column, heading in enumerate(headings, start=1):
        write_heading(sheet, row + 1, column, heading, "")
    for number, contents in enumerate(rows, start=row + 2):
        for column, content in enumerate(contents, start=1):
            if content != "":
                _put(sheet, number, column, content, Font(FACE, 10, color=INK))
    return row + 2 + len(rows)


def _put(sheet: Worksheet, row: int, column: int, content: Content, font: Font) -> None:
    cell = sheet.cell(row, column)
    if isinstance(content, str):
        cell.value = safe_text(content)
        cell.data_type = "s"
    else:
        cell.value = content
        if isinstance(content, time):
            cell.number_format = "hh:mm"
    cell.font = font
    cell.alignment = Alignment(vertical="top", horizontal="left")


def _idea(idea: IdeaAside, locale: str) -> tuple[Content, ...]:
    return (
        idea.title.get("de", ""),
        idea.title.get("en", ""),
        name_of(idea.kind, locale),
        _text(idea.city, locale),
        _text(idea.venue, locale),
        idea.minutes,
        ", ".join(idea.groups),
        idea.note,
    )


def _person(each: PersonAside, locale: str) -> tuple[Content, ...]:
    return (
        each.starts.date(),
        each.starts.time(),
        _text(each.item, locale),
        _text(each.organisation, locale),
        each.person,
        _text(each.function, locale),
        name_of(each.status, locale) if each.status else say(N_("Speaks"), locale),
    )


def _text(text: Text, locale: str) -> str:
    return text.shown(locale).text
