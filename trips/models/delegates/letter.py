"""Letters that went out under a number."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from trips.extensions import Base
from trips.models.types import Identity, UtcDateTime


class LetterRow(Identity, Base):
    """An invitation letter or a note verbale: its number, what it names, never a passport."""

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("trip_id", "number"),)

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    participation_id: Mapped[int | None] = mapped_column(
        ForeignKey("participation.id", ondelete="SET NULL"), index=True
    )
    delegation_id: Mapped[int | None] = mapped_column(
        ForeignKey("delegation.id", ondelete="SET NULL"), index=True
    )
    kind: Mapped[str] = mapped_column(String(24))
    number: Mapped[int]
    """Counts up within the trip and is never used again."""
    reference: Mapped[str] = mapped_column(String(60))
    locale: Mapped[str] = mapped_column(String(12))
    dated: Mapped[date]
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    issued_by: Mapped[str] = mapped_column(String(200), default="")
    has_passport: Mapped[bool] = mapped_column(default=False)
    facts: Mapped[Any] = mapped_column(JSON)
    """What the letter says beside the person: purpose, days, stays, who pays, who signs."""
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
