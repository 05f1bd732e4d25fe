"""Links to register with, as organisers see them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import seal_place
from trips.doors.crypto import SealBrokenError, unseal
from trips.extensions import db, doors
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.link import LinkRow
from trips.models.participation import ParticipationRow
from trips.models.trip import TripRow

PURPOSES = (LinkPurpose.REGISTRATION, LinkPurpose.DELEGATION)


@dataclass(frozen=True)
class OpenLink:
    """A link that opens: whose it is, its address, until when."""

    subject: str
    url: str
    """Empty where the copy of the address cannot be read any more."""
    expires_at: datetime | None


def list_open_links(trip: str, now: datetime) -> dict[str, OpenLink]:
    """Links that open at `now`, the newest of each participation or delegation, by its uid."""
    query = (
        select(LinkRow)
        .join(TripRow, TripRow.id == LinkRow.trip_id)
        .where(TripRow.uid == trip, LinkRow.purpose.in_(PURPOSES), LinkRow.revoked_at.is_(None))
        .order_by(LinkRow.id)
    )
    return {
        row.subject: OpenLink(row.subject, _url(row), row.expires_at)
        for row in db.session.scalars(query)
        if row.expires_at is None or row.expires_at > now
    }


def list_drafts_at(trip: str) -> dict[str, datetime]:
    """When somebody last typed what is not sent yet, by uid of the participation."""
    query = (
        select(ParticipationRow.uid, func.max(RegistrationDraftRow.saved_at))
        .join(RegistrationDraftRow, RegistrationDraftRow.participation_id == ParticipationRow.id)
        .join(TripRow, TripRow.id == ParticipationRow.trip_id)
        .where(TripRow.uid == trip)
        .group_by(ParticipationRow.uid)
    )
    return dict(db.session.execute(query).all())


def _url(row: LinkRow) -> str:
    settings = doors().settings
    try:
        token = unseal(row.sealed_token, place=seal_place(row.uid), key=settings.field_key)
    except SealBrokenError:
        return ""
    return f"{settings.base_url}/r/{token}"
