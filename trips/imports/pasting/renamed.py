"""A roster whose headings somebody worded anew: its columns are known by what stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from trips.domain.briefs.columns import choose_columns
from trips.domain.briefs.list_memory import MemoryKey, marker
from trips.domain.nominations.roster import FIELDS
from trips.domain.notations.headings import DELEGATES, read_heading
from trips.i18n.column_wording import heading_of
from trips.imports.columns import Column
from trips.imports.pasting.roster import Roster
from trips.imports.tables import Row, rows_of

ENOUGH: Final = 0.5
"""So many of the cells that say something must say what the column said."""

Marks = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Renamed:
    """A column under another heading, and which it is."""

    heading: str
    column: str
    """What it is called in the file's language."""
    letter: str


def recognise(roster: Roster, marks: Marks, key: MemoryKey) -> tuple[Roster, tuple[Renamed, ...]]:
    """The roster with the columns that its marks know although their headings are others."""
    exported = {column for row in marks.values() for column in row}
    missing = sorted(exported - set(roster.columns.values()))
    unknown = [
        column
        for number, column in roster.table.columns.items()
        if column.meaning is None and number not in roster.columns
    ]
    found = []
    for column in unknown if missing else ():
        name = _which(column, missing, roster, marks, key)
        if name:
            missing.remove(name)
            word = heading_of(choose_columns([name])[0], roster.language)
            found.append(Renamed(column.heading, word, column.letter))
            roster = _with(roster, column, name, word)
    return roster, tuple(found)


def _which(column: Column, missing: list[str], roster: Roster, marks: Marks, key: MemoryKey) -> str:
    """The missing column that most cells of an unknown one belong to; empty for none."""
    mark = marker(key)
    uids = next(number for number, name in roster.columns.items() if name == "uid")
    said = [(_text(row, uids), _text(row, column.number)) for row in rows_of(roster.table)]
    said = [(uid, text) for uid, text in said if text and uid in marks]
    hits = {
        name: sum(marks[uid].get(name) == mark(uid, name, text) for uid, text in said)
        for name in missing
    }
    best = max(hits, key=lambda name: hits[name], default="")
    return best if best and hits[best] >= max(ENOUGH * len(said), 1) else ""


def _with(roster: Roster, column: Column, name: str, word: str) -> Roster:
    columns = dict(roster.table.columns)
    if name in FIELDS:
        meaning = read_heading(word, DELEGATES)
        language = replace(meaning, lang=roster.language) if meaning else None
        columns[column.number] = replace(column, meaning=language)
    else:
        del columns[column.number]
    table = replace(roster.table, columns=columns)
    return replace(roster, table=table, columns={**roster.columns, column.number: name})


def _text(row: Row, column: int) -> str:
    cell = row.table.sheet.cells.get((row.number, column))
    return cell.text if cell else ""
