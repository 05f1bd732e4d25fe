"""Programme items with their groups, hosts and speakers."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.item import HostStatus, ItemKind, ItemStatus, TransferMode
from trips.domain.values.text import Text
from trips.extensions import Base
from trips.models.types import EnumText, Identity, TranslatedText, UtcDateTime, WallTime


class ItemRow(Identity, Base):
    """A programme item. Deleted ones stay, so that calendars can cancel them."""

    __tablename__ = "item"
    __table_args__ = (Index("ix_item_trip_starts", "trip_id", "starts"),)

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    stop_id: Mapped[int | None] = mapped_column(ForeignKey("stop.id"), index=True)
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), index=True)
    kind: Mapped[ItemKind] = mapped_column(EnumText(ItemKind))
    status: Mapped[ItemStatus] = mapped_column(EnumText(ItemStatus))
    title: Mapped[Text] = mapped_column(TranslatedText)
    text: Mapped[Text] = mapped_column(TranslatedText)
    starts: Mapped[datetime] = mapped_column(WallTime)
    ends: Mapped[datetime] = mapped_column(WallTime)
    starts_utc: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_utc: Mapped[datetime] = mapped_column(UtcDateTime)
    is_start_assumed: Mapped[bool] = mapped_column(default=False)
    is_end_assumed: Mapped[bool] = mapped_column(default=False)
    is_unplaced: Mapped[bool] = mapped_column(default=False)
    room: Mapped[str] = mapped_column(String(120), default="")
    meeting_point: Mapped[Text] = mapped_column(TranslatedText)
    internal_note: Mapped[str] = mapped_column(LongText, default="")
    # PostgreSQL reads a column definition `format JSON` as a clause of its own.
    format: Mapped[Text] = mapped_column("item_format", TranslatedText)
    dress: Mapped[Text] = mapped_column(TranslatedText)
    floor_languages: Mapped[Any] = mapped_column(JSON)
    themes: Mapped[Any] = mapped_column(JSON)
    capacity: Mapped[int | None]
    transfer_mode: Mapped[TransferMode | None] = mapped_column(EnumText(TransferMode))
    vehicle: Mapped[str] = mapped_column(String(60), default="")
    materials: Mapped[str] = mapped_column(LongText, default="")
    extra: Mapped[Any] = mapped_column(JSON)
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sequence: Mapped[int] = mapped_column(default=0)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class ItemGroupRow(Base):
    """The item is for this group."""

    __tablename__ = "item_group"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("item.id", ondelete="CASCADE"), primary_key=True
    )
    group_id: Mapped[int] = mapped_column(
        ForeignKey("trip_group.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class ItemHostRow(Base):
    """Who receives the group at the item."""

    __tablename__ = "item_host"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("item.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    status: Mapped[HostStatus] = mapped_column(EnumText(HostStatus))


class ItemSpeakerRow(Base):
    """Who speaks at the item."""

    __tablename__ = "item_speaker"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("item.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    function: Mapped[Text] = mapped_column(TranslatedText)
