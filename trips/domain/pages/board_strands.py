"""The line between the cards of a day: ways are thin, free time is dotted, groups part and meet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from trips.domain.findings.thresholds import Thresholds
from trips.domain.findings.way_rules import minutes_needed
from trips.domain.item import Item, ItemKind, TransferMode
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.geo import GeoPoint, distance_km

SHORT: Final = 20
"""Minutes between two items that nobody calls free time."""
SLACK: Final = 45
"""Minutes beyond the way's own that still belong to it."""


class StrandKind(StrEnum):
    """How the line runs where no card stands."""

    WAY = "way"
    FREE = "free"


@dataclass(frozen=True)
class Station:
    """A card on the line: minutes since midnight, its lanes and hues, and its item if it is one."""

    uid: str
    start: int
    end: int
    lane: int
    lanes: int
    hue: int | None
    hue_after: int | None
    item: Item | None = None

    @property
    def strip(self) -> range:
        """The lanes it covers."""
        return range(self.lane, self.lane + self.lanes)

    @property
    def is_transfer(self) -> bool:
        """True for a way that is planned as an item."""
        return self.item is not None and self.item.kind is ItemKind.TRANSFER


@dataclass(frozen=True)
class Way:
    """How people get from one place to the next one, and how many minutes they need."""

    mode: TransferMode
    minutes: int


@dataclass(frozen=True)
class Strand:
    """A piece of the line in one lane, [start, end) in minutes since midnight."""

    kind: StrandKind
    lane: int
    start: int
    end: int
    hue: int | None
    way: Way | None = None


def list_strands(
    stations: Iterable[Station], lanes: int, snapshot: TripSnapshot
) -> tuple[Strand, ...]:
    """The line of a day between its stations; what two lanes share is drawn in the left one."""
    ordered = sorted(stations, key=lambda each: (each.start, each.end, each.lane, each.uid))
    seen: set[tuple[str, str]] = set()
    strands: list[Strand] = []
    for lane in range(lanes):
        for before, after in _gaps(_own(ordered, lane)):
            if (before.uid, after.uid) not in seen:
                seen.add((before.uid, after.uid))
                strands.append(_strand(before, after, lane, snapshot))
    return tuple(strands)


def find_joins(stations: Iterable[Station]) -> frozenset[str]:
    """The uids of stations where lanes that ran apart come together."""
    ordered = sorted(stations, key=lambda each: each.start)
    last: dict[int, tuple[int, str]] = {}  # by lane: who ends last of those that began before
    joins: set[str] = set()
    for _start, together in groupby(ordered, key=lambda each: each.start):
        beginning = list(together)
        joins |= {
            each.uid for each in beginning if len({last.get(lane) for lane in each.strip}) > 1
        }
        for each in beginning:
            for lane in each.strip:
                last[lane] = max(last.get(lane, (0, "")), (each.end, each.uid))
    return frozenset(joins)


def way_between(snapshot: TripSnapshot, first: Item, second: Item) -> Way | None:
    """The way from one item's place to the next one's; none where they are one or not known."""
    limits = Thresholds()
    minutes = minutes_needed(snapshot, first, second, limits)
    places = [_place_of(snapshot, item) for item in (first, second)]
    if not minutes or places[0] is None or places[1] is None:
        return None
    is_walk = distance_km(places[0], places[1]) <= limits.walking_limit_km
    return Way(TransferMode.WALK if is_walk else TransferMode.BUS, minutes)


def _place_of(snapshot: TripSnapshot, item: Item) -> GeoPoint | None:
    site = snapshot.site_by_uid.get(item.site or "")
    if site is None or site.latitude is None or site.longitude is None:
        return None
    return GeoPoint(site.latitude, site.longitude)


def _own(stations: Sequence[Station], lane: int) -> list[Station]:
    return [each for each in stations if each.lane <= lane < each.lane + each.lanes]


def _gaps(stations: Sequence[Station]) -> list[tuple[Station, Station]]:
    """Neighbours with time between them; the one before is whoever ends last."""
    reached: list[Station] = []
    for station in stations:
        longer = reached and reached[-1].end >= station.end
        reached.append(reached[-1] if longer else station)
    return [
        (last, after)
        for last, after in zip(reached, stations[1:], strict=False)
        if after.start > last.end
    ]


def _strand(before: Station, after: Station, lane: int, snapshot: TripSnapshot) -> Strand:
    gap = after.start - before.end
    way = None
    if before.item and after.item and not (before.is_transfer or after.is_transfer):
        way = way_between(snapshot, before.item, after.item)
    is_way = gap <= SHORT or (way is not None and gap <= way.minutes + SLACK)
    return Strand(
        kind=StrandKind.WAY if is_way else StrandKind.FREE,
        lane=lane,
        start=before.end,
        end=after.start,
        hue=before.hue_after or after.hue,
        way=way if is_way else None,
    )
