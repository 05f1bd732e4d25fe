"""What an administrator does with accounts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from trips.domain.account.user import Actor, InstanceRole, Theme, TripRole
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.models.user import SignInAttemptRow, TripRoleRow, UserRow, UserSessionRow
from trips.queries.account import actor_of, hash_token
from trips.services.password import hash_password
from trips.services.unit import MissingError, Unit, unit


class EmailTakenError(ValueError):
    """An account with this address exists."""


@dataclass(frozen=True, kw_only=True)
class NewUser:
    """An account to be made."""

    email: str
    name: str
    password: str
    role: InstanceRole = InstanceRole.MEMBER
    locale: str = ""


def create_user(
    new: NewUser, actor: Actor, now: datetime, *, trip: tuple[str, TripRole] | None = None
) -> Actor:
    """Make an account, on `trip` (slug, role) if given.

    Raises `EmailTakenError`, and `MissingError` for no such trip.
    """
    email = new.email.strip().casefold()
    hashed = hash_password(new.password)
    with unit(actor, now) as work:
        if work.session.scalar(select(UserRow.id).where(UserRow.email == email)):
            raise EmailTakenError(email)
        user = UserRow(
            uid=new_uid(),
            email=email,
            name=new.name or email.partition("@")[0],
            password_hash=hashed,
            role=new.role,
            locale=new.locale,
            theme=Theme.AUTO,
            created_at=now,
        )
        work.session.add(user)
        work.session.flush()
        if trip:
            _grant(work, user, *trip)
        work.record("create", ("user", user.uid), after={"role": new.role.value})
        return actor_of(user)


def set_password(email: str, password: str, actor: Actor, now: datetime) -> None:
    """Give an account a new password and sign it out everywhere. Raises `MissingError`."""
    hashed = hash_password(password)
    with unit(actor, now) as work:
        user = _get_user(work, email)
        user.password_hash = hashed
        _sign_out(work, user)
        work.session.execute(
            delete(SignInAttemptRow).where(SignInAttemptRow.email_hash == hash_token(user.email))
        )
        work.record("set_password", ("user", user.uid))


def set_role(email: str, role: InstanceRole, actor: Actor, now: datetime) -> None:
    """Change what somebody is in the house. Raises `MissingError`."""
    with unit(actor, now) as work:
        user = _get_user(work, email)
        before, user.role = user.role, role
        work.record(
            "set_role", ("user", user.uid), {"role": before.value}, after={"role": role.value}
        )


def grant_trip(email: str, slug: str, role: TripRole, actor: Actor, now: datetime) -> None:
    """Give somebody a role on a trip, in place of the one they have. Raises `MissingError`."""
    with unit(actor, now) as work:
        user = _get_user(work, email)
        _grant(work, user, slug, role)
        work.record("grant", ("user", user.uid), after={"trip": slug, "role": role.value})


def set_disabled(email: str, actor: Actor, now: datetime, *, is_disabled: bool) -> None:
    """Shut an account out at its next request, or let it in again. Raises `MissingError`."""
    with unit(actor, now) as work:
        user = _get_user(work, email)
        user.disabled_at = now if is_disabled else None
        _sign_out(work, user)
        work.record("disable" if is_disabled else "enable", ("user", user.uid))


def _get_user(work: Unit, email: str) -> UserRow:
    user = work.session.scalar(select(UserRow).where(UserRow.email == email.strip().casefold()))
    if user is None:
        raise MissingError(email)
    return user


def _grant(work: Unit, user: UserRow, slug: str, role: TripRole) -> None:
    trip_id = work.session.scalar(select(TripRow.id).where(TripRow.slug == slug))
    if trip_id is None:
        raise MissingError(slug)
    work.session.merge(TripRoleRow(user_id=user.id, trip_id=trip_id, role=role))


def _sign_out(work: Unit, user: UserRow) -> None:
    work.session.execute(delete(UserSessionRow).where(UserSessionRow.user_id == user.id))
