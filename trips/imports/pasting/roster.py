"""The complete roster among the tables of a workbook: told by its columns, in either language."""

from dataclasses import dataclass, replace
from typing import Final

from trips.domain.briefs.columns import ROSTER_COLUMNS
from trips.domain.briefs.list_memory import MARK, CellNow, Memory, MemoryKey, marker
from trips.domain.nominations.roster import FIELDS
from trips.i18n.catalogue import N_, say
from trips.i18n.column_wording import heading_of
from trips.imports.columns import Column, means
from trips.imports.sheets import Sheet
from trips.imports.tables import Table, rows_of

LANGUAGES: Final = ("de", "en")
TELLING: Final = frozenset({"family_name", "role", "organisation_kind", "is_listed"})
"""Columns that no other list has together."""
_LONGEST_STATE: Final = 120


@dataclass(frozen=True)
class Roster:
    """The table of a roster with the columns that are read back, and its language."""

    table: Table
    language: str
    columns: dict[int, str]
    """All its own columns by their number: their keys."""

    @property
    def fields(self) -> frozenset[str]:
        """The keys of the columns that came back and are read."""
        return frozenset(self.columns.values()) & FIELDS.keys()


def find_roster(tables: list[Table]) -> Roster | None:
    """Return the roster, None for a workbook that is none."""
    for table in tables:
        headings = {column.heading for column in table.columns.values()}
        has_uid = any(means(column, "uid") for column in table.columns.values())
        for lang in LANGUAGES if has_uid else ():
            words = {heading_of(column, lang): column.key for column in ROSTER_COLUMNS}
            if {heading for heading, key in words.items() if key in TELLING} <= headings:
                return _roster(table, words, lang)
    return None


def _roster(table: Table, words: dict[str, str], lang: str) -> Roster:
    own = {
        number: words[column.heading]
        for number, column in table.columns.items()
        if column.heading in words
    }
    number_heading = say(N_("No."), lang)
    read = {
        number: _in_language(column, lang)
        for number, column in table.columns.items()
        if own.get(number, "uid") in {"uid", *FIELDS} and column.heading != number_heading
    }
    return Roster(replace(table, columns=read), lang, own)


def _in_language(column: Column, lang: str) -> Column:
    """The column with the texts of the roster's language."""
    if column.meaning is None:
        return column
    return replace(column, meaning=replace(column.meaning, lang=lang))


def is_memory(sheet: Sheet) -> bool:
    """Tell whether a sheet holds the marks of a roster."""
    return sheet.is_hidden and _text(sheet, 1, 1) == MARK


def read_source(sheets: list[Sheet]) -> tuple[str, str]:
    """Of which trip a roster says to be (its uid), and of which state; empty where it does not."""
    sheet = next(filter(is_memory, sheets), None)
    return (_text(sheet, 1, 2), _text(sheet, 1, 6)[:_LONGEST_STATE]) if sheet else ("", "")


def read_marks(sheets: list[Sheet], key: MemoryKey | None) -> dict[str, dict[str, str]] | None:
    """The marks of a roster by uid and column; None where none of this key are there."""
    sheet = next(filter(is_memory, sheets), None)
    if sheet is None or key is None or _text(sheet, 1, 3) != key.name:
        return None
    keys = _text(sheet, 1, 4).split()
    return {
        _text(sheet, row, 1): dict(zip(keys, _text(sheet, row, 2).split(), strict=False))
        for row in range(2, sheet.last_row + 1)
    }


def memory_of(roster: Roster, marks: dict[str, dict[str, str]], key: MemoryKey) -> Memory:
    """What the roster said when it was exported."""
    return Memory(trip=key.trip, marks=marks, changed=_changed(roster, marks, key))


def _changed(
    roster: Roster, marks: dict[str, dict[str, str]], key: MemoryKey
) -> tuple[CellNow, ...]:
    mark, sheet = marker(key), roster.table.sheet
    uids = [number for number, name in roster.columns.items() if name == "uid"]
    found = []
    for row in rows_of(roster.table):
        uid = _text(sheet, row.number, uids[0])
        then = marks.get(uid, {})
        for number, column in roster.columns.items():
            now = mark(uid, column, _text(sheet, row.number, number))
            if then.get(column, now) != now:
                heading = roster.table.sheet.cells[roster.table.heading_row, number]
                found.append(
                    CellNow(
                        uid=uid,
                        column=column,
                        mark=now,
                        sheet=sheet.name,
                        row=row.number,
                        letter=heading.letter,
                        heading=heading.text,
                    )
                )
    return tuple(found)


def _text(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cells.get((row, column))
    return cell.text if cell else ""
