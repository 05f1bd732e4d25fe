"""The form of a delegation as a workbook: known people, empty rows, notes; it comes back."""

from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from trips.domain.nominations.form import NOMINATION_FIELDS, NominationBrief
from trips.exports.workbooks.planning import (
    add_stamp,
    freeze,
    prepare_spare,
    saved,
    write_lines,
    write_origin,
)
from trips.exports.workbooks.sheets import (
    add_choices,
    lay_out,
    sheet_title,
    write_lists,
    write_notes,
)
from trips.exports.workbooks.texts import DELEGATE_HEADINGS, NOMINATION_NOTES, SHEET_NAMES
from trips.i18n.catalogue import say

HEADINGS: Final = tuple(each for each in DELEGATE_HEADINGS if each[0] in NOMINATION_FIELDS)
FEWEST_ROWS: Final = 30
"""Empty rows on the form, unless the delegation has more seats."""
LINE: Final = Side(style="thin", color="B8C0C2")


def render(brief: NominationBrief, locale: str) -> bytes:
    """The form in one language; the same brief gives the same bytes."""
    book, people = Workbook(), brief.book.people
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(sheet_title(brief.delegation.shown(locale).text or "1"))
    notes = book.create_sheet(say(SHEET_NAMES["notes"], locale))
    write_notes(notes, NOMINATION_NOTES, locale)
    add_stamp(notes, brief.book, locale)
    lists = book.create_sheet(say(SHEET_NAMES["lists"], locale))
    lists.sheet_state = "hidden"
    ranges = write_lists(lists, locale)
    last = 1 + len(people) + max(FEWEST_ROWS, (brief.seats or 0) - len(people))
    write_lines(sheet, HEADINGS, people, locale, 1)
    prepare_spare(sheet, HEADINGS, last, locale)
    _rule(sheet, last)
    lay_out(sheet, len(HEADINGS), last)
    sheet.column_dimensions[get_column_letter(len(HEADINGS) + 1)].hidden = True
    freeze(sheet, HEADINGS)
    add_choices(sheet, HEADINGS, ranges, last)
    origin = book.create_sheet("lernreise delegates")
    write_origin(origin, brief.book, HEADINGS, people, locale)
    return saved(book, brief.book, locale)


def _rule(sheet: Worksheet, last: int) -> None:
    """Draw the rows to fill in, so that the form looks like one on paper, too."""
    border = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
    for row in range(2, last + 1):
        for column in range(1, len(HEADINGS) + 1):
            sheet.cell(row, column).border = border
