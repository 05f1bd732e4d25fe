"""How a letter greets somebody.

German and English after the practice of protocol (protokoll-inland.de): an honour alone, else
the office, else the highest title and the name. Ukrainian, Arabic, French and Spanish likewise,
where the rule is sure. By the form of address that the person chose,
never derived from the sex; without one by the full name. Names are spelt as in the passport.
"""

import re
from typing import Final

from trips.domain.person import FormOfAddress, Person, Predicate
from trips.domain.protocol.courtesy import (
    courtesy_of,
    is_addressed_by_office,
    name_to_call,
    plain_name,
)
from trips.domain.protocol.titles import Academic, Titles, noble_name, read_titles
from trips.i18n.letters.greetings import GREETINGS, Greetings
from trips.i18n.letters.offices import greeting_office, needs_name
from trips.i18n.letters.offices_abroad import office_pattern
from trips.i18n.letters.ukrainian import called

_MS, _NEUTRAL = FormOfAddress.MS, FormOfAddress.NEUTRAL
_HONOURS: Final = {
    "de": {Predicate.MAJESTY: "Majestät", Predicate.EXCELLENCY: "Exzellenz"},
    "en": {Predicate.MAJESTY: "Your Majesty", Predicate.EXCELLENCY: "Your Excellency"},
}
_ENGLISH_TITLES: Final = {Academic.DOCTOR: "Dr ", Academic.PROFESSOR: "Professor "}
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]+")
_TITLES: Final = re.compile(r"^((أ\.?\s*د|د|م|أ|проф|д-р|доц)\.?\s*[.\s]\s*)+")
"""Titles before a name in its own script: the greeting says them itself."""
_SCRIPTS: Final = {"ar": re.compile("[\u0600-\u06ff]+"), "ru": _CYRILLIC, "uk": _CYRILLIC}


def salutation(person: Person, locale: str) -> str:
    """The greeting of a letter, without the comma behind it.

    Sehr geehrte Frau Oberbürgermeisterin · Exzellenz · Dear Deputy Minister · Dear Dr Müller;
    without a form of address Guten Tag Thandi Mokoena · Dear Thandi Mokoena. What somebody wrote
    by hand for this language goes first; a language without rules is greeted in English.
    """
    if locale in person.salutation:
        return person.salutation[locale].rstrip(" ,،:")
    honour = _HONOURS.get(locale, {}).get(courtesy_of(person))
    if honour:
        return honour
    if locale == "de":
        return _german(person)
    other = GREETINGS.get(locale)
    return _other(other, person, locale) if other else _english(person)


def greeting_line(person: Person, locale: str) -> str:
    """The greeting with the sign that the language puts behind it."""
    other = GREETINGS.get(locale)
    if other is None:
        return f"{salutation(person, locale)},"
    line = f"{salutation(person, locale)}{other.comma}"
    return "\n".join(filter(None, (line, other.below)))


def _german(person: Person) -> str:
    titles = read_titles(person.academic_title)
    form = person.form_of_address
    if form is _NEUTRAL:
        return f"Guten Tag {_joined(titles.before, plain_name(person))}"
    dear, herr = ("Sehr geehrte", "Frau") if form is _MS else ("Sehr geehrter", "Herr")
    office = greeting_office(person.office.get("de", ""), "de")
    if office and is_addressed_by_office(person):
        return f"{dear} {herr} {office}"
    name = name_to_call(person)
    if titles.honorific:
        return f"{dear} {_with_honorific(titles, person)}"
    noble = noble_name(person.family_name)
    if noble and titles.academic is Academic.NONE:
        return f"{dear} {noble}"
    professor = "Professorin" if form is _MS else "Professor"
    title = {Academic.DOCTOR: "Dr.", Academic.PROFESSOR: professor}.get(titles.academic, "")
    return f"{dear} {_joined(herr, title, name)}"


def _english(person: Person) -> str:
    titles = read_titles(person.academic_title)
    form = person.form_of_address
    office = greeting_office(person.office.get("en", ""), "en")
    name = name_to_call(person)
    if office and is_addressed_by_office(person):
        return f"Dear {_joined(office, name)}" if needs_name(office) else f"Dear {office}"
    if titles.honorific:
        return f"Dear {_with_honorific(titles, person)}"
    if form is _NEUTRAL:
        name = plain_name(person)
    elif noble_name(person.family_name) and titles.academic is Academic.NONE:
        return f"Dear {noble_name(person.family_name)}"
    ms = {FormOfAddress.MS: "Ms ", FormOfAddress.MR: "Mr "}.get(form, "")
    return f"Dear {_ENGLISH_TITLES.get(titles.academic, ms)}{name}"


def _with_honorific(titles: Titles, person: Person) -> str:
    """Sir Simon, Lady Ashton."""
    is_first_name = titles.honorific in {"Sir", "Dame"}
    return f"{titles.honorific} {person.given_name if is_first_name else person.family_name}"


def _other(greetings: Greetings, person: Person, locale: str) -> str:
    form, courtesy = person.form_of_address, courtesy_of(person)
    office = office_pattern(person, greeting_office(person.office.get("en", ""), "en"), locale)
    honour = greetings.honour(courtesy, form)
    if honour and not ("{}" in office and courtesy is Predicate.EXCELLENCY):
        return honour
    titled = greetings.titled(read_titles(person.academic_title).academic, form)
    pattern = office or titled or greetings.pattern(form)
    if greetings.by_family_name and form is not _NEUTRAL:
        return pattern.format(name_to_call(person))
    return pattern.format(_name_in_script(person, locale))


def _name_in_script(person: Person, locale: str) -> str:
    """The name in the person's own script where the letter uses it, else the passport's."""
    script = _SCRIPTS.get(locale)
    letters = "".join(sign for sign in person.own_script if sign.isalpha())
    if not (script and script.fullmatch(letters)):
        return plain_name(person)
    name = _TITLES.sub("", person.own_script)
    if locale == "uk" and not person.family_name_first:
        return called(name, is_man=person.form_of_address is FormOfAddress.MR)
    return name


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
