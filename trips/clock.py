"""The only reader of the wall clock."""

from datetime import UTC, datetime

from trips.domain.trip import Trip


def now(trip: Trip | None = None) -> datetime:
    """The present instant, in UTC; for a sample trip the instant at which it pretends to live."""
    if trip is not None and trip.pretend_now is not None:
        return trip.pretend_now
    return datetime.now(UTC)  # noqa: TID251 this is the one place
