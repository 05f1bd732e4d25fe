"""Places on the earth and the distance between them."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius R1 of the GRS 80 ellipsoid (H. Moritz, Geodetic Reference System 1980)."""


@dataclass(frozen=True)
class GeoPoint:
    """A place in degrees, north and east positive (WGS 84)."""

    latitude: float
    longitude: float


def distance_km(a: GeoPoint, b: GeoPoint) -> float:
    """Return the great-circle distance in kilometres, as the crow flies.

    Haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984) on
    a sphere of mean radius; it differs from the ellipsoid by at most 0.6 %.
    """
    rise = sin(radians(b.latitude - a.latitude) / 2) ** 2
    turn = sin(radians(b.longitude - a.longitude) / 2) ** 2
    half_chord = rise + cos(radians(a.latitude)) * cos(radians(b.latitude)) * turn
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half_chord)))
