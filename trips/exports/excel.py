"""The one writer of workbooks: streamed, safe for any text, the same bytes for the same content.

* Text is always text: no value from outside becomes a formula, whatever it starts with, and
  nothing is stripped from it for that, so that +49 stays +49.
* Characters that XML or Excel refuse are removed; what Excel would silently cut at 32,767
  characters is cut visibly.
* Times have no zone in Excel: they are written as the local wall time that people live by.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart._chart import ChartBase
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from trips.exports.excel_styles import INK, RULE, Style, build_styles

Value = str | int | float | date | datetime | None

LONGEST_TEXT: Final = 32_767
FITTING: Final = -1.0
"""A row as high as its longest text needs in the widths of the sheet."""
_LINE: Final = 13.0
_PADDING: Final = 6.0
_NARROW: Final = 1.1
"""Letters are on average this much narrower than the digits that widths are counted in."""
_TYPES: Final = {str: "s", int: "n", float: "n", date: "d", datetime: "d"}
_WRAPPING: Final = {Style.TEXT, Style.PROSE}
_TALLEST: Final = 409.0
_CUT_MARK: Final = " […]"
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LOOKALIKE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads _x0041_ as A; the underscore itself is written as _x005F_."""
_CHART_NAME: Final = re.compile(r'name="Chart (\d+)"')


def safe_text(text: str) -> str:
    """The text as a cell can hold it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = _ESCAPE_LOOKALIKE.sub("_x005F_", _FORBIDDEN.sub("", lines))
    if len(clean) <= LONGEST_TEXT // 2:
        return clean
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return clean
    kept = units[: 2 * (LONGEST_TEXT - len(_CUT_MARK))].decode("utf-16-le", errors="ignore")
    return kept + _CUT_MARK


def text_width(text: str) -> int:
    """Roughly how many digits wide the longest line is: wide characters count two, marks none."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(sum(map(_width, line)) for line in text.split("\n"))


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def count_lines(text: str, width: float) -> int:
    """How many lines a text takes when wrapped at spaces to a width in digits."""
    lines = 0
    for paragraph in text.split("\n"):
        lines, used = lines + 1, 0
        for word in paragraph.split(" "):
            size = text_width(word)
            if used and used + 1 + size > width:
                lines, used = lines + 1, 0
            used += size + (1 if used else 0)
            while used > width:
                lines, used = lines + 1, used - int(width)
    return lines


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
        self._sheet._values_to_row = self._ready  # noqa: SLF001
        self._cells: dict[tuple[int, Style], Any] = {}
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

    def append(self, values: Iterable[tuple[Value, Style]], height: float | None = None) -> None:
        """Write a row; None leaves a cell without a value. The height is in points."""
        self.rows += 1
        cells = list(values)
        points = self._fit(cells) if height == FITTING else height
        if points:
            self._sheet.row_dimensions[self.rows] = _Height(self._sheet, self.rows, ht=points)
        self._sheet.append(cells)
        self._sheet.row_dimensions.pop(self.rows, None)

    def _fit(self, cells: Sequence[tuple[Value, Style]]) -> float:
        lines = 1
        for (value, style), width in zip(cells, self._widths, strict=False):
            if style in _WRAPPING and isinstance(value, str) and len(value) * 2 > width:
                lines = max(lines, count_lines(value, width * _NARROW))
        return min(lines * _LINE + _PADDING, _TALLEST)

    def _ready(self, cells: Sequence[tuple[Value, Style]], row: int) -> Iterator[Any]:
        """The cells of a row, one object after the other: they are written at once.

        It takes the place of the library's own loop, which makes two objects for every cell and
        guesses the type of every value, formulas included.
        """
        for column, (value, style) in enumerate(cells, 1):
            if value is None:
                continue
            cell = self._cells.get((column, style)) or self._new_cell(column, style)
            cell.row = row
            cell.data_type = _TYPES[type(value)]
            cell._value = safe_text(value) if isinstance(value, str) else value  # noqa: SLF001
            yield cell

    def _new_cell(self, column: int, style: Style) -> Any:
        cell: Any = WriteOnlyCell(self._sheet)
        cell.column = column
        cell._style = self._book.styles[style]  # noqa: SLF001 a public style costs 40 times as much
        self._cells[column, style] = cell
        return cell

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
        ExcelWriter(self.workbook, _FixedZip(stream, self._at, self.descriptions)).save()
        return stream.getvalue()


class _FixedZip(ZipFile):
    """A ZIP whose entries carry a given time, and whose charts have alternative texts."""

    def __init__(self, stream: BytesIO, at: datetime, descriptions: Sequence[str]) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED, allowZip64=True)
        self._time = (max(at.year, 1980), *at.timetuple()[1:6])
        self._descriptions = descriptions

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(name, self._time)
        entry.compress_type = ZIP_DEFLATED
        return entry

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        """Write a part of the workbook."""
        if zinfo_or_arcname.startswith("xl/drawings/drawing"):
            text = data.decode() if isinstance(data, bytes) else data
            data = _CHART_NAME.sub(self._describe, text)
        super().writestr(self._entry(zinfo_or_arcname), data)

    def _describe(self, match: re.Match[str]) -> str:
        description = escape(self._descriptions[int(match[1]) - 1], {'"': "&quot;"})
        return f'{match[0]} descr="{description}"'

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Stream a sheet from the temporary file it was written to."""
        with (
            Path(filename).open("rb") as source,
            self.open(self._entry(arcname), "w") as out,
        ):
            while block := source.read(1 << 20):
                out.write(block)


class _Height(RowDimension):
    """A height that fits what is in the row now; Excel may fit it anew when the text changes."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 the name of the attribute in the file
        return False


def _sheet_title(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", safe_text(title)).strip("' ")[:31]


def _footer(text: str) -> str:
    """The text of a footer: & is Excel's own sign there, and 80 characters must do."""
    words = safe_text(text)[:80].replace("&", "&&")
    return words.replace("{page}", "&P").replace("{pages}", "&N")
