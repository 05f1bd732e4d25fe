"""History."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from trips.extensions import Base
from trips.models.types import UID_LENGTH, UtcDateTime


class HistoryRow(Base):
    """Who changed what, when, from what to what. Append-only; undo reads it."""

    __tablename__ = "history"
    __table_args__ = (Index("ix_history_trip_at", "trip_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    trip_id: Mapped[int | None] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(120))
    verb: Mapped[str] = mapped_column(String(40))
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_uid: Mapped[str] = mapped_column(String(UID_LENGTH), index=True)
    before: Mapped[Any] = mapped_column(JSON)
    after: Mapped[Any] = mapped_column(JSON)
    step: Mapped[str] = mapped_column(String(UID_LENGTH), default="", index=True)
    """The same for all that one write changed: undo takes it back as a whole."""
    undoes: Mapped[str] = mapped_column(String(UID_LENGTH), default="", index=True)
    """The step that this one takes back."""
