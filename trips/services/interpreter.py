"""Interpreters of a trip: putting one on it, what they interpret, where they are assigned."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.interpreter import Assignment, Interpreter
from trips.domain.participation import Counts, Participation, Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import read_value, to_wire
from trips.models.history import HistoryRow
from trips.models.interpreter import AssignmentRow, InterpreterRow
from trips.models.item import ItemRow
from trips.models.participation import ParticipationRow
from trips.models.person import PersonRow
from trips.models.types import new_uid
from trips.queries.mapping import entity_of
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle_people import journey_columns
from trips.services.keys import key_of
from trips.services.participation import AlreadyThereError, trip_id
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit


class StillAssignedError(Exception):
    """An interpreter was to leave a trip on which they interpret; `number` of assignments."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def add_interpreter(
    trip: str, person: str, first: date, last: date, *, actor: Actor, now: datetime
) -> Interpreter:
    """Put a person of the address book on a trip as an interpreter, there from `first` to `last`.

    What they interpret is kept where it is known. Raises `MissingError` and `AlreadyThereError`.
    """
    with unit(actor, now, trip=trip) as work:
        for each in get_snapshot(trip).participations:
            if (each.person, each.role) == (person, Role.INTERPRETER):
                raise AlreadyThereError(each.uid)
        person_id = key_of(work.session, PersonRow, person)
        part = Participation(
            uid=new_uid(),
            person=person,
            role=Role.INTERPRETER,
            present_from=first,
            present_to=last,
            counts=(Counts.SEAT, Counts.MEAL),
        )
        row = ParticipationRow(uid=part.uid, trip_id=trip_id(work), version=1)
        columns = {"person_id": person_id, "group_id": None, **journey_columns(part)}
        assign(row, part, changed_at=now, **columns)
        work.session.add(row)
        work.record("create", ("participation", part.uid), None, {"role": part.role.value})
        return _profile(work, person, person_id)


def edit_interpreter(
    trip: str, uid: str, change: Change, *, actor: Actor, now: datetime
) -> Interpreter:
    """Change what an interpreter of the trip offers; it shows on all their trips.

    Raises `MissingError` and `ConflictError`.
    """
    with unit(actor, now, trip=trip) as work:
        old = _known(get_snapshot(trip), uid)
        new = merge(old, change)
        if new == old:
            return old
        row = work.session.scalars(select(InterpreterRow).where(InterpreterRow.uid == uid)).one()
        assign(row, new)
        row.version += 1
        before, after = _told(old), _told(new)
        work.record("edit", ("interpreter", uid), before, after)
        return new


def remove_interpreter(trip: str, uid: str, *, actor: Actor, now: datetime) -> str:
    """Take an interpreter off a trip; the uid of the participation, to bring them back.

    Raises `MissingError`, and `StillAssignedError` while they interpret there.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        person = _known(snapshot, uid).person
        assigned = sum(each.interpreter == uid for each in snapshot.assignments)
        if assigned:
            raise StillAssignedError(assigned)
        for each in snapshot.participations:
            if (each.person, each.role) == (person, Role.INTERPRETER):
                row = work.session.scalars(
                    select(ParticipationRow).where(ParticipationRow.uid == each.uid)
                ).one()
                row.deleted_at = row.changed_at = now
                row.version += 1
                work.record("delete", ("participation", each.uid), {"role": each.role.value})
                return each.uid
        raise MissingError(uid)


def restore_interpreter(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put an interpreter back on a trip, as they were. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        query = (
            select(ParticipationRow)
            .join(InterpreterRow, InterpreterRow.person_id == ParticipationRow.person_id)
            .where(
                InterpreterRow.uid == uid,
                ParticipationRow.trip_id == trip_id(work),
                ParticipationRow.role == Role.INTERPRETER,
                ParticipationRow.deleted_at.is_not(None),
            )
            .order_by(ParticipationRow.deleted_at.desc())
            .limit(1)
        )
        row = work.session.scalar(query)
        if row is None:
            raise MissingError(uid)
        row.deleted_at, row.changed_at = None, now
        row.version += 1
        work.record("restore", ("participation", row.uid), None, {"role": row.role.value})


def add_assignment(trip: str, assignment: Assignment, *, actor: Actor, now: datetime) -> Assignment:
    """Assign an interpreter of the trip to one of its items. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        new = replace(assignment, uid=assignment.uid or new_uid())
        _write(work, get_snapshot(trip), AssignmentRow(uid=new.uid), new)
        work.record("create", ("assignment", new.uid), None, to_wire(new))
        return new


