"""What was made of people's data and lies in files."""

from collections.abc import Iterable

from sqlalchemy import select

from trips.domain.job import JobState
from trips.extensions import db
from trips.models.job import JobRow
from trips.models.mail import MailRow
from trips.models.participation import ParticipationRow
from trips.models.person import PersonRow
from trips.models.source import AttachmentRow
from trips.models.trip import TripRow
from trips.queries.job import FinishedJob


def list_made_jobs(trips: Iterable[str]) -> tuple[FinishedJob, ...]:
    """The finished jobs of trips, with the names of their files."""
    query = (
        select(JobRow.uid, JobRow.stored)
        .join(TripRow, TripRow.id == JobRow.trip_id)
        .where(TripRow.uid.in_(list(trips)), JobRow.state.in_((JobState.DONE, JobState.FAILED)))
    )
    return tuple(FinishedJob(uid, stored) for uid, stored in db.session.execute(query))


def list_import_files(trips: Iterable[str]) -> tuple[str, ...]:
    """Uids of the attachments of trips: workbooks in which people stand."""
    query = (
        select(AttachmentRow.uid)
        .join(TripRow, TripRow.id == AttachmentRow.trip_id)
        .where(TripRow.uid.in_(list(trips)))
    )
    return tuple(db.session.scalars(query))


def list_told_messages() -> tuple[str, ...]:
    """Message-IDs of the mails whose wording is still kept."""
    query = select(MailRow.message_id).where(MailRow.body != "", MailRow.message_id != "")
    return tuple(db.session.scalars(query))


def list_trips_of(person: str) -> tuple[str, ...]:
    """Uids of the trips on which somebody is or was."""
    query = (
        select(TripRow.uid)
        .join(ParticipationRow, ParticipationRow.trip_id == TripRow.id)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(PersonRow.uid == person)
        .distinct()
    )
    return tuple(db.session.scalars(query))
