"""The only reader of the wall clock."""

from datetime import UTC, datetime
from typing import Protocol


class Pretender(Protocol):
    """What may live at another time than ours: a sample trip."""

    @property
    def pretend_now(self) -> datetime | None:
        """The instant at which it pretends to live."""


def now(trip: Pretender | None = None) -> datetime:
    """The present instant, in UTC; for a sample trip the instant at which it pretends to live."""
    if trip is not None and trip.pretend_now is not None:
        return trip.pretend_now
    return datetime.now(UTC)  # noqa: TID251 this is the one place
