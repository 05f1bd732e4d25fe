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
