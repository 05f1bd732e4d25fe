"""Registrations as they are typed."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from trips.extensions import Base
from trips.models.types import UtcDateTime


class RegistrationDraftRow(Base):
    """What somebody has typed so far, valid or not; gone once its station is submitted."""

    __tablename__ = "registration_draft"

    participation_id: Mapped[int] = mapped_column(
        ForeignKey("participation.id", ondelete="CASCADE"), primary_key=True
    )
    station: Mapped[str] = mapped_column(String(24), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    """The fields of the form as JSON, encrypted: passports and diets are among them."""
    key: Mapped[str] = mapped_column(String(16))
    """Which key it is sealed with."""
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_done: Mapped[bool] = mapped_column(default=False)
    """True once the station was left with everything in it."""
    version: Mapped[int] = mapped_column(default=1)
