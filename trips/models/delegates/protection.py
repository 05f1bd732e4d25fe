"""Encrypted fields, who read them, and what was deleted on its date."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from trips.extensions import Base
from trips.models.types import UID_LENGTH, Identity, UtcDateTime


class SealedValueRow(Base):
    """One encrypted field of a participation, bound to it and to the field's name."""

    __tablename__ = "sealed_value"
    __table_args__ = (UniqueConstraint("participation_id", "field"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    participation_id: Mapped[int] = mapped_column(
        ForeignKey("participation.id", ondelete="CASCADE")
    )
    field: Mapped[str] = mapped_column(String(40))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    key: Mapped[str] = mapped_column(String(16), index=True)
    """Which key it is sealed with."""
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReadingRow(Base):
    """Somebody read protected fields of a person: which, when, what for; never their values."""

    __tablename__ = "reading"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    actor_uid: Mapped[str] = mapped_column(String(UID_LENGTH), default="")
    actor_name: Mapped[str] = mapped_column(String(200), default="")
    trip_id: Mapped[int | None] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    subject: Mapped[str] = mapped_column(String(UID_LENGTH), index=True)
    """uid of the participation."""
    fields: Mapped[Any] = mapped_column(JSON)
    purpose: Mapped[str] = mapped_column(String(60))


class PurgeRunRow(Identity, Base):
    """A run of the purge: what it removed, in numbers."""

    __tablename__ = "purge_run"

    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    actor_name: Mapped[str] = mapped_column(String(200), default="")
    counts: Mapped[Any] = mapped_column(JSON)
