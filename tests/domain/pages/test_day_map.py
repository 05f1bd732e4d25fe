"""The places of a day in their order."""

from dataclasses import replace

from tests.domain.pages.test_board_page import DAY, item, moment, trip
from trips.domain.item import ItemStatus, TransferMode
from trips.domain.pages.day_map import build_day_map
from trips.domain.route_map.labels import crossed
from trips.domain.values.text import Text


def test_places_are_numbered_in_the_order_of_the_day() -> None:
    drawing = build_day_map(
        trip(
            item("noon", moment(12), moment(13), site="near"),
            item("first", moment(9), moment(10), site="far"),
            item("again", moment(15), moment(16), site="far"),
        ),
        DAY,
        "de",
    )
    assert drawing is not None
    assert [(each.number, each.name["de"], len(each.items)) for each in drawing.stations] == [
        (1, "far", 2),
        (2, "near", 1),
    ]
    assert [(way.first, way.second) for way in drawing.ways] == [(1, 2), (2, 1)]


def test_a_way_says_how_far_and_how_long() -> None:
    drawing = build_day_map(
        trip(
            item("first", moment(9), moment(10), site="near"),
            item("second", moment(11), moment(12), site="out"),
        ),
        DAY,
        "de",
    )
    assert drawing is not None
    (way,) = drawing.ways
    assert 8 < way.km < 9
    assert way.way is not None
    assert way.way.mode is TransferMode.BUS
    assert way.way.minutes > 25


def test_groups_that_go_apart_have_ways_of_their_own() -> None:
    drawing = build_day_map(
        trip(
            item("all", moment(9), moment(10), site="near"),
            item("a", moment(11), moment(12), site="far", groups=("A",)),
            item("b", moment(11), moment(12), site="out", groups=("B",)),
        ),
        DAY,
        "de",
    )
    assert drawing is not None
    assert {way.groups for way in drawing.ways} == {("A",), ("B",)}


def test_without_a_known_place_there_is_no_map() -> None:
    assert build_day_map(trip(item("x", moment(9), moment(10))), DAY, "de") is None


def test_places_lie_on_the_sheet_and_east_is_right() -> None:
    drawing = build_day_map(
        trip(
            item("first", moment(9), moment(10), site="near"),
            item("second", moment(11), moment(12), site="out"),
        ),
        DAY,
        "de",
    )
    assert drawing is not None
    west, east = drawing.stations
    assert 0 < west.x < east.x < drawing.width
    assert 0 < drawing.scale_pixels <= 120


def test_a_name_at_the_edge_finds_room_beside_the_line() -> None:
    name = Text(de="Mehrgenerationenhaus Schweinau")
    visits = trip(
        item("first", moment(9), moment(10), site="near"),
        item("second", moment(11), moment(12), site="out"),
    )
    near, *others = visits.sites
    named = replace(visits, sites=(replace(near, name=name), *others))
    drawing = build_day_map(named, DAY, "de")
    assert drawing is not None
    line = [((way.x1, way.y1), (way.x2, way.y2)) for way in drawing.ways]
    labels = [station.label for station in drawing.stations]
    assert labels[0] is not None
    assert labels[0].text == name["de"]
    assert not any(crossed(label.box, line) for label in labels if label)


def test_nobody_goes_to_an_idea() -> None:
    drawing = build_day_map(
        trip(
            item("first", moment(9), moment(10), site="near"),
            item("perhaps", moment(11), moment(12), site="out", status=ItemStatus.IDEA),
        ),
        DAY,
        "de",
    )
    assert drawing is not None
    assert [each.name["de"] for each in drawing.stations] == ["near"]
    assert drawing.ways == ()
