"""What is noticed while a workbook is read, with the place it was noticed at."""

from dataclasses import dataclass, field

from trips.domain.importing.workbook import Facts, Issue, Severity
from trips.imports.columns import Column
from trips.imports.sheets import Cell
from trips.imports.tables import SEALED, Row, Table


@dataclass
class Log:
    """Collects issues in the order in which they come up."""

    issues: list[Issue] = field(default_factory=list)

    def at_cell(
        self, code: str, row: Row, place: tuple[Column, Cell], facts: Facts | None = None
    ) -> None:
        """Note an error in one cell."""
        self._at(code, row, place, Severity.ERROR, facts)

    def notice(
        self, code: str, row: Row, place: tuple[Column, Cell], facts: Facts | None = None
    ) -> None:
        """Note something that does not hinder the import."""
        self._at(code, row, place, Severity.NOTICE, facts)

    def assumed(self, code: str, row: Row, facts: Facts | None = None, name: str = "") -> None:
        """Note what had to be assumed about a row, at the cell of field `name` if there is one."""
        place = row.first(name) if name else None
        if place is not None:
            self._at(code, row, place, Severity.ASSUMED, facts)
        else:
            self._add(code, row, Severity.ASSUMED, facts)

    def at_row(self, code: str, row: Row, *names: str) -> None:
        """Note an error of a row, in the column of the first of the fields that has one."""
        known = (row.table.column_of(name) for name in names)
        column = next((column for column in known if column), None)
        self.issues.append(
            Issue(
                code=code,
                sheet=row.table.sheet.name,
                row=row.number,
                column=column.letter if column else "",
                heading=column.heading if column else "",
            )
        )

    def notice_row(self, code: str, row: Row) -> None:
        """Note something about a row that does not hinder the import."""
        self._add(code, row, Severity.NOTICE, None)

    def about_sheet(self, code: str, sheet: str, facts: Facts | None = None) -> None:
        """Note something about a sheet as a whole."""
        self.issues.append(
            Issue(code=code, severity=Severity.NOTICE, sheet=sheet, facts=facts or {})
        )

    def _add(self, code: str, row: Row, severity: Severity, facts: Facts | None) -> None:
        self.issues.append(
            Issue(
                code=code,
                severity=severity,
                sheet=row.table.sheet.name,
                row=row.number,
                facts=facts or {},
            )
        )

    def _at(
        self,
        code: str,
        row: Row,
        place: tuple[Column, Cell],
        severity: Severity,
        facts: Facts | None,
    ) -> None:
        column, cell = place
        self.issues.append(
            Issue(
                code=code,
                severity=severity,
                sheet=row.table.sheet.name,
                row=cell.row,
                column=cell.letter,
                heading=column.heading,
                facts={"value": cell.text[:80], **(facts or {})},
            )
        )


def note_sealed(table: Table, log: Log) -> None:
    """Say which columns are not read because no list may hold them."""
    named = [
        column.heading
        for column in table.columns.values()
        if column.meaning is not None and column.meaning.field == SEALED
    ]
    if named:
        log.about_sheet("sealed_left_out", table.sheet.name, {"columns": ", ".join(named)})


def note_doubtful(row: Row, log: Log) -> None:
    """Note the cells that may say a thing in two languages, and which stay whole."""
    for place in row.doubtful():
        log.notice("two_languages_kept", row, place)


def check_cells(row: Row, log: Log) -> bool:
    """Note cells of known columns that hold no value; True if there are none."""
    sound = True
    for pairs in row.by_field.values():
        for column, cell in pairs:
            if cell.problem and not cell.origin:
                log.at_cell(cell.problem, row, (column, cell))
                sound = False
    return sound
