"""The outlines that route maps are drawn from, read from the data files of the package."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Final

from trips.config import ROOT
from trips.domain.route_map.outlines import City, Line, Outlines, Point, box_around
from trips.domain.values.geo import GeoPoint

FOLDER: Final = ROOT / "trips" / "data"


def _points(steps: Sequence[int], unit: int) -> tuple[Point, ...]:
    x = y = 0
    points = []
    for i in range(0, len(steps), 2):
        x, y = x + steps[i], y + steps[i + 1]
        points.append((x / unit, y / unit))
    return tuple(points)


def _line(points: tuple[Point, ...]) -> Line:
    return Line(points, box_around(points))


def _ring(numbers: Sequence[int], arcs: Sequence[tuple[Point, ...]]) -> Line:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        turn = 360.0 * round((points[-1][0] - arc[0][0]) / 360) if points else 0.0
        points += [(x + turn, y) for x, y in arc[1:]] if points else arc
    line = _line(tuple(points))
    back = 360.0 * round((line.box.left + line.box.right) / 720)
    return _line(tuple((x - back, y) for x, y in points)) if back else line


@cache
def get_cities() -> tuple[City, ...]:
    """Return the cities to orient by. docs/map-data/ describes them."""
    cities = json.loads((FOLDER / "cities.json").read_text("utf-8"))
    return tuple(City(de, en, GeoPoint(lat, lon), rank) for de, en, lat, lon, rank in cities)


def get_outlines() -> Outlines:
    """Return the borders of the world and of the German Länder, and cities to orient by.

    Reads trips/data/outlines.json at every call (about 50 ms) and keeps nothing: a process would
    hold seven megabytes for the few maps it draws. docs/map-data/ describes the file. Raises
    FileNotFoundError when the package is incomplete.
    """
    data = json.loads((FOLDER / "outlines.json").read_text("utf-8"))
    arcs = [_points(steps, data["unit"]) for steps in data["arcs"]]
    return Outlines(
        borders=tuple(_line(points) for points in arcs),
        countries=tuple(
            tuple(_ring(numbers, arcs) for numbers in rings) for rings in data["countries"].values()
        ),
        laender=tuple(_line(_points(steps, data["unit"])) for steps in data["laender"]),
        cities=get_cities(),
    )
