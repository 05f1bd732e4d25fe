"""The complete roster among the tables of a workbook: told by its columns, in either language."""

from dataclasses import dataclass, replace
from typing import Final

from trips.domain.briefs.columns import ROSTER_COLUMNS
from trips.i18n.catalogue import N_, say
from trips.i18n.column_wording import heading_of
from trips.imports.columns import Column, means
from trips.imports.tables import Table

LANGUAGES: Final = ("de", "en")
FOR_READING: Final = frozenset({"role", "city", "own_script", "organisation_kind"})
"""Columns of the roster that are not read back, beside those that no field takes."""
TELLING: Final = frozenset({"family_name", "role", "organisation_kind", "is_listed"})
"""Columns that no other list has together."""


@dataclass(frozen=True)
class Roster:
    """The table of a roster with the columns that are read back, and its language."""

    table: Table
    language: str


def find_roster(tables: list[Table]) -> Roster | None:
    """Return the roster, None for a workbook that is none."""
    for table in tables:
        headings = {column.heading for column in table.columns.values()}
        has_uid = any(means(column, "uid") for column in table.columns.values())
        for lang in LANGUAGES if has_uid else ():
            words = {column.key: heading_of(column, lang) for column in ROSTER_COLUMNS}
            if {words[key] for key in TELLING} <= headings:
                return Roster(_for_reading_back(table, words, lang), lang)
    return None


def _for_reading_back(table: Table, words: dict[str, str], lang: str) -> Table:
    own = {*words.values(), say(N_("No."), lang)}
    only_read = {words[key] for key in FOR_READING}
    columns = {
        number: _in_language(column, lang)
        for number, column in table.columns.items()
        if column.heading not in only_read
        and (column.meaning is not None or column.heading not in own)
    }
    return replace(table, columns=columns)


def _in_language(column: Column, lang: str) -> Column:
    """The column with the texts of the roster's language."""
    if column.meaning is None:
        return column
    return replace(column, meaning=replace(column.meaning, lang=lang))
