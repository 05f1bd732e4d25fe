"""The outbox: from a draft over somebody's yes to a mail that is sent once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.mail import (
    EDITABLE,
    MailKind,
    MailState,
    MailText,
    leads_nowhere,
    next_attempt,
    with_public_links,
)
from trips.domain.values.wire import to_wire
from trips.extensions import doors
from trips.models.mail import MailRow
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.services.job import add_job
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit

SEND = "mail"
"""The kind of job that sends one."""
UNKNOWN = "outcome_unknown"
THREAD = 10
"""At most so many earlier mails are named as those that a mail follows."""
HOSTING = frozenset({MailKind.HOST_REQUEST, MailKind.HOST_REMINDER})
REGISTERING = frozenset(MailKind) - HOSTING - {MailKind.CHANGE}
FAMILIES = (HOSTING, frozenset({MailKind.CHANGE}), REGISTERING)
"""Kinds of mail that speak of one matter."""


class NotSendableError(Exception):
    """A mail that cannot go as it is: a code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """A mail that a worker has in hand."""

    uid: str
    text: MailText
    recipient_name: str
    locale: str
    message_id: str
    sender_name: str
    reply_to: str
    kind: MailKind
    trip: str
    """What the trip is called in the language of the mail."""
    slug: str
    thread: tuple[str, ...]
    """Message ids of what the same person got about the same matter, the oldest first."""


def edit_mail(trip: str, uid: str, change: Change, *, actor: Actor, now: datetime) -> MailText:
    """Change the words of a mail that has not gone. Raises `MissingError`, `ConflictError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid, EDITABLE)
        old = text_of(row)
        new = merge(old, change)
        if new != old:
            assign(row, new)
            row.is_edited = True
            row.version += 1
            _record(work, "edit", row)
        return new


def approve_mails(trip: str, uids: Sequence[str], host: str, *, actor: Actor, now: datetime) -> int:
    """Let drafts go, or failed ones once more; how many. All or none.

    `host` makes the message ids. The jobs that send them are committed with the yes, so that
    neither is lost. Raises `MissingError` where one has gone already, `NotSendableError` where
    one has no address, no words or a link that works on this machine only.
    """
    with unit(actor, now, trip=trip) as work:
        for uid in uids:
            row = _row(work, uid, EDITABLE)
            if not row.recipient:
                raise NotSendableError("no_address")
            if not row.subject or not row.body:
                raise NotSendableError("no_words")
            row.body = _with_links(row.body)
            row.state = MailState.APPROVED
            row.key = None  # what comes later is another mail
            row.due_at, row.attempts, row.error = now, 0, ""
            row.sender_name, row.reply_to = actor.name, actor.email
            row.message_id = f"{row.uid}.{new_uid()}@{host}"
            row.version += 1
            payload = {"mail": row.uid, "message": row.message_id}
            add_job(work, SEND, payload, f"{SEND}:{row.message_id}"[:120])
            _record(work, "send", row)
        return len(uids)


def discard_mail(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a draft aside; it can be taken up again. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid, EDITABLE)
        row.state, row.key = MailState.DISCARDED, None
        row.version += 1
        _record(work, "discard", row)


def restore_mail(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take up a mail again that was put aside. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid, {MailState.DISCARDED})
        row.state = MailState.DRAFT
        row.version += 1
        _record(work, "restore", row)


def take_mail(message_id: str, *, actor: Actor, now: datetime) -> Parcel | None:
    """Take a mail into the hand; none if it is not to be sent (any more).

    From now on only the worker that has it knows whether it was sent: where that worker died,
    the next one says so instead of sending it twice.
    """
    with unit(actor, now) as work:
        row = _by_message(work, message_id)
        if row is None or row.state not in {MailState.APPROVED, MailState.SENDING}:
            return None
        if row.state is MailState.SENDING:
            row.state, row.error = MailState.FAILED, UNKNOWN
            row.version += 1
            return None
        row.state = MailState.SENDING
        row.attempts += 1
        return Parcel(
            uid=row.uid,
            text=text_of(row),
            recipient_name=row.recipient_name,
            locale=row.locale,
            message_id=row.message_id,
            sender_name=row.sender_name,
            reply_to=row.reply_to,
            **_setting(work, row),
        )


def finish_mail(message_id: str, state: MailState, *, actor: Actor, now: datetime) -> None:
    """Say that a mail is sent, or written as a file."""
    with unit(actor, now) as work:
        row = _by_message(work, message_id)
        if row is not None:
            row.state, row.error = state, ""
            row.sent_at, row.due_at = now, None
            row.version += 1


def fail_mail(
    message_id: str, code: str, *, is_temporary: bool, actor: Actor, now: datetime
) -> datetime | None:
    """Say that a mail was not taken; when it is tried again, none if it is not."""
    with unit(actor, now) as work:
        row = _by_message(work, message_id)
        if row is None:
            return None
        again = next_attempt(row.attempts, now) if is_temporary else None
        row.state = MailState.APPROVED if again else MailState.FAILED
        row.error, row.due_at = code, again
        row.version += 1
        return again


def _setting(work: Unit, row: MailRow) -> dict[str, Any]:
    """What a mail belongs to: its kind, its trip, what went before it."""
    trip = work.session.get_one(TripRow, row.trip_id)
    family = next((kinds for kinds in FAMILIES if row.kind in kinds), REGISTERING)
    query = (
        select(MailRow.message_id)
        .where(
            MailRow.trip_id == row.trip_id,
            MailRow.person_id.is_not(None),
            MailRow.person_id == row.person_id,
            MailRow.kind.in_(family),
            MailRow.state.in_((MailState.SENT, MailState.WRITTEN)),
        )
        .order_by(MailRow.sent_at.desc(), MailRow.id.desc())
        .limit(THREAD)
    )
    earlier = tuple(reversed(work.session.scalars(query).all()))
    title = trip.title.shown(row.locale).text
    return {"kind": row.kind, "trip": title, "slug": trip.slug, "thread": earlier}


def text_of(row: MailRow) -> MailText:
    """The words of a row."""
    return MailText(recipient=row.recipient, subject=row.subject, body=row.body)


def _with_links(body: str) -> str:
    """The text with links that others can open. Raises `NotSendableError` as long as none can."""
    if not leads_nowhere(body):
        return body
    settings = doors().settings
    if settings.is_local:
        raise NotSendableError("local")
    return with_public_links(body, settings.base_url)


def _row(work: Unit, uid: str, states: frozenset[MailState] | set[MailState]) -> MailRow:
    query = select(MailRow).where(MailRow.uid == uid, MailRow.trip_id == _trip(work).id)
    row = work.session.scalar(query.with_for_update())
    if row is None or row.state not in states:
        raise MissingError(uid)
    return row


def _by_message(work: Unit, message_id: str) -> MailRow | None:
    query = select(MailRow).where(MailRow.message_id == message_id)
    return work.session.scalar(query.with_for_update())


def _trip(work: Unit) -> TripRow:
    if work.trip is None:
        message = "a mail is written in a trip"
        raise RuntimeError(message)
    return work.trip


def _record(work: Unit, verb: str, row: MailRow) -> None:
    """What is written to whom is personal: the history knows the occasion only."""
    after: dict[str, Any] = {"kind": to_wire(row.kind), "state": to_wire(row.state)}
    work.record(verb, ("mail", row.uid), None, after, is_revision=False)
