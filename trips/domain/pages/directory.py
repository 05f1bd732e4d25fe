"""Trips as a list shows them."""

from dataclasses import dataclass
from datetime import date, datetime

from trips.domain.trip import TripKind, TripStatus
from trips.domain.values.text import Text


@dataclass(frozen=True, kw_only=True)
class TripEntry:
    """A trip in the list of trips."""

    uid: str
    slug: str
    kind: TripKind
    title: Text
    starts_on: date
    ends_on: date
    status: TripStatus
    is_sample: bool
    changed_at: datetime
    cities: tuple[Text, ...]
    delegates: int
    """Who is coming."""
    items: int
