"""The map on the page: an image with a name, without style of its own, safe for any name."""

import xml.etree.ElementTree as ET
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from trips.domain.route_map.picture import MapStop, build_route_map
from trips.domain.values.geo import GeoPoint
from trips.queries.outlines import get_outlines

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
SVG = "{http://www.w3.org/2000/svg}"


def rendered(*names: str) -> ET.Element:
    pages = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, extensions=["jinja2.ext.i18n"]
    )
    pages.install_null_translations(newstyle=True)
    stops = [MapStop(name, GeoPoint(51.3 - 2 * i, 12.4 - i)) for i, name in enumerate(names)]
    macro = pages.get_template("_map.html").module.route_map
    svg = str(macro(build_route_map(stops, get_outlines())))
    return ET.fromstring(svg.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1))  # noqa: S314


def test_the_map_says_its_route_to_those_who_do_not_see_it() -> None:
    root = rendered("Leipzig", "Nürnberg")
    assert root.get("role") == "img"
    named_by = [root.find(f"*[@id='{key}']") for key in root.get("aria-labelledby", "").split()]
    assert next(part.text for part in named_by if part is not None) == "Route: Leipzig – Nürnberg"
    assert len(named_by) == 2


def test_rings_and_line_take_the_hue_of_their_stop() -> None:
    root = rendered("Leipzig", "Nürnberg")
    rings = [c.get("class") for c in root.iter(f"{SVG}circle") if c.get("r") == "7.75"]
    assert rings == ["map-station hue-1", "map-station hue-2"]
    lines = [p.get("class") for p in root.iter(f"{SVG}path")]
    assert lines == ["map-home", "map-border", "map-line hue-1", "map-line hue-2"]


def test_the_map_brings_no_style_and_no_script() -> None:
    root = rendered('<script>alert("x")</script>', "A & B")
    assert not [part for part in root.iter() if part.get("style") or part.tag.endswith("script")]
    names = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "map-stop"]
    assert names == ['<script>alert("x")</script>', "A & B"]
