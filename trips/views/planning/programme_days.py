"""The days of the programme page with their items, and the open points of each."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from flask import url_for

from trips import clock
from trips.domain.account.user import Action
from trips.domain.briefs.people_builder import brief_contacts
from trips.domain.briefs.programme import DayBrief, ItemBrief
from trips.domain.briefs.programme_builder import Edition, brief_days, brief_stop, is_for
from trips.domain.findings.model import Finding, Severity
from trips.domain.item import Item
from trips.domain.pages.programme_days import ShortLine, days_in_full, list_short_lines
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg
from trips.i18n.finding_wording import finding_words
from trips.i18n.programme_wording import languages_of
from trips.views import guards
from trips.views.finding_links import still_open
from trips.views.planning.programme_page import Filters
from trips.views.preferences import locale


@dataclass(frozen=True)
class ShownDays:
    """The days of the page; of those in `short` only a line for each item."""

    days: list[DayBrief]
    short: dict[date, list[ShortLine]]


def list_days(
    snapshot: TripSnapshot, filters: Filters, start: date | None, *, is_printed: bool = False
) -> ShownDays:
    """The days with their rows. Ideas, cancelled and internal items only for organisers.

    Of a long programme only the days from `start` on are in full; on paper all of it is.
    """
    edition = _edition(snapshot, filters)
    items = [item for item in snapshot.items if _is_wanted(item, filters, edition)]
    legs = [leg for leg in snapshot.legs if filters.shows_legs and filters.has(leg.departs.date())]
    numbers = Counter(item.starts.date() for item in items)
    full = frozenset(numbers) if is_printed or not items else days_in_full(numbers, start)
    late = {item.starts.date(): item for item in items if item.starts.date() not in full}
    told = [item for item in items if item.starts.date() in full]
    days = _brief(snapshot, edition, (*told, *late.values()), legs)
    # A day without rows tells that nothing is planned, unless the filters took them away.
    is_narrowed = bool(filters.status or filters.kind)
    return ShownDays(
        days=[day for day in days if filters.has(day.on) and (day.rows or not is_narrowed)],
        short=list_short_lines(
            snapshot,
            (item for item in items if item.starts.date() in late),
            (leg for leg in legs if leg.departs.date() in late),
        ),
    )


def _edition(snapshot: TripSnapshot, filters: Filters) -> Edition:
    return Edition(
        as_of=clock.now(snapshot.trip),
        group=filters.group,
        has_all_items=guards.allows(Action.WRITE_TRIP),
    )


def _is_wanted(item: Item, filters: Filters, edition: Edition) -> bool:
    return (
        not item.is_unplaced
        and filters.status in {"", item.status}
        and filters.kind in {"", item.kind}
        and filters.has(item.starts.date())
        and is_for(item, edition)
    )


def _brief(
    snapshot: TripSnapshot, edition: Edition, items: Iterable[Item], legs: Iterable[Leg]
) -> tuple[DayBrief, ...]:
    shown = replace(snapshot, items=tuple(items), legs=tuple(legs))
    stops = tuple(brief_stop(snapshot, stop) for stop in snapshot.stops)
    return brief_days(shown, edition, stops, brief_contacts(snapshot))


def open_points(snapshot: TripSnapshot) -> dict[str, list[Finding]]:
    """The open points by the uid of what they are about."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in still_open(snapshot):
        for subject in finding.subjects[:1]:
            found[subject.uid].append(finding)
    return found


def worded(findings: Iterable[Finding]) -> list[tuple[Severity, str, str]]:
    """Severity, title and text of findings, for the reader."""
    told = ((each.severity, finding_words(each, locale())) for each in findings)
    return [(severity, words.title, words.text) for severity, words in told]


def language_sayer() -> Callable[[ItemBrief], str]:
    """Says which languages are spoken; most items say the same."""
    lang, said = locale(), dict[object, str]()

    def say(item: ItemBrief) -> str:
        key = item.floor_languages, item.interpreting
        if key not in said:
            said[key] = languages_of(item, lang)
        return said[key]

    return say


def address_of(endpoint: str, slug: str) -> Callable[[str], str]:
    """Gives the address of each thing by its uid: the way is the same for all of them."""
    way = url_for(endpoint, slug=slug, uid="0").removesuffix("0")
    return lambda uid: f"{way}{uid}"
