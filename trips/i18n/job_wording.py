"""How far a job is, in words for whoever waits for it."""

from datetime import datetime, timedelta
from typing import Final

from trips.domain.job import Job, JobState
from trips.i18n.catalogue import N_, say

PATIENCE: Final = timedelta(seconds=30)
"""A job that nobody has taken for so long points at a worker that does not run."""
_SLOW: Final = N_(
    "It is still waiting. Perhaps the worker is not running: please tell whoever runs this "
    "installation. Nothing is lost."
)
_AGAIN: Final = N_("The first attempt did not work. It is tried again in a moment.")
_PARTS: Final = N_("%(done)s of %(total)s are ready.")
_STATES: Final = {
    JobState.WAITING: N_("It is waiting for its turn."),
    JobState.RUNNING: N_("It is being made. That usually takes a few seconds."),
    JobState.DONE: N_("It is ready."),
    JobState.FAILED: N_("It could not be made. The error was noted; please try again."),
}
_FAILURES: Final = {
    "too_slow": N_("It took too long and was stopped. Please try again later."),
    "too_large": N_("The document grew too large. Please make it for one group."),
    "worker_died": N_("It was stopped in the middle several times. Please try again later."),
    "trip_gone": N_("The trip no longer exists."),
    "list_gone": N_("This list no longer exists. Please choose another one."),
    "outdated": N_(
        "Somebody has taken back an agreement since. Please have it made anew; the old one is gone."
    ),
    "release_damaged": N_(
        "This release can no longer be read. Please choose another one, or the draft."
    ),
}


def is_slow(job: Job, now: datetime) -> bool:
    """True for a job that has been waiting suspiciously long."""
    return job.state is JobState.WAITING and now - job.created_at > PATIENCE


def words_of(job: Job, now: datetime, locale: str) -> str:
    """One sentence: where the job stands and what to do."""
    if is_slow(job, now):
        return say(_SLOW, locale)
    if job.state is JobState.WAITING and job.attempts:
        return say(_AGAIN, locale)
    if job.state is JobState.FAILED and job.error in _FAILURES:
        return say(_FAILURES[job.error], locale)
    if job.state is JobState.RUNNING and job.total:
        return say(_PARTS, locale, done=job.done, total=job.total)
    return say(_STATES[job.state], locale)
