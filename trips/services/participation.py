"""People on a trip: adding, changing, removing and restoring one, and several at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from trips.domain.account.user import Actor
from trips.domain.delegates.lifecycle import By, check_step
from trips.domain.delegates.seats import holder_of
from trips.domain.editing import Change, Conflict, ConflictError, merge
from trips.domain.organisation import Organisation
from trips.domain.participation import Participation, Role
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import to_wire
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import GroupRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.address_book import write_organisation, write_person
from trips.services.importing.bundle_people import journey_columns
from trips.services.keys import key_of, keys_by
from trips.services.privacy.sealed import write_needs
from trips.services.privacy.withdrawing import drop_papers_if_withdrawn
from trips.services.rows import assign
from trips.services.seats.ledger import check_seat, load_ledger
from trips.services.unit import MissingError, Unit, unit

TOLD = frozenset({"role", "present_from", "present_to", "counts", "group"})
"""What the history tells by value; everything else about a person by name only."""
TOLD_OF_DELEGATES = frozenset({"delegation", "status", "level", "rank", "replaces"})
HeadChange = bool | None
"""True makes head of the delegation, False no longer, None leaves it."""


class AlreadyThereError(Exception):
    """The person is on the trip in this role already; `uid` is the participation."""

    def __init__(self, uid: str) -> None:
        super().__init__(uid)
        self.uid = uid


@dataclass(frozen=True, kw_only=True)
class Addition:
    """Somebody who joins a trip."""

    person: Person
    """A uid that the address book has means that entry; its empty fields are filled."""
    participation: Participation
    organisation: Organisation | None = None
    """A new organisation of the address book; the person belongs to it."""
    is_head: bool = False


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What somebody touched of a person on a trip."""

    person: Change
    participation: Change
    delegate: Change
    organisation: Organisation | None = None
    head: HeadChange = None


def add_participant(trip: str, new: Addition, *, actor: Actor, now: datetime) -> Participation:
    """Put a person on a trip. Raises `AlreadyThereError`, `MissingError` and `NoSeatError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        participation = replace(
            new.participation, uid=new_uid(), person=new.person.uid or new_uid()
        )
        participation = _since(None, participation, now)
        refuse_twice(snapshot, participation)
        _take_seat(work, None, participation)
        person = replace(new.person, uid=participation.person)
        write_new_person(work, person, new.organisation, is_known=bool(new.person.uid))
        row = ParticipationRow(uid=participation.uid, trip_id=trip_id(work), version=1)
        write_participation(work, row, participation)
        _set_head(work, row, participation, head=new.is_head or None)
        work.record("create", ("participation", row.uid), None, told_of(participation))
        return participation


def edit_participant(trip: str, uid: str, edit: Edit, *, actor: Actor, now: datetime) -> None:
    """Change what was touched of the person and of their part in the trip.

    Raises `MissingError`, `ConflictError` with the conflicts of all parts at once, and
    `NoSeatError` and `StepRefusedError`.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = snapshot.participation_by_uid.get(uid)
        if old is None:
            raise MissingError(uid)
        before = snapshot.person_by_uid[old.person]
        person, new = _merge_all(before, old, edit)
        new = _since(old, new, now)
        refuse_twice(snapshot, new)
        _take_seat(work, old, new)
        person = write_organisation(work, edit.organisation, person)
        if person != before:
            write_person(work, person)
            fields = _changed_fields(before, person)
            work.record("edit", ("person", person.uid), fields, fields)
        row = get_row(work, uid)
        if new != old:
            row.version += 1
            write_participation(work, row, new)
            work.record("edit", ("participation", uid), *_difference(old, new))
        if _set_head(work, row, new, head=edit.head):
            work.record("edit", ("delegation", _delegation(new) or uid), {"head": ""}, {"head": ""})


