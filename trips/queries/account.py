"""Who is signed in, on what devices, and what trips are open to them."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, or_, select, text

from trips.domain.account.user import (
    SEEN_EVERY,
    Actor,
    SignedInDevice,
    TripAccess,
    TripRole,
    is_session_over,
    role_on_trip,
)
from trips.domain.stop import Stop
from trips.extensions import db
from trips.models.stop import StopRow
from trips.models.trip import OldSlugRow, TripRow
from trips.models.user import TripRoleRow, UserRow, UserSessionRow


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """A live session and whose it is."""

    actor: Actor
    session_uid: str
    is_seen_due: bool
    """True if the session's `seen_at` should be written now."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """An account as an administrator sees it."""

    actor: Actor
    is_disabled: bool


def hash_token(token: str) -> bytes:
    """What is kept of a session's token; the token has 256 random bits, so no salt is needed."""
    return hashlib.sha256(token.encode()).digest()


def actor_of(row: UserRow) -> Actor:
    """A user as who acts."""
    return Actor(
        uid=row.uid,
        name=row.name,
        email=row.email,
        role=row.role,
        locale=row.locale,
        theme=row.theme,
    )


def find_signed_in(token: str, now: datetime) -> SignedIn | None:
    """The live session of a token; none if it ended, ran out, or its user was disabled."""
    found = db.session.execute(
        select(UserSessionRow, UserRow)
        .join(UserRow, UserRow.id == UserSessionRow.user_id)
        .where(UserSessionRow.token_hash == hash_token(token), UserRow.disabled_at.is_(None))
    ).first()
    if found is None:
        return None
    session, user = found
    if is_session_over(session.created_at, session.seen_at, now):
        return None
    return SignedIn(
        actor=actor_of(user),
        session_uid=session.uid,
        is_seen_due=now - session.seen_at >= SEEN_EVERY,
    )


def list_devices(actor: Actor, this: str, now: datetime) -> list[SignedInDevice]:
    """The actor's live sessions, last used first; `this` is the uid of the present one."""
    rows = db.session.scalars(
        select(UserSessionRow)
        .join(UserRow, UserRow.id == UserSessionRow.user_id)
        .where(UserRow.uid == actor.uid)
        .order_by(UserSessionRow.seen_at.desc(), UserSessionRow.id.desc())
    )
    return [
        SignedInDevice(
            uid=row.uid,
            user_agent=row.user_agent,
            created_at=row.created_at,
            seen_at=row.seen_at,
            is_this=row.uid == this,
        )
        for row in rows
        if not is_session_over(row.created_at, row.seen_at, now)
    ]


def find_trip_access(actor: Actor, slug: str) -> TripAccess | None:
    """The trip at an address, old or new, if the actor may open it; its `slug` is the new one."""
    found = db.session.execute(
        select(TripRow, _own_role(actor))
        .outerjoin(OldSlugRow, OldSlugRow.trip_id == TripRow.id)
        .where(or_(TripRow.slug == slug, OldSlugRow.slug == slug))
        .order_by((TripRow.slug == slug).desc())
        .limit(1)
    ).first()
    if found is None:
        return None
    row, own = found
    role = role_on_trip(actor, TripRole(own) if own else None)
    return None if role is None else _access(row, role)


def list_trip_access(actor: Actor) -> list[TripAccess]:
    """Every trip the actor may open, the latest first."""
    rows = db.session.execute(
        select(TripRow, _own_role(actor)).order_by(TripRow.starts_on.desc(), TripRow.slug)
    )
    roles = [(row, role_on_trip(actor, TripRole(own) if own else None)) for row, own in rows]
    return [_access(row, role) for row, role in roles if role is not None]


def list_accounts() -> list[Account]:
    """Every account, by e-mail address."""
    rows = db.session.scalars(select(UserRow).order_by(UserRow.email))
    return [Account(actor=actor_of(row), is_disabled=row.disabled_at is not None) for row in rows]


def find_account(email: str) -> Account | None:
    """The account of an address, whatever its capitals."""
    row = db.session.scalar(select(UserRow).where(UserRow.email == email.strip().casefold()))
    return Account(actor=actor_of(row), is_disabled=bool(row.disabled_at)) if row else None


def find_actor(uid: str) -> Actor | None:
    """Who bears this uid, none for nobody."""
    row = db.session.scalar(select(UserRow).where(UserRow.uid == uid))
    return actor_of(row) if row else None


def list_stations(trip_uid: str) -> list[Stop]:
    """The cities of a trip in order, without their hotels: what a known device remembers."""
    rows = db.session.scalars(
        select(StopRow)
        .join(TripRow, TripRow.id == StopRow.trip_id)
        .where(TripRow.uid == trip_uid, StopRow.deleted_at.is_(None))
        .order_by(StopRow.position)
    )
    return [
        Stop(uid=row.uid, city=row.city, arrives_on=row.arrives_on, departs_on=row.departs_on)
        for row in rows
    ]


def check_database() -> None:
    """Do nothing if the database answers. Raises SQLAlchemy's error if it does not."""
    db.session.execute(text("SELECT 1"))


def _own_role(actor: Actor) -> ScalarSelect[TripRole]:
    return (
        select(TripRoleRow.role)
        .join(UserRow, UserRow.id == TripRoleRow.user_id)
        .where(TripRoleRow.trip_id == TripRow.id, UserRow.uid == actor.uid)
        .scalar_subquery()
    )


def _access(row: TripRow, role: TripRole) -> TripAccess:
    return TripAccess(
        uid=row.uid,
        slug=row.slug,
        title=row.title,
        role=role,
        zone=row.zone,
        revision=row.revision,
        is_sample=row.is_sample,
        pretend_now=row.pretend_now,
    )
