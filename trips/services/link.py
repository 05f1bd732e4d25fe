"""Secret links: making one, taking one back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import seal_place
from trips.domain.account.user import Actor
from trips.doors.crypto import new_token, seal, token_hash
from trips.models.link import LinkRow
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.services.unit import MissingError, Unit, unit


@dataclass(frozen=True, kw_only=True)
class NewLink:
    """A link that somebody wants."""

    trip: str
    """uid of the trip it opens."""
    label: str
    expires_at: datetime | None
    purpose: LinkPurpose = LinkPurpose.PROGRAMME
    subject: str = ""
    """uid of what it opens; the trip itself if empty."""


@dataclass(frozen=True)
class CreatedLink:
    """A link that was made, with its secret."""

    uid: str
    token: str


def create_link(wish: NewLink, *, key: bytes, actor: Actor, now: datetime) -> CreatedLink:
    """Make a link: the hash finds it, a copy sealed with `key` shows it to organisers again.

    Raises `MissingError` if there is no such trip.
    """
    created = CreatedLink(uid=new_uid(), token=new_token())
    with unit(actor, now, trip=wish.trip) as work:
        _add(work, wish, created, key)
    return created


def replace_link(wish: NewLink, *, key: bytes, actor: Actor, now: datetime) -> CreatedLink:
    """Make a link and take back all of the same purpose and subject, in one go.

    Raises `MissingError` if there is no such trip.
    """
    created = CreatedLink(uid=new_uid(), token=new_token())
    with unit(actor, now, trip=wish.trip) as work:
        query = (
            select(LinkRow)
            .join(TripRow, TripRow.id == LinkRow.trip_id)
            .where(
                TripRow.uid == wish.trip,
                LinkRow.purpose == wish.purpose,
                LinkRow.subject == (wish.subject or wish.trip),
                LinkRow.revoked_at.is_(None),
            )
        )
        for row in work.session.scalars(query):
            row.revoked_at = now
            work.record("revoke", ("link", row.uid), after={"label": row.label})
        _add(work, wish, created, key)
    return created


def _add(work: Unit, wish: NewLink, created: CreatedLink, key: bytes) -> None:
    row = LinkRow(
        uid=created.uid,
        purpose=wish.purpose,
        subject=wish.subject or wish.trip,
        label=wish.label,
        token_hash=token_hash(created.token, wish.purpose),
        sealed_token=seal(created.token, place=seal_place(created.uid), key=key),
        created_at=work.now,
        expires_at=wish.expires_at,
    )
    if work.trip is not None:
        row.trip_id = work.trip.id
    work.session.add(row)
    after = {"label": wish.label, "purpose": wish.purpose.value}
    work.record("create", ("link", created.uid), after=after)


def revoke_link(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take a link back for good; twice is once. Raises `MissingError` if the trip has none such."""
    with unit(actor, now, trip=trip) as work:
        row = work.session.scalar(
            select(LinkRow)
            .join(TripRow, TripRow.id == LinkRow.trip_id)
            .where(LinkRow.uid == uid, TripRow.uid == trip)
        )
        if row is None:
            raise MissingError(uid)
        if row.revoked_at is None:
            row.revoked_at = now
            work.record("revoke", ("link", uid), after={"label": row.label})
