"""The list of people on a trip: what is asked for, who is found, and how many each filter finds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from trips.domain.delegates.seats import waiting_key
from trips.domain.findings.crowd import understands
from trips.domain.findings.plan import SPOKEN, planned_items
from trips.domain.ordering import ROLE_ORDER, order_delegations, order_participations
from trips.domain.pages.people_filter import (
    Entry,
    Order,
    Part,
    Progress,
    Wanted,
    has_status,
    needs_of,
    part_of,
    passes,
)
from trips.domain.participation import (
    Delegation,
    Level,
    Participation,
    Role,
)
from trips.domain.person import Person, Sex
from trips.domain.protocol.order import name_key
from trips.domain.snapshot import TripSnapshot

PAGE_SIZE: Final = 100


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
    wide = [each for each in part if passes(each, replace(wanted, status=""))]
    found = [each for each in wide if has_status(each, wanted.status)]
    if wanted.part is Part.WAITING:
        found.sort(key=lambda each: waiting_key(each.participation))
    elif wanted.order is Order.NAME:
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


def _country(entry: Entry) -> str:
    return entry.person.country or (entry.delegation.country if entry.delegation else "")


def _by_status(entries: Iterable[Entry]) -> Mapping[str, int]:
    entries = list(entries)
    counts = Counter(str(each.progress) for each in entries if each.progress)
    return {"": len(entries), **{each.value: counts[each.value] for each in Progress}}


def _by_number(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value, _ in Counter(values).most_common())


def _key(entry: Entry, wanted: Wanted) -> str:
    if wanted.order is Order.NAME or wanted.part is Part.WAITING:
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
