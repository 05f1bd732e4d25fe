"""Interpreters and their assignments."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.interpreter import InterpretingMode
from trips.extensions import Base
from trips.models.types import EnumText, Identity


class InterpreterRow(Identity, Base):
    """What a person interprets, and on which terms; shared by all trips."""

    __tablename__ = "interpreter"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    pairs: Mapped[Any] = mapped_column(JSON)
    classes: Mapped[Any] = mapped_column(JSON)
    modes: Mapped[Any] = mapped_column(JSON)
    availability: Mapped[Any] = mapped_column(JSON, default=list)
    city: Mapped[str] = mapped_column(String(120), default="")
    day_fee_minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    note: Mapped[str] = mapped_column(LongText, default="")
    version: Mapped[int] = mapped_column(default=1)


class AssignmentRow(Identity, Base):
    """An interpreter on an item."""

    __tablename__ = "assignment"

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"), index=True)
    interpreter_id: Mapped[int] = mapped_column(ForeignKey("interpreter.id"), index=True)
    mode: Mapped[InterpretingMode] = mapped_column(EnumText(InterpretingMode))
    source: Mapped[str] = mapped_column(String(8))
    target: Mapped[str] = mapped_column(String(8))
    is_both_ways: Mapped[bool] = mapped_column(default=False)
