"""Facts of the board in a language, for the sentences of this room."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Final

from trips.domain.values.text import Text
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import clock, day_short, join_list

UNTITLED: Final = N_("untitled")
_BY_TYPE: Final[tuple[tuple[type, Callable[[Any, str], str]], ...]] = (
    (Text, lambda text, locale: text.shown(locale).text or say(UNTITLED, locale)),
    (StrEnum, name_of),
    (datetime, lambda moment, locale: f"{day_short(moment.date(), locale)}, {clock(moment)}"),
    (time, lambda moment, _locale: clock(moment)),
    (date, day_short),
    (tuple, lambda parts, locale: join_list([fact(part, locale) for part in parts], locale)),
)


def fact(value: Any, locale: str) -> str:
    """A value as a reader knows it."""
    for kind, write in _BY_TYPE:
        if isinstance(value, kind):
            return write(value, locale)
    return str(value)


def facts_in(facts: Mapping[str, Any], locale: str) -> dict[str, str]:
    """All facts as words."""
    return {name: fact(value, locale) for name, value in facts.items()}


def group_words(codes: tuple[str, ...], locale: str) -> str:
    """“Group A”, “Groups A and B”, “everyone”."""
    if not codes:
        return say(N_("everyone"), locale)
    if len(codes) == 1:
        return say(N_("Group %(code)s"), locale, code=codes[0])
    return say(N_("Groups %(codes)s"), locale, codes=join_list(codes, locale))


def capitalised(words: str) -> str:
    """As at the beginning of a line."""
    return words[:1].upper() + words[1:]
