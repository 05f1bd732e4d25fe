"""The route map: where things fall, that names do not touch, that no trip breaks it."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from trips.domain.route_map.clip import clip_line, clip_ring, path
from trips.domain.route_map.labels import Label, text_width
from trips.domain.route_map.outlines import Box, Outlines
from trips.domain.route_map.picture import MapStop, RouteMap, Station, build_route_map
from trips.domain.route_map.view import unrolled
from trips.domain.values.geo import GeoPoint
from trips.queries.outlines import get_outlines

OUTLINES = get_outlines()
FOUNDING = (
    MapStop("Leipzig", GeoPoint(51.3397, 12.3731)),
    MapStop("Nürnberg", GeoPoint(49.4521, 11.0767)),
    MapStop("München", GeoPoint(48.1372, 11.5756)),
)
AUCKLAND = MapStop("Auckland", GeoPoint(-36.85, 174.76))
LOS_ANGELES = MapStop("Los Angeles", GeoPoint(34.05, -118.24))


def drawn(*stops: MapStop, outlines: Outlines = OUTLINES) -> RouteMap:
    drawing = build_route_map(stops, outlines, language="de")
    assert drawing is not None
    return drawing


def station(drawing: RouteMap, name: str) -> Station:
    return next(s for s in drawing.stations if s.name == name)


def labels(drawing: RouteMap) -> list[Label]:
    stops = [s.label for s in drawing.stations if s.label]
    return stops + [city.label for city in drawing.cities]


def numbers(drawing: RouteMap) -> list[str]:
    return re.findall(r"[^\sMlz]+", drawing.home + drawing.borders + drawing.laender)


def ring(spot: Station) -> Box:
    return Box(spot.x, spot.y, spot.x, spot.y).grown(9)


def test_no_stop_makes_no_map() -> None:
    assert build_route_map([], OUTLINES) is None


def test_north_is_up_and_east_is_right() -> None:
    drawing = drawn(*FOUNDING)
    leipzig, nuernberg, muenchen = (
        station(drawing, name) for name in ("Leipzig", "Nürnberg", "München")
    )
    assert leipzig.y < nuernberg.y < muenchen.y
    assert nuernberg.x < muenchen.x < leipzig.x


def test_distances_on_the_map_keep_their_proportion() -> None:
    drawing = drawn(*FOUNDING)
    a, b, c = ((s.x, s.y) for s in drawing.stations)
    first, second = (((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2) ** 0.5 for p, q in ((a, b), (b, c)))
    assert first / second == pytest.approx(229 / 151, rel=0.05)


def test_the_line_changes_hue_half_way() -> None:
    drawing = drawn(*FOUNDING)
    assert [piece.hue for piece in drawing.route] == [1, 2, 2, 3]
    start, turn = drawing.stations[0], drawing.route[0]
    end = drawing.stations[1]
    assert turn.x2 == pytest.approx((start.x + end.x) / 2, abs=0.1)
    assert turn.y2 == pytest.approx((start.y + end.y) / 2, abs=0.1)
    for before, after in pairwise(drawing.route):
        assert (before.x2, before.y2) == (after.x1, after.y1)


def test_a_stop_can_bring_its_hue() -> None:
    back = MapStop("Leipzig", FOUNDING[0].place, hue=1)
    assert drawn(*FOUNDING, back).route[-1].hue == 1


def test_names_of_the_founding_trip_touch_nothing() -> None:
    drawing = drawn(*FOUNDING)
    assert all(s.label for s in drawing.stations)
    boxes = [label.box for label in labels(drawing)]
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    assert not any(box.meets(ring(s)) for box in boxes for s in drawing.stations)
    route = [((p.x1, p.y1), (p.x2, p.y2)) for p in drawing.route]
    assert not any(list(clip_line(line, box)) for line in route for box in boxes)
    sheet = Box(0, 0, drawing.width, drawing.height)
    assert all(sheet.holds(box) for box in boxes)


def test_known_cities_help_to_orient_in_the_readers_language() -> None:
    german = {city.label.text for city in drawn(*FOUNDING).cities}
    assert {"Frankfurt", "Stuttgart", "Kassel"} <= german
    assert not {"Leipzig", "Nürnberg", "München"} & german
    english = build_route_map(FOUNDING[:1], OUTLINES, language="en")
    assert english is not None
    assert "Cologne" in {city.label.text for city in english.cities}


def test_one_stop_shows_its_country() -> None:
    drawing = drawn(FOUNDING[0])
    assert drawing.route == ()
    assert {"Hamburg", "Stuttgart", "Köln"} <= {c.label.text for c in drawing.cities}


def test_stops_in_one_place_share_a_ring() -> None:
    drawing = drawn(FOUNDING[0], MapStop("Leipzig", FOUNDING[0].place))
    assert [s.name for s in drawing.stations] == ["Leipzig"]
    assert drawing.names == ("Leipzig", "Leipzig")
    assert drawing.route == ()


def test_the_pacific_is_crossed_the_short_way() -> None:
    drawing = drawn(AUCKLAND, LOS_ANGELES)
    auckland, los_angeles = drawing.stations
    assert auckland.x < los_angeles.x
    assert auckland.y > los_angeles.y
    assert {c.label.text for c in drawing.cities} == {"Honolulu"}


def test_borders_that_cross_the_date_line_do_not_jump() -> None:
    fiji = drawn(
        MapStop("Suva", GeoPoint(-18.14, 178.44)), MapStop("Apia", GeoPoint(-13.83, -171.77))
    )
    for steps in re.findall(r"l([^Mz]+)", fiji.borders):
        xs = [float(x) for x in steps.split()[::2]]
        assert max(map(abs, xs), default=0) < fiji.width / 3


def test_laender_are_drawn_near_and_left_out_on_wide_maps() -> None:
    assert drawn(*FOUNDING).laender
    assert drawn(*FOUNDING).is_regional
    wide = drawn(FOUNDING[0], MapStop("Pretoria", GeoPoint(-25.75, 28.23)))
    assert wide.laender == ""
    assert not wide.is_regional


def test_leipzig_is_on_the_ground_of_a_country_it_visits() -> None:
    assert drawn(FOUNDING[0]).home
    ocean = drawn(MapStop("Null Island", GeoPoint(0.0, 0.0)))
    assert ocean.home == ""


def test_wide_scripts_need_more_room() -> None:
    assert text_width("北京市", 15) > text_width("Ulm", 15)


def test_a_line_is_cut_at_the_edges_of_a_box() -> None:
    box = Box(0, 0, 10, 10)
    zigzag = [(-5.0, 5.0), (5.0, 5.0), (5.0, 20.0), (8.0, 20.0), (8.0, 5.0)]
    assert list(clip_line(zigzag, box)) == [
        [(0.0, 5.0), (5.0, 5.0), (5.0, 10.0)],
        [(8.0, 10.0), (8.0, 5.0)],
    ]
    assert list(clip_line([(-1.0, -1.0), (-1.0, 11.0)], box)) == []


def test_a_ring_around_the_window_fills_it() -> None:
    box = Box(0, 0, 10, 10)
    around = [(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)]
    assert set(clip_ring(around, box)) == {(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)}
    assert clip_ring([(20.0, 0.0), (30.0, 0.0), (30.0, 9.0)], box) == []


def test_path_data_are_steps_in_tenths() -> None:
    assert path([(1.0, 2.0), (3.04, 2.0), (3.04, 1.5)]) == "M1 2l2 0 0 -0.5"
    assert path([(1.0, 2.0)]) == ""
    assert path([]) == ""


PLACES = st.builds(
    GeoPoint,
    st.floats(-90, 90, allow_nan=False),
    st.floats(-180, 180, allow_nan=False),
)


@given(st.lists(PLACES, min_size=1, max_size=6))
def test_the_strip_is_cut_where_no_one_goes(places: list[GeoPoint]) -> None:
    lons = [lon for lon, _ in unrolled(places)]
    assert max(lons) - min(lons) <= 360
    for place, lon in zip(places, lons, strict=True):
        away = (lon - place.longitude) % 360
        assert min(away, 360 - away) < 1e-6


@settings(max_examples=examples(20, 60), deadline=None)
@given(st.lists(st.tuples(PLACES, st.text(max_size=30)), min_size=1, max_size=8))
def test_no_trip_breaks_the_map(trip: list[tuple[GeoPoint, str]]) -> None:
    drawing = drawn(*(MapStop(name, place) for place, name in trip))
    assert all(re.fullmatch(r"-?\d+(\.\d)?|-?\de[+-]\d+", number) for number in numbers(drawing))
    for spot in drawing.stations:
        assert -1 <= spot.x <= drawing.width + 1
        assert -1 <= spot.y <= drawing.height + 1
    boxes = [label.box for label in labels(drawing)]
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
