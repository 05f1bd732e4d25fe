"""The mail that tells one person what a release changes for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from trips.domain.briefs.programme import Stamp
from trips.domain.person import Person
from trips.domain.releases.difference import Changed, Subject
from trips.domain.releases.model import Release
from trips.domain.trip import Trip
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.difference_wording import change_words, head_words
from trips.i18n.formats import comma, day_long, day_range, time_span
from trips.i18n.letters.salutation import greeting_line
from trips.i18n.stamp import plain, stamp_line

INDENT: Final = "    "


@dataclass(frozen=True, kw_only=True)
class ChangeLetter:
    """What the mail is made of."""

    person: Person
    trip: Trip
    release: Release
    since: int
    """Number of the release that the person knows."""
    changes: tuple[Changed, ...]
    """Only their own, in the order of time."""
    signature: str = ""
    """Who signs; nobody where it is empty."""
    url: str = ""
    """Where the programme stands; empty where it cannot be reached from outside."""


def letter_subject(letter: ChangeLetter, locale: str) -> str:
    """Two changes in your programme: Socially inclusive urban development."""
    words = N_n(
        "A change in your programme: %(title)s", "%(n)s changes in your programme: %(title)s"
    )
    title = letter.trip.title.shown(locale).text
    return say_n(*words, len(letter.changes), locale, title=title)


def letter_body(letter: ChangeLetter, locale: str) -> str:
    """The whole text, from the greeting to the release it tells about."""
    parts = [
        greeting_line(letter.person, locale),
        _opening(letter, locale),
        *_days(letter, locale),
        say(N_("Everything else stays as it is."), locale),
        _address(letter, locale),
        "\n".join(filter(None, (say(N_("Kind regards"), locale), letter.signature))),
        f"-- \n{_stamp(letter, locale)}",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _opening(letter: ChangeLetter, locale: str) -> str:
    trip = letter.trip
    return say(
        N_("The programme of “%(title)s” (%(days)s) has changed for you since release %(number)s:"),
        locale,
        title=plain(trip.title, locale),
        days=day_range(trip.starts_on, trip.ends_on, locale),
        number=letter.since,
    )


def _days(letter: ChangeLetter, locale: str) -> Iterator[str]:
    for on, changes in groupby(letter.changes, _day):
        lines = [day_long(on, locale)] if on else []
        for changed in changes:
            lines.append(_head(changed, locale))
            lines += [f"{INDENT}{words}" for words in change_words(changed, locale)]
        yield "\n".join(lines)


def _day(changed: Changed) -> date | None:
    """The day that the change is told under; the trip and its cities come without one."""
    if changed.subject in {Subject.TRIP, Subject.STOP}:
        return None
    return changed.side.starts.date()


def _head(changed: Changed, locale: str) -> str:
    if _day(changed) is None:
        return head_words(changed, locale)
    side = changed.side
    place = plain(side.place, locale)
    title = plain(side.title, locale)
    words = f"{title}{comma(locale)}{place}" if place and place not in title else title
    return f"{time_span(side.starts, side.ends)}  {words}"


def _address(letter: ChangeLetter, locale: str) -> str:
    if not letter.url:
        return ""
    return say(
        N_("The whole programme, for your calendar as well: %(url)s"), locale, url=letter.url
    )


def _stamp(letter: ChangeLetter, locale: str) -> str:
    release = letter.release
    return stamp_line(
        Stamp(
            as_of=release.made_at,
            zone=letter.trip.zone,
            number=release.number,
            name=release.name,
            is_sample=letter.trip.is_sample,
        ),
        locale,
    )
