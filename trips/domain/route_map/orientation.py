"""Which cities a map names so that readers know where they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot
from typing import Final

from trips.domain.route_map.labels import CITY_SIZE, Label, place_label, positions
from trips.domain.route_map.outlines import Box, City, Line, Point, inside
from trips.domain.route_map.view import View

APART: Final = 62.0
"""Pixels that cities keep from stops and from each other."""
AREA: Final = 26000.0
"""One city for so many square pixels."""
ABROAD: Final = 2
"""Ranks that a city loses when the trip does not go to its country."""
EDGE: Final = 10.0


@dataclass(frozen=True)
class CityMark:
    """A dot with a name to orient by."""

    x: float
    y: float
    label: Label


@dataclass(frozen=True)
class Ground:
    """What already stands on the map."""

    view: View
    home: list[tuple[Line, ...]]
    route: list[tuple[Point, Point]]
    taken: list[Box]


def _shown(cities: Iterable[City], view: View) -> Iterator[tuple[City, Point]]:
    sheet = Box(0, 0, view.width, view.height).grown(-EDGE)
    middle = view.centre[0]
    for city in cities:
        lon = middle + (city.place.longitude - middle + 180) % 360 - 180
        x, y = view.spot(lon, city.place.latitude)
        if sheet.meets(Box(x, y, x, y)):
            yield city, (x, y)


def _standing(city: City, spot: Point, ground: Ground) -> tuple[int, float]:
    """Known cities of the countries visited first; among equals those far from what is there."""
    point = (city.place.longitude, city.place.latitude)
    at_home = any(inside(ring, point) for rings in ground.home for ring in rings)
    return (city.rank + (0 if at_home else ABROAD), -_nearest(spot, ground.taken))


def _nearest(spot: Point, taken: Iterable[Box]) -> float:
    x, y = spot
    return min(hypot(x - (b.left + b.right) / 2, y - (b.low + b.high) / 2) for b in taken)


def mark_cities(cities: Iterable[City], language: str, ground: Ground) -> Iterator[CityMark]:
    """Yield cities with a name right or left of the dot, clear of stops, names and the line."""
    view, taken = ground.view, list(ground.taken)
    sheet = Box(0, 0, view.width, view.height).grown(-EDGE / 2)
    room = int(view.width * view.height / AREA)
    ranked = sorted(_shown(cities, view), key=lambda entry: _standing(entry[0], entry[1], ground))
    for city, (x, y) in ranked:
        dot = Box(x, y, x, y).grown(4)
        if room == 0 or _nearest((x, y), taken) < APART or any(dot.meets(b) for b in taken):
            continue
        beside = list(positions(city.name(language), CITY_SIZE, (x, y), 7))[:2]
        label = place_label(beside, taken, ground.route, sheet, across=False)
        if label:
            taken += [dot, label.box.grown(2)]
            room -= 1
            yield CityMark(round(x, 1), round(y, 1), label)
