"""A mail to a host has gone: from then on the host counts as asked."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from trips.domain.account.user import COMMAND_LINE, Actor
from trips.domain.item import HostStatus
from trips.domain.mail import MailKind, MailState
from trips.models.mail import MailRow
from trips.models.trip import TripRow
from trips.models.user import UserRow
from trips.queries.account import actor_of
from trips.queries.snapshot import get_snapshot
from trips.services.planning.item_rows import ItemWriter
from trips.services.unit import unit

HOST_MAILS = (MailKind.HOST_REQUEST, MailKind.HOST_REMINDER)
GONE = (MailState.SENT, MailState.WRITTEN)


def note_asked(message_id: str, *, now: datetime) -> bool:
    """Note that the host of a mail that has gone was asked; true if that is news.

    It is a step of whoever let the mail go, so they can take it back. A host about whom somebody
    has noted anything meanwhile stays as noted; an item or host that is gone stays gone.
    """
    with unit(COMMAND_LINE, now) as work:
        row = work.session.scalar(
            select(MailRow).where(
                MailRow.message_id == message_id,
                MailRow.kind.in_(HOST_MAILS),
                MailRow.state.in_(GONE),
            )
        )
        trip = work.session.get(TripRow, row.trip_id) if row else None
        if row is None or trip is None or "host" not in (row.changes or {}):
            return False
        asked = (trip.uid, row.changes["about"], row.changes["host"])
        actor = _sender(work.session, row.reply_to)
    return _note(*asked, actor=actor, now=now)


def _note(trip: str, uid: str, host: str, *, actor: Actor, now: datetime) -> bool:
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = snapshot.item_by_uid.get(uid)
        if old is None:
            return False
        hosts = tuple(
            replace(each, status=HostStatus.REQUESTED)
            if each.key == host and each.status is HostStatus.OPEN
            else each
            for each in old.hosts
        )
        if hosts == old.hosts:
            return False
        writer = ItemWriter(work, snapshot)
        writer.update(old, replace(old, hosts=hosts), "ask_host")
        writer.finish()
        return True


def _sender(session: Session, email: str) -> Actor:
    """Who let a mail go; the house itself where they have left it."""
    row = session.scalar(select(UserRow).where(UserRow.email == email))
    return actor_of(row) if row else COMMAND_LINE
