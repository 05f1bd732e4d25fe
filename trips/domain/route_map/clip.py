"""Cutting lines and areas to a rectangle, and writing them as SVG path data."""

from collections.abc import Iterable, Iterator, Sequence
from operator import ge, le

from trips.domain.route_map.outlines import Box, Point

MERIDIAN = 179.98
FINEST = 6
"""Steps shorter than this many tenths of a pixel are left out."""


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


def clip_line(points: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """Yield the pieces of a line that lie in the box."""
    piece: list[Point] = []
    for a, b in zip(points, points[1:], strict=False):
        span = _span(a, b, box)
        if span is None or (abs(a[0]) > MERIDIAN and abs(b[0]) > MERIDIAN):
            continue
        start, end = (
            (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])) if 0 < t < 1 else (b if t else a)
            for t in span
        )
        if not piece or piece[-1] != start:
            if piece:
                yield piece
            piece = [start]
        piece.append(end)
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


def _number(tenths: int) -> str:
    return f"{tenths / 10:g}"


def path(points: Iterable[Point], *, closed: bool = False) -> str:
    """Return SVG path data in tenths of a pixel; empty when less than a line is left."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    if len(tenths) < 2:  # noqa: PLR2004 - a line has two ends
        return ""
    x, y = tenths[0]
    parts = [f"M{_number(x)} {_number(y)}l"]
    for i, (nx, ny) in enumerate(tenths[1:], 2):
        if abs(nx - x) + abs(ny - y) >= FINEST or (i == len(tenths) and (nx, ny) != (x, y)):
            parts.append(f"{_number(nx - x)} {_number(ny - y)} ")
            x, y = nx, ny
    if len(parts) == 1:
        return ""
    return "".join(parts).rstrip() + ("z" if closed else "")
