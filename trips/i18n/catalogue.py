"""Gettext outside a request: the same catalogues that the pages use, for workers and commands."""

from functools import cache
from gettext import NullTranslations, translation

from trips.config import ROOT
from trips.domain.mail import LETTER_LANGUAGES

LOCALES = ("de", "en")
"""Languages of the interface; content may have more."""

READER_LOCALES = LETTER_LANGUAGES
"""Languages of the pages and mails that delegates get."""
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
    return words % facts if facts else words


def say_n(one: str, many: str, number: int, locale: str, /, **facts: object) -> str:
    """A message that counts; `%(n)s` is the number."""
    words = translations(locale).ngettext(one, many, number)
    return words % {"n": number, **facts}
