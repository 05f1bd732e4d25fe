"""Projects."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.values.text import Text
from trips.extensions import Base
from trips.models.types import Identity, TranslatedText


class ProjectRow(Identity, Base):
    """The funded measure that trips belong to."""

    __tablename__ = "project"

    title: Mapped[Text] = mapped_column(TranslatedText)
    number: Mapped[str] = mapped_column(String(60), default="")
    country: Mapped[str] = mapped_column(String(2), default="")
    region: Mapped[Text] = mapped_column(TranslatedText)
    sector: Mapped[Text] = mapped_column(TranslatedText)
    instrument: Mapped[str] = mapped_column(String(60), default="")
    amount_minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(String(3), default="EUR")
    climate_percent: Mapped[int | None]
    year: Mapped[int | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    note: Mapped[str] = mapped_column(LongText, default="")
    version: Mapped[int] = mapped_column(default=1)
