"""Carrying out an import plan: a snapshot and what a file wants make the new snapshot."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from string import ascii_uppercase
from typing import Any

from trips.domain.importing.book import Book, with_host, with_organisation, with_site
from trips.domain.importing.plan import ChangedDelegate, ChangedItem, DelegatePlan, ProgrammePlan
from trips.domain.importing.values import group_code, merged_extra, note_of, skills
from trips.domain.importing.workbook import DelegateRow, ProgrammeRow
from trips.domain.item import Item, ItemStatus
from trips.domain.notations.words import key
from trips.domain.participation import (
    Counts,
    Delegate,
    Delegation,
    Participation,
    Role,
)
from trips.domain.person import FormOfAddress, Person, Sex
from trips.domain.snapshot import TripSnapshot
from trips.domain.source import Source
from trips.domain.stop import Stop
from trips.domain.trip import Group
from trips.domain.values.text import Text

ITEM_FIELDS = frozenset(
    {
        "starts",
        "ends",
        "is_start_assumed",
        "is_end_assumed",
        "kind",
        "title",
        "status",
        "room",
        "text",
        "dress",
        "internal_note",
        "floor_languages",
        "groups",
        "extra",
    }
)
PERSON_FIELDS = frozenset(
    {
        "given_name",
        "family_name",
        "academic_title",
        "form_of_address",
        "sex",
        "function",
        "country",
        "email",
        "phone",
        "languages",
    }
)
COUNTED = (Counts.SEAT, Counts.MEAL, Counts.ROOM, Counts.ROSTER, Counts.STATISTICS)


@dataclass(frozen=True)
class Importing:
    """The circumstances of an import."""

    new_uid: Callable[[], str]
    now: datetime
    actor: str
    """Name of whoever imports."""
    filename: str
    positions: dict[str, tuple[float, float]]
    """Latitude and longitude of known cities by folded name."""


def apply_programme(
    snapshot: TripSnapshot, plan: ProgrammePlan, book: Book, importing: Importing
) -> TripSnapshot:
    """The trip with the programme of a file; groups and stops that it lacks are added."""
    rows = [*plan.new, *(entry.row for entry in plan.changed)]
    snapshot = with_groups(snapshot, [name for row in rows for name in row.groups])
    snapshot = with_stops(snapshot, rows, importing)
    for row in plan.new:
        snapshot, item = _new_item(snapshot, row, book, importing)
        snapshot = _with_item(snapshot, item, row, importing)
    for entry in plan.changed:
        snapshot, item = _changed_item(snapshot, entry, book, importing)
        snapshot = _with_item(snapshot, item, entry.row, importing)
    return snapshot


def with_groups(snapshot: TripSnapshot, names: Iterable[str]) -> TripSnapshot:
    """The trip with a group for every name that no group bears."""
    groups = list(snapshot.trip.groups)
    for name in names:
        if name and group_code(name, tuple(groups)) not in {group.code for group in groups}:
            taken = {group.code for group in groups}
            code = next(code for code in (name[:8], *ascii_uppercase, name) if code not in taken)
            groups.append(Group(code=code, name=Text(de=name) if name != code else Text()))
    return replace(snapshot, trip=replace(snapshot.trip, groups=tuple(groups)))


def with_stops(
    snapshot: TripSnapshot, rows: Sequence[ProgrammeRow], importing: Importing
) -> TripSnapshot:
    """The trip with a stop for every city of the rows, from its first to its last day."""
    days: dict[str, list[date]] = {}
    for row in rows:
        if row.city and stop_in(snapshot, row.city, row.starts.date()) is None:
            days.setdefault(row.city, []).append(row.starts.date())
    stops = list(snapshot.stops)
    for city, found in days.items():
        latitude, longitude = importing.positions.get(key(city), (None, None))
        stops.append(
            Stop(
                uid=importing.new_uid(),
                city=Text(de=city, en=city),
                arrives_on=min(found),
                departs_on=max(found),
                zone=snapshot.trip.zone,
                latitude=latitude,
                longitude=longitude,
            )
        )
    stops.sort(key=lambda stop: (stop.arrives_on, stop.departs_on))
    return replace(snapshot, stops=tuple(stops))


def stop_in(snapshot: TripSnapshot, city: str, on: date | None = None) -> Stop | None:
    """The stop in a city; of several, the one that holds the day."""
    known = [
        stop for stop in snapshot.stops if key(city) in {key(name) for name in stop.city.values()}
    ]
    fitting = [stop for stop in known if on and stop.arrives_on <= on <= stop.departs_on]
    return next(iter([*fitting, *known]), None)


def _stop_uid(snapshot: TripSnapshot, row: ProgrammeRow) -> str | None:
    if row.city:
        stop = stop_in(snapshot, row.city, row.starts.date())
        return stop.uid if stop else None
    on = row.starts.date()
    here = [stop for stop in snapshot.stops if stop.arrives_on <= on <= stop.departs_on]
    return here[0].uid if len(here) == 1 else None


def _new_item(
    snapshot: TripSnapshot, row: ProgrammeRow, book: Book, importing: Importing
) -> tuple[TripSnapshot, Item]:
    item = Item(
        uid=importing.new_uid(),
        kind=row.kind,
        title=row.title,
        starts=row.starts,
        ends=row.ends,
        stop=_stop_uid(snapshot, row),
        room=row.room,
        status=row.status or ItemStatus.REQUESTED,
        groups=tuple(group_code(name, snapshot.trip.groups) for name in row.groups),
        text=row.text,
        dress=row.dress,
        internal_note=note_of(row.note, row.comments),
        floor_languages=row.languages,
        is_start_assumed=row.is_start_assumed,
        is_end_assumed=row.is_end_assumed,
        extra=merged_extra((), row.extra),
        changed_at=importing.now,
    )
    snapshot, item = with_site(snapshot, item, row, book, importing.new_uid)
    return with_host(snapshot, item, row, book, importing.new_uid)


def _changed_item(
    snapshot: TripSnapshot, entry: ChangedItem, book: Book, importing: Importing
) -> tuple[TripSnapshot, Item]:
    changed = {change.field: change.new for change in entry.changes}
    plain: dict[str, Any] = {name: value for name, value in changed.items() if name in ITEM_FIELDS}
    item = replace(entry.item, **plain, changed_at=importing.now)
    if "city" in changed:
        item = replace(item, stop=_stop_uid(snapshot, entry.row))
    if {"venue", "address"} & changed.keys():
        snapshot, item = with_site(snapshot, item, entry.row, book, importing.new_uid)
    if "host" in changed:
        snapshot, item = with_host(snapshot, item, entry.row, book, importing.new_uid)
    return snapshot, item


def _with_item(
    snapshot: TripSnapshot, item: Item, row: ProgrammeRow, importing: Importing
) -> TripSnapshot:
    others = tuple(each for each in snapshot.items if each.uid != item.uid)
    return replace(
        snapshot,
        items=(*others, item),
        sources=(*snapshot.sources, _source(item.uid, row.source, importing)),
    )


def _source(subject: str, text: str, importing: Importing) -> Source:
    return Source(
        uid=importing.new_uid(),
        subject=subject,
        text=f"{importing.filename}\n{text}",
        entered_at=importing.now.replace(microsecond=0),
        entered_by=importing.actor,
    )


def apply_delegates(
    snapshot: TripSnapshot, plan: DelegatePlan, book: Book, importing: Importing
) -> TripSnapshot:
    """The trip with the delegates of a file; whoever is ambiguous is left out."""
    rows = [*plan.new, *(entry.row for entry in plan.changed)]
    snapshot = with_groups(snapshot, [row.group for row in rows])
    for row in plan.new:
        blank = Person(uid=importing.new_uid(), given_name="", family_name="")
        person = replace(blank, family_name_first=row.family_name_first, **_person_values(row))
        snapshot = _with_person(snapshot, person, None, row, book, importing)
    for entry in plan.changed:
        snapshot = _with_changed_person(snapshot, entry, book, importing)
    return snapshot


def _person_values(row: DelegateRow) -> dict[str, Any]:
    return {
        "given_name": row.given_name,
        "family_name": row.family_name,
        "academic_title": row.academic_title,
        "form_of_address": row.form_of_address or FormOfAddress.NEUTRAL,
        "sex": row.sex or Sex.UNKNOWN,
        "function": row.function,
        "country": row.country,
        "email": row.emails[0] if row.emails else "",
        "phone": row.phone,
        "languages": skills(row.languages),
    }


def _with_changed_person(
    snapshot: TripSnapshot, entry: ChangedDelegate, book: Book, importing: Importing
) -> TripSnapshot:
    changed = {change.field: change.new for change in entry.changes}
    plain: dict[str, Any] = {
        name: value for name, value in changed.items() if name in PERSON_FIELDS
    }
    person = replace(entry.person, **plain)
    return _with_person(snapshot, person, entry, entry.row, book, importing)


def _with_person(
    snapshot: TripSnapshot,
    person: Person,
    entry: ChangedDelegate | None,
    row: DelegateRow,
    book: Book,
    importing: Importing,
) -> TripSnapshot:
    touched = {change.field for change in entry.changes} if entry else {"organisation"}
    if "organisation" in touched and row.organisation:
        snapshot, person = with_organisation(snapshot, person, row, book, importing.new_uid)
    snapshot, delegation = _with_delegation(snapshot, row, importing)
    now = entry.participation if entry else None
    participation = _participation(snapshot, person, now, row, importing)
    if participation.delegate and delegation:
        member = replace(participation.delegate, delegation=delegation)
        participation = replace(participation, delegate=member)
    persons = tuple(each for each in snapshot.persons if each.uid != person.uid)
    others = tuple(each for each in snapshot.participations if each.uid != participation.uid)
    return replace(
        snapshot,
        persons=(*persons, person),
        participations=(*others, participation),
        sources=(*snapshot.sources, _source(participation.uid, row.source, importing)),
    )


def _with_delegation(
    snapshot: TripSnapshot, row: DelegateRow, importing: Importing
) -> tuple[TripSnapshot, str | None]:
    if not row.delegation:
        return snapshot, None
    for delegation in snapshot.delegations:
        if key(row.delegation) in {key(name) for name in delegation.name.values()}:
            return snapshot, delegation.uid
    name = Text(de=row.delegation, en=row.delegation)
    new = Delegation(uid=importing.new_uid(), name=name, country=row.country)
    return replace(snapshot, delegations=(*snapshot.delegations, new)), new.uid


def _participation(
    snapshot: TripSnapshot,
    person: Person,
    now: Participation | None,
    row: DelegateRow,
    importing: Importing,
) -> Participation:
    trip = snapshot.trip
    old = now or Participation(
        uid=importing.new_uid(),
        person=person.uid,
        role=Role.DELEGATE,
        present_from=trip.starts_on,
        present_to=trip.ends_on,
        counts=COUNTED,
        delegate=Delegate(),
    )
    delegate = old.delegate or Delegate()
    return replace(
        old,
        present_from=row.present_from or old.present_from,
        present_to=row.present_to or old.present_to,
        group=group_code(row.group, trip.groups) if row.group else old.group,
        diet=row.diet or old.diet,
        diet_note=row.diet_note or old.diet_note,
        access=row.access or old.access,
        access_note=row.access_note or old.access_note,
        note=note_of(row.note, row.comments) or old.note,
        extra=merged_extra(old.extra, row.extra),
        delegate=replace(
            delegate,
            status=row.status or delegate.status,
            level=row.level or delegate.level,
            room_wish=row.room_wish or delegate.room_wish,
            brings=Text({**delegate.brings, **row.brings}),
        ),
    )
