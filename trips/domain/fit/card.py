"""A card in the hand over a trip, and what lies there already, in minutes of a day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache

from trips.domain.findings.way_rules import minutes_needed
from trips.domain.fit.index import FitIndex
from trips.domain.fit.model import FitReason
from trips.domain.item import Item, ItemKind, TransferMode

GRID = 5
MIDNIGHT = 24 * 60
MINUTE = timedelta(minutes=1)
UNHURRIED = frozenset({ItemKind.TRANSFER, ItemKind.INTERNAL, ItemKind.FREE})


def grid_before(minute: int) -> int:
    """The last multiple of five minutes."""
    return minute - minute % GRID


def grid_after(minute: int) -> int:
    """The next multiple of five minutes."""
    return minute + -minute % GRID


@dataclass(frozen=True)
class Card:
    """A card in the hand: an item, or an idea from the pool, over a trip."""

    index: FitIndex
    item: Item

    @cached_property
    def length(self) -> timedelta:
        """How long it lies."""
        return self.item.ends - self.item.starts

    @cached_property
    def people(self) -> frozenset[str]:
        """Who has to be there besides the groups."""
        return self.index.list_people(self.item)

    @cached_property
    def _ways(self) -> dict[tuple[str | None, str | None, TransferMode | None], int | None]:
        return {}

    def way(self, other: Item, mode: TransferMode | None) -> int | None:
        """Minutes between the card's place and another item's, none where one is not known."""
        place = (other.stop, other.site, mode)
        if place not in self._ways:
            index = self.index
            self._ways[place] = minutes_needed(index.snapshot, other, self.item, index.limits, mode)
        return self._ways[place]

    @cached_property
    def tight(self) -> dict[tuple[int, int, bool], tuple["Tight", ...]]:
        """Where the way from or to what lies there is short, as far as somebody has asked."""
        return {}

    def others(self, on: date) -> tuple["Lying", ...]:
        """What else lies on a day."""
        if on not in self._others:
            self._others[on] = tuple(
                Lying(item, minute_of(item.starts, on), minute_of(item.ends, on))
                for item in self.index.list_items(on)
                if item.uid != self.item.uid
            )
        return self._others[on]

    @cached_property
    def _others(self) -> dict[date, tuple["Lying", ...]]:
        return {}


Tight = tuple[int, int, FitReason]
"""Minutes of a day, [from, to), and why they are short."""


@dataclass(frozen=True)
class Lying:
    """An item on a day, in minutes since its midnight."""

    item: Item
    starts: int
    ends: int


def minute_of(moment: datetime, on: date) -> int:
    """Minutes since midnight of a day; below 0 or above 1440 on other days."""
    return (moment.date() - on).days * MIDNIGHT + moment.hour * 60 + moment.minute


@lru_cache(maxsize=8192)
def moment_of(minute: int, on: date) -> datetime:
    """The inverse of `minute_of`."""
    return datetime.combine(on, time()) + minute * MINUTE
