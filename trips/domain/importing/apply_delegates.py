"""Carrying out the plan of a list of delegates: a snapshot and a file make the new snapshot."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, Final

from trips.domain.importing.book import Book, with_organisation
from trips.domain.importing.circumstances import Importing, source_of, with_groups
from trips.domain.importing.plan import ChangedDelegate, DelegatePlan
from trips.domain.importing.values import group_code, merged_extra, note_of, skills
from trips.domain.importing.workbook import DelegateRow
from trips.domain.notations.words import key
from trips.domain.participation import (
    Counts,
    Delegate,
    DelegateStatus,
    Delegation,
    Participation,
    Role,
)
from trips.domain.person import FormOfAddress, Person, Sex
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text

PERSON_FIELDS: Final = frozenset(
    {
        "given_name",
        "family_name",
        "own_script",
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
ON_TRIP: Final = frozenset(
    {"diet", "diet_note", "access", "access_note", "note", "present_from", "present_to", "extra"}
)
OF_DELEGATE: Final = ("status", "level", "room_wish", "brings")
COUNTED: Final = (Counts.SEAT, Counts.MEAL, Counts.ROOM, Counts.ROSTER, Counts.STATISTICS)


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
    return _without(snapshot, {part.uid for part in plan.withdrawn})


def _without(snapshot: TripSnapshot, uids: Collection[str]) -> TripSnapshot:
    """The trip with some delegates withdrawn; nobody is deleted."""
    parts = tuple(
        replace(part, delegate=replace(part.delegate, status=DelegateStatus.WITHDRAWN))
        if part.uid in uids and part.delegate
        else part
        for part in snapshot.participations
    )
    return replace(snapshot, participations=parts)


def _person_values(row: DelegateRow) -> dict[str, Any]:
    return {
        "given_name": row.given_name,
        "family_name": row.family_name,
        "own_script": row.own_script,
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
    if "organisation" in touched and not row.organisation:
        person = replace(person, organisation=None)
    snapshot, delegation = _with_delegation(snapshot, row, importing)
    now = entry.participation if entry else None
    participation = _participation(snapshot, person, now, row, importing)
    if entry and now:
        participation = _as_shown(participation, entry)
    if participation.delegate and delegation:
        member = replace(participation.delegate, delegation=delegation)
        participation = replace(participation, delegate=member)
    persons = tuple(each for each in snapshot.persons if each.uid != person.uid)
    others = tuple(each for each in snapshot.participations if each.uid != participation.uid)
    return replace(
        snapshot,
        persons=(*persons, person),
        participations=(*others, participation),
        sources=(*snapshot.sources, source_of(participation.uid, row.source, importing)),
    )


def _as_shown(participation: Participation, entry: ChangedDelegate) -> Participation:
    """The participation with what the plan shows, emptied fields included."""
    changed = {change.field: change.new for change in entry.changes}
    plain: dict[str, Any] = {
        name: value
        for name, value in changed.items()
        if name in ON_TRIP or (name == "group" and not value)
    }
    delegate = participation.delegate or Delegate()
    own: dict[str, Any] = {name: changed[name] for name in OF_DELEGATE if name in changed}
    if "delegation" in changed and not changed["delegation"]:
        own["delegation"] = None
    return replace(participation, **plain, delegate=replace(delegate, **own))


def _with_delegation(
    snapshot: TripSnapshot, row: DelegateRow, importing: Importing
) -> tuple[TripSnapshot, str | None]:
    if not row.delegation:
        return snapshot, None
    for delegation in snapshot.delegations:
        names = {key(name) for name in delegation.name.values()}
        if row.delegation == delegation.uid or key(row.delegation) in names:
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
