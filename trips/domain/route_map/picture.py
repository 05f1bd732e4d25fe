"""The route map of a trip as a drawing: paths, line pieces, rings and names, in pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from trips.domain.route_map.clip import clip_line, clip_ring, path
from trips.domain.route_map.labels import STOP_SIZE, Label, place_label, positions
from trips.domain.route_map.orientation import CityMark, Ground, mark_cities
from trips.domain.route_map.outlines import Box, Line, Outlines, Point, inside
from trips.domain.route_map.view import View, Window, frame, unrolled
from trips.domain.values.geo import GeoPoint, distance_km

HUES: Final = 6
RING: Final = 9.0
"""Outer radius of a station ring, as far as names keep away from it."""
ONE_PLACE_KM: Final = 15.0
"""Stops closer together than this are shown within their whole country."""
CLOSEST: Final = 180.0
"""Pixels per degree of latitude, 1.6 to the kilometre: maps never go nearer."""
LAENDER_FROM: Final = 14.0
"""Pixels per degree of longitude from which borders of Länder are drawn."""
WIDEST_COUNTRY: Final = 16.0
COUNTRY_HALF: Final = 5.0
SHORE: Final = 0.12
"""Degrees by which simplified coasts may miss a harbour."""
FINE_STEP: Final = 6
COARSE_STEP: Final = 12
"""Shortest steps of a border in tenths of a pixel, on regional maps and on wide ones."""
SPECK: Final = 2.5
"""Islands of fewer pixels, width plus height, are left out."""


@dataclass(frozen=True)
class MapStop:
    """A stop of the trip in travel order; hue 1 to 6, or 0 for its turn."""

    name: str
    place: GeoPoint
    hue: int = 0


@dataclass(frozen=True)
class RoutePiece:
    """A straight piece of the line in one hue."""

    x1: float
    y1: float
    x2: float
    y2: float
    hue: int


@dataclass(frozen=True)
class Station:
    """A ring on the line; the label is missing only where no room at all is left."""

    x: float
    y: float
    hue: int
    name: str
    label: Label | None


@dataclass(frozen=True)
class RouteMap:
    """A finished drawing; the same for screen and paper. Empty paths are empty strings."""

    width: float
    height: float
    home: str
    """Areas of the countries visited."""
    borders: str
    laender: str
    route: tuple[RoutePiece, ...]
    stations: tuple[Station, ...]
    cities: tuple[CityMark, ...]
    names: tuple[str, ...]
    """Names of the stops in travel order, for the text alternative."""
    is_regional: bool
    """False on maps so wide that borders need a finer stroke."""


def build_route_map(
    stops: Sequence[MapStop],
    outlines: Outlines,
    *,
    language: str = "en",
    window: Window | None = None,
) -> RouteMap | None:
    """Return the drawing of a route, or None when there is no stop.

    `language` chooses the names of the cities to orient by; stops bring their own names.
    """
    if not stops:
        return None
    window = window or Window()
    spread = unrolled([stop.place for stop in stops])
    home = _visited(stops, outlines)
    view = _view(stops, spread, home, window)
    stations, route = _stations([view.spot(*point) for point in spread], stops)
    labelled, taken = _labelled(stations, route, window)
    shown = view.window()
    return RouteMap(
        width=window.width,
        height=window.height,
        home="".join(_areas(home, view, shown)),
        borders="".join(_lines(outlines.borders, view, shown)),
        laender="".join(
            _lines(outlines.laender, view, shown) if view.scale >= LAENDER_FROM else ()
        ),
        route=route,
        stations=labelled,
        cities=tuple(
            mark_cities(outlines.cities, language, Ground(view, home, _segments(route), taken))
        ),
        names=tuple(stop.name for stop in stops),
        is_regional=view.scale >= LAENDER_FROM,
    )


def _ring_at(point: Point, rings: Sequence[Line]) -> Line | None:
    """Return the ring a place lies in; just off a simplified coast counts."""
    x, y = point
    around = [(x + dx, y + dy) for d in (0.0, SHORE) for dx in (-d, 0, d) for dy in (-d, 0, d)]
    near = [
        (ring, turn)
        for ring in rings
        if ring.box.low - SHORE <= y <= ring.box.high + SHORE
        for turn in (0, 360)
        if ring.box.left - SHORE <= x + turn <= ring.box.right + SHORE
    ]
    hits = (
        ring
        for sx, sy in dict.fromkeys(around)
        for ring, turn in near
        if inside(ring, (sx + turn, sy))
    )
    return next(hits, None)


def _visited(stops: Sequence[MapStop], outlines: Outlines) -> list[tuple[Line, ...]]:
    points = {(stop.place.longitude, stop.place.latitude) for stop in stops}
    every = [ring for rings in outlines.countries for ring in rings]
    found = [ring for point in points if (ring := _ring_at(point, every))]
    return [
        rings
        for rings in outlines.countries
        if any(ring is other for ring in rings for other in found)
    ]


def _view(
    stops: Sequence[MapStop],
    spread: list[Point],
    home: list[tuple[Line, ...]],
    window: Window,
) -> View:
    first = stops[0].place
    if max(distance_km(first, stop.place) for stop in stops) > ONE_PLACE_KM:
        return frame(spread, window, CLOSEST)
    lon, lat = spread[0]
    turn = lon - first.longitude
    ring = _ring_at((first.longitude, lat), [ring for rings in home for ring in rings])
    box = Box(lon - COUNTRY_HALF, lat - COUNTRY_HALF, lon + COUNTRY_HALF, lat + COUNTRY_HALF)
    if ring and max(ring.box.right - ring.box.left, ring.box.high - ring.box.low) < WIDEST_COUNTRY:
        box = ring.box.moved(turn)
    narrow = Window(window.width, window.height, side=12, top=12)
    return frame([(box.left, box.low), (box.right, box.high)], narrow, CLOSEST)


def _copies(line: Line, shown: Box) -> Iterator[float]:
    """Yield the whole turns by which a line falls into the window."""
    box = line.box
    if box.low > shown.high or box.high < shown.low:
        return
    for turn in (-360.0, 0.0, 360.0):
        if box.left + turn <= shown.right and box.right + turn >= shown.left:
            yield turn


def _areas(home: list[tuple[Line, ...]], view: View, shown: Box) -> Iterator[str]:
    for rings in home:
        for ring in rings:
            for turn in _copies(ring, shown):
                piece = clip_ring(ring.points, shown.moved(-turn))
                yield path(view.spots(piece, turn), _step(view), closed=True)


def _lines(lines: Sequence[Line], view: View, shown: Box) -> Iterator[str]:
    speck = SPECK / view.scale
    for line in lines:
        if line.box.right - line.box.left + line.box.high - line.box.low < speck:
            continue
        for turn in _copies(line, shown):
            window = shown.moved(-turn)
            pieces = [line.points] if window.holds(line.box) else clip_line(line.points, window)
            for piece in pieces:
                yield path(view.spots(piece, turn), _step(view))


def _step(view: View) -> int:
    return FINE_STEP if view.scale >= LAENDER_FROM else COARSE_STEP


def _stations(
    spots: list[Point], stops: Sequence[MapStop]
) -> tuple[list[Station], tuple[RoutePiece, ...]]:
    hues = [stop.hue or i % HUES + 1 for i, stop in enumerate(stops)]
    stations = [
        Station(round(x, 1), round(y, 1), hue, stop.name, None)
        for (x, y), hue, stop in zip(spots, hues, stops, strict=True)
    ]
    pieces: list[RoutePiece] = []
    for a, b in pairwise(stations):
        if (a.x, a.y) != (b.x, b.y):
            x, y = round((a.x + b.x) / 2, 1), round((a.y + b.y) / 2, 1)
            pieces += [RoutePiece(a.x, a.y, x, y, a.hue), RoutePiece(x, y, b.x, b.y, b.hue)]
    return _distinct(stations), tuple(pieces)


def _distinct(stations: list[Station]) -> list[Station]:
    """Leave out a stop that returns to where an earlier one already has its ring and name."""
    seen: dict[tuple[float, float, str], Station] = {}
    for station in stations:
        seen.setdefault((station.x, station.y, station.name), station)
    return list(seen.values())


def _segments(route: Sequence[RoutePiece]) -> list[tuple[Point, Point]]:
    return [((piece.x1, piece.y1), (piece.x2, piece.y2)) for piece in route]


def _labelled(
    stations: list[Station], route: Sequence[RoutePiece], window: Window
) -> tuple[tuple[Station, ...], list[Box]]:
    sheet = Box(2, 2, window.width - 2, window.height - 2)
    taken = [Box(s.x, s.y, s.x, s.y).grown(RING) for s in stations]
    labelled = []
    for station in stations:
        candidates = positions(station.name, STOP_SIZE, (station.x, station.y), RING + 6)
        label = place_label(candidates, taken, _segments(route), sheet)
        if label:
            taken.append(label.box.grown(2))
        labelled.append(Station(station.x, station.y, station.hue, station.name, label))
    return tuple(labelled), taken
