"""Rows of a sheet as XML: what is the same for a whole column is prepared once.

The library makes an object of every cell and hashes its style anew; of ten thousand people that
is most of the time, and all that is wanted of it is a line of text.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.xml.functions import fromstring

from trips.exports.excel.styles import Style
from trips.exports.excel.text import count_lines, safe_text

Value = str | int | float | date | datetime | None

FITTING: Final = -1.0
"""A row as high as its longest text needs in the widths of the sheet."""
_LINE: Final = 13.0
_PADDING: Final = 6.0
_NARROW: Final = 1.1
"""Letters are on average this much narrower than the digits that widths are counted in."""
_TALLEST: Final = 409.0
_WRAPPING: Final = frozenset({Style.TEXT, Style.PROSE, Style.READ_TEXT, Style.READ_PROSE})
_KEPT_TEXTS: Final = 4096
"""Names of countries and the like are written again and again."""
_FIRST_SURE_DAY: Final = date(1900, 3, 1)
"""Excel takes 1900 for a leap year; from here on its days follow each other."""
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()


class CellForm(NamedTuple):
    """What the cells of one column have in common."""

    start: str
    text: str
    number: str
    width: float
    """In digits; 0 where nothing wraps."""


@dataclass(frozen=True)
class RowForm:
    """What rows have in common, cell by cell."""

    cells: tuple[CellForm, ...]


def row_form(styles: Iterable[Style], ids: Mapping[Style, int], widths: Sequence[float]) -> RowForm:
    """Prepare rows whose cells have these styles."""
    cells = []
    for index, style in enumerate(styles):
        is_wrapping = style in _WRAPPING and index < len(widths)
        cells.append(
            CellForm(
                start=f'<c r="{get_column_letter(index + 1)}',
                text=f'" s="{ids[style]}" t="inlineStr"><is>',
                number=f'" s="{ids[style]}" t="n"><v>',
                width=widths[index] if is_wrapping else 0,
            )
        )
    return RowForm(tuple(cells))


def row_xml(form: RowForm, values: Iterable[Value], row: int, height: float | None) -> str:
    """A row; None leaves a cell out. Raises `KeyError` for a value that no cell can hold."""
    parts, lines = [], 1
    for cell, value in zip(form.cells, values, strict=True):
        if value is None:
            continue
        if type(value) is str:
            parts.append(f"{cell.start}{row}{cell.text}{_text(value)}")
            if cell.width and len(value) * 2 > cell.width:
                lines = max(lines, _lines(value, cell.width))
        else:
            parts.append(f"{cell.start}{row}{cell.number}{_NUMBERS[type(value)](value)}</v></c>")
    points = min(lines * _LINE + _PADDING, _TALLEST) if height == FITTING else height
    tall = f' ht="{points:g}"' if points else ""
    return f'<row r="{row}"{tall}>{"".join(parts)}</row>'


def stream_rows(sheet: Any) -> Generator[None, tuple[str], None]:
    """Write the rows that are sent as XML; takes the place of the library's own loop."""
    writer = sheet._writer  # noqa: SLF001 the library offers no other way in
    stream = writer.xf.send(True)
    with stream.element("sheetData"):
        try:
            while True:
                (xml,) = yield
                stream.write(fromstring(xml))
        except GeneratorExit:
            pass
    writer.xf.send(None)


@lru_cache(_KEPT_TEXTS)
def _text(text: str) -> str:
    safe = safe_text(text)
    space = "" if safe == safe.strip() else ' xml:space="preserve"'
    return f"<t{space}>{escape(safe)}</t></is></c>"


@lru_cache(_KEPT_TEXTS)
def _lines(text: str, width: float) -> int:
    return count_lines(text, width * _NARROW)


def _day(day: date) -> str:
    is_sure = day >= _FIRST_SURE_DAY
    return str(day.toordinal() - _DAY_ZERO) if is_sure else _serial(day)


def _serial(moment: date) -> str:
    number: float = to_excel(moment)  # type: ignore[no-untyped-call]  # of the library
    return f"{number:.16g}"


_NUMBERS: Final[dict[type, Any]] = {
    int: str,
    float: "{:.16g}".format,
    date: _day,
    datetime: _serial,
}
