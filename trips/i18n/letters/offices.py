"""Offices as German and English letters decline and shorten them."""

import re
from typing import Final

_ENDS: Final = {
    "de": re.compile(
        r"\s+(der|des|für|von|vom|in|im|bei|beim|zu|zum|zur|am|und|a\.)\s|\s[–-]\s|[,(/]"
    ),
    "en": re.compile(r"\s+(for|of|in|to|at|and|on|responsible)\s|\s[–-]\s|[,(/]"),
}
"""Where the office ends and its field begins: Minister | for Housing."""
_NO_GREETING: Final = frozenset(
    {"Member", "Head", "Chief", "Chair", "Mitglied", "Leiter", "Leiterin", "Leitung", "Referent"}
)
"""Nobody is greeted as Dear Member."""
_ENGLISH: Final = {
    "Ambassador Extraordinary": "Ambassador",
    "Federal Minister": "Minister",
    "Provincial Minister": "Minister",
    "State Minister": "Minister",
    "Cabinet Minister": "Minister",
    "Union Minister": "Minister",
    "Madam President": "President",
    "Mr President": "President",
}
_WITH_NAME: Final = frozenset({"Senator", "Councillor", "Alderman", "Congresswoman", "Congressman"})
_WEAK: Final = re.compile(r"(ent|ant|ist|oge)$")
_NOUN_OF_ADJECTIVE: Final = re.compile(r"(ordnete|sandte|auftragte|sitzende|mächtigte)(r?)$")


def greeting_office(office: str, locale: str) -> str:
    """The office as a greeting names it: Oberbürgermeisterin, Deputy Minister; empty for none."""
    core = _core(office, locale)
    if core.split(" ")[0] in _NO_GREETING:
        return ""
    return _ENGLISH.get(core, core) if locale == "en" else core


def needs_name(office: str) -> bool:
    """True for English offices that are titles before a name: Senator Smith."""
    return office in _WITH_NAME


def accusative(office: str) -> str:
    """A man's office in the first line of a German address: Präsidenten des Senats."""
    return _decline(office, adjective="en", noun_of_adjective="n")


def dative_of_woman(office: str) -> str:
    """A woman's office after "Ihrer Exzellenz der": Ersten Ministerin."""
    core = _core(office, "de")
    words = core.split(" ")
    declined = [f"{word}n" if word.endswith("e") else word for word in words[:-1]]
    last = f"{words[-1]}n" if _NOUN_OF_ADJECTIVE.search(words[-1]) else words[-1]
    return " ".join((*declined, last)) + office[len(core) :]


def _decline(office: str, *, adjective: str, noun_of_adjective: str) -> str:
    core = _core(office, "de")
    words = core.split(" ")
    declined = [
        word.removesuffix("er") + adjective if word.endswith("er") else word for word in words[:-1]
    ]
    last = words[-1]
    if _NOUN_OF_ADJECTIVE.search(last):
        last = last.removesuffix("r") + noun_of_adjective
    elif _WEAK.search(last):
        last = f"{last}en"
    return " ".join((*declined, last)) + office[len(core) :]


def _core(office: str, locale: str) -> str:
    return _ENDS[locale].split(office, maxsplit=1)[0].strip()
