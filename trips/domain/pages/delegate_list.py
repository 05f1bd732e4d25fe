"""The list of people on a trip: what is asked for, who is found, and how many each filter finds."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Final

from trips.domain.findings.people_rules import SPOKEN, understands
from trips.domain.findings.programme_rules import planned_items
from trips.domain.ordering import ROLE_ORDER, name_key, order_delegations, order_participations
from trips.domain.organisation import Organisation
from trips.domain.participation import (
    ConsentPurpose,
    DelegateStatus,
    Delegation,
    Level,
    Participation,
    Role,
)
from trips.domain.person import Person, Sex
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.collation import fold

PAGE_SIZE: Final = 100


class Part(StrEnum):
    """Which people of the trip the list is about."""

    DELEGATES = "delegates"
    STAFF = "staff"
    LEFT = "left"
    """Waiting, withdrawn, replaced or declined."""


class Progress(StrEnum):
    """How far delegates have come, as the list sums it up."""

    CONFIRMED = "confirmed"
    STARTED = "started"
    UNANSWERED = "unanswered"


class Missing(StrEnum):
    """What somebody may still have to say."""

    ARRIVAL = "arrival"
    PHOTO = "photo"
    ANSWER = "answer"


class Order(StrEnum):
    """How the list is sorted."""

    PROTOCOL = "protocol"
    NAME = "name"


_PROGRESS: Final[Mapping[DelegateStatus, Progress]] = {
    DelegateStatus.CONFIRMED: Progress.CONFIRMED,
    DelegateStatus.ATTENDED: Progress.CONFIRMED,
    DelegateStatus.STARTED: Progress.STARTED,
    DelegateStatus.SUBMITTED: Progress.STARTED,
    DelegateStatus.NOMINATED: Progress.UNANSWERED,
    DelegateStatus.APPROVED: Progress.UNANSWERED,
    DelegateStatus.INVITED: Progress.UNANSWERED,
}
_UNANSWERED: Final = frozenset({DelegateStatus.INVITED, DelegateStatus.STARTED})
NO_GROUP: Final = "-"
"""Stands for people in no group, where a filter names groups."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the reader asked for; an empty value asks for nothing."""

    part: Part = Part.DELEGATES
    status: str = ""
    """A `Progress`, or a `DelegateStatus` by name."""
    delegation: str = ""
    language: str = ""
    group: str = ""
    need: str = ""
    missing: str = ""
    text: str = ""
    order: Order = Order.PROTOCOL

    @property
    def is_narrow(self) -> bool:
        """True if anything but the part and the order was asked for."""
        return replace(self, part=Part.DELEGATES, order=Order.PROTOCOL) != Wanted()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A person on the trip with what a row of the list shows."""

    participation: Participation
    person: Person
    organisation: Organisation | None
    delegation: Delegation | None
    is_head: bool

    @property
    def status(self) -> DelegateStatus | None:
        """The status of a delegate."""
        return self.participation.delegate.status if self.participation.delegate else None

    @property
    def progress(self) -> Progress | None:
        """How far a delegate who is coming has come."""
        return _PROGRESS.get(self.status) if self.status else None


@dataclass(frozen=True, kw_only=True)
class Section:
    """Rows under one heading: a delegation, a role, or those without."""

    key: str
    delegation: Delegation | None
    role: Role | None
    head: Person | None
    people: int
    """Everybody of the section, also those that a filter hides."""
    confirmed: int
    rows: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class DelegateList:
    """A page of the list, and the figures of its head and its filters."""

    sections: tuple[Section, ...]
    found: int
    page: int
    last: int
    total: int
    """Everybody of this part."""
    parts: Mapping[Part, int]
    countries: int
    sexes: Mapping[Sex, int]
    levels: Mapping[Level, int]
    by_status: Mapping[str, int]
    """How many each progress finds under the other filters; "" for all."""
    languages: tuple[str, ...]
    needs: tuple[str, ...]


def list_people(snapshot: TripSnapshot, wanted: Wanted, page: int = 1) -> DelegateList:
    """What a reader sees who asked for `wanted`. Pages that do not exist become the nearest."""
    everyone = entries_of(snapshot)
    part = [each for each in everyone if part_of(each) is wanted.part]
    wide = [each for each in part if _passes(each, replace(wanted, status=""))]
    found = [each for each in wide if _has_status(each, wanted.status)]
    if wanted.order is Order.NAME:
        found.sort(key=lambda each: name_key(each.person))
    last = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(1, page), last)
    shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return DelegateList(
        sections=_sections(snapshot, shown, part, wanted),
        found=len(found),
        page=page,
        last=last,
        total=len(part),
        parts=Counter(map(part_of, everyone)),
        countries=len({_country(each) for each in part} - {""}),
        sexes=Counter(each.person.sex for each in part),
        levels=Counter(
            each.participation.delegate.level
            for each in part
            if each.participation.delegate and each.participation.delegate.level
        ),
        by_status=_by_status(wide),
        languages=_by_number(skill.code for each in part for skill in each.person.languages),
        needs=_by_number(need for each in part for need in needs_of(each.participation)),
    )


def entries_of(snapshot: TripSnapshot) -> list[Entry]:
    """Everybody on the trip in the order of protocol."""
    return [entry_of(snapshot, each) for each in order_participations(snapshot)]


def entry_of(snapshot: TripSnapshot, participation: Participation) -> Entry:
    """One person on the trip."""
    person = snapshot.person_by_uid[participation.person]
    delegate = participation.delegate
    delegation = snapshot.delegation_by_uid.get((delegate and delegate.delegation) or "")
    return Entry(
        participation=participation,
        person=person,
        organisation=snapshot.organisation_by_uid.get(person.organisation or ""),
        delegation=delegation,
        is_head=delegation is not None and delegation.head == participation.uid,
    )


def part_of(entry: Entry) -> Part:
    """Where somebody is listed: everybody in exactly one part."""
    if entry.participation.role is not Role.DELEGATE:
        return Part.STAFF
    return Part.DELEGATES if entry.participation.is_coming else Part.LEFT


def needs_of(participation: Participation) -> tuple[str, ...]:
    """What somebody needs, as the filter names it: `diet`, `access`, `diet-vegan`."""
    diets = tuple(f"diet-{each}" for each in participation.diet)
    access = tuple(f"access-{each}" for each in participation.access)
    kinds = (("diet",) if diets else ()) + (("access",) if access else ())
    return (*kinds, *diets, *access)


def interpreting_need(snapshot: TripSnapshot, entry: Entry) -> tuple[int, int]:
    """How many spoken items a person does not follow in the languages of the floor, of how many."""
    participation = entry.participation
    items = [
        item
        for item in planned_items(snapshot)
        if item.kind in SPOKEN
        and item.floor_languages
        and participation.present_from <= item.starts.date() <= participation.present_to
        and (not item.groups or not participation.group or participation.group in item.groups)
    ]
    lost = sum(not understands(entry.person, set(item.floor_languages)) for item in items)
    return lost, len(items)


def is_missing(entry: Entry, what: str) -> bool:
    """True if somebody has not said `what` yet."""
    participation = entry.participation
    if what == Missing.ARRIVAL:
        return participation.arrival is None or participation.arrival.at is None
    if what == Missing.PHOTO:
        return all(each.purpose is not ConsentPurpose.PHOTO for each in participation.consents)
    return entry.status in _UNANSWERED


def _passes(entry: Entry, wanted: Wanted) -> bool:
    tests: tuple[tuple[str, Callable[[Entry, str], bool]], ...] = (
        (wanted.delegation, _is_of),
        (wanted.language, _speaks),
        (wanted.group, _is_in),
        (wanted.need, lambda each, need: need in needs_of(each.participation)),
        (wanted.missing, is_missing),
        (wanted.text, _says),
    )
    return all(test(entry, value) for value, test in tests if value)


def _has_status(entry: Entry, status: str) -> bool:
    return not status or status in {entry.progress, entry.status}


def _is_of(entry: Entry, delegation: str) -> bool:
    return entry.delegation is not None and entry.delegation.uid == delegation


def _speaks(entry: Entry, code: str) -> bool:
    return any(skill.code == code for skill in entry.person.languages)


def _is_in(entry: Entry, group: str) -> bool:
    return entry.participation.group == ("" if group == NO_GROUP else group)


def _says(entry: Entry, text: str) -> bool:
    """Every word somebody typed stands somewhere in names, function, organisation or city."""
    person, organisation = entry.person, entry.organisation
    words = [person.name, person.given_name, person.own_script, *person.function.values()]
    if organisation:
        words += [*organisation.name.values(), organisation.short, *organisation.city.values()]
    if entry.delegation:
        words += entry.delegation.name.values()
    inside = fold(" ".join(words))
    return all(word in inside for word in fold(text).split())


def _country(entry: Entry) -> str:
    return entry.person.country or (entry.delegation.country if entry.delegation else "")


def _by_status(entries: Iterable[Entry]) -> Mapping[str, int]:
    entries = list(entries)
    counts = Counter(str(each.progress) for each in entries if each.progress)
    return {"": len(entries), **{each.value: counts[each.value] for each in Progress}}


def _by_number(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value, _ in Counter(values).most_common())


def _key(entry: Entry, wanted: Wanted) -> str:
    if wanted.order is Order.NAME:
        return ""
    if wanted.part is Part.STAFF:
        return entry.participation.role.value
    return entry.delegation.uid if entry.delegation else ""


def _sections(
    snapshot: TripSnapshot, shown: list[Entry], part: list[Entry], wanted: Wanted
) -> tuple[Section, ...]:
    """The rows of a page under their headings; a delegation without people has none here."""
    key = partial(_key, wanted=wanted)
    present = {key(each) for each in shown}
    keys = [
        *(each.uid for each in order_delegations(snapshot)),
        *(role.value for role in ROLE_ORDER),
        "",
    ]
    return tuple(
        _section(
            each,
            [entry for entry in shown if key(entry) == each],
            [entry for entry in part if key(entry) == each],
        )
        for each in keys
        if each in present
    )


def _section(key: str, rows: list[Entry], people: list[Entry]) -> Section:
    first = rows[0]
    return Section(
        key=key,
        delegation=first.delegation if key and first.delegation else None,
        role=first.participation.role if key and not first.delegation else None,
        head=next((each.person for each in people if each.is_head), None),
        people=len(people),
        confirmed=sum(each.progress is Progress.CONFIRMED for each in people),
        rows=tuple(rows),
    )
