"""Trips, their old addresses, groups and days."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.trip import TripKind, TripStatus
from trips.domain.values.text import Text
from trips.extensions import Base
from trips.models.types import EnumText, Identity, TranslatedText, UtcDateTime


class TripRow(Identity, Base):
    """A trip. `revision` rises with every change of anything in it, `version` with its own."""

    __tablename__ = "trip"

    slug: Mapped[str] = mapped_column(String(80), unique=True)
    kind: Mapped[TripKind] = mapped_column(EnumText(TripKind))
    title: Mapped[Text] = mapped_column(TranslatedText)
    subtitle: Mapped[Text] = mapped_column(TranslatedText)
    summary: Mapped[Text] = mapped_column(TranslatedText)
    starts_on: Mapped[date] = mapped_column(index=True)
    ends_on: Mapped[date]
    zone: Mapped[str] = mapped_column(String(64))
    status: Mapped[TripStatus] = mapped_column(EnumText(TripStatus))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"), index=True)
    inviting_body_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    client_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    contractor_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    number: Mapped[str] = mapped_column(String(60), default="")
    aims: Mapped[Any] = mapped_column(JSON)
    learning_questions: Mapped[Any] = mapped_column(JSON)
    practical: Mapped[Any] = mapped_column(JSON)
    emergency_phone: Mapped[str] = mapped_column(String(60), default="")
    languages: Mapped[Any] = mapped_column(JSON)
    provenance: Mapped[Text] = mapped_column(TranslatedText)
    limits: Mapped[Any] = mapped_column(JSON, default=list)
    registration: Mapped[Any] = mapped_column(JSON, default=dict)
    data_protection: Mapped[Any] = mapped_column(JSON, default=dict)
    is_template: Mapped[bool] = mapped_column(default=False)
    is_sample: Mapped[bool] = mapped_column(default=False)
    pretend_now: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revision: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class OldSlugRow(Base):
    """An address a trip once had; it keeps working."""

    __tablename__ = "old_slug"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"), index=True)


class GroupRow(Base):
    """A group of a trip; its code is unique there."""

    __tablename__ = "trip_group"
    __table_args__ = (UniqueConstraint("trip_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(8))
    name: Mapped[Text] = mapped_column(TranslatedText)
    seats: Mapped[int | None]


class DayNoteRow(Base):
    """What the programme says about a whole day."""

    __tablename__ = "day_note"
    __table_args__ = (UniqueConstraint("trip_id", "on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    on: Mapped[date]
    sentence: Mapped[Text] = mapped_column(TranslatedText)
    dress: Mapped[Text] = mapped_column(TranslatedText)
    bring: Mapped[Text] = mapped_column(TranslatedText)
    words: Mapped[Any] = mapped_column(JSON)
