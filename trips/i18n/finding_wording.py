"""Findings in words: a title, a line below it, and the verb of the button that mends it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from trips.domain.findings.model import Finding, FindingCode
from trips.domain.values.text import Text
from trips.i18n.catalogue import N_, say, say_n
from trips.i18n.enums import name_of
from trips.i18n.formats import clock, day_short, join_list, language_name, language_names

SHOWN_NAMES = 3


@dataclass(frozen=True)
class FindingWords:
    """A finding as a reader gets it."""

    title: str
    text: str
    action: str


_WORDS: dict[FindingCode, tuple[str, str, str]] = {
    FindingCode.HOST_UNCONFIRMED: (
        N_("%(title)s – host has not agreed"),
        N_("%(when)s. Status: %(status)s."),
        N_("Ask the host"),
    ),
    FindingCode.ITEM_REQUESTED: (
        N_("%(title)s – not confirmed yet"),
        N_("%(when)s"),
        N_("Open the item"),
    ),
    FindingCode.ITEM_WITHOUT_PLACE: (
        N_("%(title)s – no place with an address"),
        N_("%(when)s"),
        N_("Choose a site"),
    ),
    FindingCode.GROUP_OVERLAP: (
        N_("%(second)s begins before %(first)s ends"),
        N_("%(when)s, but the item before it lasts until %(until)s."),
        N_("Change the time"),
    ),
    FindingCode.PERSON_OVERLAP: (
        N_("%(who)s is planned twice at the same time"),
        N_("%(first)s and %(second)s, %(when)s"),
        N_("Change the time"),
    ),
    FindingCode.OUTSIDE_STOP: (
        N_("%(title)s lies outside the days in %(city)s"),
        N_("%(when)s"),
        N_("Change the day"),
    ),
    FindingCode.WAY_TOO_TIGHT: (
        N_("Way to “%(second)s”: %(planned)s min planned, %(needed)s needed"),
        N_("From %(first)s, end %(ends)s"),
        N_("Change the times"),
    ),
    FindingCode.TEXT_UNTRANSLATED: (
        N_("Items without a text in %(language)s: %(number)s"),
        N_("Readers see the other language there, as in “%(title)s”."),
        N_("Translate"),
    ),
    FindingCode.NOT_UNDERSTOOD: (
        N_("%(languages)s is not covered: %(title)s"),
        N_("%(when)s. Concerns %(people)s."),
        N_("Plan interpreting"),
    ),
    FindingCode.ACCESS_UNKNOWN: (
        N_("%(site)s: %(step_free)s"),
        N_("%(title)s, %(when)s. Concerns %(people)s."),
        N_("Settle the access"),
    ),
    FindingCode.LEG_MISSING: (
        N_("No leg from %(first)s to %(second)s"),
        N_("The trip changes city on %(day)s."),
        N_("Add the leg"),
    ),
    FindingCode.LEG_UNBOOKED: (
        N_("%(first)s – %(second)s is not booked"),
        N_("Departure %(when)s"),
        N_("Open the leg"),
    ),
    FindingCode.HOTEL_MISSING: (
        N_("%(city)s: no hotel"),
        N_("Nights: %(nights)s"),
        N_("Add a hotel"),
    ),
    FindingCode.ROOMS_SHORT: (
        N_("%(city)s: %(held)s rooms held, %(needed)s needed"),
        N_("Nights: %(nights)s"),
        N_("Open the hotel"),
    ),
    FindingCode.ARRIVAL_MISSING: (
        N_("Arrival unknown: %(number)s"),
        N_("%(names)s"),
        N_("Show the people"),
    ),
    FindingCode.ANSWER_MISSING: (
        N_("Registration not finished: %(number)s"),
        N_("%(names)s"),
        N_("Show the people"),
    ),
    FindingCode.CONSENT_MISSING: (
        N_("No answer about photos: %(number)s"),
        N_("%(names)s"),
        N_("Show the people"),
    ),
    FindingCode.HEAD_MISSING: (
        N_("Delegation %(name)s has no head"),
        N_("%(people)s"),
        N_("Show the delegation"),
    ),
}


def finding_words(finding: Finding, locale: str) -> FindingWords:
    """The words of a finding in a language."""
    facts = {key: _fact(key, value, locale) for key, value in finding.facts.items()}
    facts["when"] = _when(finding, locale)
    if "number" in finding.facts:
        number = finding.facts["number"]
        facts["people"] = say_n("%(n)s person", "%(n)s people", number, locale)
    if "on" in finding.facts:
        facts["day"] = day_short(finding.facts["on"], locale)
    title, text, action = _WORDS[finding.code]
    return FindingWords(
        title=say(title, locale, **facts),
        text=say(text, locale, **facts),
        action=say(action, locale),
    )


def _when(finding: Finding, locale: str) -> str:
    at = finding.facts.get("starts") or finding.facts.get("departs")
    if not isinstance(at, datetime):
        return ""
    when = f"{day_short(at.date(), locale)}, {clock(at)}"
    groups = finding.facts.get("groups")
    if groups:
        when = f"{say(N_('Group %(code)s'), locale, code=', '.join(groups))}, {when}"
    return when


_BY_KEY: dict[str, Callable[[Any, str], str]] = {
    "language": language_name,
    "languages": language_names,
    "names": lambda names, _locale: _first_names(names),
    "status": name_of,
    "step_free": name_of,
}
_BY_TYPE: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (Text, lambda text, locale: text.shown(locale).text),
    (datetime, lambda moment, _locale: clock(moment)),
    (date, day_short),
    (tuple, join_list),
)


def _fact(key: str, value: Any, locale: str) -> Any:
    if key in _BY_KEY:
        return _BY_KEY[key](value, locale)
    for kind, write in _BY_TYPE:
        if isinstance(value, kind):
            return write(value, locale)
    return value


def _first_names(names: tuple[str, ...]) -> str:
    rest = [f"+ {len(names) - SHOWN_NAMES}"] if len(names) > SHOWN_NAMES else []
    return ", ".join([*names[:SHOWN_NAMES], *rest])
