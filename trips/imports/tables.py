"""Find the table in a sheet: which row holds the headings, and what the columns mean."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from openpyxl.utils.cell import get_column_letter

from trips.domain.notations.headings import DELEGATES, PROGRAMME, TEXT_FIELDS
from trips.domain.notations.two_languages import Parted, part_languages
from trips.domain.notations.words import tidy
from trips.domain.values.text import EMPTY, Text
from trips.imports.columns import Column, Vocabulary, columns_of, grouped_columns, means
from trips.imports.sheets import Cell, Sheet

HEADING_ROWS = 20
"""Rows looked at for headings: above them stand titles, logos and remarks."""


SEALED: Final = "sealed"
"""Columns of passports and dates of birth: what stands in them is read nowhere."""


class TableKind(StrEnum):
    """What a table lists."""

    PROGRAMME = "programme"
    DELEGATES = "delegates"


VOCABULARIES: Final[dict[TableKind, Vocabulary]] = {
    TableKind.PROGRAMME: PROGRAMME,
    TableKind.DELEGATES: DELEGATES,
}


@dataclass(frozen=True)
class Table:
    """Where the table of a sheet is."""

    sheet: Sheet
    kind: TableKind
    heading_row: int
    """The last row of the headings."""
    columns: dict[int, Column]
    first_heading_row: int = 0
    """The row above it where the headings stand over two rows, else the same."""

    @property
    def fields(self) -> set[str]:
        """The fields that have a column; that of running numbers tells nothing."""
        found = {column.meaning.field for column in self.columns.values() if column.meaning}
        return found - {"ordinal"}

    def column_of(self, name: str) -> Column | None:
        """The first column of a field."""
        columns = (self.columns[number] for number in sorted(self.columns))
        return next((each for each in columns if each.meaning and each.meaning.field == name), None)


@dataclass
class Row:
    """The cells of one row of a table, by field."""

    table: Table
    number: int
    cells: list[Cell]
    by_field: dict[str, list[tuple[Column, Cell]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for cell in self.cells:
            column = self.table.columns.get(cell.column)
            if column is not None and column.meaning is not None:
                self.by_field.setdefault(column.meaning.field, []).append((column, cell))

    @property
    def own(self) -> list[Cell]:
        """Cells with content that belong to this row, not to a range merged from above."""
        return [
            cell for cell in self.cells if cell.text and (not cell.origin or self._is_here(cell))
        ]

    def _is_here(self, cell: Cell) -> bool:
        return cell.origin.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(self.number)

    @property
    def contents(self) -> list[Cell]:
        """One cell for each content of this row: of a merged range only the first."""
        return [cell for cell in self.own if not cell.origin]

    def first(self, name: str) -> tuple[Column, Cell] | None:
        """Return the first cell of a field that has content."""
        return next((pair for pair in self.by_field.get(name, []) if pair[1].text), None)

    def text(self, name: str) -> str:
        """Return the content of a field; of several columns, joined."""
        texts = (tidy_lines(cell.text) for _, cell in self.by_field.get(name, []))
        return ", ".join(dict.fromkeys(text for text in texts if text))

    def bilingual(self, name: str, lang: str) -> Text:
        """Return the content of a field by language; `lang` is that of a column without one.

        Where a field has one column for both languages, a cell that surely says it twice is parted.
        """
        found: dict[str, str] = {}
        for column, cell in self.by_field.get(name, []):
            known = column.meaning.lang if column.meaning and column.meaning.lang else lang
            text = tidy_lines(cell.text)
            parted = self._parted(name, text).text
            if parted:
                found.update(parted)
            elif text and text != found.get(known):
                found[known] = f"{found[known]}\n{text}" if known in found else text
        return Text(found) if found else EMPTY

    def doubtful(self) -> tuple[tuple[Column, Cell], ...]:
        """Return the cells that may hold two languages and were kept whole."""
        return tuple(
            pair
            for name in TEXT_FIELDS & self.by_field.keys()
            for pair in self.by_field[name]
            if self._parted(name, tidy_lines(pair[1].text)).is_doubtful
        )

    def _parted(self, name: str, text: str) -> Parted:
        columns = [each for each in self.table.columns.values() if means(each, name)]
        return part_languages(text) if text and len(columns) == 1 else Parted()

    def extra(self) -> tuple[tuple[str, str], ...]:
        """Return heading and content of the columns that no field takes."""
        unknown = ((self.table.columns.get(cell.column), cell) for cell in self.cells)
        return tuple(
            (column.heading, tidy_lines(cell.text))
            for column, cell in unknown
            if column is not None and column.meaning is None and cell.text
        )

    def comments(self) -> tuple[str, ...]:
        """Return the comments on cells of this row."""
        return tuple(cell.comment for cell in self.cells if cell.comment)

    def source(self) -> str:
        """Return every used cell as written, one per line, without what is sealed."""
        name = self.table.sheet.name
        sealed = {cell.column for _, cell in self.by_field.get(SEALED, [])}
        shown = (cell for cell in self.contents if cell.column not in sealed)
        return "\n".join(f"{name}!{cell.address}: {cell.text}" for cell in shown)


def tidy_lines(text: str) -> str:
    """Return the text with tidy lines; line breaks within a cell are kept."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def find_table(sheet: Sheet) -> Table | None:
    """Return the table of a sheet, None where no row looks like headings."""
    best: Table | None = None
    rows = [pair for pair in sheet.rows() if pair[0] <= HEADING_ROWS]
    for index, (number, cells) in enumerate(rows):
        follows = index > 0 and rows[index - 1][0] == number - 1
        for kind, vocabulary in VOCABULARIES.items():
            found = [Table(sheet, kind, number, columns_of(cells, vocabulary), number)]
            if follows:
                columns = grouped_columns(rows[index - 1][1], cells, vocabulary)
                found.append(Table(sheet, kind, number, columns, number - 1))
            best = max(
                [*filter(None, [best]), *filter(_is_plausible, found)], key=_score, default=None
            )
    return _with_nameless(best) if best else None


