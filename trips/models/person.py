"""People."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.organisation import OrganisationKind
from trips.domain.person import FormOfAddress, Predicate, ProtocolRank, Sex
from trips.domain.values.text import EMPTY, Text
from trips.extensions import Base
from trips.models.types import EnumText, Identity, TranslatedText, UtcDateTime


class PersonRow(Identity, Base):
    """A person of the address book, shared by all trips; anonymised in place, never deleted."""

    __tablename__ = "person"

    given_name: Mapped[str] = mapped_column(String(120))
    family_name: Mapped[str] = mapped_column(String(120))
    family_name_first: Mapped[bool] = mapped_column(default=False)
    own_script: Mapped[str] = mapped_column(String(200), default="")
    academic_title: Mapped[str] = mapped_column(String(60), default="")
    badge_name: Mapped[str] = mapped_column(String(120), default="")
    predicate: Mapped[Predicate] = mapped_column(EnumText(Predicate), default=Predicate.NONE)
    office: Mapped[Text] = mapped_column(TranslatedText, default=EMPTY)
    protocol_rank: Mapped[ProtocolRank] = mapped_column(
        EnumText(ProtocolRank), default=ProtocolRank.NONE
    )
    office_since: Mapped[date | None]
    form_of_address: Mapped[FormOfAddress] = mapped_column(EnumText(FormOfAddress))
    sex: Mapped[Sex] = mapped_column(EnumText(Sex))
    function: Mapped[Text] = mapped_column(TranslatedText)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    came_from: Mapped[OrganisationKind | None] = mapped_column(EnumText(OrganisationKind))
    country: Mapped[str] = mapped_column(String(2), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    postal_address: Mapped[str] = mapped_column(LongText, default="")
    salutation: Mapped[Text] = mapped_column(TranslatedText, default=EMPTY)
    address_block: Mapped[Text] = mapped_column(TranslatedText, default=EMPTY)
    wording_reason: Mapped[str] = mapped_column(String(200), default="")
    letter_language: Mapped[str] = mapped_column(String(12), default="")
    languages: Mapped[Any] = mapped_column(JSON)
    note: Mapped[str] = mapped_column(LongText, default="")
    is_sample: Mapped[bool] = mapped_column(default=False)
    sort_key: Mapped[str] = mapped_column(String(300), index=True)
    search_text: Mapped[str] = mapped_column(String(1000), default="")
    anonymised_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
