"""What a search looks in; written by services/searching/, and never the only place of anything."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.pages.search import Subject
from trips.domain.values.text import Text
from trips.extensions import Base
from trips.models.types import UID_LENGTH, EnumText, TranslatedText


class SearchEntryRow(Base):
    """An object that can be found, with its normalised words."""

    __tablename__ = "search_entry"
    __table_args__ = (Index("uq_search_entry_subject", "kind", "uid", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Subject] = mapped_column(EnumText(Subject))
    uid: Mapped[str] = mapped_column(String(UID_LENGTH))
    trip_id: Mapped[int | None] = mapped_column(
        ForeignKey("trip.id", ondelete="CASCADE"), index=True
    )
    """The trip it is part of; none for the address book."""
    title: Mapped[Text] = mapped_column(TranslatedText)
    words: Mapped[str] = mapped_column(LongText)


class SearchTrigramRow(Base):
    """Three letters that stand in an entry."""

    __tablename__ = "search_trigram"

    trigram: Mapped[str] = mapped_column(String(3), primary_key=True)
    entry_id: Mapped[int] = mapped_column(
        ForeignKey("search_entry.id", ondelete="CASCADE"), primary_key=True, index=True
    )
