"""Findings in words: a title, a line below it, and the verb of the button that mends it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from babel.dates import format_date

from trips.domain.findings.codes import FindingCode
from trips.domain.findings.hours import MIDNIGHT
from trips.domain.findings.model import Finding, Fix
from trips.domain.findings.presence import NIGHT
from trips.domain.item import HostStatus
from trips.domain.values.text import Text
from trips.i18n.catalogue import N_, say, say_n
from trips.i18n.enums import name_of
from trips.i18n.findings.fix_texts import FIX_TEXTS
from trips.i18n.findings.texts import FINDING_TEXTS
from trips.i18n.formats import (
    babel_locale,
    clock,
    day_short,
    duration,
    first_names,
    join_list,
    language_name,
    language_names,
    number,
    time_span,
)


@dataclass(frozen=True)
class FindingWords:
    """A finding as a reader gets it."""

    title: str
    text: str
    action: str


_HOST_ACTIONS: dict[Any, str] = {
    HostStatus.REQUESTED: N_("Enter the answer"),
    HostStatus.DECLINED: N_("Find another host"),
}


def finding_words(finding: Finding, locale: str) -> FindingWords:
    """The words of a finding in a language."""
    facts = _facts(finding, locale)
    title, text, action = FINDING_TEXTS[finding.code]
    return FindingWords(
        title=(
            say(title, locale, **facts)
            if isinstance(title, str)
            else say_n(*title, finding.facts["number"], locale, **facts)
        ),
        text=say(text, locale, **facts),
        action=say(_HOST_ACTIONS.get(finding.facts.get("status"), action), locale),
    )


def fix_words(fix: Fix, locale: str) -> str:
    """The words of the button that takes a fix."""
    facts = {key: _fact(key, value, locale) for key, value in fix.facts.items()}
    return say(FIX_TEXTS[fix.code], locale, **facts)


def _facts(finding: Finding, locale: str) -> dict[str, Any]:
    known = finding.facts
    facts = {key: _fact(key, value, locale) for key, value in known.items()}
    facts["when"] = _when(finding, locale)
    facts |= _counted(known, locale)
    if "on" in known:
        facts["day"] = day_short(known["on"], locale)
        facts["weekday"] = format_date(known["on"], "EEEE", babel_locale(locale))
    if "groups" in known:
        facts["for_whom"] = _groups(known["groups"], locale) or say(N_("Everyone"), locale)
    if "minutes" in known:
        facts["length"] = duration(known["minutes"], locale)
        facts["most"] = duration(known.get("limit", 0), locale)
    if finding.code is FindingCode.INTERPRETER_ABSENT:
        facts["presence"] = _presence(known["begins"], known["until"], locale)
    if finding.code is FindingCode.INTERPRETER_UNAVAILABLE:
        facts["hours"] = _hours(known["begins"], known["until"], locale)
    if "items" in known:
        facts["where"] = (
            facts["title"]
            if known["items"] == 1
            else say_n("%(n)s item", "%(n)s items", known["items"], locale)
        )
    return facts


def _counted(known: Mapping[str, Any], locale: str) -> dict[str, str]:
    facts = {}
    if "number" in known:
        facts["people"] = say_n("%(n)s person", "%(n)s people", known["number"], locale)
    if "nights" in known:
        facts["in_nights"] = say_n("For one night", "For %(n)s nights", known["nights"], locale)
    return facts


def _presence(begins: datetime, until: datetime, locale: str) -> str:
    """“from Wed 16 Sept, 10:30 to Fri 18 Sept”: times only where a journey says them."""
    first = day_short(begins.date(), locale)
    if begins.time() != MIDNIGHT:
        first = f"{first}, {clock(begins)}"
    if (until - NIGHT).time() != MIDNIGHT:
        last = f"{day_short(until.date(), locale)}, {clock(until)}"
    else:
        last = day_short((until - NIGHT - NIGHT).date(), locale)
    return say(N_("from %(first)s to %(last)s"), locale, first=first, last=last)


def _hours(begins: datetime | None, until: datetime | None, locale: str) -> str:
    if begins is None or until is None:
        return say(N_("not at all"), locale)
    return time_span(begins, until)


def _groups(groups: tuple[str, ...], locale: str) -> str:
    if not groups:
        return ""
    return say_n(
        "Group %(codes)s", "Groups %(codes)s", len(groups), locale, codes=", ".join(groups)
    )


def _when(finding: Finding, locale: str) -> str:
    at = finding.facts.get("starts") or finding.facts.get("departs")
    if not isinstance(at, datetime):
        return ""
    when = f"{day_short(at.date(), locale)}, {clock(at)}"
    groups = _groups(finding.facts.get("groups") or (), locale)
    return f"{groups}, {when}" if groups else when


_BY_KEY: dict[str, Callable[[Any, str], str]] = {
    "language": language_name,
    "languages": language_names,
    "names": first_names,
    "titles": lambda titles, locale: first_names(
        [title.shown(locale).text for title in titles], locale
    ),
    "days": lambda days, locale: join_list([day_short(day, locale) for day in days], locale),
    "km": number,
    "source": language_name,
    "target": language_name,
    "station": name_of,
    "status": name_of,
    "step_free": name_of,
}
_BY_TYPE: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (Text, lambda text, locale: text.shown(locale).text),
    (datetime, lambda moment, _locale: clock(moment)),
    (time, lambda moment, _locale: clock(moment)),
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
