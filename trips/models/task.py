"""The team's tasks, and what people have said about findings."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.values.text import Text
from trips.extensions import Base
from trips.models.types import Identity, TranslatedText, UtcDateTime


class TaskRow(Identity, Base):
    """Something to do until a day: the team's own, or a milestone of the trip's kind."""

    __tablename__ = "task"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"), index=True)
    title: Mapped[Text] = mapped_column(TranslatedText)
    note: Mapped[str] = mapped_column(LongText, default="")
    owner_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    due_on: Mapped[date | None]
    milestone: Mapped[str] = mapped_column(String(40), default="")
    """Code of the milestone it comes from."""
    offset_days: Mapped[int | None]
    """Days from the first day of the trip; such a task moves with the trip's dates."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by: Mapped[str] = mapped_column(String(200), default="")
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)


class FindingMarkRow(Identity, Base):
    """Who cares for a finding until when, or why it is accepted as it is."""

    __tablename__ = "finding_mark"
    __table_args__ = (UniqueConstraint("trip_id", "key"),)

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(64))
    """Hash of the code and the subjects: the same finding tomorrow."""
    owner_id: Mapped[int | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )
    due_on: Mapped[date | None]
    accepted_facts: Mapped[str] = mapped_column(String(64), default="")
    """Hash of the facts that were accepted; other facts are a new finding."""
    reason: Mapped[str] = mapped_column(LongText, default="")
    accepted_by: Mapped[str] = mapped_column(String(200), default="")
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
