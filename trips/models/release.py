"""Releases."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.extensions import Base
from trips.models.types import Identity, UtcDateTime


class ReleaseRow(Identity, Base):
    """A numbered, immutable version of the programme: never updated, never deleted."""

    __tablename__ = "release"
    __table_args__ = (UniqueConstraint("trip_id", "number"),)

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(LongText, default="")
    author: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revision: Mapped[int]
    """The revision of the trip that was released."""
    bundle: Mapped[str] = mapped_column(LongText)
    """The trip in the canonical form of bundles, people by uid only."""
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the bundle, so that a changed one is noticed."""
    calendar: Mapped[Any] = mapped_column(JSON)
    """By uid of every item and leg ever released: sequence, last change, whether cancelled."""
