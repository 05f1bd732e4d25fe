"""Jobs: one's own, and a trip's documents that were made lately."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.job import Job, JobState
from trips.extensions import db
from trips.models.job import JobRow
from trips.models.trip import TripRow
from trips.models.user import UserRow

LATEST = 12


@dataclass(frozen=True, kw_only=True)
class JobEntry:
    """A job with what is needed to show it, repeat it and hand out its result."""

    job: Job
    payload: Any
    key: str
    trip_slug: str
    content_type: str
    stored: str


@dataclass(frozen=True)
class FinishedJob:
    """A job that is over, and the name of its result in storage."""

    uid: str
    stored: str


def find_own_job(uid: str, actor: Actor) -> JobEntry | None:
    """The job of this uid if `actor` asked for it."""
    return _first(select(JobRow, TripRow.slug).where(JobRow.uid == uid, UserRow.uid == actor.uid))


def find_job_by_key(key: str) -> JobEntry | None:
    """The latest job with this idempotency key."""
    return _first(select(JobRow, TripRow.slug).where(JobRow.key == key))


def list_own_jobs(trip_uid: str, actor: Actor) -> tuple[JobEntry, ...]:
    """What `actor` lately had made of a trip, the newest first."""
    query = select(JobRow, TripRow.slug).where(TripRow.uid == trip_uid, UserRow.uid == actor.uid)
    rows = db.session.execute(_joined(query).order_by(JobRow.id.desc()).limit(LATEST))
    return tuple(_entry(row, slug) for row, slug in rows)


def list_finished_jobs(before: datetime) -> tuple[FinishedJob, ...]:
    """The jobs that were done or given up by then, the oldest first."""
    over = (JobState.DONE, JobState.FAILED)
    query = select(JobRow.uid, JobRow.stored).where(
        JobRow.state.in_(over), JobRow.finished_at <= before
    )
    rows = db.session.execute(query.order_by(JobRow.id))
    return tuple(FinishedJob(row.uid, row.stored) for row in rows)


def _joined(query: Any) -> Any:
    return (
        query.select_from(JobRow)
        .outerjoin(TripRow, TripRow.id == JobRow.trip_id)
        .outerjoin(UserRow, UserRow.id == JobRow.user_id)
    )


def _first(query: Any) -> JobEntry | None:
    found = db.session.execute(_joined(query)).first()
    return _entry(*found) if found else None


def _entry(row: JobRow, slug: str | None) -> JobEntry:
    return JobEntry(
        job=Job(
            uid=row.uid,
            kind=row.kind,
            state=JobState(row.state),
            filename=row.filename,
            error=row.error,
            attempts=row.attempts,
            created_at=row.created_at,
            finished_at=row.finished_at,
            done=row.payload.get("done", 0),
            total=row.payload.get("total", 0),
        ),
        payload=row.payload,
        key=row.key or "",
        trip_slug=slug or "",
        content_type=row.content_type,
        stored=row.stored,
    )
