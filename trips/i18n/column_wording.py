"""Headings of the columns of lists of people, and the words in their cells."""

from enum import StrEnum
from typing import Final, cast

from trips.domain.briefs.columns import Column, Form, Value
from trips.domain.person import FormOfAddress, LanguageLevel, LanguageSkill
from trips.domain.values.text import Text
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name, language_name
from trips.i18n.stamp import plain

_HEADINGS: Final = {
    "delegation": N_("Delegation"),
    "form_of_address": N_("Form of address"),
    "academic_title": N_("Academic title"),
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "own_script": N_("Name in own script"),
    "function": N_("Function"),
    "organisation": N_("Organisation"),
    "organisation_kind": N_("Kind of organisation"),
    "city": N_("City"),
    "country": N_("Country"),
    "level": N_("Level"),
    "role": N_("Role"),
    "sex": N_("Sex"),
    "group": N_("Group"),
    "languages": N_("Languages"),
    "present_from": N_("Present from"),
    "present_to": N_("Present to"),
    "email": N_("E-mail"),
    "phone": N_("Telephone"),
    "status": N_("Status"),
    "arrival_at": N_("Arrival"),
    "arrival_place": N_("Arrival at"),
    "arrival_number": N_("Arrival with"),
    "departure_at": N_("Departure"),
    "departure_place": N_("Departure from"),
    "departure_number": N_("Departure with"),
    "diet": N_("Diet"),
    "diet_note": N_("Notes on diet"),
    "access": N_("Access needs"),
    "access_note": N_("Notes on access"),
    "room_wish": N_("Room wish"),
    "is_listed": N_("Agrees to participant list"),
    "is_photo_allowed": N_("Agrees to photographs"),
    "brings": N_("Brings"),
    "note": N_("Note"),
    "uid": N_("Lernreise ID"),
}


def heading_of(column: Column, locale: str) -> str:
    """The heading of a column. Raises `KeyError` for a column without one."""
    return say(_HEADINGS[column.key], locale)


def words_of(column: Column, value: Value | None, locale: str) -> str:
    """A value as words, empty for nothing. Numbers, days and moments are not worded here."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return say(N_("Yes"), locale) if value else say(N_("No"), locale)
    if isinstance(value, Text):
        return plain(value, locale)
    if isinstance(value, StrEnum):
        return "" if value is FormOfAddress.NEUTRAL else name_of(value, locale)
    if isinstance(value, tuple):
        return ", ".join(_word(each, locale) for each in value)
    return country_name(str(value), locale) if column.form is Form.COUNTRY else str(value)


def _word(member: object, locale: str) -> str:
    if not isinstance(member, LanguageSkill):
        return name_of(cast(StrEnum, member), locale)
    language = language_name(member.code, locale)
    if member.level is LanguageLevel.NATIVE:
        return say(N_("%(language)s (mother tongue)"), locale, language=language)
    return f"{language} {member.level.value}"
