"""Whom a row is about: the name out of the columns that say something of it."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from trips.domain.notations.people import (
    WrittenName,
    read_form,
    read_name,
    settle_case,
    split_title,
)
from trips.domain.notations.words import key, tidy
from trips.domain.person import FormOfAddress
from trips.imports.log import Log
from trips.imports.people.offices import OFFICE
from trips.imports.tables import Row

VACANT: Final = frozenset(
    {"tbc", "tbd", "tba", "n n", "nn", "n a", "na", "to be confirmed", "to be announced", "vacant"}
    | {"to be nominated", "to be determined", "vakant", "offen", "noch offen", "wird benannt"}
    | {"wird noch benannt", "wird nachgereicht", "nicht benannt", "name folgt", "unbesetzt"}
    | {"a confirmer", "a designer", "a definir", "por confirmar", "por definir"}
    | {"буде визначено", "уточнюється", "вакансія"}
)
"""What stands where a name will stand one day."""
PATRONYMIC: Final = re.compile(r"(?:ович|евич|йович|івна|ївна|овна|евна|ична)$")


@dataclass(frozen=True)
class RowName:
    """A name with what stood beside it in the same cell."""

    name: WrittenName
    own_script: str = ""
    office: str = ""


def is_vacant(row: Row) -> bool:
    """Tell whether a row keeps a place for somebody nobody knows yet."""
    said = [key(row.text(name)) for name in ("given_name", "family_name", "name")]
    said = [words for words in said if words]
    return bool(said) and all(words in VACANT for words in said)


def name_of_row(row: Row, log: Log) -> RowName | None:
    """Put the name together from separate columns, or take one column apart."""
    whole, own_script = _scripts(row)
    whole, office = _without_office(row, whole)
    given, family = row.text("given_name"), row.text("family_name")
    if family and whole and not given and key(family) not in key(whole):
        given, whole = whole, ""
    if family or (given and whole):
        found = _from_columns(given or _rest(whole, family), family or whole)
    else:
        found = _read_whole(whole or given)
        if found.is_order_assumed and found.given_name:
            facts = {"given": found.given_name, "family": found.family_name}
            log.assumed("name_order_assumed", row, facts, "name")
    if not found.family_name:
        log.at_row("name_missing", row, "family_name", "name")
        return None
    named = _with_columns(row, found)
    if "function" not in row.table.fields and split_title(named.academic_title)[1]:
        # Americans head the column of offices with `Title`.
        office = office or named.academic_title
        named = replace(named, academic_title=found.academic_title)
    return RowName(named, own_script, office)


def _scripts(row: Row) -> tuple[str, str]:
    """The name in Latin letters and in its own; the only one where there is but one."""
    cells = [tidy(cell.text) for _, cell in row.by_field.get("name", []) if cell.text]
    latin = [text for text in cells if _is_latin(text)]
    own = [text for text in cells if not _is_latin(text)]
    written = row.text("own_script")
    has_name = bool(latin or row.text("family_name"))
    if has_name and own:
        return ", ".join(dict.fromkeys(latin)), written or own[0]
    return ", ".join(dict.fromkeys(cells)), written


def _is_latin(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return all("LATIN" in unicodedata.name(sign, "") for sign in letters)


def _without_office(row: Row, whole: str) -> tuple[str, str]:
    """`Anna Weber, Director of Planning` in one cell, where no column says the office."""
    if not whole or row.text("function"):
        return whole, ""
    cell = next((cell.text for _, cell in row.by_field.get("name", []) if cell.text), "")
    for pattern in (r"\s*\n\s*", r"\s+[-–—|]\s+", r"\s*,\s*", r"\s*[(]\s*"):
        name, *rest = re.split(pattern, cell, maxsplit=1)
        if rest and " " in tidy(name) and OFFICE.search(rest[0]) and not OFFICE.search(name):
            return tidy(name), tidy(rest[0]).rstrip(")") if "(" in cell else tidy(rest[0])
    return whole, ""


def _read_whole(text: str) -> WrittenName:
    """Read a name in one piece; three Cyrillic words with a patronymic begin with the family."""
    words = text.split()
    if len(words) == 3 and PATRONYMIC.search(words[2].lower()):  # noqa: PLR2004 - of three words
        return WrittenName(f"{words[1]} {words[2]}", settle_case(words[0]))
    return read_name(text)


def _rest(whole: str, family: str) -> str:
    """What a column of the whole name says beside the family name of its own column."""
    names = {key(word) for word in family.split()}
    return " ".join(word for word in whole.split() if key(word) not in names)


def _from_columns(given: str, family: str) -> WrittenName:
    form, honorific, rest = read_form(given)
    title, given = split_title(rest)
    family_title, family = split_title(family)
    return WrittenName(given, settle_case(family), title or family_title, form, honorific)


def _with_columns(row: Row, found: WrittenName) -> WrittenName:
    """Let the columns of form of address and title have their say."""
    written = row.text("form_of_address")
    form, honorific, rest = read_form(written)
    in_form, unread = split_title(rest)
    title = row.text("academic_title")
    by_title, title_honorific, title = read_form(title) if title else (None, "", "")
    if unread:
        honorific = tidy(f"{honorific} {unread}")
    if written and form is None:
        form = FormOfAddress.NEUTRAL if not found.form_of_address else found.form_of_address
    return replace(
        found,
        academic_title=title or in_form or found.academic_title,
        form_of_address=form or by_title or found.form_of_address,
        honorific=honorific or title_honorific or found.honorific,
    )
