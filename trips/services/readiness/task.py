"""The team's tasks: adding, changing, doing, removing; the milestones of a kind of trip."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.findings.engine import find_all
from trips.domain.readiness.milestones import milestones_of, offset_of
from trips.domain.readiness.task import Task
from trips.domain.trip import Trip
from trips.domain.values.text import Text
from trips.domain.values.wire import to_wire
from trips.models.task import FindingMarkRow, TaskRow
from trips.models.types import new_uid
from trips.models.user import UserRow
from trips.queries.readiness.task import list_tasks, task_of
from trips.queries.snapshot import get_snapshot
from trips.services.unit import MissingError, Unit, unit


def add_task(trip: str, task: Task, *, actor: Actor, now: datetime) -> Task:
    """Add a task to a trip; an empty uid becomes a new one."""
    with unit(actor, now, trip=trip) as work:
        new = _insert(work, task)
        work.record("create", ("task", new.uid), None, to_wire(new), is_revision=False)
        return new


def edit_task(trip: str, uid: str, change: Change, *, actor: Actor, now: datetime) -> Task:
    """Change the touched fields of a task. Raises `MissingError` and `ConflictError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid)
        old = _task(work, row)
        new = merge(old, change)
        if new != old:
            _assign(work, row, new)
            row.version += 1
            work.record("edit", ("task", uid), to_wire(old), to_wire(new), is_revision=False)
        return new


def set_done(trip: str, uid: str, *, is_done: bool, actor: Actor, now: datetime) -> None:
    """Tick a task off, or open it again. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid)
        if (row.done_at is not None) == is_done:
            return
        row.done_at, row.done_by = (now, actor.name) if is_done else (None, "")
        row.version += 1
        work.record("finish" if is_done else "reopen", ("task", uid), is_revision=False)


def remove_task(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a task off the list; it can be restored. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        _row(work, uid).deleted_at = now
        work.record("delete", ("task", uid), is_revision=False)


def restore_task(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed task back. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid, is_removed=True)
        row.deleted_at = None
        work.record("restore", ("task", uid), is_revision=False)


def add_milestones(
    trip: str, words: Mapping[str, Text], *, actor: Actor, now: datetime
) -> tuple[Task, ...]:
    """Add the milestones of the trip's kind that it does not have yet; `words` are their titles.

    They move with the trip's dates.
    """
    with unit(actor, now, trip=trip) as work:
        of_trip = get_snapshot(trip).trip
        known = {task.milestone for task in list_tasks(trip)}
        missing = [task for task in milestone_tasks(of_trip, words) if task.milestone not in known]
        if missing:
            work.record("create", ("milestones", trip), is_revision=False)
        return tuple(_insert(work, task) for task in missing)


def plan_sample(
    trip: str, words: Mapping[str, Text], owners: Sequence[str], *, actor: Actor, now: datetime
) -> None:
    """Give a sample trip its milestones, those of the past done, and its findings owners.

    Does nothing if it has a task.
    """
    with unit(actor, now, trip=trip) as work:
        if list_tasks(trip):
            return
        snapshot = get_snapshot(trip)
        for number, finding in enumerate(find_all(snapshot, today=now.date())):
            mark = FindingMarkRow(uid=new_uid(), trip_id=_trip_id(work), key=finding.key, version=1)
            mark.accepted_facts = mark.reason = mark.accepted_by = ""
            mark.owner_id = owner_id(work, owners[number % len(owners)])
            work.session.add(mark)
        for number, task in enumerate(milestone_tasks(snapshot.trip, words)):
            new = _insert(work, replace(task, owner=owners[number % len(owners)]))
            row = _row(work, new.uid)
            due = _task(work, row).due_on
            if due and due < now.date():
                row.done_at, row.done_by = now, actor.name


def milestone_tasks(trip: Trip, words: Mapping[str, Text]) -> tuple[Task, ...]:
    """The milestones of a trip as tasks, not written yet."""
    return tuple(
        Task(
            uid="",
            title=words[period.milestone],
            milestone=period.milestone,
            offset_days=offset_of(period, trip),
        )
        for period in milestones_of(trip.kind)
    )


def remove_milestones(trip: str, *, actor: Actor, now: datetime) -> int:
    """Take off those milestones that nobody has touched yet, and say how many."""
    with unit(actor, now, trip=trip) as work:
        rows = work.session.scalars(
            select(TaskRow).where(
                TaskRow.trip_id == _trip_id(work),
                TaskRow.milestone != "",
                TaskRow.version == 1,
                TaskRow.deleted_at.is_(None),
            )
        ).all()
        for row in rows:
            row.deleted_at = now
        work.record("delete", ("milestones", trip), is_revision=False)
        return len(rows)


def _insert(work: Unit, task: Task) -> Task:
    new = replace(task, uid=task.uid or new_uid())
    row = TaskRow(uid=new.uid, trip_id=_trip_id(work), created_at=work.now)
    row.version, row.milestone, row.done_by = 1, new.milestone, ""
    _assign(work, row, new)
    work.session.add(row)
    work.session.flush()
    return new


def _assign(work: Unit, row: TaskRow, task: Task) -> None:
    """A day that the actor set stays; one that counts from the trip's beginning moves with it."""
    row.title, row.note = task.title, task.note
    row.offset_days, row.due_on = task.offset_days, task.due_on
    row.owner_id = owner_id(work, task.owner)


def owner_id(work: Unit, uid: str) -> int | None:
    """The key of a user. Raises `MissingError` for a uid that nobody has."""
    if not uid:
        return None
    found = work.session.scalar(select(UserRow.id).where(UserRow.uid == uid))
    if found is None:
        raise MissingError(uid)
    return found


def _task(work: Unit, row: TaskRow) -> Task:
    owner = work.session.get(UserRow, row.owner_id) if row.owner_id else None
    if work.trip is None:
        raise MissingError(row.uid)
    return task_of(row, owner.uid if owner else "", work.trip)


def _row(work: Unit, uid: str, *, is_removed: bool = False) -> TaskRow:
    row = work.session.scalar(
        select(TaskRow).where(TaskRow.uid == uid, TaskRow.trip_id == _trip_id(work))
    )
    if row is None or (row.deleted_at is not None) != is_removed:
        raise MissingError(uid)
    return row


def _trip_id(work: Unit) -> int:
    if work.trip is None:
        message = "a task belongs to a trip"
        raise RuntimeError(message)
    return work.trip.id
