"""Organisations."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.organisation import OrganisationKind
from trips.domain.values.text import Text
from trips.extensions import Base
from trips.models.types import EnumText, Identity, TranslatedText


class OrganisationRow(Identity, Base):
    """A body of the address book, shared by all trips."""

    __tablename__ = "organisation"

    name: Mapped[Text] = mapped_column(TranslatedText)
    short: Mapped[str] = mapped_column(String(40), default="")
    kind: Mapped[OrganisationKind] = mapped_column(EnumText(OrganisationKind))
    city: Mapped[Text] = mapped_column(TranslatedText)
    country: Mapped[str] = mapped_column(String(2), default="")
    address: Mapped[str] = mapped_column(String(300), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    website: Mapped[str] = mapped_column(String(300), default="")
    letter_foot: Mapped[str] = mapped_column(String(500), default="", server_default="")
    is_sample: Mapped[bool] = mapped_column(default=False)
    sort_key: Mapped[str] = mapped_column(String(300), index=True)
    search_text: Mapped[str] = mapped_column(String(1000), default="")
    version: Mapped[int] = mapped_column(default=1)
