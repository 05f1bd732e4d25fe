"""The house's own rules on who needs a visa, beside those that come with the product."""

from datetime import date

from sqlalchemy import String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.visa_case import TravelDocument
from trips.extensions import Base
from trips.models.types import EnumText, Identity


class VisaRuleRow(Identity, Base):
    """For holders of a document of one state, from a day on: visa or none, after which source."""

    __tablename__ = "visa_rule"

    country: Mapped[str] = mapped_column(String(2), index=True)
    destination: Mapped[str] = mapped_column(String(2), default="", server_default="")
    """The state visited; empty for the Schengen area."""
    document: Mapped[TravelDocument] = mapped_column(EnumText(TravelDocument))
    is_needed: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    """Both included; none is open."""
    source: Mapped[str] = mapped_column(LongText, default="")
    note: Mapped[str] = mapped_column(LongText, default="")
    version: Mapped[int] = mapped_column(default=1)
