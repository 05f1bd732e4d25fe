"""Jobs: what happens later, and how far it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class Job:
    """A job as the person who wants its result sees it."""

    uid: str
    kind: str
    state: JobState
    filename: str
    error: str
    attempts: int
    created_at: datetime
    finished_at: datetime | None
    done: int = 0
    """How many of its parts are ready, where it says so."""
    total: int = 0


_SHARES = {JobState.WAITING: 4, JobState.RUNNING: 50, JobState.DONE: 100, JobState.FAILED: 50}


def share_of(job: Job) -> int:
    """How far a job is, in hundredths, as it is drawn; half way where nobody knows."""
    if job.state is JobState.RUNNING and job.total:
        return 4 + 92 * job.done // job.total
    return _SHARES[job.state]
