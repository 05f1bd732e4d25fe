"""What a route map is drawn from: borders of countries and Länder, and cities to orient by."""

from collections.abc import Iterable
from dataclasses import dataclass

from trips.domain.values.geo import GeoPoint

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y of a drawing."""


@dataclass(frozen=True)
class Box:
    """An upright rectangle, edges included."""

    left: float
    low: float
    right: float
    high: float

    def meets(self, other: "Box") -> bool:
        """Tell whether the two share at least a point."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.low <= other.high
            and other.low <= self.high
        )

    def holds(self, other: "Box") -> bool:
        """Tell whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.low <= other.low
            and other.high <= self.high
        )

    def grown(self, by: float) -> "Box":
        """Return the box with `by` added on every side."""
        return Box(self.left - by, self.low - by, self.right + by, self.high + by)

    def moved(self, x: float) -> "Box":
        """Return the box shifted sideways."""
        return Box(self.left + x, self.low, self.right + x, self.high)


def box_around(points: Iterable[Point]) -> Box:
    """Return the smallest box that holds all points; there must be one at least."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True)
class Line:
    """A border or a ring in degrees (longitude, latitude), with its bounding box."""

    points: tuple[Point, ...]
    box: Box


@dataclass(frozen=True)
class City:
    """A city people know, named on the map where there is room. Rank 1 is the best known."""

    name_de: str
    name_en: str
    place: GeoPoint
    rank: int

    def name(self, language: str) -> str:
        """Return the name in German for `de`, in English for every other language."""
        return self.name_de if language == "de" else self.name_en


@dataclass(frozen=True)
class Outlines:
    """All borders; neighbours share a line, so that it is drawn once."""

    borders: tuple[Line, ...]
    countries: tuple[tuple[Line, ...], ...]
    """The rings of each country."""
    laender: tuple[Line, ...]
    """Borders between German Länder."""
    cities: tuple[City, ...] = ()


def inside(ring: Line, point: Point) -> bool:
    """Tell whether a point lies in a ring (even-odd rule)."""
    (x, y), box = point, ring.box
    if not (box.left <= x <= box.right and box.low <= y <= box.high):
        return False
    odd = False
    (px, py) = ring.points[-1]
    for qx, qy in ring.points:
        if (qy > y) != (py > y) and x < (px - qx) * (y - qy) / (py - qy) + qx:
            odd = not odd
        px, py = qx, qy
    return odd
