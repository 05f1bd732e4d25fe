"""Lines in a list of participants that say where the people below them are from."""

from dataclasses import dataclass, replace

from trips.domain.importing.workbook import Facts
from trips.domain.notations.section_words import (
    is_sum,
    read_label,
    without_count,
    without_delegation,
)
from trips.domain.notations.words import tidy
from trips.imports.columns import Column
from trips.imports.countries import find_country
from trips.imports.days import FOOTNOTE
from trips.imports.log import Log
from trips.imports.sheets import Cell
from trips.imports.tables import Row

LABEL_AND_NAME = 2


@dataclass(frozen=True)
class Section:
    """What holds for the rows below a line until the next one; their own cells come first."""

    country: str = ""
    delegation: str = ""
    group: str = ""
    is_country_said: bool = False
    """A line named the country as such: a delegation below it is one of that country."""


def take_section(row: Row, before: Section, log: Log) -> Section | None:
    """Return what holds below this row if it is such a line; None for a person."""
    text = _line(row)
    if not text:
        return None
    if FOOTNOTE.search(text) or is_sum(text):
        facts: Facts = {"row": row.number, "value": text[:80]}
        log.about_sheet("section_ignored", row.table.sheet.name, facts)
        return before
    found = _read(text, before)
    if read_label(text).about == "country" and not found.country:
        cell = row.contents[-1]
        log.at_cell("country_unknown", row, (Column(cell.column, "", None), cell))
    log.assumed("section_taken", row, {"value": text[:80]})
    return found


def _line(row: Row) -> str:
    """Return the words of a row that is one line, be it in one cell or behind its label."""
    contents = row.contents
    if contents and is_sum(contents[0].text):
        return contents[0].text
    if len(contents) == LABEL_AND_NAME:
        label = f"{contents[0].text.rstrip(' :')}: {contents[1].text}"
        is_labelled = contents[0].text.rstrip().endswith(":") and read_label(label).about
        return label if is_labelled else ""
    if len(contents) != 1 or "@" in contents[0].text or _is_name(row, contents[0]):
        return ""
    return tidy(contents[0].text)


def _is_name(row: Row, cell: Cell) -> bool:
    """A lone name is a person, unless it is that of a country or runs across the table."""
    column = row.table.columns.get(cell.column)
    name = column.meaning.field if column and column.meaning else ""
    spread = any(other.origin == cell.address for other in row.cells)
    is_told = read_label(cell.text).about or find_country(_place(cell.text)) or is_sum(cell.text)
    return name in {"family_name", "name"} and not spread and not is_told


def _place(text: str) -> str:
    return without_delegation(without_count(text))


def _read(text: str, before: Section) -> Section:
    label = read_label(text)
    name = without_count(label.text)
    if label.about == "group":
        return replace(before, group=name)
    country = find_country(_place(name))
    if label.about == "country":
        return Section(country=country, delegation=name, is_country_said=True)
    if not country and label.about == "delegation" and before.is_country_said:
        country = before.country
    said = before.is_country_said and country == before.country
    return Section(country=country, delegation=name, is_country_said=said)
