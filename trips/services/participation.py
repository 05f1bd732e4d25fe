"""People on a trip: adding, changing, removing and restoring one, and several at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from trips.domain.account.user import Actor
from trips.domain.editing import Change, Conflict, ConflictError, merge
from trips.domain.organisation import Organisation
from trips.domain.participation import DelegateStatus, Participation, Role
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
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit

TOLD = frozenset({"role", "present_from", "present_to", "counts", "group"})
"""What the history tells by value; everything else about a person by name only."""
TOLD_OF_DELEGATES = frozenset({"delegation", "status", "level", "rank"})
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
    """Put a person on a trip. Raises `AlreadyThereError` and `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        participation = replace(
            new.participation, uid=new_uid(), person=new.person.uid or new_uid()
        )
        _refuse_twice(snapshot, participation)
        person = replace(new.person, uid=participation.person)
        if not _has_organisation(work, new.person.uid):
            person = write_organisation(work, new.organisation, person)
        write_person(work, person, is_sample=snapshot.trip.is_sample, fill_only=True)
        row = ParticipationRow(uid=participation.uid, trip_id=trip_id(work), version=1)
        _write(work, row, participation)
        _set_head(work, row, participation, head=new.is_head or None)
        work.record("create", ("participation", row.uid), None, _told(participation))
        return participation


def edit_participant(trip: str, uid: str, edit: Edit, *, actor: Actor, now: datetime) -> None:
    """Change what was touched of the person and of their part in the trip.

    Raises `MissingError`, and `ConflictError` with the conflicts of all parts at once.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = snapshot.participation_by_uid.get(uid)
        if old is None:
            raise MissingError(uid)
        before = snapshot.person_by_uid[old.person]
        person, new = _merge_all(before, old, edit)
        _refuse_twice(snapshot, new)
        person = write_organisation(work, edit.organisation, person)
        if person != before:
            write_person(work, person)
            fields = _changed_fields(before, person)
            work.record("edit", ("person", person.uid), fields, fields)
        row = _row(work, uid)
        if new != old:
            row.version += 1
            _write(work, row, new)
            work.record("edit", ("participation", uid), *_difference(old, new))
        if _set_head(work, row, new, head=edit.head):
            work.record("edit", ("delegation", _delegation(new) or uid), {"head": ""}, {"head": ""})


def remove_participant(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a person off a trip; the address book keeps them, and it can be undone."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid)
        if row.deleted_at is not None:
            raise MissingError(uid)
        row.deleted_at = row.changed_at = now
        row.version += 1
        work.record("delete", ("participation", uid), {"role": row.role.value})


def restore_participant(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed person back on the trip as they were. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid)
        if row.deleted_at is None:
            raise MissingError(uid)
        row.deleted_at = None
        row.changed_at = now
        row.version += 1
        work.record("restore", ("participation", uid), None, {"role": row.role.value})


def set_group(trip: str, uids: Sequence[str], code: str, *, actor: Actor, now: datetime) -> int:
    """Put people into a group, or into none; how many that changed. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        changed = [each for each in _chosen(snapshot, uids) if each.group != code]
        for each in changed:
            row = _row(work, each.uid)
            row.version += 1
            _write(work, row, replace(each, group=code))
            told = ({"group": each.group}, {"group": code})
            work.record("edit", ("participation", each.uid), *told)
        return len(changed)


def set_status(
    trip: str, uids: Sequence[str], status: DelegateStatus, *, actor: Actor, now: datetime
) -> int:
    """Give delegates a status; how many that changed. Others are passed over."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        changed = 0
        for each in _chosen(snapshot, uids):
            if each.delegate is None or each.delegate.status is status:
                continue
            row = _row(work, each.uid)
            row.version += 1
            _write(work, row, replace(each, delegate=replace(each.delegate, status=status)))
            told = ({"status": each.delegate.status.value}, {"status": status.value})
            work.record("edit", ("participation", each.uid), *told)
            changed += 1
        return changed


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


def _refuse_twice(snapshot: TripSnapshot, new: Participation) -> None:
    for each in snapshot.participations:
        if (each.person, each.role) == (new.person, new.role) and each.uid != new.uid:
            raise AlreadyThereError(each.uid)


def _chosen(snapshot: TripSnapshot, uids: Sequence[str]) -> list[Participation]:
    missing = [uid for uid in uids if uid not in snapshot.participation_by_uid]
    if missing:
        raise MissingError(missing[0])
    return [snapshot.participation_by_uid[uid] for uid in uids]


def _has_organisation(work: Unit, person: str) -> bool:
    """True for a known person who belongs to one. Raises `MissingError` for an unknown uid."""
    if not person:
        return False
    key = key_of(work.session, PersonRow, person)
    query = select(PersonRow.organisation_id).where(PersonRow.id == key)
    return work.session.scalar(query) is not None


def _row(work: Unit, uid: str) -> ParticipationRow:
    query = select(ParticipationRow).where(
        ParticipationRow.uid == uid, ParticipationRow.trip_id == trip_id(work)
    )
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(uid)
    return row


def _write(work: Unit, row: ParticipationRow, new: Participation) -> None:
    session = work.session
    groups = [new.group] if new.group else []
    group_ids = keys_by(session, GroupRow.code, groups, GroupRow.trip_id == trip_id(work))
    columns = {
        "person_id": key_of(session, PersonRow, new.person),
        "group_id": group_ids.get(new.group),
        **journey_columns(new),
    }
    assign(row, new, changed_at=work.now, **columns)
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


def _told(participation: Participation) -> dict[str, Any]:
    """What the history may say of a participation: no personal value."""
    wire = to_wire(participation)
    delegate = wire.get("delegate") or {}
    return {name: wire[name] for name in TOLD & wire.keys()} | {
        name: delegate[name] for name in TOLD_OF_DELEGATES & delegate.keys()
    }


def _difference(old: Participation, new: Participation) -> tuple[dict[str, Any], dict[str, Any]]:
    before, after = _told(old), _told(new)
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
