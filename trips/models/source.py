"""Sources and attachments."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.extensions import Base
from trips.models.types import UID_LENGTH, Identity, UtcDateTime


class SourceRow(Identity, Base):
    """Where a fact came from, and who entered it."""

    __tablename__ = "source"
    __table_args__ = (Index("ix_source_trip_subject", "trip_id", "subject"),)

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    subject: Mapped[str] = mapped_column(String(UID_LENGTH))
    text: Mapped[str] = mapped_column(LongText)
    entered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    entered_by: Mapped[str] = mapped_column(String(120), default="")
    attachment_id: Mapped[int | None] = mapped_column(
        ForeignKey("attachment.id", ondelete="SET NULL"), index=True
    )


class AttachmentRow(Identity, Base):
    """A file somebody gave us; on disk it bears its uid, never the user's name for it."""

    __tablename__ = "attachment"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"), index=True)
    filename: Mapped[str] = mapped_column(String(200))
    content_type: Mapped[str] = mapped_column(String(120))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    purpose: Mapped[str] = mapped_column(String(40))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    purge_on: Mapped[date | None]
