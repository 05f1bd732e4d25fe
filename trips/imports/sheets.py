"""A sheet as cells with addresses: values as people see them, merges, comments, what is hidden.

openpyxl's read-only mode knows neither merges nor comments, its normal mode makes an object of
every cell of a merged range and opens the pictures: so the sheets are streamed here, and
openpyxl says what a number format means.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from openpyxl.utils.cell import get_column_letter

from trips.domain.importing.workbook import Refused
from trips.imports.addresses import Range, read_address, read_range
from trips.imports.archive import elements
from trips.imports.comments import read_comments
from trips.imports.numbers import Value, read_value
from trips.imports.parts import Book, SheetEntry, local, number, relations

MAX_ROWS = 5_000
"""Rows with content; a month with an item every ten minutes has about 3,000."""
MAX_COLUMNS = 200
MAX_CELLS = 150_000
"""Cells with content in all sheets together."""
MAX_MERGED = 2_000
MAX_HIDDEN_LISTED = 50


@dataclass(frozen=True)
class Cell:
    """A cell with content, or one that shares the content of its merged range."""

    row: int
    column: int
    value: Value
    text: str
    """The content as a reader of the sheet would copy it."""
    comment: str = ""
    problem: str = ""
    """`cell_error` for #REF! and its like, `formula_without_value` where nothing was stored."""
    origin: str = ""
    """Address of the first cell of the merged range; empty for a cell of its own."""

    @property
    def letter(self) -> str:
        """The column as Excel shows it."""
        return get_column_letter(self.column)

    @property
    def address(self) -> str:
        """B7."""
        return f"{self.letter}{self.row}"


@dataclass
class Sheet:
    """One sheet; `cells` by (row, column), both counted from 1."""

    name: str
    is_hidden: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    last_row: int = 0

    def rows(self) -> list[tuple[int, list[Cell]]]:
        """Rows with content from top to bottom, cells from left to right."""
        found: dict[int, list[Cell]] = {}
        for key in sorted(self.cells):
            found.setdefault(key[0], []).append(self.cells[key])
        return list(found.items())


def read_sheets(archive: zipfile.ZipFile, book: Book) -> list[Sheet]:
    """Read every sheet of the workbook. Raises `Refused` where a limit is passed."""
    sheets = []
    cells = 0
    for entry in book.sheets:
        sheet = _read_sheet(archive, book, entry, MAX_CELLS - cells)
        cells += len(sheet.cells)
        _spread_merged(sheet)
        sheets.append(sheet)
    return sheets


def _read_sheet(archive: zipfile.ZipFile, book: Book, entry: SheetEntry, budget: int) -> Sheet:
    sheet = Sheet(entry.name, entry.is_hidden)
    comments = read_comments(archive, relations(archive, entry.part))
    for event, element in elements(archive, entry.part):
        tag = local(element)
        if event == "start":
            continue
        if tag == "row":
            _take_row(sheet, element, book)
            element.clear()
            if len(sheet.cells) > budget:
                raise Refused("too_many_cells", {"limit": MAX_CELLS})
        elif tag == "mergeCell":
            sheet.merged.append(read_range(element.get("ref", "")))
            if len(sheet.merged) > MAX_MERGED:
                raise Refused("too_many_merged", {"limit": MAX_MERGED, "sheet": sheet.name})
        elif tag == "col" and element.get("hidden") in {"1", "true"}:
            last = min(number(element.get("max")), MAX_COLUMNS)
            sheet.hidden_columns.update(range(number(element.get("min")), last + 1))
    _add_comments(sheet, comments)
    return sheet


def _take_row(sheet: Sheet, element: Element, book: Book) -> None:
    row = number(element.get("r")) or sheet.last_row + 1
    sheet.last_row = row
    if element.get("hidden") in {"1", "true"}:
        sheet.hidden_rows.add(row)
    column = 0
    for child in element:
        if local(child) != "c":
            continue
        column = read_address(child.get("r", ""))[1] or column + 1
        cell = _read_cell(child, row, column, book)
        if cell is not None:
            _check_place(sheet, cell)
            sheet.cells[row, column] = cell


def _read_cell(element: Element, row: int, column: int, book: Book) -> Cell | None:
    read = read_value(element, book)
    if read.problem:
        return Cell(row, column, None, read.text, problem=read.problem)
    if read.value is None or (isinstance(read.value, str) and not read.value.strip()):
        return None
    return Cell(row, column, read.value, read.text)


def _check_place(sheet: Sheet, cell: Cell) -> None:
    if cell.row > MAX_ROWS:
        raise Refused("too_many_rows", {"limit": MAX_ROWS, "sheet": sheet.name})
    if cell.column > MAX_COLUMNS:
        raise Refused("too_many_columns", {"limit": MAX_COLUMNS, "sheet": sheet.name})


def _add_comments(sheet: Sheet, comments: dict[tuple[int, int], str]) -> None:
    for key, text in comments.items():
        if key in sheet.cells:
            cell = sheet.cells[key]
            sheet.cells[key] = Cell(*key, cell.value, cell.text, text, cell.problem)
        elif key[0] <= MAX_ROWS and key[1] <= MAX_COLUMNS:
            sheet.cells[key] = Cell(*key, None, "", text)


def _spread_merged(sheet: Sheet) -> None:
    """Give every cell of a merged range its content, within the part of the sheet in use."""
    last_row = max((row for row, _ in sheet.cells), default=0)
    last_column = max((column for _, column in sheet.cells), default=0)
    spread = 0
    for area in sheet.merged:
        origin = sheet.cells.get((area.top, area.left))
        if origin is None:
            continue
        for row, column in _places(area, last_row, last_column):
            spread += 1
            if spread > MAX_CELLS:
                raise Refused("too_many_merged", {"limit": MAX_MERGED, "sheet": sheet.name})
            if (row, column) not in sheet.cells:
                sheet.cells[row, column] = Cell(
                    row,
                    column,
                    origin.value,
                    origin.text,
                    problem=origin.problem,
                    origin=origin.address,
                )


def _places(area: Range, last_row: int, last_column: int) -> Iterator[tuple[int, int]]:
    for row in range(area.top, min(area.bottom, last_row) + 1):
        for column in range(area.left, min(area.right, last_column) + 1):
            if (row, column) != (area.top, area.left):
                yield row, column
