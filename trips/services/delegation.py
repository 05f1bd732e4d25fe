"""Delegations: adding, changing and, while they are empty, deleting one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.participation import Delegation
from trips.domain.values.wire import to_wire
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.keys import key_of
from trips.services.participation import trip_id
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit


class DelegationInUseError(Exception):
    """A delegation with people cannot go."""

    def __init__(self, people: int) -> None:
        super().__init__(str(people))
        self.people = people


def add_delegation(trip: str, new: Delegation, *, actor: Actor, now: datetime) -> Delegation:
    """Add a delegation to a trip; an empty uid becomes a new one."""
    with unit(actor, now, trip=trip) as work:
        new = replace(new, uid=new.uid or new_uid())
        row = DelegationRow(uid=new.uid, trip_id=trip_id(work), version=1)
        _write(work, row, new)
        work.record("create", ("delegation", new.uid), None, _told(new))
        return new


def edit_delegation(
    trip: str, uid: str, change: Change, *, actor: Actor, now: datetime
) -> Delegation:
    """Change the touched fields of a delegation. Raises `MissingError` and `ConflictError`."""
    with unit(actor, now, trip=trip) as work:
        old = get_snapshot(trip).delegation_by_uid.get(uid)
        if old is None:
            raise MissingError(uid)
        new = merge(old, change)
        if new == old:
            return old
        row = _row(work, uid)
        row.version += 1
        _write(work, row, new)
        work.record("edit", ("delegation", uid), _told(old), _told(new))
        return new


def delete_delegation(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Delete a delegation nobody belongs to. Raises `MissingError`, `DelegationInUseError`.

    People who were removed from the trip count: they may come back.
    """
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid)
        members = select(func.count()).where(DelegateRow.delegation_id == row.id)
        people = work.session.scalar(members) or 0
        if people:
            raise DelegationInUseError(people)
        name = dict(row.name)
        work.session.execute(delete(DelegationRow).where(DelegationRow.id == row.id))
        work.record("delete", ("delegation", uid), {"name": name})


def _row(work: Unit, uid: str) -> DelegationRow:
    query = select(DelegationRow).where(
        DelegationRow.uid == uid, DelegationRow.trip_id == trip_id(work)
    )
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(uid)
    return row


def _write(work: Unit, row: DelegationRow, new: Delegation) -> None:
    head_id = key_of(work.session, ParticipationRow, new.head)
    if new.head and head_id not in _members(work, new.uid):
        raise MissingError(new.head)
    contact_id = key_of(work.session, PersonRow, new.contact)
    assign(row, new, head_id=head_id, contact_id=contact_id)
    work.session.add(row)
    work.session.flush()


def _members(work: Unit, uid: str) -> set[int]:
    query = (
        select(DelegateRow.participation_id)
        .join(DelegationRow, DelegationRow.id == DelegateRow.delegation_id)
        .where(DelegationRow.uid == uid, DelegationRow.trip_id == trip_id(work))
    )
    return set(work.session.scalars(query))


def _told(delegation: Delegation) -> dict[str, Any]:
    """What the history may say: who the head is, by uid; the note by name only."""
    wire: dict[str, Any] = to_wire(delegation)
    return {**wire, **({"note": ""} if "note" in wire else {})}
