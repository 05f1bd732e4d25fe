"""Jobs: wanting one, taking one, ending one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.exc import IntegrityError

from trips.domain.account.user import Actor
from trips.domain.job import JobState
from trips.models.job import JobRow
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.models.user import UserRow
from trips.services.unit import Unit, unit

LEASE = timedelta(minutes=5)
MAX_ATTEMPTS = 3
RETRY_AFTER = timedelta(seconds=10)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A job that somebody wants done."""

    kind: str
    payload: dict[str, Any]
    filename: str
    content_type: str
    trip: str | None = None
    """uid of the trip it belongs to."""
    key: str | None = None
    """The same key again is the same job, while it is waiting or running."""


@dataclass(frozen=True)
class Leased:
    """A job that this worker may do until the lease ends."""

    uid: str
    kind: str
    payload: dict[str, Any]
    owner: str = ""
    """uid of the user who wants it; empty where nobody in particular does."""


def request_job(wish: Wish, *, actor: Actor, now: datetime) -> str:
    """Write a job down; the uid of it, or of the one that is under way already."""
    try:
        return _request(wish, actor, now)
    except IntegrityError:  # the same wish was written in the same moment: now it is there
        return _request(wish, actor, now)


def _request(wish: Wish, actor: Actor, now: datetime) -> str:
    with unit(actor, now) as work:
        running = (JobState.WAITING, JobState.RUNNING)
        query = select(JobRow).where(JobRow.key == wish.key, JobRow.key.is_not(None))
        found = work.session.scalar(query)
        if found is not None and found.state in running:
            return found.uid
        if found is not None:
            found.key = None
            work.session.flush()
        row = JobRow(
            uid=new_uid(),
            kind=wish.kind,
            payload=wish.payload,
            key=wish.key,
            state=JobState.WAITING,
            due_at=now,
            trip_id=_key_of(work, TripRow, wish.trip),
            user_id=_key_of(work, UserRow, actor.uid),
            filename=wish.filename,
            content_type=wish.content_type,
            created_at=now,
        )
        work.session.add(row)
        return row.uid


def _key_of(work: Unit, kind: Any, uid: str | None) -> int | None:
    found: int | None = work.session.scalar(select(kind.id).where(kind.uid == uid))
    return found


def lease_job(*, actor: Actor, now: datetime) -> Leased | None:
    """Take the oldest job that is due, or whose worker died; none when there is nothing to do."""
    with unit(actor, now) as work:
        query = (
            select(JobRow)
            .where(
                or_(
                    and_(JobRow.state == JobState.WAITING, JobRow.due_at <= now),
                    and_(JobRow.state == JobState.RUNNING, JobRow.leased_until < now),
                )
            )
            .order_by(JobRow.due_at, JobRow.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        row = work.session.scalar(query)
        if row is None:
            return None
        row.state = JobState.RUNNING
        row.leased_until = now + LEASE
        row.attempts += 1
        owner = select(UserRow.uid).where(UserRow.id == row.user_id)
        return Leased(row.uid, row.kind, row.payload, work.session.scalar(owner) or "")


def finish_job(uid: str, stored: str, *, actor: Actor, now: datetime) -> None:
    """Say that a job is done and where its result is kept."""
    with unit(actor, now) as work:
        row = work.session.scalars(select(JobRow).where(JobRow.uid == uid)).one()
        row.state = JobState.DONE
        row.stored = stored
        row.finished_at = now
        row.leased_until = None


def note_progress(uid: str, done: int, total: int, *, actor: Actor, now: datetime) -> None:
    """Say how many parts of a job are ready; it is leased anew from now on."""
    with unit(actor, now) as work:
        row = work.session.scalars(select(JobRow).where(JobRow.uid == uid)).one()
        row.payload = {**row.payload, "done": done, "total": total}
        row.leased_until = now + LEASE


def add_job(work: Unit, kind: str, payload: dict[str, Any], key: str) -> None:
    """Write a job down inside a write: it is there if, and only if, the write is."""
    work.session.add(
        JobRow(
            uid=new_uid(),
            kind=kind,
            payload=payload,
            key=key,
            state=JobState.WAITING,
            due_at=work.now,
            trip_id=work.trip.id if work.trip else None,
            created_at=work.now,
        )
    )


def postpone_job(uid: str, until: datetime, *, actor: Actor, now: datetime) -> None:
    """Say that a job could not be done now and is due again at `until`."""
    with unit(actor, now) as work:
        row = work.session.scalars(select(JobRow).where(JobRow.uid == uid)).one()
        row.state = JobState.WAITING
        row.due_at = until
        row.leased_until = None


def fail_job(uid: str, code: str, *, may_retry: bool, actor: Actor, now: datetime) -> None:
    """Say that a job failed; it is tried again a few times where that may help."""
    with unit(actor, now) as work:
        row = work.session.scalars(select(JobRow).where(JobRow.uid == uid)).one()
        row.error = code
        row.leased_until = None
        if may_retry and row.attempts < MAX_ATTEMPTS:
            row.state = JobState.WAITING
            row.due_at = now + RETRY_AFTER * row.attempts
        else:
            row.state = JobState.FAILED
            row.finished_at = now
