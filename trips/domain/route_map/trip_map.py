"""The route map of a trip, the same for the overview page and for papers."""

from collections.abc import Iterable
from typing import Protocol

from trips.domain.route_map.outlines import Outlines
from trips.domain.route_map.picture import HUES, MapStop, RouteMap, build_route_map
from trips.domain.route_map.view import Window
from trips.domain.values.geo import GeoPoint
from trips.domain.values.text import Text


class StopOnMap(Protocol):
    """What a map needs to know of a stop; a StopBrief is one."""

    @property
    def city(self) -> Text: ...
    @property
    def hue(self) -> int: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...


def route_map_of(
    stops: Iterable[StopOnMap], outlines: Outlines, language: str, window: Window | None = None
) -> RouteMap | None:
    """Return the map of the stops in travel order, or None when none of them has coordinates.

    A stop without coordinates is left out; the line runs past it.
    """
    placed = [
        MapStop(
            stop.city.shown(language).text,
            GeoPoint(stop.latitude, stop.longitude),
            (stop.hue - 1) % HUES + 1 if stop.hue else 0,
        )
        for stop in stops
        if stop.latitude is not None and stop.longitude is not None
    ]
    return build_route_map(placed, outlines, language=language, window=window)
