"""What the columns of a table mean, whether their headings stand in one row or over two."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from openpyxl.utils.cell import get_column_letter

from trips.domain.notations.headings import TEXT_FIELDS, Heading, read_heading, read_language
from trips.domain.notations.words import key, tidy
from trips.imports.sheets import Cell

NEUTRAL: Final = frozenset({"name", "bezeichnung", "organisation", "institution", "stelle", "text"})
"""Words below a group heading that add nothing to it: `Gastgeber` over `Name`."""
UNDIVIDED: Final = frozenset({"address"})
"""Group headings that mean the same whatever stands below: `Adresse` over `Straße | PLZ | Ort`."""
FEWEST_BELOW: Final = 2

Vocabulary = dict[str, dict[str, str]]


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


def columns_of(cells: Iterable[Cell], vocabulary: Vocabulary) -> dict[int, Column]:
    """Read one row of headings."""
    columns: dict[int, Column] = {}
    for cell in cells:
        if cell.text:
            columns[cell.column] = Column(cell.column, tidy(cell.text), _read(cell, vocabulary))
    return _split_time(columns)


def grouped_columns(
    upper: Iterable[Cell], lower: Iterable[Cell], vocabulary: Vocabulary
) -> dict[int, Column]:
    """Read headings over two rows: `Zeit` over `von | bis`, `Titel` over `de | en`.

    Empty where the lower row is none of headings, as of every ordinary first row of a table.
    """
    above = {cell.column: cell for cell in upper if cell.text}
    below = {cell.column: cell for cell in lower if cell.text}
    own = {number: cell for number, cell in below.items() if not _is_same(above.get(number), cell)}
    groups = _spread(above, own)
    if not groups or _is_title(groups, above, own):
        return {}
    read = {number: _below(groups.get(number), cell, vocabulary) for number, cell in own.items()}
    named = [number for number, meaning in read.items() if meaning is not None]
    is_text = all(isinstance(cell.value, str) for cell in own.values())
    if not is_text or len(named) < FEWEST_BELOW or 2 * len(named) <= len(own):
        return {}
    columns = {
        number: Column(number, tidy(cell.text), _read(cell, vocabulary))
        for number, cell in above.items()
        if number not in own
    }
    for number, cell in own.items():
        columns[number] = Column(number, _heading(groups.get(number), cell), read[number])
    return _split_time(dict(sorted(columns.items())))


def _spread(above: dict[int, Cell], own: dict[int, Cell]) -> dict[int, Cell]:
    """Return the group heading of each lower one; unmerged, it reaches to the next heading."""
    groups: dict[int, Cell] = {}
    last: Cell | None = None
    for number in sorted({*above, *own}):
        if number in above:
            last = above[number]
        if last is not None and number in own:
            groups[number] = last
    return groups


def _is_title(groups: dict[int, Cell], above: dict[int, Cell], own: dict[int, Cell]) -> bool:
    """Tell whether one line runs over the whole table: then it names the table, no columns."""
    lines = {cell.origin or cell.address for cell in groups.values()}
    return len(lines) == 1 and above.keys() <= own.keys() == groups.keys()


def _is_same(upper: Cell | None, lower: Cell) -> bool:
    """Tell whether a lower cell only continues the one above, merged downwards."""
    return upper is not None and lower.origin in {upper.address, upper.origin} - {""}


def _below(group: Cell | None, cell: Cell, vocabulary: Vocabulary) -> Heading | None:
    """Read a lower heading by itself, then together with its group, then as the group alone."""
    alone = _read(cell, vocabulary)
    if group is None:
        return alone
    whole = _read(group, vocabulary)
    if whole is not None and whole.field in UNDIVIDED:
        return whole
    if alone is not None:
        lang = read_language(group.text) if alone.field in TEXT_FIELDS else ""
        return Heading(alone.field, lang or _shared_language(alone, whole))
    together = read_heading(f"{group.text} {cell.text}", vocabulary)
    if together is not None:
        return together
    return whole if key(cell.text) in NEUTRAL else None


def _shared_language(alone: Heading, whole: Heading | None) -> str:
    """A heading in both languages, one below the other, shows none."""
    is_both = whole is not None and whole.field == alone.field and whole.lang != alone.lang
    return "" if is_both else alone.lang


def _heading(group: Cell | None, cell: Cell) -> str:
    upper, lower = tidy(group.text) if group else "", tidy(cell.text)
    return f"{upper}: {lower}" if upper not in {"", lower} else lower


def _read(cell: Cell, vocabulary: Vocabulary) -> Heading | None:
    if not isinstance(cell.value, str):
        return None
    return read_heading(cell.text.replace("\n", " / "), vocabulary)


def _split_time(columns: dict[int, Column]) -> dict[int, Column]:
    """Read two columns under one heading `Zeit` as start and end."""
    times = [number for number, column in columns.items() if means(column, "time")]
    if len(times) == 2:  # noqa: PLR2004 - a start and an end
        for number, name in zip(times, ("start", "end"), strict=True):
            columns[number] = Column(number, columns[number].heading, Heading(name))
    return columns


def means(column: Column, name: str) -> bool:
    """Tell whether the column is one of a field."""
    return column.meaning is not None and column.meaning.field == name
