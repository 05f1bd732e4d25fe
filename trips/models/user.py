"""Accounts: people who sign in, their sessions and their roles on trips."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from trips.domain.account.user import InstanceRole, Theme, TripRole
from trips.extensions import Base
from trips.models.types import EnumText, Identity, UtcDateTime


class UserRow(Identity, Base):
    """Somebody who signs in. `email` is kept casefolded, for it identifies."""

    __tablename__ = "user"

    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[InstanceRole] = mapped_column(EnumText(InstanceRole))
    locale: Mapped[str] = mapped_column(String(12), default="")
    theme: Mapped[Theme] = mapped_column(EnumText(Theme), default=Theme.AUTO)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class UserSessionRow(Identity, Base):
    """A signed-in device; the token itself is only in its cookie."""

    __tablename__ = "user_session"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    user_agent: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SignInAttemptRow(Base):
    """Wrong passwords in a row for an address, whether or not an account has it."""

    __tablename__ = "sign_in_attempt"

    email_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    failures: Mapped[int]
    waits_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class TripRoleRow(Base):
    """What a user is on a trip."""

    __tablename__ = "trip_role"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    trip_id: Mapped[int] = mapped_column(
        ForeignKey("trip.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[TripRole] = mapped_column(EnumText(TripRole))
