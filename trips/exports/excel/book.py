"""The one writer of workbooks: streamed, safe for any text, the same bytes for the same content.

* Text is always text: no value from outside becomes a formula, whatever it starts with, and
  nothing is stripped from it for that, so that +49 stays +49.
* Characters that XML or Excel refuse are removed; what Excel would silently cut at 32,767
  characters is cut visibly.
* Times have no zone in Excel: they are written as the local wall time that people live by.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.chart._chart import ChartBase
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from trips.exports.excel.archive import FixedZip
from trips.exports.excel.rows import FITTING, RowForm, Value, row_form, row_xml, stream_rows
from trips.exports.excel.styles import INK, RULE, Style, build_styles
from trips.exports.excel.text import safe_text

__all__ = ["FITTING", "Book", "Printing", "Sheet", "SheetPlan", "Value"]

_LONGEST_TITLE: Final = 32
_LONGEST_WARNING: Final = 225


@dataclass(frozen=True, kw_only=True)
class Printing:
    """How a sheet is printed: A4, one page wide."""

    first_row: int
    last_row: int
    """Rows repeated on every page, counted from 1."""
    area: str
    left: str
    centre: str
    right: str
    """The three parts of the footer; {page} and {pages} are filled by Excel."""
    is_landscape: bool = True


@dataclass(frozen=True, kw_only=True)
class SheetPlan:
    """What must be known of a sheet before its first row."""

    title: str
    widths: Sequence[float]
    printing: Printing
    hidden: frozenset[int] = frozenset()
    """Indexes of hidden columns, counted from 0."""
    freeze: str = ""
    colour: str = "0B5C6B"


class Sheet:
    """A sheet that is written row by row; nothing of it stays in memory."""

    def __init__(self, book: "Book", plan: SheetPlan) -> None:
        self._book = book
        self._widths = plan.widths
        self._sheet: Any = book.workbook.create_sheet(_sheet_title(plan.title))
        self._sheet._write_rows = partial(stream_rows, self._sheet)  # noqa: SLF001
        self.rows = 0
        """How many rows were written."""
        self._lay_out(plan)
        self._print(plan.printing)

    def _lay_out(self, plan: SheetPlan) -> None:
        sheet = self._sheet
        for index, width in enumerate(plan.widths):
            column = sheet.column_dimensions[get_column_letter(index + 1)]
            column.width = width
            column.hidden = index in plan.hidden
        sheet.sheet_properties.tabColor = plan.colour
        sheet.sheet_view.showGridLines = False
        if plan.freeze:
            sheet.freeze_panes = plan.freeze

    def _print(self, printing: Printing) -> None:
        sheet = self._sheet
        sheet.page_setup.orientation = "landscape" if printing.is_landscape else "portrait"
        sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.75
        sheet.print_title_rows = f"{printing.first_row}:{printing.last_row}"
        if printing.area:
            sheet.print_area = printing.area
        for part in ("left", "centre", "right"):
            item = getattr(sheet.oddFooter, "center" if part == "centre" else part)
            item.text, item.size = _footer(getattr(printing, part)), 8

    def prepare(self, styles: Iterable[Style]) -> RowForm:
        """The form of rows whose cells have these styles."""
        return row_form(styles, self._book.styles, self._widths)

    def write(self, form: RowForm, values: Iterable[Value], height: float | None = None) -> None:
        """Write a row; None leaves a cell without a value. The height is in points."""
        self.rows += 1
        self._sheet.append((row_xml(form, values, self.rows, height),))

    def append(self, cells: Iterable[tuple[Value, Style]], height: float | None = None) -> None:
        """Write a row that is like no other."""
        listed = list(cells)
        form = self.prepare(style for _, style in listed)
        self.write(form, (value for value, _ in listed), height)

    def add_table(self, name: str, reference: str, headings: Sequence[str]) -> None:
        """Make a range with a heading row a named table with filters. Headings must differ."""
        table: Any = Table(displayName=name, ref=reference, tableStyleInfo=TableStyleInfo())
        table._initialise_columns()  # noqa: SLF001 a streamed sheet cannot be asked for its headings
        for column, heading in zip(table.tableColumns, headings, strict=True):
            column.name = safe_text(heading)
        self._sheet._tables.add(table)  # noqa: SLF001 the public way warns about streamed sheets

    def add_lines(self, reference: str, column: str, first_row: int) -> None:
        """Rule the rows of a range, more strongly where the value of `column` changes.

        The lines follow when people sort or filter; the conditions are ours and constant.
        """
        changes = f"AND(ROW()>{first_row},${column}{first_row}<>${column}{first_row - 1})"
        for condition, border in (
            (changes, Border(top=Side("thin", INK), bottom=Side("thin", RULE))),
            ("TRUE", Border(bottom=Side("thin", RULE))),
        ):
            rule = Rule(
                type="expression", dxf=DifferentialStyle(border=border), formula=[condition]
            )
            self._sheet.conditional_formatting.add(reference, rule)

    def add_warning(self, references: Iterable[str], title: str, text: str) -> None:
        """Say something in cells of some ranges when they are chosen, and again when changed."""
        warning: Any = DataValidation(
            type="custom",
            formula1="FALSE",
            allow_blank=False,
            errorStyle="warning",
            showErrorMessage=True,
            showInputMessage=True,
            sqref=" ".join(references),
        )
        warning.errorTitle = warning.promptTitle = safe_text(title)[:_LONGEST_TITLE]
        warning.error = warning.prompt = safe_text(text)[:_LONGEST_WARNING]
        self._sheet.data_validations.append(warning)

    def hide(self) -> None:
        """Show the sheet to programs only."""
        self._sheet.sheet_state = "veryHidden"

    def add_chart(self, chart: ChartBase, anchor: str, description: str) -> None:
        """Put a chart on the sheet, with its alternative text. One sheet of a book has charts."""
        self._sheet.add_chart(chart, anchor)
        self._book.descriptions.append(description)

    @property
    def source(self) -> Any:
        """The sheet as charts refer to it."""
        return self._sheet


class Book:
    """A workbook: add sheets, write their rows, then save once."""

    def __init__(self, *, title: str, creator: str, language: str, at: datetime) -> None:
        self.workbook = Workbook(write_only=True)
        self.styles = build_styles(self.workbook, language)
        self.descriptions: list[str] = []
        self._at = at.astimezone(UTC).replace(tzinfo=None)
        properties = self.workbook.properties
        properties.title, properties.creator = safe_text(title), safe_text(creator)
        properties.language = language
        properties.created = properties.modified = self._at

    def add_sheet(self, plan: SheetPlan) -> Sheet:
        """A new sheet behind the others."""
        return Sheet(self, plan)

    def save(self) -> bytes:
        """The file; nothing in it depends on the time of writing."""
        stream = BytesIO()
        ExcelWriter(self.workbook, FixedZip(stream, self._at, self.descriptions)).save()
        return stream.getvalue()


def _sheet_title(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", safe_text(title)).strip("' ")[:31]


def _footer(text: str) -> str:
    """The text of a footer: & is Excel's own sign there, and 80 characters must do."""
    words = safe_text(text)[:80].replace("&", "&&")
    return words.replace("{page}", "&P").replace("{pages}", "&N")
