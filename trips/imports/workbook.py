"""The door for workbooks: bytes in, a reading out, whatever the bytes are."""

from dataclasses import replace
from zipfile import ZipFile

from trips.domain.briefs.list_memory import Memory
from trips.domain.importing.workbook import (
    MAX_LISTED_ISSUES,
    Issue,
    ReadingContext,
    Refused,
    Severity,
    UnknownColumn,
    WorkbookReading,
)
from trips.imports.archive import UNREADABLE, open_archive
from trips.imports.delegates import read_delegates
from trips.imports.log import Log
from trips.imports.origin import is_origin, read_origin
from trips.imports.parts import Book, read_book
from trips.imports.pasting.renamed import recognise
from trips.imports.pasting.roster import (
    Roster,
    find_roster,
    is_memory,
    memory_of,
    read_marks,
    read_source,
)
from trips.imports.pasting.separated import is_separated, read_separated
from trips.imports.programme import read_programme
from trips.imports.sheets import MAX_HIDDEN_LISTED, Sheet, read_sheets
from trips.imports.tables import Table, TableKind, find_table

FOR_READING = frozenset({"Zum Lesen", "To read"})
"""The sheet that an exported workbook shows beside what comes back."""


def read_workbook(data: bytes, context: ReadingContext) -> WorkbookReading:
    """Read programme and delegates out of an .xlsx file, or of a table as text (.csv).

    Never raises: a file that is refused is a reading with one error, whose code says why.
    """
    try:
        if is_separated(data):
            return _read_sheets([read_separated(data)], context, Log())
        return _read(open_archive(data), context)
    except Refused as refused:
        return _refusal(refused.code, refused)
    except (*UNREADABLE, ArithmeticError, AttributeError, LookupError, TypeError, RecursionError):
        return _refusal("damaged", Refused("damaged"))


def _refusal(code: str, refused: Refused) -> WorkbookReading:
    return WorkbookReading(issues=(Issue(code=code, facts=refused.facts),))


def _read(archive: ZipFile, context: ReadingContext) -> WorkbookReading:
    log = Log()
    book = read_book(archive)
    _note_book(book, log)
    return _read_sheets(read_sheets(archive, book), context, log)


def _read_sheets(sheets: list[Sheet], context: ReadingContext, log: Log) -> WorkbookReading:
    origin = read_origin(sheets, context)
    tables = _tables(_offered(sheets), log)
    roster = None if origin else find_roster(tables)
    memory = None
    if roster is not None:
        roster, memory = _remembered(roster, sheets, context, log)
        tables = [roster.table]
        context = replace(context, language=roster.language)
    programme = [table for table in tables if table.kind is TableKind.PROGRAMME]
    delegates = [table for table in tables if table.kind is TableKind.DELEGATES]
    programme_rows = read_programme(programme, context, log)
    delegate_rows = read_delegates(delegates, context, log)
    if not tables:
        log.issues.append(Issue(code="no_table"))
    elif not programme_rows and not delegate_rows and not _has_errors(log):
        log.issues.append(Issue(code="no_rows"))
    issues = [issue for issue in log.issues if issue.severity is not Severity.ASSUMED]
    issues.sort(key=lambda issue: issue.severity is not Severity.ERROR)
    return WorkbookReading(
        programme_rows=tuple(programme_rows),
        delegate_rows=tuple(delegate_rows),
        issues=tuple(issues[:MAX_LISTED_ISSUES]),
        assumptions=tuple(i for i in log.issues if i.severity is Severity.ASSUMED),
        unknown_columns=_unknown(tables),
        origin=origin,
        more_issues=max(len(issues) - MAX_LISTED_ISSUES, 0),
        roster=roster.language if roster else "",
        roster_fields=roster.fields if roster else frozenset(),
        roster_trip=read_source(sheets)[0] if roster else "",
        memory=memory,
    )


def _remembered(
    roster: Roster, sheets: list[Sheet], context: ReadingContext, log: Log
) -> tuple[Roster, Memory | None]:
    """The roster with its renamed columns, and what it said when it was exported."""
    log.issues.append(Issue(code="roster_read", severity=Severity.NOTICE))
    if state := read_source(sheets)[1]:
        facts = {"state": state}
        log.issues.append(Issue(code="roster_state", severity=Severity.NOTICE, facts=facts))
    marks = read_marks(sheets, context.memory)
    if marks is None or context.memory is None:
        return roster, None
    roster, renamed = recognise(roster, marks, context.memory)
    for each in renamed:
        issue = Issue(code="roster_heading_known", severity=Severity.NOTICE)
        facts = {"heading": each.heading, "known": each.column}
        log.issues.append(
            replace(
                issue,
                sheet=roster.table.sheet.name,
                row=roster.table.heading_row,
                column=each.letter,
                heading=each.heading,
                facts=facts,
            )
        )
    return roster, memory_of(roster, marks, context.memory)


def _offered(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets that hold wishes: not what was exported, nor what was put there to be read."""
    ours = [sheet for sheet in sheets if is_origin(sheet)]
    return [
        sheet
        for sheet in sheets
        if sheet not in ours
        and not is_memory(sheet)
        and not (ours and sheet.name.strip() in FOR_READING)
    ]


def _has_errors(log: Log) -> bool:
    return any(issue.severity is Severity.ERROR for issue in log.issues)


def _note_book(book: Book, log: Log) -> None:
    if book.has_macros:
        log.about_sheet("macros_ignored", "")
    if book.has_external_links:
        log.about_sheet("external_links_ignored", "")


def _tables(sheets: list[Sheet], log: Log) -> list[Table]:
    """Find the tables of all visible sheets; what is hidden or no table is named."""
    tables = []
    for sheet in sheets:
        table = find_table(sheet)
        if table is None:
            if sheet.cells and not sheet.is_hidden and not _is_notes(sheet):
                log.about_sheet("sheet_ignored", sheet.name)
        elif sheet.is_hidden:
            log.about_sheet("hidden_sheet_ignored", sheet.name)
        else:
            _note_hidden(sheet, table, log)
            tables.append(table)
    return tables


def _is_notes(sheet: Sheet) -> bool:
    return sheet.name.strip().lower() in {
        "hinweise",
        "notes",
        "listen",
        "lists",
        "statistik",
        "statistics",
    }


def _note_hidden(sheet: Sheet, table: Table, log: Log) -> None:
    """Say which rows and columns are read although nobody sees them."""
    rows = sorted(sheet.hidden_rows & {row for row, _ in sheet.cells})[:MAX_HIDDEN_LISTED]
    if rows:
        log.about_sheet("hidden_rows_read", sheet.name, {"rows": ", ".join(map(str, rows))})
    columns = [
        column.heading
        for number, column in table.columns.items()
        if number in sheet.hidden_columns
        and not (column.meaning is not None and column.meaning.field == "uid")
    ]
    if columns:
        names = ", ".join(columns[:MAX_HIDDEN_LISTED])
        log.about_sheet("hidden_columns_read", sheet.name, {"columns": names})


def _unknown(tables: list[Table]) -> tuple[UnknownColumn, ...]:
    return tuple(
        UnknownColumn(sheet=table.sheet.name, column=column.letter, heading=column.heading)
        for table in tables
        for column in table.columns.values()
        if column.meaning is None
    )
