"""Rows of a list of participants: from cells to persons."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from trips.domain.importing.workbook import DelegateRow, ReadingContext, SpokenLanguage
from trips.domain.notations.contacts import find_emails, read_phone
from trips.domain.notations.dates import DateHints
from trips.domain.notations.people import WrittenName
from trips.domain.notations.terms import (
    ACCESS,
    DELEGATE_STATUSES,
    DIETS,
    LEVELS,
    NOTHING,
    SEXES,
    find_term,
    find_terms,
)
from trips.domain.notations.words import key
from trips.domain.participation import Access, Diet
from trips.domain.values.text import EMPTY, Text
from trips.imports.cells import read_date
from trips.imports.countries import find_country, find_spoken
from trips.imports.log import Log, check_cells, note_doubtful, note_sealed
from trips.imports.people.names import RowName, is_vacant, name_of_row
from trips.imports.sections import Section, take_section
from trips.imports.tables import Row, Table, rows_of

TICKS = frozenset({"x", "ja", "yes", "true", "1"})
"""Marks that say yes without saying how well."""

Term = TypeVar("Term", bound=StrEnum)


@dataclass
class Reader:
    """Reads one row; `kept` collects what no field could take, with its heading."""

    row: Row
    context: ReadingContext
    log: Log
    kept: list[tuple[str, str]] = field(default_factory=list)

    def term(self, name: str, vocabulary: dict[Term, str]) -> Term | None:
        """Return the term of a field; an unknown word is kept and noted."""
        text = self.row.text(name)
        found = find_term(text, vocabulary) if text else None
        if text and found is None:
            self.keep(name, text, f"{name}_unknown")
        return found

    def keep(self, name: str, text: str, code: str) -> None:
        """Keep words beside the fields and say so."""
        pair = self.row.first(name)
        if pair is not None:
            self.kept.append((pair[0].heading, text))
            self.log.notice(code, self.row, pair)

    def error(self, name: str, code: str) -> None:
        """Note that the cell of a field cannot be read."""
        pair = self.row.first(name)
        if pair is not None:
            self.log.at_cell(code, self.row, pair)


def read_delegates(tables: list[Table], context: ReadingContext, log: Log) -> list[DelegateRow]:
    """Read all lists of participants; what is wrong is noted in the log."""
    found: list[DelegateRow] = []
    for table in tables:
        note_sealed(table, log)
        section = Section()
        for row in rows_of(table):
            if not row.contents or not check_cells(row, log):
                continue
            if (heading := take_section(row, section, log)) is not None:
                section = heading
                continue
            if is_vacant(row):
                log.notice_row("place_vacant", row)
                continue
            person = _read_row(Reader(row, context, log), section)
            if person is not None:
                found.append(person)
    return found


def _read_row(reader: Reader, section: Section) -> DelegateRow | None:
    row, lang = reader.row, reader.context.language
    named = name_of_row(row, reader.log)
    if named is None:
        return None
    name = named.name
    emails = _emails(reader)
    country = _country(reader) or section.country
    _keep_beside(reader, name, emails)
    note_doubtful(row, reader.log)
    found = DelegateRow(
        sheet=row.table.sheet.name,
        row=row.number,
        uid=row.text("uid"),
        given_name=name.given_name,
        family_name=name.family_name,
        form_of_address=name.form_of_address,
        honorific=name.honorific,
        academic_title=name.academic_title,
        sex=reader.term("sex", SEXES),
        own_script=named.own_script,
        function=row.bilingual("function", lang) or _function(named, lang),
        organisation=row.bilingual("organisation", lang),
        country=country,
        city=row.text("city"),
        level=reader.term("level", LEVELS),
        emails=emails,
        phone=_phone(row),
        languages=_languages(reader),
        delegation=row.text("delegation") or section.delegation,
        status=reader.term("status", DELEGATE_STATUSES),
        group=row.text("group") or section.group,
        brings=row.bilingual("brings", lang),
        note=row.text("note"),
        comments=row.comments(),
        source=row.source(),
    )
    return _with_stay(reader, found)


def _with_stay(reader: Reader, found: DelegateRow) -> DelegateRow:
    """Add what the stay needs; last, because only now is all known that no field took."""
    diet, diet_note = _diet(reader)
    access, access_note = _access(reader)
    first, last = _day(reader, "present_from"), _day(reader, "present_to")
    return replace(
        found,
        diet=diet,
        diet_note=diet_note,
        access=access,
        access_note=access_note,
        present_from=first,
        present_to=last,
        room_wish=reader.row.text("room_wish"),
        extra=(*reader.row.extra(), *reader.kept),
    )


def _keep_beside(reader: Reader, name: WrittenName, emails: tuple[str, ...]) -> None:
    """Keep what has no field of its own: a rank, further addresses, the city."""
    values = {
        "form_of_address": name.honorific,
        "emails": ", ".join(emails[1:]),
        "city": reader.row.text("city"),
    }
    for field_name, value in values.items():
        pair = reader.row.first(field_name) or reader.row.first("name")
        if value and pair is not None:
            reader.kept.append((pair[0].heading, value))


def _function(named: RowName, lang: str) -> Text:
    """The office where it stood beside the name."""
    return Text({lang: named.office}) if named.office else EMPTY


def _emails(reader: Reader) -> tuple[str, ...]:
    text = "\n".join(cell.text for _, cell in reader.row.by_field.get("emails", []))
    if not key(text):
        return ()
    found, is_sound = find_emails(text)
    if not is_sound:
        reader.error("emails", "email_unreadable")
    return found


def _phone(row: Row) -> str:
    numbers = (read_phone(cell.text) for _, cell in row.by_field.get("phone", []))
    return ", ".join(dict.fromkeys(number for number in numbers if number))


def _country(reader: Reader) -> str:
    text = reader.row.text("country")
    code = find_country(text) if text else ""
    if text and not code:
        reader.error("country", "country_unknown")
    return code


def _languages(reader: Reader) -> tuple[SpokenLanguage, ...]:
    found, unread = find_spoken(_spoken(reader.row))
    if any(entry.level is None for entry in found):
        reader.log.assumed("language_level_assumed", reader.row, name="languages")
    if unread:
        reader.keep("languages", unread, "language_unknown")
    return found


def _spoken(row: Row) -> str:
    """Write out what stands in columns that are languages themselves: `C1` below `Englisch`."""
    entries = []
    for column, cell in row.by_field.get("languages", []):
        lang = column.meaning.lang if column.meaning else ""
        if not lang or find_spoken(cell.text)[0]:
            entries.append(cell.text)
        elif key(cell.text) not in NOTHING:
            level = "" if key(cell.text) in TICKS else cell.text
            entries.append(f"{lang} {level}")
    return ", ".join(entries)


def _diet(reader: Reader) -> tuple[tuple[Diet, ...], str]:
    """Return what a kitchen needs to know; words without a code are a note, never lost."""
    found, unread = find_terms(reader.row.text("diet"), DIETS)
    return (*found, *((Diet.OTHER,) if unread else ())), unread


def _access(reader: Reader) -> tuple[tuple[Access, ...], str]:
    found, unread = find_terms(reader.row.text("access"), ACCESS)
    return (*found, *((Access.OTHER,) if unread else ())), unread


def _day(reader: Reader, name: str) -> date | None:
    """Return the day of arrival or departure; a journey in words is kept beside the fields."""
    pair = reader.row.first(name)
    if pair is None:
        return None
    hints = DateHints(starts_on=reader.context.starts_on, ends_on=reader.context.ends_on)
    found = read_date(pair[1], hints)
    if found.found.problem == "date_unreadable":
        reader.keep(name, reader.row.text(name), "date_kept_as_text")
    elif found.found.problem:
        reader.error(name, found.found.problem)
    elif found.rest or found.clock:
        reader.kept.append((pair[0].heading, reader.row.text(name)))
    return found.found.on
