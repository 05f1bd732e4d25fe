"""Cutting lines and areas to a rectangle, and writing them as SVG path data."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import ge, le

from trips.domain.route_map.outlines import Box, Point


def _span(a: Point, b: Point, box: Box) -> tuple[float, float] | None:
    """Return the part of a segment inside the box, as fractions (Liang and Barsky 1984)."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, a[0] - box.left),
        (dx, box.right - a[0]),
        (-dy, a[1] - box.low),
        (dy, box.high - a[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    return (first, last) if first < last else None


def _between(a: Point, b: Point, t: float) -> Point:
    return (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))


def clip_line(points: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """Yield the pieces of a line that lie in the box."""
    piece: list[Point] = []
    for a, b in pairwise(points):
        span = _span(a, b, box)
        if span is None:
            continue
        start = a if span[0] == 0 else _between(a, b, span[0])
        if not piece or piece[-1] != start:
            if piece:
                yield piece
            piece = [start]
        piece.append(b if span[1] == 1 else _between(a, b, span[1]))
    if piece:
        yield piece


def _cut(points: list[Point], axis: int, edge: float, *, above: bool) -> list[Point]:
    kept: list[Point] = []
    within = ge if above else le
    for i, here in enumerate(points):
        before = points[i - 1]
        if within(here[axis], edge) != within(before[axis], edge):
            t = (edge - before[axis]) / (here[axis] - before[axis])
            kept.append(
                (before[0] + t * (here[0] - before[0]), before[1] + t * (here[1] - before[1]))
            )
        if within(here[axis], edge):
            kept.append(here)
    return kept


def clip_ring(points: Sequence[Point], box: Box) -> list[Point]:
    """Return the part of a ring inside the box (Sutherland and Hodgman 1974); may be empty."""
    ring = list(points)
    ring = _cut(ring, 0, box.left, above=True)
    ring = _cut(ring, 0, box.right, above=False)
    ring = _cut(ring, 1, box.low, above=True)
    return _cut(ring, 1, box.high, above=False)


def path(points: Sequence[Point], finest: int = 6, *, closed: bool = False) -> str:
    """Return SVG path data in tenths of a pixel, leaving out steps shorter than `finest` tenths.

    Empty when less than a line is left.
    """
    if not points:
        return ""
    x, y = round(points[0][0] * 10), round(points[0][1] * 10)
    parts = [f"M{x / 10:g} {y / 10:g}l"]
    last = len(points) - 1
    for i, (px, py) in enumerate(points):
        dx, dy = round(px * 10) - x, round(py * 10) - y
        if abs(dx) + abs(dy) >= (1 if i == last else finest):
            parts.append(f"{dx / 10:g} {dy / 10:g} ")
            x, y = x + dx, y + dy
    if len(parts) == 1:
        return ""
    return "".join(parts).rstrip() + ("z" if closed else "")
