"""Rows of a file that say what an earlier row of the same file says."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final, Protocol

from trips.domain.importing.values import title_keys
from trips.domain.importing.workbook import DelegateRow, ProgrammeRow
from trips.domain.notations.words import key

OWN_PLACE: Final = frozenset({"sheet", "row", "source", "extra", "comments", "uid"})
"""What two rows about the same may differ in: where they stand, and columns of numbers."""


class Placed(Protocol):
    """Anything that stands in a row of a sheet."""

    @property
    def sheet(self) -> str:
        """Name of the sheet."""

    @property
    def row(self) -> int:
        """Number of the row as Excel shows it."""


@dataclass(frozen=True, kw_only=True)
class RepeatedItem:
    """A row that repeats an earlier one; it is left out unless somebody wants it twice."""

    row: ProgrammeRow
    ref: str
    same_as: str
    """`ref` of the earlier row."""


@dataclass(frozen=True, kw_only=True)
class RepeatedPerson:
    """A row about a person who has an earlier row; it is left out."""

    row: DelegateRow
    ref: str
    same_as: tuple[str, ...] = ()


def ref_of(row: Placed) -> str:
    """Return the name of a row within its file: sheet and row number."""
    return f"{row.sheet}!{row.row}"


def find_repeats(rows: Sequence[ProgrammeRow]) -> dict[int, int]:
    """The rows that repeat an earlier one, by index, with the index of that one.

    Same are rows of one start, a common title and the same groups that contradict each other in
    nothing: end, city, venue, room, host.
    """
    starting: dict[datetime, list[int]] = {}
    found: dict[int, int] = {}
    for index, row in enumerate(rows):
        earlier = starting.setdefault(row.starts, [])
        first = next((other for other in earlier if _says_the_same(rows[other], row)), None)
        if first is None:
            earlier.append(index)
        else:
            found[index] = first
    return found


def _says_the_same(one: ProgrammeRow, other: ProgrammeRow) -> bool:
    groups = [{key(name) for name in row.groups} for row in (one, other)]
    if groups[0] != groups[1] or not title_keys(one.title) & title_keys(other.title):
        return False
    is_end_open = one.is_end_assumed or other.is_end_assumed
    words = ("city", "venue", "room", "host", "address")
    return (is_end_open or one.ends == other.ends) and all(
        _agree(getattr(one, name), getattr(other, name)) for name in words
    )


def _agree(one: str, other: str) -> bool:
    return not one or not other or key(one) == key(other)


def is_repeat(row: DelegateRow, earlier: DelegateRow) -> bool:
    """Tell whether a row says of a person exactly what an earlier one says."""
    names = [field.name for field in fields(row) if field.name not in OWN_PLACE]
    return all(getattr(row, name) == getattr(earlier, name) for name in names)
