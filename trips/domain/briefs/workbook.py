"""What the workbook says that is changed in Excel and brought back: one line an item or person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zlib import crc32

from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.workbook_asides import IdeaAside, PersonAside, list_ideas, list_people
from trips.domain.item import Item
from trips.domain.participation import Delegate, Participation, Role
from trips.domain.person import LanguageSkill
from trips.domain.protocol.order import name_key
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY, Text

LONGEST_NIGHT: Final = timedelta(hours=12)
"""An end on the next day is read as such up to this length."""


@dataclass(frozen=True)
class Country:
    """A country by its ISO code, to be named in the reader's language."""

    code: str


@dataclass(frozen=True)
class Languages:
    """Languages by their codes, with levels where there are some."""

    skills: tuple[LanguageSkill | str, ...]


@dataclass(frozen=True)
class Terms:
    """Several terms of an enumeration, and what was said beside them."""

    terms: tuple[StrEnum, ...]
    note: str = ""


Value = str | date | time | StrEnum | Text | Country | Languages | Terms | None


@dataclass(frozen=True)
class Line:
    """A row: whose it is, and its cells by the key of their column."""

    uid: str
    cells: Mapping[str, Value]
    extra: tuple[tuple[str, str], ...] = ()
    """Further columns of earlier workbooks: heading, content."""

    @property
    def version(self) -> str:
        """A mark for each cell, the same in every language; what differs later was changed."""
        content = {**self.cells, "extra": self.extra}
        return " ".join(f"{key}:{crc32(repr(value).encode()):x}" for key, value in content.items())


def moved_since(version: str, line: Line | None) -> frozenset[str]:
    """The keys of the cells that were changed since a row had that version."""
    now = set(line.version.split()) if line else set()
    return frozenset(mark.partition(":")[0] for mark in version.split() if mark not in now)


@dataclass(frozen=True, kw_only=True)
class WorkbookBrief:
    """The programme and the delegates of one revision of a trip."""

    trip: str
    title: Text
    revision: int
    stamp: Stamp
    items: tuple[Line, ...] = ()
    people: tuple[Line, ...] = ()
    ideas: tuple[IdeaAside, ...] = ()
    """Without a time; for reading only."""
    people_at_items: tuple[PersonAside, ...] = ()
    """All hosts and speakers; for reading only, as a row holds one host."""


def brief_workbook(snapshot: TripSnapshot, stamp: Stamp, revision: int) -> WorkbookBrief:
    """Everything an import can change, and beside it what only the trip itself can."""
    return WorkbookBrief(
        trip=snapshot.trip.uid,
        title=snapshot.trip.title,
        revision=revision,
        stamp=stamp,
        items=item_lines(snapshot),
        people=person_lines(snapshot),
        ideas=list_ideas(snapshot),
        people_at_items=list_people(snapshot),
    )


def item_lines(snapshot: TripSnapshot) -> tuple[Line, ...]:
    """The items with a time, in their order."""
    placed = [item for item in snapshot.items if not item.is_unplaced]
    placed.sort(key=lambda item: (item.starts, item.ends, item.groups, item.uid))
    return tuple(_item(item, snapshot) for item in placed)


def person_lines(snapshot: TripSnapshot) -> tuple[Line, ...]:
    """The delegates by name."""
    delegates = [
        part
        for part in snapshot.participations
        if part.role is Role.DELEGATE and part.person in snapshot.person_by_uid
    ]
    delegates.sort(key=lambda part: name_key(snapshot.person_by_uid[part.person]))
    return tuple(_people(delegates, snapshot))


def _item(item: Item, snapshot: TripSnapshot) -> Line:
    stop = snapshot.stop_by_uid.get(item.stop or "")
    site = snapshot.site_by_uid.get(item.site or "")
    host = (
        snapshot.organisation_by_uid.get(item.hosts[0].organisation or "") if item.hosts else None
    )
    cells: dict[str, Value] = {
        "date": item.starts.date(),
        "start": item.starts.time(),
        "end": _end(item.starts, item.ends),
        "city": stop.city if stop else EMPTY,
        "kind": item.kind,
        **_by_language("title", item.title),
        "venue": site.name if site else EMPTY,
        "room": item.room,
        "address": site.address if site else "",
        "host": host.name if host else EMPTY,
        "languages": Languages(item.floor_languages),
        "group": ", ".join(item.groups),
        "status": item.status,
        **_by_language("text", item.text),
        **_by_language("dress", item.dress),
        "note": item.internal_note,
    }
    return Line(item.uid, cells, item.extra)


def _end(starts: datetime, ends: datetime) -> time | None:
    """The end, unless a time alone would be read as another day's."""
    is_tonight = ends.date() == starts.date() and ends > starts
    is_next_day = ends.date() == starts.date() + timedelta(days=1)
    is_night = is_next_day and ends.time() < starts.time() and ends - starts <= LONGEST_NIGHT
    return ends.time() if is_tonight or is_night else None


def _by_language(name: str, text: Text) -> dict[str, Value]:
    return {f"{name}_{lang}": text.get(lang, "") for lang in ("de", "en")}


def _people(parts: list[Participation], snapshot: TripSnapshot) -> Iterator[Line]:
    for part in parts:
        person = snapshot.person_by_uid[part.person]
        body = snapshot.organisation_by_uid.get(person.organisation or "")
        delegate = part.delegate or Delegate()
        delegation = snapshot.delegation_by_uid.get(delegate.delegation or "")
        cells: dict[str, Value] = {
            "form_of_address": person.form_of_address,
            "academic_title": person.academic_title,
            "given_name": person.given_name,
            "family_name": person.family_name,
            **_by_language("function", person.function),
            "organisation": body.name if body else EMPTY,
            "country": Country(person.country),
            "delegation": delegation.name if delegation else EMPTY,
            "level": delegate.level,
            "email": person.email,
            "phone": person.phone,
            "languages": Languages(person.languages),
            "group": part.group,
            "diet": Terms(part.diet, part.diet_note),
            "access": Terms(part.access, part.access_note),
            "status": delegate.status,
            "present_from": part.present_from,
            "present_to": part.present_to,
            "room_wish": delegate.room_wish,
            **_by_language("brings", delegate.brings),
            "note": part.note,
        }
        yield Line(part.uid, cells, part.extra)
