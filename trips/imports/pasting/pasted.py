"""The door for pasted people: text in, a reading out, whatever the text is."""

from trips.domain.importing.workbook import (
    Issue,
    ReadingContext,
    Refused,
    Severity,
    UnknownColumn,
    WorkbookReading,
)
from trips.domain.notations.headings import Heading
from trips.imports.columns import Column
from trips.imports.delegates import read_delegates
from trips.imports.log import Log
from trips.imports.pasting.fields import sort_fields
from trips.imports.pasting.lines import Record, split_records
from trips.imports.sheets import Cell, Sheet
from trips.imports.tables import Table, TableKind, find_table

FIELDS = (
    "form_of_address",
    "academic_title",
    "name",
    "function",
    "organisation",
    "country",
    "level",
    "emails",
    "phone",
    "languages",
    "note",
)


def read_pasted(data: bytes, context: ReadingContext) -> WorkbookReading:
    """Read people out of text, with headings or without; rows are numbered as the lines are.

    Never raises: a text that is not read is a reading with one error, whose code says why.
    """
    try:
        records, skipped = split_records(data.decode("utf-8", "replace"))
    except Refused as refused:
        return WorkbookReading(issues=(Issue(code=refused.code, facts=refused.facts),))
    log = Log()
    for line in skipped:
        log.issues.append(Issue(code="greeting_left_out", severity=Severity.NOTICE, row=line))
    table = _headed(records) or _sorted(records, log)
    rows = read_delegates([table], context, log)
    if not rows and not any(each.severity is Severity.ERROR for each in log.issues):
        log.issues.append(Issue(code="nobody_pasted"))
    return WorkbookReading(
        delegate_rows=tuple(rows),
        issues=tuple(each for each in log.issues if each.severity is not Severity.ASSUMED),
        assumptions=tuple(each for each in log.issues if each.severity is Severity.ASSUMED),
        unknown_columns=tuple(
            UnknownColumn(sheet="", column=column.letter, heading=column.heading)
            for column in table.columns.values()
            if column.meaning is None
        ),
    )


def _headed(records: list[Record]) -> Table | None:
    """The table where a line of headings stands above, as copied from a sheet."""
    sheet = Sheet("")
    for record in records:
        for column, text in enumerate(record.fields, start=1):
            if text:
                sheet.cells[record.line, column] = _cell(record.line, column, text)
    table = find_table(sheet)
    return table if table and table.kind is TableKind.DELEGATES else None


def _sorted(records: list[Record], log: Log) -> Table:
    """The table of lines whose fields are told by their words."""
    sheet = Sheet("")
    columns = {
        number: Column(number, "", Heading(name)) for number, name in enumerate(FIELDS, start=1)
    }
    for record in records:
        values = sort_fields(record)
        if "name" not in values:
            text = ", ".join(filter(None, record.fields))[:80]
            facts = {"value": text}
            log.issues.append(Issue(code="line_without_name", row=record.line, facts=facts))
            continue
        for number, name in enumerate(FIELDS, start=1):
            if values.get(name):
                sheet.cells[record.line, number] = _cell(record.line, number, values[name])
    return Table(sheet, TableKind.DELEGATES, 0, columns)


def _cell(row: int, column: int, text: str) -> Cell:
    shown = text.replace("\u201a", ",")
    return Cell(row, column, shown, shown)
