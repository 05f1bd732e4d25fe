"""A table saved as text (.csv): which letters it is written in and what tells its cells apart."""

import csv
import io
from typing import Final

from trips.domain.importing.workbook import Refused
from trips.imports.archive import MAX_BYTES
from trips.imports.sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Cell, Sheet

MARKS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
SEPARATORS: Final = (";", "\t", ",", "|")
NOT_TEXT: Final = (b"PK", b"\xd0\xcf\x11\xe0", b"{", b"[", b"<", b"%PDF")
LOOKED_AT: Final = 20
FEWEST: Final = 2
LONGEST_CELL: Final = 5_000


def is_separated(data: bytes) -> bool:
    """Tell whether the bytes are a table as text and no workbook."""
    start = data[:2000].lstrip()
    if not start or len(data) > MAX_BYTES or start.startswith(NOT_TEXT):
        return False
    is_marked = data[:2] in MARKS or data[:3] in MARKS
    return (is_marked or b"\0" not in data) and bool(_separator(_decoded(data)))


def read_separated(data: bytes) -> Sheet:
    """Read the table; the first column is A. Raises `Refused` where a limit is passed."""
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    sheet = Sheet("CSV")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        for row, cells in enumerate(lines, start=1):
            _take(sheet, row, cells)
    except csv.Error as error:
        raise Refused("damaged") from error
    return sheet


def _take(sheet: Sheet, row: int, cells: list[str]) -> None:
    if row > MAX_ROWS:
        raise Refused("too_many_rows", {"limit": MAX_ROWS, "sheet": sheet.name})
    if len(cells) > MAX_COLUMNS:
        raise Refused("too_many_columns", {"limit": MAX_COLUMNS, "sheet": sheet.name})
    for column, text in enumerate(cells, start=1):
        shown = text.replace("\0", "").strip()
        if len(shown) > LONGEST_CELL:
            raise Refused("text_too_long", {"limit": LONGEST_CELL})
        if shown:
            sheet.cells[row, column] = Cell(row, column, shown, shown)
    if len(sheet.cells) > MAX_CELLS:
        raise Refused("too_many_cells", {"limit": MAX_CELLS})
    sheet.last_row = row


def _decoded(data: bytes) -> str:
    """UTF-8 where it is valid, else the letters of Western Windows: Excel writes both."""
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """What most of the first lines have, the rarer sign first; empty where none does."""
    lines = [line for line in text.splitlines()[:LOOKED_AT] if line.strip()]
    for separator in SEPARATORS:
        if len(lines) >= FEWEST and 2 * sum(separator in line for line in lines) > len(lines):
            return separator
    return ""
