"""Trips and projects as their lists show them."""

from dataclasses import dataclass
from datetime import date, datetime

from trips.domain.trip import Project, TripKind, TripStatus
from trips.domain.values.text import EMPTY, Text


@dataclass(frozen=True)
class TripUse:
    """A trip that uses something all trips share."""

    slug: str
    title: Text


@dataclass(frozen=True, kw_only=True)
class ProjectEntry:
    """A project in the list of projects."""

    project: Project
    agency: Text = EMPTY
    """The name of its implementing organisation."""
    trips: tuple[TripUse, ...] = ()
    """The latest first."""


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
