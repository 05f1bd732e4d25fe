"""Secret links: opening one, listing a trip's."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from trips.domain.account.link import Link, LinkPurpose
from trips.domain.account.links import seal_place
from trips.domain.values.text import Text
from trips.doors.crypto import SealBrokenError, token_hash, unseal
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.link import LinkRow
from trips.models.trip import TripRow


@dataclass(frozen=True, kw_only=True)
class OpenedLink:
    """What stands behind a token: the link and enough of its trip to answer without reading it."""

    uid: str
    subject: str
    expires_at: datetime | None
    revoked_at: datetime | None
    trip: str
    slug: str
    title: Text
    zone: str
    starts_on: date
    ends_on: date
    is_sample: bool
    pretend_now: datetime | None
    edition: str
    """Changes whenever anything changes that the programme says."""


def find_opened_link(token: str, purpose: LinkPurpose) -> OpenedLink | None:
    """The link of a token with its trip, also an expired or revoked one; one query."""
    book = select(func.max(HistoryRow.at)).where(HistoryRow.trip_id.is_(None)).scalar_subquery()
    found = db.session.execute(
        select(LinkRow, TripRow, book)
        .join(TripRow, TripRow.id == LinkRow.trip_id)
        .where(LinkRow.token_hash == token_hash(token, purpose), LinkRow.purpose == purpose)
    ).first()
    if found is None:
        return None
    link, trip, book_at = found
    return OpenedLink(
        uid=link.uid,
        subject=link.subject,
        expires_at=link.expires_at,
        revoked_at=link.revoked_at,
        trip=trip.uid,
        slug=trip.slug,
        title=trip.title,
        zone=trip.zone,
        starts_on=trip.starts_on,
        ends_on=trip.ends_on,
        is_sample=trip.is_sample,
        pretend_now=trip.pretend_now,
        edition=f"{trip.revision}.{book_at}",
    )


def list_links(trip_uid: str, purpose: LinkPurpose, key: bytes) -> tuple[Link, ...]:
    """The links of a trip, the newest first; `token` is empty where the copy cannot be read."""
    rows = db.session.scalars(
        select(LinkRow)
        .join(TripRow, TripRow.id == LinkRow.trip_id)
        .where(TripRow.uid == trip_uid, LinkRow.purpose == purpose)
        .order_by(LinkRow.created_at.desc(), LinkRow.id.desc())
    )
    return tuple(
        Link(
            uid=row.uid,
            purpose=row.purpose,
            subject=row.subject,
            token=_token(row, key),
            label=row.label,
            created_at=row.created_at,
            expires_at=row.expires_at,
            revoked_at=row.revoked_at,
        )
        for row in rows
    )


def _token(row: LinkRow, key: bytes) -> str:
    try:
        return unseal(row.sealed_token, place=seal_place(row.uid), key=key)
    except SealBrokenError:
        return ""
