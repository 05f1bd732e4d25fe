"""What a roster says, as marks on a sheet that only programs see; see `briefs.list_memory`."""

from collections.abc import Iterable, Sequence

from trips.domain.briefs.list_memory import MARK, MemoryKey, cell_words, marker
from trips.exports.excel.book import Book, Printing, SheetPlan, Value
from trips.exports.excel.styles import Style

SHEET: str = "lernreise roster"


class RosterMemory:
    """Collects the marks row by row and writes them last."""

    def __init__(self, key: MemoryKey, columns: Sequence[str], locale: str, state: str) -> None:
        self._head = (MARK, key.trip, key.name, " ".join(columns), locale, state)
        self._columns = columns
        self._mark = marker(key)
        self._lines: list[tuple[str, str]] = []

    def add(self, uid: str, values: Iterable[Value]) -> None:
        """Note what the cells of a row say."""
        pairs = zip(self._columns, values, strict=True)
        marks = (self._mark(uid, column, cell_words(value)) for column, value in pairs)
        self._lines.append((uid, " ".join(marks)))

    def write(self, book: Book) -> None:
        """Add the sheet."""
        printing = Printing(first_row=1, last_row=1, area="", left="", centre="", right="")
        sheet = book.add_sheet(SheetPlan(title=SHEET, widths=(24, 60), printing=printing))
        sheet.hide()
        for line in (self._head, *self._lines):
            sheet.append([(text, Style.PLAIN) for text in line])
