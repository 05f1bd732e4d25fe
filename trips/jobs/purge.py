"""Throwing away what has served its purpose: files first, so that a break leaves none behind."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from trips.domain.account.user import COMMAND_LINE
from trips.extensions import Doors
from trips.jobs.uploads import FILE, purge_uploads
from trips.queries.job import list_finished_jobs
from trips.queries.source import list_outlived_attachments
from trips.services.upkeep import Forgotten, forget

RESULTS_KEPT: Final = timedelta(days=30)
"""How long the result of a job can be fetched, and a rendered document stays in the cache."""


@dataclass(frozen=True, kw_only=True)
class Purged:
    """What is gone: rows, uploads nobody decided about, documents in the cache."""

    rows: Forgotten
    uploads: int
    cached: int


def purge(house: Doors, now: datetime) -> Purged:
    """Throw away what has had its time by `now`.

    Results after 30 days, attachments from their `purge_on` on, uploads after a day, sessions that
    are over, sign-in attempts, old documents of the cache. What a break left behind, the next run
    throws away.
    """
    uploads = purge_uploads(house.files, now)
    jobs = list_finished_jobs(now - RESULTS_KEPT)
    for job in jobs:
        if job.stored:
            house.files.remove(job.stored)
    attachments = list_outlived_attachments(now.date())
    for uid in attachments:
        house.files.remove(f"{uid}{FILE}")
    old = house.cache.names_before(now - RESULTS_KEPT)
    for name in old:
        house.cache.remove(name)
    rows = forget(tuple(job.uid for job in jobs), attachments, actor=COMMAND_LINE, now=now)
    return Purged(rows=rows, uploads=uploads, cached=len(old))
