"""Sites."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.site import StepFree
from trips.domain.values.text import Text
from trips.extensions import Base
from trips.models.types import EnumText, Identity, TranslatedText


class SiteRow(Identity, Base):
    """A place of the address book, shared by all trips."""

    __tablename__ = "site"

    name: Mapped[Text] = mapped_column(TranslatedText)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    street: Mapped[str] = mapped_column(String(200), default="")
    postal_code: Mapped[str] = mapped_column(String(20), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    country: Mapped[str] = mapped_column(String(2), default="DE")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    is_position_estimated: Mapped[bool] = mapped_column(default=False)
    step_free: Mapped[StepFree] = mapped_column(EnumText(StepFree))
    capacity: Mapped[int | None]
    opening: Mapped[Text] = mapped_column(TranslatedText)
    hours: Mapped[Any] = mapped_column(JSON, default=list)
    closures: Mapped[Any] = mapped_column(JSON, default=list)
    text: Mapped[Text] = mapped_column(TranslatedText)
    note: Mapped[str] = mapped_column(LongText, default="")
    website: Mapped[str] = mapped_column(String(300), default="")
    is_sample: Mapped[bool] = mapped_column(default=False)
    sort_key: Mapped[str] = mapped_column(String(300), index=True)
    search_text: Mapped[str] = mapped_column(String(1000), default="")
    version: Mapped[int] = mapped_column(default=1)
