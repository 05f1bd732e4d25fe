"""The hidden sheets of a workbook that was exported from a trip: what it said then."""

from dataclasses import replace
from typing import TypeVar

from trips.domain.importing.workbook import (
    MARK,
    VERSION,
    DelegateRow,
    Origin,
    ProgrammeRow,
    ReadingContext,
)
from trips.imports.delegates import read_delegates
from trips.imports.log import Log
from trips.imports.programme import read_programme
from trips.imports.sheets import Sheet
from trips.imports.tables import TableKind, find_table

Row = TypeVar("Row", ProgrammeRow, DelegateRow)


def is_origin(sheet: Sheet) -> bool:
    """Tell whether a sheet holds what was exported."""
    return sheet.is_hidden and _text(sheet, 1) == MARK


def read_origin(sheets: list[Sheet], context: ReadingContext) -> Origin | None:
    """Read what the workbook said when it was exported, None for one that was not.

    Whoever changed the hidden sheets loses only the comparison: a part with errors is left out.
    """
    found = [sheet for sheet in sheets if is_origin(sheet)]
    revisions = {_text(sheet, 3) for sheet in found}
    trips = {_text(sheet, 2) for sheet in found}
    if len(trips) != 1 or len(revisions) != 1 or not min(revisions).isdigit():
        return None
    tables = [table for sheet in found if (table := find_table(sheet)) is not None]
    log = Log()
    programme = [table for table in tables if table.kind is TableKind.PROGRAMME]
    delegates = [table for table in tables if table.kind is TableKind.DELEGATES]
    return Origin(
        trip=min(trips),
        revision=int(min(revisions)),
        programme_rows=tuple(map(_versioned, read_programme(programme, context, log))),
        delegate_rows=tuple(map(_versioned, read_delegates(delegates, context, log))),
    )


def _versioned(row: Row) -> Row:
    """Take the version out of the columns that no field takes."""
    others = tuple(pair for pair in row.extra if pair[0] != VERSION)
    return replace(row, extra=others, version=dict(row.extra).get(VERSION, ""))


def _text(sheet: Sheet, column: int) -> str:
    cell = sheet.cells.get((1, column))
    return cell.text if cell else ""
