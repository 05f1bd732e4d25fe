"""Distances between places."""

import pytest

from trips.domain.values.geo import GeoPoint, distance_km

LEIPZIG = GeoPoint(51.3397, 12.3731)
NUERNBERG = GeoPoint(49.4521, 11.0767)
MUENCHEN = GeoPoint(48.1372, 11.5756)


@pytest.mark.parametrize(
    ("a", "b", "kilometres"),
    [
        (LEIPZIG, NUERNBERG, 229),
        (NUERNBERG, MUENCHEN, 151),
        (GeoPoint(0, 0), GeoPoint(0, 90), 10007.6),  # a quarter of the circle with radius R1
        (GeoPoint(90, 0), GeoPoint(-90, 0), 20015.1),
        (GeoPoint(0, 179.5), GeoPoint(0, -179.5), 111.2),
    ],
)
def test_known_distances(a: GeoPoint, b: GeoPoint, kilometres: float) -> None:
    assert distance_km(a, b) == pytest.approx(kilometres, rel=0.006)
    assert distance_km(b, a) == distance_km(a, b)


def test_a_place_is_no_distance_from_itself() -> None:
    assert distance_km(LEIPZIG, LEIPZIG) == 0
