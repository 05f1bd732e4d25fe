"""Gettext outside a request: the same catalogues that the pages use, for workers and commands."""

import re
from functools import cache
from gettext import NullTranslations, translation

from trips.config import ROOT
from trips.domain.mail import LETTER_LANGUAGES

LOCALES = ("de", "en")
"""Languages of the interface; content may have more."""

READER_LOCALES = LETTER_LANGUAGES
"""Languages of the pages and mails that delegates get."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LEFT_ALONE = re.compile("://|\N{FIRST STRONG ISOLATE}")
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def direction_of(locale: str) -> str:
    """The direction in which a language is written, as HTML says it."""
    return "rtl" if locale.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def N_(message: str) -> str:  # noqa: N802 the customary name of gettext's marker
    """Mark a message for the catalogues where it stands as data; it is translated later."""
    return message


def N_n(one: str, many: str) -> tuple[str, str]:  # noqa: N802 as above
    """Mark a message that counts for the catalogues; `say_n` translates it later."""
    return one, many


@cache
def translations(locale: str) -> NullTranslations:
    """The catalogue of a locale; the English source texts where there is none."""
    return translation("messages", ROOT / "translations", [locale], fallback=True)


def say(message: str, locale: str, **facts: object) -> str:
    """A message in a locale, its `%(name)s` filled with facts."""
    words = translations(locale).gettext(message)
    return words % _apart(facts, locale) if facts else words


def say_n(one: str, many: str, number: int, locale: str, /, **facts: object) -> str:
    """A message that counts; `%(n)s` is the number."""
    words = translations(locale).ngettext(one, many, number)
    return words % {"n": number, **_apart(facts, locale)}


def _apart(facts: dict[str, object], locale: str) -> dict[str, object]:
    """Facts in Latin letters keep their own direction within a text from right to left."""
    if direction_of(locale) == "ltr":
        return facts
    return {name: _isolated(fact) for name, fact in facts.items()}


def _isolated(fact: object) -> object:
    """A fact between the marks that keep its direction to itself; addresses are left alone."""
    is_foreign = isinstance(fact, str) and _LATIN.search(fact) and not _LEFT_ALONE.search(fact)
    return f"\N{FIRST STRONG ISOLATE}{fact}\N{POP DIRECTIONAL ISOLATE}" if is_foreign else fact
