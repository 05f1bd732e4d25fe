"""The state of a trip in one plain sentence."""

from collections import Counter
from dataclasses import dataclass

from trips.domain.findings.crowd import delegates_of
from trips.domain.findings.model import Severity
from trips.domain.item import HostStatus
from trips.domain.pages.overview import Overview, Phase, translated_into
from trips.domain.participation import DelegateStatus
from trips.domain.snapshot import TripSnapshot
from trips.i18n.catalogue import N_, say, say_n
from trips.i18n.enums import name_of
from trips.i18n.formats import join_list, language_name
from trips.i18n.numerals import numeral

SHOWN_SITES = 2


@dataclass(frozen=True)
class FigureNotes:
    """The small line below each figure."""

    delegates: str
    hosts: str
    interpreting: str
    translations: str


def state_sentence(overview: Overview, locale: str) -> str:
    """How long until the trip and whether anything blocks it: two short sentences."""
    return f"{_time(overview, locale)} {_findings(overview, locale)}"


def _time(overview: Overview, locale: str) -> str:
    days = overview.days
    if overview.phase is Phase.DURING:
        return say(N_("Day %(n)s of the trip."), locale, n=days)
    if overview.phase is Phase.AFTER:
        return say_n(
            "The trip ended %(n)s day ago.", "The trip ended %(n)s days ago.", days, locale
        )
    return say_n("%(n)s day to go.", "%(n)s days to go.", days, locale)


def _findings(overview: Overview, locale: str) -> str:
    blocks = overview.severities[Severity.BLOCKS]
    if blocks:
        return say_n(
            "%(words)s finding blocks.",
            "%(words)s findings block.",
            blocks,
            locale,
            words=numeral(blocks, locale).capitalize(),
        )
    warns = overview.severities[Severity.WARNS]
    if warns:
        return say_n(
            "Nothing blocks, %(n)s warning.", "Nothing blocks, %(n)s warnings.", warns, locale
        )
    if not overview.is_begun:
        return say(N_("The stops come first."), locale)
    return say(N_("Nothing is missing."), locale)


def figure_notes(snapshot: TripSnapshot, locale: str) -> FigureNotes:
    """What is behind the figures: who has not confirmed, which visits are open."""
    return FigureNotes(
        delegates=_delegates(snapshot, locale),
        hosts=_hosts(snapshot, locale),
        interpreting=_interpreters(snapshot, locale),
        translations=_translations(snapshot, locale),
    )


def _delegates(snapshot: TripSnapshot, locale: str) -> str:
    firm = {DelegateStatus.CONFIRMED, DelegateStatus.ATTENDED}
    counts = Counter(
        each.delegate.status
        for each in delegates_of(snapshot)
        if each.delegate and each.delegate.status not in firm
    )
    parts = [f"{number} {name_of(status, locale).lower()}" for status, number in counts.items()]
    return join_list(sorted(parts, reverse=True), locale)


def _hosts(snapshot: TripSnapshot, locale: str) -> str:
    waiting = [
        snapshot.site_by_uid[item.site].name if item.site else item.title
        for item in snapshot.items
        if not item.is_unplaced
        and any(host.status is not HostStatus.CONFIRMED for host in item.hosts)
    ]
    if not waiting:
        return ""
    names = [name.shown(locale).text for name in waiting[:SHOWN_SITES]]
    if len(waiting) > SHOWN_SITES:
        others = len(waiting) - SHOWN_SITES
        names.append(say_n("%(n)s other", "%(n)s others", others, locale))
    return say(N_("Open: %(names)s"), locale, names=join_list(names, locale))


def _interpreters(snapshot: TripSnapshot, locale: str) -> str:
    number = len(snapshot.interpreters)
    people = say_n("%(n)s interpreter", "%(n)s interpreters", number, locale)
    unplaced = {item.uid for item in snapshot.items if item.is_unplaced}
    assigned = sum(each.item not in unplaced for each in snapshot.assignments)
    assignments = say_n("%(n)s assignment", "%(n)s assignments", assigned, locale)
    return f"{people}, {assignments}"


def _translations(snapshot: TripSnapshot, locale: str) -> str:
    """The further languages: how many items each has, or that it is for the registration."""
    numbers = translated_into(snapshot)
    silent = [language_name(code, locale) for code, number in numbers.items() if not number]
    parts = [
        f"{language_name(code, locale)} {number}" for code, number in numbers.items() if number
    ]
    if silent:
        names = join_list(silent, locale)
        parts.append(say(N_("%(names)s for the registration only"), locale, names=names))
    return "; ".join(parts)