def edit_assignment(
    trip: str, uid: str, change: Change, *, actor: Actor, now: datetime
) -> Assignment:
    """Change who interprets at an item, or how. Raises `MissingError` and `ConflictError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = _assignment(snapshot, uid)
        new = merge(old, change)
        if new != old:
            row = work.session.scalars(select(AssignmentRow).where(AssignmentRow.uid == uid)).one()
            _write(work, snapshot, row, new)
            work.record("edit", ("assignment", uid), to_wire(old), to_wire(new))
        return new


def remove_assignment(trip: str, uid: str, *, actor: Actor, now: datetime) -> Assignment:
    """Take an interpreter off an item; it can be restored. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        old = _assignment(get_snapshot(trip), uid)
        row = work.session.scalars(select(AssignmentRow).where(AssignmentRow.uid == uid)).one()
        work.session.delete(row)
        work.record("delete", ("assignment", uid), to_wire(old))
        return old


def restore_assignment(trip: str, uid: str, *, actor: Actor, now: datetime) -> Assignment:
    """Put an interpreter back on an item, as the history knows it. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        if any(each.uid == uid for each in snapshot.assignments):
            raise MissingError(uid)
        query = (
            select(HistoryRow.before)
            .where(
                HistoryRow.trip_id == trip_id(work),
                HistoryRow.subject_uid == uid,
                HistoryRow.subject_kind == "assignment",
                HistoryRow.verb == "delete",
            )
            .order_by(HistoryRow.id.desc())
            .limit(1)
        )
        before = work.session.scalar(query)
        if before is None:
            raise MissingError(uid)
        old: Assignment = read_value(Assignment, before)
        _write(work, snapshot, AssignmentRow(uid=uid), old)
        work.record("restore", ("assignment", uid), None, to_wire(old))
        return old


def _profile(work: Unit, person: str, person_id: int | None) -> Interpreter:
    row = work.session.scalar(select(InterpreterRow).where(InterpreterRow.person_id == person_id))
    if row is not None:
        return entity_of(Interpreter, row, person=person)
    new = Interpreter(uid=new_uid(), person=person)
    row = InterpreterRow(uid=new.uid, version=1)
    assign(row, new, person_id=person_id)
    work.session.add(row)
    work.record("create", ("interpreter", new.uid))
    return new


def _write(work: Unit, snapshot: TripSnapshot, row: AssignmentRow, assignment: Assignment) -> None:
    _known(snapshot, assignment.interpreter)
    if assignment.item not in snapshot.item_by_uid:
        raise MissingError(assignment.item)
    keys = {
        "item_id": key_of(work.session, ItemRow, assignment.item),
        "interpreter_id": key_of(work.session, InterpreterRow, assignment.interpreter),
    }
    assign(row, assignment, **keys)
    work.session.add(row)


def _assignment(snapshot: TripSnapshot, uid: str) -> Assignment:
    found = next((each for each in snapshot.assignments if each.uid == uid), None)
    if found is None:
        raise MissingError(uid)
    return found


def _known(snapshot: TripSnapshot, uid: str) -> Interpreter:
    found = snapshot.interpreter_by_uid.get(uid)
    if found is None:
        raise MissingError(uid)
    return found


def _told(interpreter: Interpreter) -> dict[str, Any]:
    """What the history may say: the note and the fee by name only."""
    wire: dict[str, Any] = to_wire(interpreter)
    return {
        name: "" if name in {"note", "day_fee_minor"} else value for name, value in wire.items()
    }
