"""The map as a picture for paper, read back by an XML parser."""

import xml.etree.ElementTree as ET
from urllib.parse import unquote

from trips.domain.route_map.outlines import Outlines
from trips.domain.route_map.picture import MapStop, RouteMap, build_route_map
from trips.domain.values.geo import GeoPoint
from trips.exports.route_map import MapPalette, route_map_svg, route_map_uri

SVG = "{http://www.w3.org/2000/svg}"


def drawing(*names: str) -> RouteMap:
    stops = [MapStop(name, GeoPoint(50.0 + i, 10.0 + i)) for i, name in enumerate(names)]
    made = build_route_map(stops, Outlines((), (), ()))
    assert made is not None
    return made


def test_every_stop_is_a_ring_in_its_hue_with_its_name() -> None:
    root = ET.fromstring(route_map_svg(drawing("Leipzig", "Nürnberg")))  # noqa: S314
    rings = [circle.get("stroke") for circle in root.iter(f"{SVG}circle")]
    assert rings == ["#1F5FA8", "#B23A48"]
    assert [text.text for text in root.iter(f"{SVG}text")] == ["Leipzig", "Nürnberg"]
    assert root.get("viewBox") == "0 0 336 330"


def test_names_cannot_break_out_of_the_picture() -> None:
    name = 'A&B <script>"x"</script>'
    root = ET.fromstring(route_map_svg(drawing(name)))  # noqa: S314
    assert [text.text for text in root.iter(f"{SVG}text")] == [name]
    assert list(root.iter(f"{SVG}script")) == []


def test_the_palette_colours_the_picture() -> None:
    inked = route_map_svg(drawing("Ulm"), MapPalette(hues=("#000000",), ink="#010101"))
    assert 'stroke="#000000"' in inked
    assert 'fill="#010101"' in inked


def test_the_uri_carries_the_same_picture() -> None:
    made = drawing("Ulm", "Köln")
    kind, content = route_map_uri(made).split(",", 1)
    assert kind == "data:image/svg+xml"
    assert unquote(content) == route_map_svg(made)
