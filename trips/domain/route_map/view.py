"""The part of the earth that a map shows, and where a place falls on it.

Regional maps use Mercator's projection: it is conformal, so directions between cities look right,
and its window is a rectangle of longitudes and latitudes. Maps across continents use the plain
equirectangular projection, because Mercator would blow up the north.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asinh, atan, cos, degrees, radians, sinh, tan

from trips.domain.route_map.outlines import Box, Point, box_around
from trips.domain.values.geo import GeoPoint

WIDE_LATITUDES = 45.0
WIDE_LONGITUDES = 100.0
FARTHEST_NORTH = 84.0
HALF_TURN = 180.0


@dataclass(frozen=True)
class Window:
    """Width and height of the drawing and the margins the stops keep, in pixels."""

    width: float = 336
    height: float = 330
    side: float = 56
    top: float = 46


def _northing(latitude: float) -> float:
    clamped = max(-FARTHEST_NORTH, min(FARTHEST_NORTH, latitude))
    return degrees(asinh(tan(radians(clamped))))


@dataclass(frozen=True)
class View:
    """A projection with its scale (pixels per degree of longitude) and centre."""

    centre: Point
    """Longitude in degrees and projected northing."""
    scale: float
    width: float
    height: float
    conformal: bool
    standard: float
    """Latitude that an equirectangular map shows without distortion."""

    def northing(self, latitude: float) -> float:
        """Return the projected latitude, in units of a degree of longitude."""
        if self.conformal:
            return _northing(latitude)
        return latitude / cos(radians(self.standard))

    def latitude(self, northing: float) -> float:
        """Return the latitude of a northing, the inverse of `northing`."""
        if self.conformal:
            return degrees(atan(sinh(radians(northing))))
        return northing * cos(radians(self.standard))

    def spot(self, longitude: float, latitude: float) -> Point:
        """Return x and y in pixels from the top left corner."""
        return self.spots([(longitude, latitude)])[0]

    def spots(self, line: Iterable[Point], turn: float = 0.0) -> list[Point]:
        """Return the pixels of a line of longitudes and latitudes, shifted by whole turns."""
        left = self.width / 2 + (turn - self.centre[0]) * self.scale
        low = self.height / 2 + self.centre[1] * self.scale
        scale, northing = self.scale, self.northing
        return [(left + x * scale, low - northing(y) * scale) for x, y in line]

    def window(self) -> Box:
        """Return the visible longitudes (beyond ±180 if need be) and latitudes."""
        lon, north = self.centre
        wide, high = self.width / 2 / self.scale, self.height / 2 / self.scale
        return Box(lon - wide, self.latitude(north - high), lon + wide, self.latitude(north + high))


def unrolled(places: list[GeoPoint]) -> list[Point]:
    """Return longitudes and latitudes on a strip cut where the places leave the widest gap.

    The strip may run beyond 180 degrees: Auckland and Los Angeles become neighbours.
    """
    lons = sorted({place.longitude % 360 for place in places})
    gaps = [(b - a) % 360 or 360 for a, b in zip(lons, lons[1:] + lons[:1], strict=True)]
    widest = gaps.index(max(gaps))
    start = lons[(widest + 1) % len(lons)]
    turn = 360 if start + (360 - max(gaps)) / 2 > HALF_TURN else 0
    return [(start + (p.longitude - start) % 360 - turn, p.latitude) for p in places]


def frame(points: list[Point], window: Window, closest: float) -> View:
    """Return the view that shows all points within the window's margins.

    `closest` is the largest scale allowed, in pixels per degree of latitude.
    """
    box = box_around(points)
    tall, wide = box.high - box.low, box.right - box.left
    middle = (box.high + box.low) / 2
    conformal = tall < WIDE_LATITUDES and wide < WIDE_LONGITUDES
    loose = View((0.0, 0.0), 1.0, window.width, window.height, conformal, min(abs(middle), 60.0))
    low, high = loose.northing(box.low), loose.northing(box.high)
    scale = min(
        (window.width - 2 * window.side) / max(wide, 1e-6),
        (window.height - 2 * window.top) / max(high - low, 1e-6),
        closest * cos(radians(min(abs(middle), FARTHEST_NORTH))),
    )
    centre = ((box.left + box.right) / 2, (low + high) / 2)
    return View(centre, scale, window.width, window.height, conformal, loose.standard)