def _score(table: Table) -> tuple[int, bool]:
    """Of two readings that know equally many fields, the one over two rows has seen more."""
    return len(table.fields), table.first_heading_row < table.heading_row


def rows_of(table: Table) -> list[Row]:
    """Return the rows below the headings; headings repeated further down are left out."""
    headings = _heading_texts(table)
    found = []
    for number, cells in table.sheet.rows():
        if number <= table.heading_row or not any(cell.text or cell.problem for cell in cells):
            continue
        repeated = sum(tidy(cell.text) in headings.get(cell.column, ()) for cell in cells)
        if repeated < max(2, len(headings) // 2):
            found.append(Row(table, number, cells))
    return found


def _heading_texts(table: Table) -> dict[int, set[str]]:
    """The words of every column's heading, of either row."""
    found: dict[int, set[str]] = {}
    for number in range(table.first_heading_row, table.heading_row + 1):
        for column in table.columns:
            cell = table.sheet.cells.get((number, column))
            if cell is not None and cell.text:
                found.setdefault(column, set()).add(tidy(cell.text))
    return found


def _is_plausible(table: Table) -> bool:
    fields = table.fields
    if table.kind is TableKind.PROGRAMME:
        return "title" in fields and bool(fields & {"on", "time", "start", "end"})
    named = bool(fields & {"family_name", "name"})
    return named and len(fields) > 1


def _with_nameless(table: Table) -> Table:
    """Add the columns that have content below but no heading."""
    columns = dict(table.columns)
    for row, number in table.sheet.cells:
        if row > table.heading_row and number not in columns:
            columns[number] = Column(number, get_column_letter(number), None)
    return replace(table, columns=dict(sorted(columns.items())))
