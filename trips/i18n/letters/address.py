"""The address on a letter, line by line.

German: the office first, in the accusative, no "An"; English: the person first. Below them the
body, street, town, and the state in capitals where the letter leaves the country. Rules:
protokoll-inland.de, DIN 5008, and the Universal Postal Union for the state.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Final

from trips.domain.organisation import Organisation
from trips.domain.person import FormOfAddress, Person, Predicate, ProtocolRank
from trips.domain.protocol.courtesy import HOME, courtesy_of, plain_name
from trips.domain.protocol.titles import Academic, read_titles
from trips.i18n.formats import babel_locale, country_name
from trips.i18n.letters.offices import accusative, dative_of_woman

_MS, _MR, _NEUTRAL = FormOfAddress.MS, FormOfAddress.MR, FormOfAddress.NEUTRAL
_GERMAN_HONOURS: Final = {
    (Predicate.EXCELLENCY, _MS): "Ihrer Exzellenz",
    (Predicate.EXCELLENCY, _MR): "Seiner Exzellenz",
    (Predicate.MAJESTY, _MS): "Ihrer Majestät",
    (Predicate.MAJESTY, _MR): "Seiner Majestät",
}
_ENGLISH_HONOURS: Final = {
    (Predicate.EXCELLENCY, _MS): "Her Excellency",
    (Predicate.EXCELLENCY, _MR): "His Excellency",
    (Predicate.EXCELLENCY, _NEUTRAL): "H.E.",
    (Predicate.MAJESTY, _MS): "Her Majesty",
    (Predicate.MAJESTY, _MR): "His Majesty",
}
_NAMED: Final = ("de", "en", "fr", "es", "pt", "it", "nl")
"""Languages in which the state may stand in an address as people write it."""


class AddressOrder(StrEnum):
    """What the first line of a German address is."""

    OFFICE = "office"
    PERSON = "person"
    """For personal letters."""


def address_block(
    person: Person,
    organisation: Organisation | None,
    locale: str,
    order: AddressOrder = AddressOrder.OFFICE,
) -> tuple[str, ...]:
    """The lines of the address; what somebody wrote by hand for this language goes first.

    Languages other than German are addressed in English, which every post office reads.
    """
    if locale in person.address_block:
        return tuple(filter(None, map(str.strip, person.address_block[locale].splitlines())))
    lang = "de" if locale == "de" else "en"
    head = _german(person, order) if lang == "de" else _english(person)
    lines = [*head, *_body(person, organisation, lang), *_street(person, organisation, lang)]
    return tuple(line for line in lines if line)


def _german(person: Person, order: AddressOrder) -> Iterator[str]:
    form, courtesy = person.form_of_address, courtesy_of(person)
    office = person.office.get("de", "")
    honour = _GERMAN_HONOURS.get((courtesy, form), "")
    herrn = {_MS: "Frau", _MR: "Herrn"}.get(form, "")
    titles = read_titles(person.academic_title)
    name = _with_degrees(_joined(titles.before, plain_name(person)), titles.behind)
    if honour:
        yield honour
        if office:
            is_woman = form is _MS
            words = dative_of_woman(office) if is_woman else accusative(office)
            yield f"{'der' if is_woman else 'dem'} {words}"
        yield name if courtesy is Predicate.MAJESTY else _joined(herrn, name)
        return
    office = accusative(office) if form is _MR else office
    lines = (office, _joined(herrn, name))
    yield from lines if order is AddressOrder.OFFICE else lines[::-1]


def _english(person: Person) -> Iterator[str]:
    form, courtesy = person.form_of_address, courtesy_of(person)
    titles = read_titles(person.academic_title)
    title = {Academic.DOCTOR: "Dr", Academic.PROFESSOR: "Professor"}.get(titles.academic, "")
    ms = {_MS: "Ms", _MR: "Mr"}.get(form, "")
    name = plain_name(person)
    honour = _ENGLISH_HONOURS.get((courtesy, form), "")
    if courtesy is Predicate.HONOURABLE:
        honour = "The Honourable"
    if courtesy is Predicate.MAJESTY:
        yield _joined(honour, name)
    elif titles.academic is Academic.NONE:
        before = titles.honorific or ("" if honour else ms)
        yield _with_degrees(_joined(honour, before, name), titles.behind)
    else:
        yield _joined(honour, title, name)
    yield person.office.get("en", "")


def _body(person: Person, organisation: Organisation | None, lang: str) -> Iterator[str]:
    """Function and body, unless the lines above say them already."""
    office = person.office.get(lang, "")
    if not office:
        yield person.function.get(lang, "")
    if organisation is None:
        return
    name = organisation.name.shown(lang).text
    if name.casefold() not in office.casefold():
        yield name


def _street(person: Person, organisation: Organisation | None, lang: str) -> Iterator[str]:
    """Street and town, and the state in capitals abroad."""
    lines = [line.strip(" ,") for line in person.postal_address.splitlines() if line.strip(" ,")]
    if not lines and organisation is not None:
        lines = [part.strip() for part in re.split(r"[\n,]", organisation.address) if part.strip()]
        lines = lines or [organisation.city.shown(lang).text]
    stated = _state_named(lines[-1]) if len(lines) > 1 else ""
    yield from lines[:-1] if stated else lines
    country = stated or _country(person, organisation)
    if country and country != HOME:
        yield country_name(country, lang).upper()


def _country(person: Person, organisation: Organisation | None) -> str:
    """The state the letter goes to; an embassy does not lie in the state it speaks for."""
    if person.protocol_rank is ProtocolRank.AMBASSADOR:
        return ""
    return (organisation.country if organisation else "") or person.country


def _state_named(line: str) -> str:
    """The code of the state that a line names, empty for none."""
    return _names_of_states().get(line.casefold(), "")


@cache
def _names_of_states() -> dict[str, str]:
    names = {}
    for lang in _NAMED:
        for code, name in babel_locale(lang).territories.items():
            if len(code) == len(HOME) and code.isalpha():
                names[str(name).casefold()] = str(code)
    return names | {"uk": "GB", "usa": "US", "united states of america": "US"}


def _with_degrees(name: str, degrees: str) -> str:
    return ", ".join(part for part in (name, degrees) if part)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
