"""When delegates were last written to about registering."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trips.domain.mail import MailKind, MailState
from trips.extensions import db
from trips.models.mail import MailRow
from trips.models.trip import TripRow

_KINDS = (MailKind.INVITATION, MailKind.REMINDER)


@dataclass(frozen=True)
class Told:
    """The last mail that asked somebody to register."""

    kind: MailKind
    sent_at: datetime | None
    """None while it waits in the outbox."""


def list_told(trip_uid: str) -> dict[str, Told]:
    """The last invitation or reminder, by uid of the participation or delegation it is about."""
    query = (
        select(MailRow.changes, MailRow.kind, MailRow.sent_at)
        .join(TripRow, TripRow.id == MailRow.trip_id)
        .where(TripRow.uid == trip_uid, MailRow.kind.in_(_KINDS))
        .where(MailRow.state != MailState.DISCARDED)
        .order_by(MailRow.id)
    )
    return {
        str(changes.get("about", "")): Told(kind, sent_at)
        for changes, kind, sent_at in db.session.execute(query)
    }
