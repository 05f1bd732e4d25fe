"""What a search finds."""

from dataclasses import dataclass
from enum import StrEnum

from trips.domain.values.text import Text


class Subject(StrEnum):
    """What can be found, in the order in which equals are listed."""

    TRIP = "trip"
    ITEM = "item"
    PERSON = "person"
    ORGANISATION = "organisation"
    SITE = "site"


@dataclass(frozen=True)
class TripOfHit:
    """The trip by which the reader gets to what was found."""

    slug: str
    title: Text


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something that was found."""

    kind: Subject
    uid: str
    title: Text
    trip: TripOfHit | None
    """None for what the house's staff reach through the address book."""


@dataclass(frozen=True, kw_only=True)
class HitPage:
    """A page of what was found, the best first."""

    hits: tuple[Hit, ...]
    total: int
    page: int
    last: int
    is_cut: bool
    """True if there is more than a reader would look through."""
