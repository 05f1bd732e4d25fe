"""What the workbook shows beside what comes back: ideas without a time, all hosts and speakers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from trips.domain.item import HostStatus, Item, ItemKind
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY, Text


@dataclass(frozen=True, kw_only=True)
class IdeaAside:
    """An idea that lies on no day yet."""

    title: Text
    kind: ItemKind
    city: Text
    venue: Text
    minutes: int
    groups: tuple[str, ...]
    note: str


@dataclass(frozen=True, kw_only=True)
class PersonAside:
    """Who receives the group or speaks at an item."""

    starts: datetime
    item: Text
    organisation: Text
    person: str
    function: Text
    status: HostStatus | None
    """What a host has answered; none for speakers."""


def list_ideas(snapshot: TripSnapshot) -> tuple[IdeaAside, ...]:
    """The ideas by their titles."""
    ideas = [item for item in snapshot.items if item.is_unplaced]
    ideas.sort(key=lambda item: (item.title.shown("de").text.casefold(), item.uid))
    return tuple(_idea(item, snapshot) for item in ideas)


def list_people(snapshot: TripSnapshot) -> tuple[PersonAside, ...]:
    """Hosts and speakers of the items with a time, in the order of the programme."""
    placed = [item for item in snapshot.items if not item.is_unplaced]
    placed.sort(key=lambda item: (item.starts, item.ends, item.groups, item.uid))
    return tuple(each for item in placed for each in _people(item, snapshot))


def _idea(item: Item, snapshot: TripSnapshot) -> IdeaAside:
    stop = snapshot.stop_by_uid.get(item.stop or "")
    site = snapshot.site_by_uid.get(item.site or "")
    return IdeaAside(
        title=item.title,
        kind=item.kind,
        city=stop.city if stop else EMPTY,
        venue=site.name if site else EMPTY,
        minutes=(item.ends - item.starts) // timedelta(minutes=1),
        groups=item.groups,
        note=item.internal_note,
    )


def _people(item: Item, snapshot: TripSnapshot) -> Iterator[PersonAside]:
    for host in item.hosts:
        organisation = snapshot.organisation_by_uid.get(host.organisation or "")
        person = snapshot.person_by_uid.get(host.person or "")
        yield PersonAside(
            starts=item.starts,
            item=item.title,
            organisation=organisation.name if organisation else EMPTY,
            person=person.name if person else "",
            function=person.function if person else EMPTY,
            status=host.status,
        )
    for speaker in item.speakers:
        person = snapshot.person_by_uid[speaker.person]
        home = snapshot.organisation_by_uid.get(person.organisation or "")
        yield PersonAside(
            starts=item.starts,
            item=item.title,
            organisation=home.name if home else EMPTY,
            person=person.name,
            function=speaker.function or person.function,
            status=None,
        )
