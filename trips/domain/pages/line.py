"""The line of a trip: its stops and days on one linear axis from 0 to 1.

The axis runs from midnight before the first day to midnight after the last; every day is
equally wide. A stop's ring lies where the group arrives; its hue begins half-way through the
leg before, so that the line changes colour on the way and never blends.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from trips.domain.stop import Leg, Stop
from trips.domain.values.text import EMPTY, Shown, Text

HUES: Final = 6
_BEFORE_RING: Final = timedelta(hours=2)
"""How far ahead of the ring a hue begins where no leg is known."""


@dataclass(frozen=True)
class LineStop:
    """A city on the line."""

    uid: str
    name: Shown
    hue: int
    """1 to 6, in the order of the stops."""
    first: date
    last: date
    at: float
    """Where the ring lies."""
    hue_from: float
    """Where the hue begins."""
    room: float
    """How much of the axis lies between this ring and the next, for the label."""
    note: str = ""


@dataclass(frozen=True)
class LineDay:
    """A day on the line."""

    on: date
    at: float
    """Where the day begins."""
    hue: int
    """The hue of the city people wake up in."""


@dataclass(frozen=True)
class LineView:
    """What the trip header draws."""

    stops: tuple[LineStop, ...]
    days: tuple[LineDay, ...]

    def span(self, first: date, last: date) -> tuple[float, float]:
        """Where the days from `first` to `last`, both included, lie; cut off at the ends."""
        if not self.days:
            return (0.0, 1.0)
        start, count = self.days[0].on, len(self.days)
        low, high = (first - start).days / count, ((last - start).days + 1) / count
        return (min(max(low, 0.0), 1.0), min(max(high, 0.0), 1.0))


def hue_of(index: int) -> int:
    """The hue of the stop at a position counted from 0; they repeat after six."""
    return index % HUES + 1


def line_view(
    stops: Sequence[Stop],
    legs: Sequence[Leg],
    lang: str,
    notes: Mapping[str, Text] | None = None,
) -> LineView:
    """The line through `stops` in their order, with names for a reader of `lang`.

    `notes` are words beside a city by the stop's uid ("Kongress"). No stops make an empty line.
    """
    if not stops:
        return LineView((), ())
    first = min(stop.arrives_on for stop in stops)
    count = (max(stop.departs_on for stop in stops) - first).days + 1
    legs_by_stop = {leg.to_stop: leg for leg in legs}
    placed: list[LineStop] = []
    for index, stop in enumerate(stops):
        ring, hue_from = _moments(stop, legs_by_stop.get(stop.uid), is_first=index == 0)
        placed.append(
            LineStop(
                uid=stop.uid,
                name=stop.city.shown(lang),
                hue=hue_of(index),
                first=stop.arrives_on,
                last=stop.departs_on,
                at=_fraction(ring, first, count),
                hue_from=_fraction(hue_from, first, count),
                room=0.0,
                note=(notes or {}).get(stop.uid, EMPTY).shown(lang).text,
            )
        )
    with_room = _give_room(placed)
    return LineView(with_room, _days(first, count, with_room))


def _moments(stop: Stop, leg: Leg | None, *, is_first: bool) -> tuple[datetime, datetime]:
    """When the ring is reached and when the hue begins."""
    if is_first:
        start = datetime.combine(stop.arrives_on, time())
        return start, start
    if leg is None:
        ring = datetime.combine(stop.arrives_on, time(12))
        return ring, ring - _BEFORE_RING
    return leg.arrives, leg.departs + (leg.arrives - leg.departs) / 2


def _fraction(moment: datetime, first: date, count: int) -> float:
    passed = (moment - datetime.combine(first, time())) / timedelta(days=count)
    return round(min(max(passed, 0.0), 1.0), 5)


def _give_room(stops: Sequence[LineStop]) -> tuple[LineStop, ...]:
    ends = [stop.at for stop in stops[1:]] + [1.0]
    return tuple(
        replace(stop, room=round(max(end - stop.at, 0.0), 5))
        for stop, end in zip(stops, ends, strict=True)
    )


def _days(first: date, count: int, stops: Sequence[LineStop]) -> tuple[LineDay, ...]:
    days = []
    for index in range(count):
        at = round(index / count, 5)
        reached = [stop.hue for stop in stops if stop.hue_from <= at]
        days.append(LineDay(first + timedelta(days=index), at, reached[-1] if reached else 1))
    return tuple(days)
