"""Secret links: opening one, listing a trip's."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, func, or_, select

from trips.domain.account.link import Link, LinkPurpose
from trips.domain.account.links import seal_place
from trips.domain.values.text import Text
from trips.doors.crypto import SealBrokenError, token_hash, unseal
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.link import LinkRow
from trips.models.release import ReleaseRow
from trips.models.trip import TripRow

_NAMING = ("person", "trip")
"""Kinds of changes that may change the names in what was released."""


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
    languages: tuple[str, ...]
    """The languages of the trip's texts."""
    is_sample: bool
    pretend_now: datetime | None
    purpose: LinkPurpose
    release: int | None
    """Number of the newest release; none as long as there is only the draft."""
    edition: str
    """Changes whenever anything changes that the programme page says."""
    calendar_edition: str
    """Changes whenever anything changes that the calendar says."""
    told_at: datetime
    """When the calendar last changed."""


def find_opened_link(token: str, *purposes: LinkPurpose) -> OpenedLink | None:
    """The link of a token with its trip, also an expired or revoked one; one query."""
    book = select(func.max(HistoryRow.at)).where(HistoryRow.trip_id.is_(None)).scalar_subquery()
    people = select(func.max(HistoryRow.at)).where(
        HistoryRow.trip_id == TripRow.id, HistoryRow.subject_kind.in_(_NAMING)
    )
    newest = select(func.max(ReleaseRow.number)).where(ReleaseRow.trip_id == TripRow.id)
    found = db.session.execute(
        select(LinkRow, TripRow, book, people.scalar_subquery(), ReleaseRow.number)
        .add_columns(ReleaseRow.made_at)
        .join(TripRow, TripRow.id == LinkRow.trip_id)
        .outerjoin(
            ReleaseRow,
            and_(
                ReleaseRow.trip_id == TripRow.id,
                ReleaseRow.number == newest.correlate(TripRow).scalar_subquery(),
            ),
        )
        .where(
            or_(
                *(
                    and_(LinkRow.token_hash == token_hash(token, each), LinkRow.purpose == each)
                    for each in purposes
                )
            )
        )
    ).first()
    return _opened(*found) if found else None


def _opened(
    link: LinkRow,
    trip: TripRow,
    book_at: datetime | None,
    people_at: datetime | None,
    release: int | None,
    made_at: datetime | None,
) -> OpenedLink:
    named_at = [at for at in (book_at, people_at) if at]
    told_at = max([made_at or trip.changed_at, *named_at])
    edition = f"{trip.revision}.{book_at}.{release}"
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
        languages=tuple(trip.languages),
        is_sample=trip.is_sample,
        pretend_now=trip.pretend_now,
        purpose=link.purpose,
        release=release,
        edition=edition,
        calendar_edition=f"{release}.{told_at}" if release else edition,
        told_at=told_at,
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
