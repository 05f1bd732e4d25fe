"""Taking back an agreement: what was made of it and lies ready goes at once."""

from typing import Any, Final

from sqlalchemy import select

from trips.domain.briefs.document import DocumentKind
from trips.domain.job import JobState
from trips.domain.participation import Consent, Participation
from trips.domain.privacy.matrix import has_withdrawn
from trips.domain.values.wire import read_value
from trips.extensions import doors
from trips.models.job import JobRow
from trips.services.unit import Unit

OUTDATED: Final = "outdated"
"""Why a document that was there has to be made anew."""


def drop_papers_if_withdrawn(work: Unit, before: Any, new: Participation) -> None:
    """Take a trip's finished documents away where somebody no longer agrees to something.

    `before` are the answers as the row holds them.
    """
    answers: tuple[Consent, ...] = read_value(tuple[Consent, ...], before or [])
    if has_withdrawn(answers, new):
        drop_papers(work)


def drop_papers(work: Unit) -> None:
    """Take the finished documents of the trip that is written in away; they can be made anew."""
    if work.trip is None:
        return
    house = doors()
    done = select(JobRow).where(
        JobRow.trip_id == work.trip.id,
        JobRow.state == JobState.DONE,
        JobRow.kind.in_([each.value for each in DocumentKind]),
    )
    for job in work.session.scalars(done.where(JobRow.stored != "")):
        house.files.remove(job.stored)
        job.state, job.error, job.stored = JobState.FAILED, OUTDATED, ""
    for name in house.cache.names(""):
        house.cache.remove(name)
