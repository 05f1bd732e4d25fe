"""Secret links."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.account.link import LinkPurpose
from trips.extensions import Base
from trips.models.types import UID_LENGTH, EnumText, Identity, UtcDateTime


class LinkRow(Identity, Base):
    """A secret link: the hash finds it, the sealed copy lets organisers show it again."""

    __tablename__ = "link"

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[LinkPurpose] = mapped_column(EnumText(LinkPurpose))
    subject: Mapped[str] = mapped_column(String(UID_LENGTH))
    label: Mapped[str] = mapped_column(String(120), default="")
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    sealed_token: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
