"""The outbox."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.mail import MailKind, MailState
from trips.extensions import Base
from trips.models.types import EnumText, Identity, UtcDateTime


class MailRow(Identity, Base):
    """A mail to one person, from draft to sent."""

    __tablename__ = "mail"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"), index=True)
    release_id: Mapped[int | None] = mapped_column(
        ForeignKey("release.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    kind: Mapped[MailKind] = mapped_column(EnumText(MailKind))
    state: Mapped[MailState] = mapped_column(EnumText(MailState), index=True)
    key: Mapped[str | None] = mapped_column(String(120), unique=True)
    """Idempotency: one draft for a person and an occasion."""
    locale: Mapped[str] = mapped_column(String(12))
    recipient: Mapped[str] = mapped_column(String(254), default="")
    recipient_name: Mapped[str] = mapped_column(String(200), default="")
    subject: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(LongText)
    changes: Mapped[Any] = mapped_column(JSON)
    """What it tells, as data; drafts of a later release are worded from it anew."""
    is_edited: Mapped[bool] = mapped_column(default=False)
    """True once somebody has changed the wording: it is then no longer written over."""
    sender_name: Mapped[str] = mapped_column(String(200), default="")
    """Who has said yes: their name and their address to answer to."""
    reply_to: Mapped[str] = mapped_column(String(254), default="")
    message_id: Mapped[str] = mapped_column(String(200), default="", index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
