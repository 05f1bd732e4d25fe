"""Rules of secret links: how long one lasts and whether it opens."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo


class LinkState(StrEnum):
    """Whether a link opens."""

    OPEN = "open"
    EXPIRED = "expired"
    REVOKED = "revoked"


DEFAULT_DAYS: Final = 30
DAYS_AFTER: Final = (0, 7, DEFAULT_DAYS, 90, 365)
"""What organisers may choose: days after the trip's last one on which the link still opens."""


DAYS_FEED: Final = 60
"""Days after the trip on which a calendar still answers, so that everybody's is put right."""


def state_of_link(
    expires_at: datetime | None, revoked_at: datetime | None, now: datetime
) -> LinkState:
    """Where a link stands at `now`. It is over at the instant of its expiry."""
    if revoked_at is not None:
        return LinkState.REVOKED
    if expires_at is not None and expires_at <= now:
        return LinkState.EXPIRED
    return LinkState.OPEN


def expiry_after(ends_on: date, days: int, zone: str) -> datetime:
    """The end of the day that lies `days` after the trip's last day, in UTC."""
    morning = datetime.combine(ends_on + timedelta(days=days + 1), time(), ZoneInfo(zone))
    return morning.astimezone(UTC)


def seal_place(uid: str) -> str:
    """What the sealed copy of a link's token is bound to, so that it cannot be moved."""
    return f"link:{uid}"
