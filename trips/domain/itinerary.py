"""The one order of a programme: days, parallel groups and legs.

Screen, PDF, calendar and workbook all take it from here, so they cannot disagree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from trips.domain.item import Item
from trips.domain.stop import Leg


@dataclass(frozen=True)
class Lane:
    """What one group (or one set of groups) does while others do something else."""

    groups: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Together:
    """An item for everyone, or at least with nothing beside it."""

    item: Item


@dataclass(frozen=True)
class Parallel:
    """Items of different groups whose times overlap: the line forks and joins again."""

    lanes: tuple[Lane, ...]

    @property
    def starts(self) -> datetime:
        """When the first lane starts."""
        return min(item.starts for lane in self.lanes for item in lane.items)

    @property
    def ends(self) -> datetime:
        """When the last lane ends."""
        return max(item.ends for lane in self.lanes for item in lane.items)


@dataclass(frozen=True)
class OnTheWay:
    """A leg: the line changes its hue behind it."""

    leg: Leg


Row = Together | Parallel | OnTheWay


@dataclass(frozen=True)
class Day:
    """A day with its rows in order."""

    on: date
    rows: tuple[Row, ...]


def order_items(items: Iterable[Item]) -> tuple[Item, ...]:
    """Items by start, then everyone before groups, group by group, longer first, then uid."""
    return tuple(
        sorted(items, key=lambda item: (item.starts, item.groups, _negated(item), item.uid))
    )


def _negated(item: Item) -> float:
    return -(item.ends - item.starts).total_seconds()


def plan_days(items: Iterable[Item], legs: Iterable[Leg]) -> tuple[Day, ...]:
    """Items and legs by the day they start on, each day's rows in order of time.

    Items with groups whose spans overlap in a chain become one `Parallel` with a lane for each
    set of groups. A leg precedes an item that starts at the same minute.
    """
    by_day: dict[date, list[Item]] = {}
    for item in order_items(items):
        by_day.setdefault(item.starts.date(), []).append(item)
    legs_by_day: dict[date, list[Leg]] = {}
    for leg in sorted(legs, key=lambda leg: (leg.departs, leg.uid)):
        legs_by_day.setdefault(leg.departs.date(), []).append(leg)
    return tuple(
        Day(on, _rows(by_day.get(on, []), legs_by_day.get(on, [])))
        for on in sorted({*by_day, *legs_by_day})
    )


def _rows(items: Sequence[Item], legs: Sequence[Leg]) -> tuple[Row, ...]:
    timed: list[tuple[datetime, int, Row]] = [
        (leg.departs, index, OnTheWay(leg)) for index, leg in enumerate(legs)
    ]
    rows = [Together(item) for item in items if not item.groups]
    timed += [(row.item.starts, 100 + index, row) for index, row in enumerate(rows)]
    for index, cluster in enumerate(_clusters([item for item in items if item.groups])):
        row = _fork(cluster)
        timed.append((cluster[0].starts, 10_000 + index, row))
    return tuple(row for _, _, row in sorted(timed, key=lambda entry: entry[:2]))


def _clusters(items: Sequence[Item]) -> list[list[Item]]:
    clusters: list[list[Item]] = []
    reaches = None
    for item in items:
        if clusters and reaches is not None and item.starts < reaches:
            clusters[-1].append(item)
            reaches = max(reaches, item.ends)
        else:
            clusters.append([item])
            reaches = item.ends
    return clusters


def _fork(cluster: Sequence[Item]) -> Row:
    lanes: dict[tuple[str, ...], list[Item]] = {}
    for item in cluster:
        lanes.setdefault(item.groups, []).append(item)
    if len(lanes) == 1 and len(cluster) == 1:
        return Together(cluster[0])
    return Parallel(tuple(Lane(groups, tuple(lanes[groups])) for groups in sorted(lanes)))
