"""Views and presets that somebody has named."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from trips.extensions import Base
from trips.models.types import Identity, UtcDateTime


class SavedListRow(Identity, Base):
    """Filters, order and columns under a name: a view of the screen or a preset of the export."""

    __tablename__ = "saved_list"

    trip_id: Mapped[int | None] = mapped_column(
        ForeignKey("trip.id", ondelete="CASCADE"), index=True
    )
    """None holds for every trip."""
    user_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), index=True
    )
    """Whose it is; none is everybody's."""
    kind: Mapped[str] = mapped_column(String(24))
    name: Mapped[str] = mapped_column(String(80))
    settings: Mapped[Any] = mapped_column(JSON)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
