"""The line on a cover: delegations arrive as strands of ink, join, and run from stop to stop.

Everything is worked out from the number of strands and stops; nothing is placed by hand.
Millimetres from the upper left corner of an A4 sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Final

from trips.exports.ink import INK, Ink, Point, colour_of
from trips.exports.measure import width_of

HEIGHT: Final = 297.0
_FIRST_Y: Final = 118.6
_ONLY_Y: Final = 172.0
_LAST_Y: Final = 268.3
_RIGHT_EDGE: Final = 197.0
_STRANDS: Final = (140.8, 184.7)
_LONE_STRAND: Final = 9.0
_BEND: Final = 15.0
_LABEL_ROOM: Final = 66.0
"""Wider names are set in several lines."""
_LABEL_FULL: Final = 46.0
"""Millimetres that a name may take at full size."""
MOST_STRANDS: Final = 14
_NARROW: Final = 5.2


@dataclass(frozen=True)
class StopLabel:
    """A city beside its ring: where its text begins, and in which size (points)."""

    left: float
    top: float
    size: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class StrandLabel:
    """A country beside its strand, read from top to bottom."""

    left: float
    top: float
    size: float
    text: str


@dataclass(frozen=True)
class CoverLine:
    """The finished geometry."""

    rings: tuple[Point, ...]
    scale: float
    """1 where the rings have room; less where many stops share the sheet."""
    hues: tuple[int, ...]
    strands: tuple[tuple[Point, ...], ...]
    strand_width: float
    labels: tuple[StopLabel, ...]
    countries: tuple[StrandLabel, ...]


def plan_cover(cities: Sequence[str], hues: Sequence[int], countries: Sequence[str]) -> CoverLine:
    """Rings for `cities` from top to bottom, a strand for each of `countries`."""
    if len(countries) > MOST_STRANDS:
        rest = len(countries) - MOST_STRANDS + 1
        countries = [*countries[: MOST_STRANDS - 1], f"+ {rest}"]
    sizes = [min(map(_label_size, cities), default=0.0)] * len(cities)
    ys = _heights(len(cities))
    step = min((b - a for a, b in pairwise(ys)), default=90.0)
    scale = min(1.0, step / 44)
    xs = _places([_label_width(*pair) for pair in zip(cities, sizes, strict=True)], ys, scale)
    rings = tuple(zip(xs, ys, strict=True))
    start = rings[0] if rings else (150.8, HEIGHT + 20)
    strands = _strands(len(countries), start, scale)
    return CoverLine(
        rings=rings,
        scale=scale,
        hues=tuple(hues),
        strands=strands,
        strand_width=_strand_width(len(countries)) if countries else _LONE_STRAND * scale,
        labels=tuple(
            StopLabel(x + 4 + 9.5 * scale, y - size * 0.29, size * scale**0.5, _lines(city))
            for (x, y), size, city in zip(rings, sizes, cities, strict=True)
        ),
        countries=_country_labels(countries, strands),
    )


def _country_labels(
    countries: Sequence[str], strands: Sequence[Sequence[Point]]
) -> tuple[StrandLabel, ...]:
    """Half-way to the next strand; turned by 90°, a text hangs to the left of its corner."""
    tops = [strand[0][0] for strand in strands]
    spread = min((b - a for a, b in pairwise(tops)), default=9.2)
    size = 9.0 if spread >= _NARROW else 7.0
    shift = min(spread / 2, 4.6) + size * 1.2 * 25.4 / 72 / 2
    return tuple(
        StrandLabel(top + shift, 9.0, size, country)
        for top, country in zip(tops, countries, strict=False)
    )


def draw_cover(ink: Ink, plan: CoverLine) -> None:
    """The line below the cover's words."""
    for strand in plan.strands:
        ink.rounded(strand, 8.0, INK, plan.strand_width)
    width = 9.0 * plan.scale
    for (start, end), (hue, after) in zip(pairwise(plan.rings), pairwise(plan.hues), strict=True):
        path = _bend(start, end)
        middle = ((path[1][0] + path[2][0]) / 2, (path[1][1] + path[2][1]) / 2)
        ink.rounded([*path[:2], middle], _BEND * plan.scale, colour_of(hue), width)
        ink.rounded([middle, *path[2:]], _BEND * plan.scale, colour_of(after), width)
    if plan.rings:
        x, y = plan.rings[-1]
        ink.line([(x, y), (x, HEIGHT)], colour_of(plan.hues[-1]), width)
    for ring in plan.rings:
        ink.ring(ring, 19.0 * plan.scale, 3.0 * plan.scale, INK)


def _heights(count: int) -> list[float]:
    if count == 0:
        return []
    if count == 1:
        return [_ONLY_Y]
    if count == 3:  # noqa: PLR2004 the first way is longer than the second, as in the drawing
        return [_FIRST_Y, 208.6, _LAST_Y]
    step = (_LAST_Y - _FIRST_Y) / max(count - 1, 2)
    return [_FIRST_Y + step * index for index in range(count)]


def _places(widths: Sequence[float], ys: Sequence[float], scale: float) -> list[float]:
    """From the right to the middle and back, as far as the height between two rings allows."""
    places: list[float] = []
    for index, width in enumerate(widths):
        room = _RIGHT_EDGE - 4 - 9.5 * scale - width
        if not places:
            places.append(min(150.8, room))
            continue
        reach = ys[index] - ys[index - 1] - 22 * scale
        wanted = 92.3 if index % 2 else 116.5
        before = places[-1]
        places.append(min(max(wanted, before - reach), before + reach, room))
    return places


def _bend(start: Point, end: Point) -> list[Point]:
    """Down, across at 45°, down."""
    across = abs(end[0] - start[0])
    straight = (end[1] - start[1] - across) / 2
    return [
        start,
        (start[0], start[1] + straight),
        (end[0], end[1] - straight),
        end,
    ]


def _strand_gap(count: int) -> float:
    return min(2.3, 16.0 / max(count, 1))


def _strand_width(count: int) -> float:
    return min(1.9, _strand_gap(count) * 0.83)


def _strands(count: int, ring: Point, scale: float) -> tuple[tuple[Point, ...], ...]:
    """Strands from the upper edge into the first ring; parallel where they run at 45°."""
    x, y = ring
    if count == 0:
        return (((x, 0.0), (x, y)),)
    gap = _strand_gap(count) * scale
    left, right = _STRANDS
    spread = min(14.6, (right - left) / max(count - 1, 1))
    tops = [left + spread * index for index in range(count)]
    if count == 1:
        tops = [x + 14.6]
    goals = [x + (index - (count - 1) / 2) * gap for index in range(count)]
    join = min(y - 24.0, 96.0) - count * gap * (sqrt(2) - 1)
    paths = []
    for index, (top, goal) in enumerate(zip(tops, goals, strict=True)):
        rank = index if top > goal else count - 1 - index
        end = join + rank * gap * (sqrt(2) - 1)
        turn = end - abs(top - goal)
        paths.append(((top, 0.0), (top, turn), (goal, end), (goal, y)))
    return tuple(paths)


def _label_size(city: str) -> float:
    """24 pt, or as much less as a long name needs, down to 16."""
    fitting = 24.0 * _LABEL_FULL / max(width_of(city, 24.0), _LABEL_FULL)
    return max(16.0, round(fitting, 1))


def _lines(city: str) -> tuple[str, ...]:
    return (city,)


def _label_width(city: str, size: float) -> float:
    return min(max(width_of(city, size), 29.0), _LABEL_ROOM)
