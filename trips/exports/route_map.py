"""A route map as a standalone SVG picture for printed documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from trips.domain.route_map.labels import Label
from trips.domain.route_map.picture import RouteMap


@dataclass(frozen=True)
class MapPalette:
    """Colours of a map as CSS values; the defaults are those of paper (the sheet stays white)."""

    home: str = "none"
    paper: str = "#FFFFFF"
    border: str = "#B3AB99"
    rule: str = "#DEDACF"
    ink: str = "#17212B"
    soft: str = "#55606B"
    hues: tuple[str, ...] = ("#1F5FA8", "#B23A48", "#2E7D4F", "#8A5A00", "#6A4C93", "#0F766E")

    def hue(self, number: int) -> str:
        """Return the colour of hue 1 to 6; higher numbers start again."""
        return self.hues[(number - 1) % len(self.hues)]


def _name(label: Label, colour: str, weight: int) -> str:
    return (
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor}" '
        f'font-size="{label.size:g}" font-weight="{weight}" fill="{colour}">'
        f"{escape(label.text)}</text>"
    )


def _parts(drawing: RouteMap, palette: MapPalette) -> Iterator[str]:
    yield f'<path d="{drawing.home}" fill="{palette.home}"/>'
    stroke = 1 if drawing.is_regional else 0.45
    for lines, colour in ((drawing.laender, palette.rule), (drawing.borders, palette.border)):
        yield (
            f'<path d="{lines}" fill="none" stroke="{colour}" stroke-width="{stroke}" '
            'stroke-linejoin="round"/>'
        )
    for city in drawing.cities:
        yield f'<circle cx="{city.x}" cy="{city.y}" r="2" fill="{palette.soft}"/>'
        yield _name(city.label, palette.soft, 400)
    for piece in drawing.route:
        yield (
            f'<path d="M{piece.x1} {piece.y1}L{piece.x2} {piece.y2}" fill="none" '
            f'stroke="{palette.hue(piece.hue)}" stroke-width="6"/>'
        )
    for station in drawing.stations:
        yield (
            f'<circle cx="{station.x}" cy="{station.y}" r="7.75" fill="{palette.paper}" '
            f'stroke="{palette.hue(station.hue)}" stroke-width="4.5"/>'
        )
        if station.label:
            yield _name(station.label, palette.ink, 600)


def route_map_svg(drawing: RouteMap, palette: MapPalette | None = None) -> str:
    """Return a standalone SVG document with explicit colours, text set in Inter.

    It carries no title: the document that shows it says the text alternative in its language.
    """
    size = f"{drawing.width:g} {drawing.height:g}"
    body = "".join(_parts(drawing, palette or MapPalette()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" '
        f'width="{drawing.width:g}" height="{drawing.height:g}" '
        f"font-family=\"Inter, 'Noto Sans', sans-serif\">{body}</svg>"
    )


def route_map_uri(drawing: RouteMap, palette: MapPalette | None = None) -> str:
    """Return the SVG as a data URI for the `src` of an image or a CSS background."""
    return "data:image/svg+xml," + quote(route_map_svg(drawing, palette))
