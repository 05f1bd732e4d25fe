"""Any value of a domain object in words, for pages that compare two of them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from trips.domain.site import OpenHours
from trips.domain.values.text import Text
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import clock, day_short, number
from trips.i18n.hours_wording import hours_words

NO_NAMES: Mapping[str, str] = {}


def value_words(value: Any, locale: str, names: Mapping[str, str] = NO_NAMES) -> str:
    """A value as a reader understands it; `names` says what uids and codes stand for."""
    if value is None or value == "":
        return ""
    if isinstance(value, Text):
        return " / ".join(f"{lang.upper()}: {words}" for lang, words in value.items())
    if isinstance(value, tuple):
        if any(isinstance(each, OpenHours) for each in value):
            return hours_words(value, locale)
        return ", ".join(filter(None, (value_words(each, locale, names) for each in value)))
    if is_dataclass(value):
        parts = (getattr(value, field.name) for field in fields(value))
        return " · ".join(filter(None, (value_words(part, locale, names) for part in parts)))
    return _plain(value, locale, names)


def _plain(value: Any, locale: str, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return say(N_("yes"), locale) if value else say(N_("no"), locale)
    if isinstance(value, StrEnum):
        return name_of(value, locale)
    if isinstance(value, date | time):
        return _moment(value, locale)
    if isinstance(value, int | float):
        return number(value, locale)
    return names.get(value, value)


def _moment(value: date | time, locale: str) -> str:
    if isinstance(value, datetime):
        return f"{day_short(value.date(), locale)}, {clock(value)}"
    return clock(value) if isinstance(value, time) else day_short(value, locale)
