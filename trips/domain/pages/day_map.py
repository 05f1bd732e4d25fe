"""The places of a day in their order, as a drawing: numbered stations, the ways between them.

Ideas and what is cancelled are nobody's way.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from trips.domain.item import Item, ItemStatus
from trips.domain.itinerary import order_items
from trips.domain.pages.board_strands import Way, way_between
from trips.domain.route_map.labels import Label, place_label, positions
from trips.domain.route_map.outlines import Box
from trips.domain.route_map.view import Window, frame
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.geo import GeoPoint, distance_km
from trips.domain.values.text import Text

CLOSEST: Final = 45_000.0
"""Pixels per degree of latitude, 400 to the kilometre: a map of two neighbours stays one."""
RING: Final = 12.0
NAME: Final = 13.0
LETTER: Final = 9.0
"""So far around its middle a way's groups are written."""
SHEET: Final = Window(width=560, height=520, side=90, top=56)
SCALES: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
SCALE_PIXELS: Final = 120
KM_PER_DEGREE: Final = 111.2


@dataclass(frozen=True)
class DayStation:
    """A place of the day; visited twice, it keeps the number of its first visit."""

    number: int
    name: Text
    address: str
    x: float
    y: float
    hue: int | None
    items: tuple[Item, ...]
    is_estimated: bool
    label: Label | None = None


@dataclass(frozen=True)
class DayWay:
    """From one station to the next one, in pixels and in kilometres along a straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    hue: int | None
    groups: tuple[str, ...]
    first: int
    second: int
    km: float
    way: Way | None


@dataclass(frozen=True)
class DayMap:
    """A day on the ground."""

    width: float
    height: float
    stations: tuple[DayStation, ...]
    ways: tuple[DayWay, ...]
    unplaced: tuple[Item, ...]
    """Items whose place is not known."""
    scale_km: float
    scale_pixels: float


def build_day_map(snapshot: TripSnapshot, on: date, lang: str, group: str = "") -> DayMap | None:
    """The places of a day, for everyone or one group; none where no place is known."""
    items = [item for item in _of_day(snapshot, on) if _is_for(item, group)]
    placed = [item for item in items if _point(snapshot, item)]
    if not placed:
        return None
    sites = list(dict.fromkeys(item.site or "" for item in placed))
    points = [_point_of_site(snapshot, uid) for uid in sites]
    view = frame([(point.longitude, point.latitude) for point in points], SHEET, CLOSEST)
    spots = {
        uid: view.spot(point.longitude, point.latitude)
        for uid, point in zip(sites, points, strict=True)
    }
    stations = [
        _station(snapshot, number, uid, spots[uid], [item for item in placed if item.site == uid])
        for number, uid in enumerate(sites, 1)
    ]
    ways = _ways(snapshot, placed, {uid: stations[index] for index, uid in enumerate(sites)})
    pixels_per_km = view.scale / (KM_PER_DEGREE * _shrink(points))
    scale = _scale(pixels_per_km)
    return DayMap(
        width=SHEET.width,
        height=SHEET.height,
        stations=_labelled(stations, ways, lang),
        ways=tuple(ways),
        unplaced=tuple(item for item in items if item not in placed and _has_place(item)),
        scale_km=scale,
        scale_pixels=round(scale * pixels_per_km, 1),
    )


def _of_day(snapshot: TripSnapshot, on: date) -> tuple[Item, ...]:
    return order_items(
        item
        for item in snapshot.items
        if item.starts.date() == on
        and not item.is_unplaced
        and item.status not in {ItemStatus.CANCELLED, ItemStatus.IDEA}
    )


def _is_for(item: Item, group: str) -> bool:
    return not group or not item.groups or group in item.groups


def _has_place(item: Item) -> bool:
    return bool(item.site or item.meeting_point)


def _point(snapshot: TripSnapshot, item: Item) -> GeoPoint | None:
    site = snapshot.site_by_uid.get(item.site or "")
    if site is None or site.latitude is None or site.longitude is None:
        return None
    return GeoPoint(site.latitude, site.longitude)


def _point_of_site(snapshot: TripSnapshot, uid: str) -> GeoPoint:
    site = snapshot.site_by_uid[uid]
    return GeoPoint(site.latitude or 0.0, site.longitude or 0.0)


def _station(
    snapshot: TripSnapshot,
    number: int,
    uid: str,
    spot: tuple[float, float],
    items: Sequence[Item],
) -> DayStation:
    site = snapshot.site_by_uid[uid]
    return DayStation(
        number=number,
        name=site.name,
        address=site.address,
        x=round(spot[0], 1),
        y=round(spot[1], 1),
        hue=snapshot.hue_by_stop.get(items[0].stop or ""),
        items=tuple(items),
        is_estimated=site.is_position_estimated,
    )


def _ways(
    snapshot: TripSnapshot, items: Sequence[Item], stations: dict[str, DayStation]
) -> list[DayWay]:
    """The ways of each group; those that all go together are one."""
    ways: dict[tuple[str, str], DayWay] = {}
    codes = [group.code for group in snapshot.trip.groups] or [""]
    for code in codes:
        own = [item for item in items if _is_for(item, code)]
        for first, second in pairwise(own):
            if first.site == second.site:
                continue
            key = (first.uid, second.uid)
            known = ways.get(key)
            if known:
                ways[key] = replace(known, groups=(*known.groups, code))
                continue
            start, end = stations[first.site or ""], stations[second.site or ""]
            points = [_point_of_site(snapshot, item.site or "") for item in (first, second)]
            ways[key] = DayWay(
                x1=start.x,
                y1=start.y,
                x2=end.x,
                y2=end.y,
                hue=end.hue,
                groups=(code,) if code else (),
                first=start.number,
                second=end.number,
                km=distance_km(*points),
                way=way_between(snapshot, first, second),
            )
    everyone = tuple(codes)
    return [replace(way, groups=()) if way.groups == everyone else way for way in ways.values()]


def _labelled(
    stations: Sequence[DayStation], ways: Sequence[DayWay], lang: str
) -> tuple[DayStation, ...]:
    """Names where no two touch; a station without room for its name keeps its number."""
    sheet = Box(4, 4, SHEET.width - 4, SHEET.height - 34)
    lines = [((way.x1, way.y1), (way.x2, way.y2)) for way in ways]
    rings = {each.number: _around(each.x, each.y, RING) for each in stations}
    taken = [
        _around((way.x1 + way.x2) / 2, (way.y1 + way.y2) / 2, LETTER) for way in ways if way.groups
    ]
    named = []
    for station in stations:
        name = station.name.shown(lang).text
        spot = (station.x, station.y)
        # A name keeps its distance from its own ring by itself.
        others = [ring for number, ring in rings.items() if number != station.number]
        places = positions(name, NAME, spot, RING + 5)
        label = place_label(places, [*taken, *others], lines, sheet)
        if label:
            taken.append(label.box)
        named.append(replace(station, label=label))
    return tuple(named)


def _around(x: float, y: float, far: float) -> Box:
    return Box(x - far, y - far, x + far, y + far)


def _shrink(points: Sequence[GeoPoint]) -> float:
    """How much shorter a degree of longitude is than one of latitude there."""
    middle = sum(point.latitude for point in points) / len(points)
    east = GeoPoint(middle, 1.0)
    return distance_km(GeoPoint(middle, 0.0), east) / KM_PER_DEGREE


def _scale(pixels_per_km: float) -> float:
    """A round length that is at most as long as the bar may be."""
    fitting = [km for km in SCALES if km * pixels_per_km <= SCALE_PIXELS]
    return fitting[-1] if fitting else SCALES[0]
