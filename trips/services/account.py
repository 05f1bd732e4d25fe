"""Signing in and out, and what people change about their own account."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select, update

from trips.domain.account.password import PasswordFlaw, flaw_of
from trips.domain.account.user import ABSOLUTE_LIMIT, COMMAND_LINE, Actor, Theme, wait_after
from trips.extensions import db
from trips.models.user import SignInAttemptRow, UserRow, UserSessionRow
from trips.queries.account import hash_token
from trips.services.password import hash_password, is_outdated, is_right
from trips.services.unit import MissingError, Unit, unit

MOST_USER_AGENT: Final = 200
FORGET_ATTEMPTS_AFTER: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Credentials:
    """What somebody typed to sign in."""

    email: str
    password: str


def sign_in(credentials: Credentials, user_agent: str, now: datetime) -> str | None:
    """Open a session and return its token; none if refused, whatever the reason.

    The attempt is counted before the password is looked at, so that a hundred guesses at once
    are a hundred guesses; an address without an account is counted in the same way.
    """
    email = credentials.email.strip().casefold()
    kept = db.session.scalar(
        select(UserRow.password_hash).where(UserRow.email == email, UserRow.disabled_at.is_(None))
    )
    is_let_try = _count_attempt(email, now)
    if not is_right(credentials.password, kept) or not is_let_try:
        return None
    with unit(COMMAND_LINE, now) as work:
        user = work.session.scalar(
            select(UserRow).where(UserRow.email == email, UserRow.disabled_at.is_(None))
        )
        if user is None or user.password_hash != kept:
            return None
        if is_outdated(user.password_hash):
            user.password_hash = hash_password(credentials.password)
        _forget_attempts(work, email)
        return _open_session(work, user, user_agent)


def sign_out(token: str, now: datetime) -> None:
    """End the session of a token, if there is one."""
    with unit(COMMAND_LINE, now) as work:
        work.session.execute(
            delete(UserSessionRow).where(UserSessionRow.token_hash == hash_token(token))
        )


def note_seen(session_uid: str, now: datetime) -> None:
    """Write that a session is in use; the caller does so at most every five minutes."""
    with unit(COMMAND_LINE, now) as work:
        work.session.execute(
            update(UserSessionRow).where(UserSessionRow.uid == session_uid).values(seen_at=now)
        )


def end_session(actor: Actor, session_uid: str, now: datetime) -> None:
    """End one of the actor's own sessions. Raises `MissingError` for any other."""
    with unit(actor, now) as work:
        row = work.session.scalar(
            select(UserSessionRow).where(
                UserSessionRow.uid == session_uid,
                UserSessionRow.user_id == _get_user(work, actor.uid).id,
            )
        )
        if row is None:
            raise MissingError(session_uid)
        work.session.delete(row)


def end_all_sessions(actor: Actor, now: datetime) -> None:
    """Sign the actor out everywhere, here too."""
    with unit(actor, now) as work:
        _end_sessions(work, _get_user(work, actor.uid))


def change_password(
    actor: Actor, old: str, new: str, user_agent: str, now: datetime
) -> str | PasswordFlaw | None:
    """Set the actor's password and return the token of a fresh session; all others end.

    Returns the flaw of a bad new password, or none if the old one is wrong.
    """
    flaw = flaw_of(new, email=actor.email, name=actor.name)
    if flaw:
        return flaw
    kept = db.session.scalar(select(UserRow.password_hash).where(UserRow.uid == actor.uid))
    if not is_right(old, kept):
        return None
    fresh = hash_password(new)
    with unit(actor, now) as work:
        user = _get_user(work, actor.uid)
        if user.password_hash != kept:
            return None
        user.password_hash = fresh
        _end_sessions(work, user)
        work.record("change_password", ("user", user.uid))
        return _open_session(work, user, user_agent)


def set_locale(actor: Actor, locale: str, now: datetime) -> None:
    """Remember the language that the actor reads."""
    with unit(actor, now) as work:
        _get_user(work, actor.uid).locale = locale


def set_theme(actor: Actor, theme: Theme, now: datetime) -> None:
    """Remember how the actor wants pages lit."""
    with unit(actor, now) as work:
        _get_user(work, actor.uid).theme = theme


def _count_attempt(email: str, now: datetime) -> bool:
    """Count one attempt for an address; False while the address has to wait."""
    key = hashlib.sha256(email.encode()).digest()
    with unit(COMMAND_LINE, now) as work:
        work.session.execute(
            delete(SignInAttemptRow).where(SignInAttemptRow.last_at < now - FORGET_ATTEMPTS_AFTER)
        )
        row = work.session.scalar(
            select(SignInAttemptRow).where(SignInAttemptRow.email_hash == key).with_for_update()
        )
        if row is None:
            row = SignInAttemptRow(email_hash=key, failures=0, waits_until=None, last_at=now)
            work.session.add(row)
        if row.waits_until and row.waits_until > now:
            return False
        row.failures += 1
        row.last_at = now
        wait = wait_after(row.failures)
        row.waits_until = now + wait if wait else None
    return True


def _forget_attempts(work: Unit, email: str) -> None:
    key = hashlib.sha256(email.encode()).digest()
    work.session.execute(delete(SignInAttemptRow).where(SignInAttemptRow.email_hash == key))


def _open_session(work: Unit, user: UserRow, user_agent: str) -> str:
    work.session.execute(
        delete(UserSessionRow).where(
            UserSessionRow.user_id == user.id,
            UserSessionRow.created_at < work.now - ABSOLUTE_LIMIT,
        )
    )
    token = secrets.token_urlsafe(32)
    work.session.add(
        UserSessionRow(
            user_id=user.id,
            token_hash=hash_token(token),
            user_agent=user_agent[:MOST_USER_AGENT],
            created_at=work.now,
            seen_at=work.now,
        )
    )
    return token


def _end_sessions(work: Unit, user: UserRow) -> None:
    work.session.execute(delete(UserSessionRow).where(UserSessionRow.user_id == user.id))


def _get_user(work: Unit, uid: str) -> UserRow:
    user = work.session.scalar(select(UserRow).where(UserRow.uid == uid).with_for_update())
    if user is None:
        raise MissingError(uid)
    return user
