"""Delegations and participations."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.participation import DelegateStatus, Level, Permission, Role
from trips.domain.values.text import EMPTY, Text
from trips.extensions import Base
from trips.models.types import EnumText, Identity, TranslatedText, UtcDateTime, WallTime


class DelegationRow(Identity, Base):
    """People who come together."""

    __tablename__ = "delegation"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"), index=True)
    name: Mapped[Text] = mapped_column(TranslatedText)
    country: Mapped[str] = mapped_column(String(2), default="")
    seats: Mapped[int | None]
    head_id: Mapped[int | None] = mapped_column(
        ForeignKey("participation.id", use_alter=True, ondelete="SET NULL")
    )
    contact_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    note: Mapped[str] = mapped_column(LongText, default="")
    version: Mapped[int] = mapped_column(default=1)


class ParticipationRow(Identity, Base):
    """A person in a role on a trip."""

    __tablename__ = "participation"
    __table_args__ = (Index("ix_participation_trip_role", "trip_id", "role"),)

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role] = mapped_column(EnumText(Role))
    present_from: Mapped[date]
    present_to: Mapped[date]
    counts: Mapped[Any] = mapped_column(JSON)
    group_id: Mapped[int | None] = mapped_column(
        ForeignKey("trip_group.id", ondelete="SET NULL"), index=True
    )
    contact_for: Mapped[Text] = mapped_column(TranslatedText)
    arrival_at: Mapped[datetime | None] = mapped_column(WallTime)
    arrival_place: Mapped[str | None] = mapped_column(String(120))
    arrival_number: Mapped[str | None] = mapped_column(String(40))
    departure_at: Mapped[datetime | None] = mapped_column(WallTime)
    departure_place: Mapped[str | None] = mapped_column(String(120))
    departure_number: Mapped[str | None] = mapped_column(String(40))
    consents: Mapped[Any] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(LongText, default="")
    extra: Mapped[Any] = mapped_column(JSON)
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class DelegateRow(Base):
    """What only delegates have; shares the key of its participation."""

    __tablename__ = "delegate"

    participation_id: Mapped[int] = mapped_column(
        ForeignKey("participation.id", ondelete="CASCADE"), primary_key=True
    )
    delegation_id: Mapped[int | None] = mapped_column(
        ForeignKey("delegation.id", ondelete="SET NULL"), index=True
    )
    status: Mapped[DelegateStatus] = mapped_column(EnumText(DelegateStatus))
    level: Mapped[Level | None] = mapped_column(EnumText(Level))
    rank: Mapped[int | None]
    brings: Mapped[Text] = mapped_column(TranslatedText)
    room_wish: Mapped[str] = mapped_column(String(200), default="")
    wants: Mapped[Text] = mapped_column(TranslatedText, default=EMPTY)
    travel_wish: Mapped[str] = mapped_column(LongText, default="")
    nationality: Mapped[str] = mapped_column(String(2), default="")
    documents: Mapped[Any] = mapped_column(JSON, default=list)
    visa: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    permission: Mapped[Permission] = mapped_column(EnumText(Permission), default=Permission.UNKNOWN)
    answers: Mapped[Any] = mapped_column(JSON, default=list)
    to_review: Mapped[Any] = mapped_column(JSON, default=list)
    replaces_id: Mapped[int | None] = mapped_column(
        ForeignKey("participation.id", ondelete="SET NULL"), index=True
    )
    status_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