def remove_participant(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a person off a trip; the address book keeps them, and it can be undone."""
    with unit(actor, now, trip=trip) as work:
        row = get_row(work, uid)
        if row.deleted_at is not None:
            raise MissingError(uid)
        row.deleted_at = row.changed_at = now
        row.version += 1
        work.record("delete", ("participation", uid), {"role": row.role.value})


def restore_participant(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed person back on the trip as they were.

    Raises `MissingError`, and `NoSeatError` if their seat has gone meanwhile.
    """
    with unit(actor, now, trip=trip) as work:
        row = get_row(work, uid)
        if row.deleted_at is None:
            raise MissingError(uid)
        row.deleted_at = None
        row.changed_at = now
        row.version += 1
        check_seat(work, uid)
        work.record("restore", ("participation", uid), None, {"role": row.role.value})


def trip_id(work: Unit) -> int:
    """The key of the trip that is written in. Raises `RuntimeError` where there is none."""
    if work.trip is None:
        message = "people are written in a trip"
        raise RuntimeError(message)
    return work.trip.id


def _merge_all(person: Person, part: Participation, edit: Edit) -> tuple[Person, Participation]:
    merged: list[Any] = []
    conflicts: list[Conflict] = []
    pairs = ((person, edit.person), (part, edit.participation), (part.delegate, edit.delegate))
    for current, change in pairs:
        try:
            merged.append(merge(current, change) if current and change.now else current)
        except ConflictError as error:
            conflicts += error.conflicts
    if conflicts:
        raise ConflictError(tuple(conflicts), (person, part))
    return merged[0], replace(merged[1], delegate=merged[2])


def refuse_twice(snapshot: TripSnapshot, new: Participation) -> None:
    """Raise `AlreadyThereError` if the person is on the trip in the same role."""
    for each in snapshot.participations:
        if (each.person, each.role) == (new.person, new.role) and each.uid != new.uid:
            raise AlreadyThereError(each.uid)


def write_new_person(
    work: Unit, person: Person, organisation: Organisation | None, *, is_known: bool
) -> None:
    """Write who joins; of a person the address book knows only what is empty is filled.

    Raises `MissingError` for somebody said to be known who is not.
    """
    if not _has_organisation(work, person.uid if is_known else ""):
        person = write_organisation(work, organisation, person)
    is_sample = work.trip is not None and work.trip.is_sample
    write_person(work, person, is_sample=is_sample, fill_only=True)


def _take_seat(work: Unit, old: Participation | None, new: Participation) -> None:
    """Raise `NoSeatError` where somebody sits down who finds no seat."""
    if old is None or holder_of(old) != holder_of(new):
        holder = holder_of(new)
        if holder is not None:
            load_ledger(work).move(holder_of(old) if old else None, holder)


def _since(old: Participation | None, new: Participation, now: datetime) -> Participation:
    """A status that is new holds from now on. Raises `StepRefusedError`."""
    before = old.delegate.status if old and old.delegate else None
    if new.delegate is None or new.delegate.status is before:
        return new
    if before is not None:
        check_step(before, new.delegate.status, By.ORGANISER)
    return replace(new, delegate=replace(new.delegate, status_at=now))


def _has_organisation(work: Unit, person: str) -> bool:
    """True for a known person who belongs to one. Raises `MissingError` for an unknown uid."""
    if not person:
        return False
    key = key_of(work.session, PersonRow, person)
    query = select(PersonRow.organisation_id).where(PersonRow.id == key)
    return work.session.scalar(query) is not None


def get_row(work: Unit, uid: str) -> ParticipationRow:
    """The row of somebody on the trip, removed or not. Raises `MissingError`."""
    query = select(ParticipationRow).where(
        ParticipationRow.uid == uid, ParticipationRow.trip_id == trip_id(work)
    )
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(uid)
    return row


def write_participation(work: Unit, row: ParticipationRow, new: Participation) -> None:
    """Write a participation into its row, a delegate into the row beside it."""
    session = work.session
    groups = [new.group] if new.group else []
    group_ids = keys_by(session, GroupRow.code, groups, GroupRow.trip_id == trip_id(work))
    columns = {
        "person_id": key_of(session, PersonRow, new.person),
        "group_id": group_ids.get(new.group),
        **journey_columns(new),
    }
    agreed = row.consents
    assign(row, new, changed_at=work.now, **columns)
    drop_papers_if_withdrawn(work, agreed, new)
    session.add(row)
    session.flush()
    write_needs(session, {row.id: new}, work.now)
    if new.delegate is None:
        return
    wanted = [new.delegate.delegation] if new.delegate.delegation else []
    known = keys_by(session, DelegationRow.uid, wanted, DelegationRow.trip_id == trip_id(work))
    delegate = session.get(DelegateRow, row.id) or DelegateRow(participation_id=row.id)
    columns = {
        "delegation_id": known.get(new.delegate.delegation or ""),
        "replaces_id": key_of(session, ParticipationRow, new.delegate.replaces or ""),
    }
    assign(delegate, new.delegate, **columns)
    session.add(delegate)
    session.flush()


def _set_head(work: Unit, row: ParticipationRow, new: Participation, *, head: HeadChange) -> bool:
    """Make somebody the head of their delegation, or no longer; True if that changed anything."""
    if head is None or new.role is not Role.DELEGATE:
        return False
    headed = update(DelegationRow).where(DelegationRow.trip_id == trip_id(work))
    work.session.execute(headed.where(DelegationRow.head_id == row.id).values(head_id=None))
    if head and _delegation(new):
        mine = headed.where(DelegationRow.uid == _delegation(new))
        work.session.execute(mine.values(head_id=row.id))
    return True


def _delegation(participation: Participation) -> str | None:
    return participation.delegate.delegation if participation.delegate else None


def told_of(participation: Participation) -> dict[str, Any]:
    """What the history may say of a participation: no personal value."""
    wire = to_wire(participation)
    delegate = wire.get("delegate") or {}
    return {name: wire[name] for name in TOLD & wire.keys()} | {
        name: delegate[name] for name in TOLD_OF_DELEGATES & delegate.keys()
    }


def _difference(old: Participation, new: Participation) -> tuple[dict[str, Any], dict[str, Any]]:
    before, after = told_of(old), told_of(new)
    names = {name for name in before | after if before.get(name) != after.get(name)}
    personal = dict.fromkeys(_changed_fields(old, new).keys() - TOLD - {"delegate"}, "")
    if old.delegate and new.delegate:
        touched = _changed_fields(old.delegate, new.delegate).keys() - TOLD_OF_DELEGATES
        personal |= dict.fromkeys(touched, "")
    return (
        personal | {name: before.get(name, "") for name in names},
        personal | {name: after.get(name, "") for name in names},
    )


def _changed_fields(old: Any, new: Any) -> Mapping[str, str]:
    before, after = to_wire(old), to_wire(new)
    return {name: "" for name in before | after if before.get(name) != after.get(name)}
