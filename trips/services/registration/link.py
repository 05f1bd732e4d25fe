"""Links to register with: one for each delegate, one for a delegation's contact person."""

from datetime import datetime

from sqlalchemy import select

from trips.domain.account.link import LinkPurpose
from trips.domain.account.links import expiry_after, seal_place
from trips.domain.account.user import Actor
from trips.doors.crypto import SealBrokenError, new_token, seal, token_hash, unseal
from trips.extensions import doors
from trips.models.link import LinkRow
from trips.models.participation import DelegationRow, ParticipationRow
from trips.models.types import new_uid
from trips.services.unit import MissingError, Unit, unit

PURPOSES = (LinkPurpose.REGISTRATION, LinkPurpose.DELEGATION)


def open_registration_link(work: Unit, participation: str) -> str:
    """The address at which a delegate registers; the same one as long as it is valid.

    Raises `MissingError` if the trip that is written in has no such participation.
    """
    _check(work, ParticipationRow, participation)
    return _address(_open(work, LinkPurpose.REGISTRATION, participation))


def open_delegation_link(work: Unit, delegation: str) -> str:
    """The address at which a delegation's contact person registers its delegates."""
    _check(work, DelegationRow, delegation)
    return _address(_open(work, LinkPurpose.DELEGATION, delegation))


def make_links(
    trip: str, participations: list[str], delegations: list[str], *, actor: Actor, now: datetime
) -> dict[str, str]:
    """The addresses of several delegates and contact persons by uid. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        own = {uid: open_registration_link(work, uid) for uid in participations}
        return own | {uid: open_delegation_link(work, uid) for uid in delegations}


def revoke_links(trip: str, subject: str, *, actor: Actor, now: datetime) -> int:
    """Take all links of a delegate or of a delegation's contact person back; how many."""
    with unit(actor, now, trip=trip) as work:
        rows = _valid(work, subject, *PURPOSES)
        for row in rows:
            row.revoked_at = now
            work.record("revoke", ("link", row.uid), after={"purpose": row.purpose.value})
        return len(rows)


def _check(work: Unit, kind: type[ParticipationRow | DelegationRow], uid: str) -> None:
    trip = work.trip
    if trip is None:
        message = "links to register with belong to a trip"
        raise RuntimeError(message)
    query = select(kind.id).where(kind.uid == uid, kind.trip_id == trip.id)
    if work.session.scalar(query) is None:
        raise MissingError(uid)


def _open(work: Unit, purpose: LinkPurpose, subject: str) -> str:
    for row in _valid(work, subject, purpose):
        try:
            return unseal(row.sealed_token, place=seal_place(row.uid), key=_key())
        except SealBrokenError:
            continue
    return _add(work, purpose, subject)


def _valid(work: Unit, subject: str, *purposes: LinkPurpose) -> list[LinkRow]:
    trip = work.trip
    if trip is None:
        return []
    now = trip.pretend_now or work.now
    query = select(LinkRow).where(
        LinkRow.trip_id == trip.id,
        LinkRow.purpose.in_(purposes),
        LinkRow.subject == subject,
        LinkRow.revoked_at.is_(None),
    )
    rows = work.session.scalars(query.order_by(LinkRow.id.desc()))
    return [row for row in rows if row.expires_at is None or row.expires_at > now]


def _add(work: Unit, purpose: LinkPurpose, subject: str) -> str:
    trip = work.trip
    if trip is None:
        message = "links to register with belong to a trip"
        raise RuntimeError(message)
    token, uid = new_token(), new_uid()
    work.session.add(
        LinkRow(
            uid=uid,
            trip_id=trip.id,
            purpose=purpose,
            subject=subject,
            token_hash=token_hash(token, purpose),
            sealed_token=seal(token, place=seal_place(uid), key=_key()),
            created_at=work.now,
            expires_at=expiry_after(trip.ends_on, 0, trip.zone),
        )
    )
    work.session.flush()
    work.record("create", ("link", uid), after={"purpose": purpose.value})
    return token


def _key() -> bytes:
    return doors().settings.field_key


def _address(token: str) -> str:
    return f"{doors().settings.base_url}/r/{token}"
