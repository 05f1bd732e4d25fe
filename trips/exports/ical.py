"""The one writer of iCalendar files (RFC 5545 and 7986): entries in, bytes out.

* A UID is `<uid>@lernreise`. The host part is a constant, not the address of the instance, so
  that an entry stays the same when the instance moves or a trip is imported elsewhere; a uid
  never contains a person.
* DTSTAMP is the last change of the entry, not the time of writing: without METHOD it means just
  that (RFC 5545, 3.8.7.2), and the same state gives the same bytes.
* There is no METHOD, ORGANIZER or ATTENDEE: PUBLISH would demand an ORGANIZER (RFC 5546, 3.2.1),
  and with one, calendars send replies to people who did not ask for them.
* There is no X-WR-TIMEZONE: every event names its zone, and some readers move events in UTC to it.
* Local time with its zone is written wherever it says enough. The second pass of a repeated hour
  has no local notation, so it is written in UTC; a time that the clock skips is moved forward.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from trips.domain.values.times import is_repeated, to_utc, to_wall
from trips.exports.ical_zones import zone_component

UID_HOST: Final = "lernreise"
REFRESH: Final = timedelta(hours=2)
"""How often a subscribed calendar should ask again."""

_BREAKS: Final = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What some readers take for the end of a line, though RFC 5545 does not."""
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


class Firmness(StrEnum):
    """STATUS of an event."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class Words:
    """A text and the language it is in; the language may be unknown."""

    text: str
    lang: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An event. Times are wall times, each in its own zone: a leg may end in another one."""

    uid: str
    starts: datetime
    starts_zone: str
    ends: datetime
    ends_zone: str
    summary: Words
    changed_at: datetime
    """Aware instant of the last change of what the event says."""
    is_change_known: bool = True
    sequence: int = 0
    firmness: Firmness | None = None
    description: Words = Words("")
    location: Words = Words("")
    position: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    categories: tuple[str, ...] = ()
    colour: str = ""
    """A CSS3 colour name (RFC 7986, 5.9)."""
    url: str = ""
    is_busy: bool = True


@dataclass(frozen=True, kw_only=True)
class CalendarHead:
    """What is said about the whole calendar."""

    uid: str
    name: Words
    description: Words
    language: str
    changed_at: datetime
    url: str = ""
    colour: str = "teal"


def clean(text: str) -> str:
    """The text without characters that no calendar may contain; odd line ends become plain."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text)).strip()


def write_calendar(head: CalendarHead, entries: Sequence[Entry]) -> bytes:
    """The file, with CRLF, folded at 75 octets, events in the order given."""
    calendar = Calendar()
    _head(calendar, head)
    for key, instants in sorted(_instants_by_zone(entries).items()):
        calendar.add_component(zone_component(key, instants))
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _head(calendar: Calendar, head: CalendarHead) -> None:
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Lernreise//Lernreise//{head.language.upper()}")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("uid", f"{head.uid}@{UID_HOST}")
    calendar.add("last-modified", head.changed_at.astimezone(UTC))
    for name in ("name", "x-wr-calname"):
        _add_words(calendar, name, head.name)
    for name in ("description", "x-wr-caldesc"):
        _add_words(calendar, name, head.description)
    calendar.add("color", head.colour)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT2H")
    if head.url:
        calendar.add("url", head.url)


def _instants_by_zone(entries: Iterable[Entry]) -> dict[str, list[datetime]]:
    found: dict[str, list[datetime]] = {}
    for entry in entries:
        for wall, zone in ((entry.starts, entry.starts_zone), (entry.ends, entry.ends_zone)):
            moment = _moment(wall, zone)
            if moment.tzinfo is not UTC:
                found.setdefault(zone, []).append(moment.astimezone(UTC))
    return found


def _moment(wall: datetime, zone: str) -> datetime:
    instant = to_utc(wall, zone)
    if wall.fold and is_repeated(wall, zone):
        return instant
    return to_wall(instant, zone).replace(tzinfo=ZoneInfo(zone))


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{UID_HOST}")
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    if entry.is_change_known:
        event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("sequence", entry.sequence)
    starts = _moment(entry.starts, entry.starts_zone)
    ends = _moment(entry.ends, entry.ends_zone)
    event.add("dtstart", starts)
    if ends.astimezone(UTC) > starts.astimezone(UTC):
        event.add("dtend", ends)
    for name in ("summary", "description", "location"):
        _add_words(event, name, getattr(entry, name))
    _add_facts(event, entry)
    return event


def _add_facts(event: Event, entry: Entry) -> None:
    facts: dict[str, Any] = {
        "status": entry.firmness,
        "geo": entry.position and tuple(round(degrees, 6) for degrees in entry.position),
        "categories": [clean(category) for category in entry.categories],
        "color": entry.colour,
        "url": entry.url,
        "class": "PUBLIC",
        "transp": "OPAQUE" if entry.is_busy else "TRANSPARENT",
    }
    for name, value in facts.items():
        if value:
            event.add(name, value)


def _add_words(component: Calendar | Event, name: str, words: Words) -> None:
    text = clean(words.text)
    if text:
        component.add(name, vText(text), parameters={"LANGUAGE": words.lang} if words.lang else {})
