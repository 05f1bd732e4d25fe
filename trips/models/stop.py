"""Stops, hotels and legs."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.stop import BookingStatus, LegMode
from trips.domain.values.text import Text
from trips.extensions import Base
from trips.models.types import EnumText, Identity, TranslatedText, UtcDateTime, WallTime


class StopRow(Identity, Base):
    """A city with dates."""

    __tablename__ = "stop"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    city: Mapped[Text] = mapped_column(TranslatedText)
    arrives_on: Mapped[date]
    departs_on: Mapped[date]
    country: Mapped[str] = mapped_column(String(2))
    region: Mapped[str] = mapped_column(String(6), default="")
    zone: Mapped[str] = mapped_column(String(64))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    text: Mapped[Text] = mapped_column(TranslatedText)
    hospital: Mapped[Text] = mapped_column(TranslatedText)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class HotelRow(Identity, Base):
    """Where people sleep at a stop."""

    __tablename__ = "hotel"

    stop_id: Mapped[int] = mapped_column(ForeignKey("stop.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    street: Mapped[str] = mapped_column(String(200), default="")
    postal_code: Mapped[str] = mapped_column(String(20), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    website: Mapped[str] = mapped_column(String(300), default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    check_in_from: Mapped[time | None]
    check_out_until: Mapped[time | None]
    breakfast: Mapped[str] = mapped_column(String(60), default="")
    rooms: Mapped[int | None]
    booking: Mapped[BookingStatus] = mapped_column(EnumText(BookingStatus))
    note: Mapped[str] = mapped_column(LongText, default="")


class LegRow(Identity, Base):
    """The movement between two stops."""

    __tablename__ = "leg"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"), index=True)
    from_stop_id: Mapped[int] = mapped_column(ForeignKey("stop.id", ondelete="CASCADE"), index=True)
    to_stop_id: Mapped[int] = mapped_column(ForeignKey("stop.id", ondelete="CASCADE"), index=True)
    mode: Mapped[LegMode] = mapped_column(EnumText(LegMode))
    departs: Mapped[datetime] = mapped_column(WallTime)
    arrives: Mapped[datetime] = mapped_column(WallTime)
    departs_utc: Mapped[datetime] = mapped_column(UtcDateTime)
    arrives_utc: Mapped[datetime] = mapped_column(UtcDateTime)
    from_station: Mapped[str] = mapped_column(String(120), default="")
    to_station: Mapped[str] = mapped_column(String(120), default="")
    carrier: Mapped[str] = mapped_column(String(120), default="")
    number: Mapped[str] = mapped_column(String(40), default="")
    coach: Mapped[str] = mapped_column(String(40), default="")
    seats: Mapped[str] = mapped_column(String(120), default="")
    booking: Mapped[BookingStatus] = mapped_column(EnumText(BookingStatus))
    booking_reference: Mapped[str] = mapped_column(String(60), default="")
    text: Mapped[Text] = mapped_column(TranslatedText)
    note: Mapped[str] = mapped_column(LongText, default="")
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
