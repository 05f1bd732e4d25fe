"""Find the table in a sheet: which row holds the headings, and what the columns mean."""

from dataclasses import dataclass, field
from enum import StrEnum

from openpyxl.utils.cell import get_column_letter

from trips.domain.notations.headings import DELEGATES, PROGRAMME, Heading, read_heading
from trips.domain.notations.words import tidy
from trips.domain.values.text import EMPTY, Text
from trips.imports.sheets import Cell, Sheet

HEADING_ROWS = 20
"""Rows looked at for headings: above them stand titles, logos and remarks."""


class TableKind(StrEnum):
    """What a table lists."""

    PROGRAMME = "programme"
    DELEGATES = "delegates"


@dataclass(frozen=True)
class Column:
    """A column with its heading as written and its meaning, None for an unknown one."""

    number: int
    heading: str
    meaning: Heading | None

    @property
    def letter(self) -> str:
        """The column as Excel shows it."""
        return get_column_letter(self.number)


@dataclass(frozen=True)
class Table:
    """Where the table of a sheet is."""

    sheet: Sheet
    kind: TableKind
    heading_row: int
    columns: dict[int, Column]

    @property
    def fields(self) -> set[str]:
        """The fields that have a column."""
        return {column.meaning.field for column in self.columns.values() if column.meaning}

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
        """Return the content of a field by language; `lang` is that of a column without one."""
        found: dict[str, str] = {}
        for column, cell in self.by_field.get(name, []):
            known = column.meaning.lang if column.meaning and column.meaning.lang else lang
            text = tidy_lines(cell.text)
            if text and text != found.get(known):
                found[known] = f"{found[known]}\n{text}" if known in found else text
        return Text(found) if found else EMPTY

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
        """Return every used cell as written, one per line."""
        name = self.table.sheet.name
        return "\n".join(f"{name}!{cell.address}: {cell.text}" for cell in self.contents)


def tidy_lines(text: str) -> str:
    """Return the text with tidy lines; line breaks within a cell are kept."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def find_table(sheet: Sheet) -> Table | None:
    """Return the table of a sheet, None where no row looks like headings."""
    best: tuple[int, Table] | None = None
    for number, cells in sheet.rows():
        if number > HEADING_ROWS:
            break
        for kind, vocabulary in (
            (TableKind.PROGRAMME, PROGRAMME),
            (TableKind.DELEGATES, DELEGATES),
        ):
            columns = _columns(cells, vocabulary)
            table = Table(sheet, kind, number, columns)
            score = len(table.fields)
            if _is_plausible(table) and (best is None or score > best[0]):
                best = (score, table)
    return _with_nameless(best[1]) if best else None


def rows_of(table: Table) -> list[Row]:
    """Return the rows below the headings; headings repeated further down are left out."""
    headings = {number: tidy(column.heading) for number, column in table.columns.items()}
    found = []
    for number, cells in table.sheet.rows():
        if number <= table.heading_row or not any(cell.text or cell.problem for cell in cells):
            continue
        repeated = sum(tidy(cell.text) == headings.get(cell.column, "") for cell in cells)
        if repeated < max(2, len(headings) // 2):
            found.append(Row(table, number, cells))
    return found


def _columns(cells: list[Cell], vocabulary: dict[str, dict[str, str]]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for cell in cells:
        if not cell.text:
            continue
        meaning = read_heading(cell.text, vocabulary) if isinstance(cell.value, str) else None
        columns[cell.column] = Column(cell.column, tidy(cell.text), meaning)
    return _split_time(columns)


def _split_time(columns: dict[int, Column]) -> dict[int, Column]:
    """Read two columns under one heading `Zeit` as start and end."""
    times = [number for number, column in columns.items() if _means(column, "time")]
    if len(times) == 2:  # noqa: PLR2004 - a start and an end
        for number, name in zip(times, ("start", "end"), strict=True):
            columns[number] = Column(number, columns[number].heading, Heading(name))
    return columns


def _means(column: Column, name: str) -> bool:
    return column.meaning is not None and column.meaning.field == name


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
    return Table(table.sheet, table.kind, table.heading_row, dict(sorted(columns.items())))
