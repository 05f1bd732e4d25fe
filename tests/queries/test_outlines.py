"""The data files of the map: whole, small and where they should be."""

from importlib.resources import files

import pytest

from tests.effort import examples
from trips.domain.route_map.outlines import inside
from trips.domain.route_map.picture import MapStop, build_route_map
from trips.domain.values.geo import GeoPoint
from trips.queries.outlines import get_outlines

OUTLINES = get_outlines()


def countries_at(place: GeoPoint) -> list[int]:
    point = (place.longitude, place.latitude)
    return [
        number
        for number, rings in enumerate(OUTLINES.countries)
        if any(inside(ring, point) for ring in rings)
    ]


def test_rings_close_and_no_border_jumps() -> None:
    for rings in OUTLINES.countries:
        for ring in rings:
            assert ring.points[0] == pytest.approx(ring.points[-1])
    for line in OUTLINES.borders + OUTLINES.laender:
        assert line.box.right - line.box.left < 180
        assert len(line.points) > 1


def test_borders_of_laender_lie_in_germany() -> None:
    germany = countries_at(GeoPoint(50.98, 11.03))
    assert len(germany) == 1
    rings = OUTLINES.countries[germany[0]]
    middles = [line.points[len(line.points) // 2] for line in OUTLINES.laender]
    assert len(middles) >= 25
    assert all(any(inside(ring, middle) for ring in rings) for middle in middles)


def test_cities_stand_in_one_country_or_at_its_coast() -> None:
    cities = OUTLINES.cities[:: examples(8, 1)]
    found = {city.name("en"): len(countries_at(city.place)) for city in cities}
    assert max(found.values()) == 1
    assert sum(found.values()) > 0.9 * len(found)
    maps = [build_route_map([MapStop("", city.place)], OUTLINES) for city in cities]
    assert [c.name("en") for c, m in zip(cities, maps, strict=True) if not (m and m.home)] == []


def test_cities_are_named_once_in_both_languages() -> None:
    cities = OUTLINES.cities
    assert len({city.name("de") for city in cities}) == len(cities)
    assert {city.name("de"): city.name("en") for city in cities}["Köln"] == "Cologne"
    assert {city.name("uk") for city in cities} == {city.name("en") for city in cities}


def test_the_outlines_stay_a_small_file() -> None:
    assert len(files("trips").joinpath("data", "outlines.json").read_bytes()) <= 250_000
