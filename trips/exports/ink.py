"""Drawing that carries no meaning of its own: the line, its rings and strands.

Written straight into the page below the text and marked as an artifact, so that a screen reader
passes over it. Millimetres from the upper left corner of the sheet.
"""

from collections.abc import Sequence
from math import hypot
from typing import Final

POINTS_PER_MM: Final = 72 / 25.4
INK: Final = "#17212b"
SOFT: Final = "#55606b"
WHITE: Final = "#ffffff"
HUES: Final = ("#1f5fa8", "#b23a48", "#2e7d4f", "#8a5a00", "#6a4c93", "#0f766e")
_KAPPA: Final = 0.5523
"""Control length of the Bézier curve that looks like a quarter of a circle."""

Point = tuple[float, float]


def colour_of(hue: int) -> str:
    """The colour of a stop's hue; 0 belongs to no stop and is ink."""
    return HUES[(hue - 1) % len(HUES)] if hue else INK


class Ink:
    """Collects PDF drawing operators for one page."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._operators: list[str] = []

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A stroke through points; corners stay sharp."""
        self._stroke(_polyline(points), colour, width)

    def rounded(self, points: Sequence[Point], radius: float, colour: str, width: float) -> None:
        """A stroke through points whose corners are rounded with `radius`."""
        path = [f"{_xy(points[0])} m"]
        for before, corner, after in zip(points, points[1:], points[2:], strict=False):
            cut = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
            start, end = _towards(corner, before, cut), _towards(corner, after, cut)
            first, second = _towards(corner, start, cut * 0.4), _towards(corner, end, cut * 0.4)
            path.append(f"{_xy(start)} l {_xy(first)} {_xy(second)} {_xy(end)} c")
        path.append(f"{_xy(points[-1])} l")
        self._stroke(" ".join(path), colour, width)

    def sway(self, start: Point, end: Point, colour: str, width: float) -> None:
        """An S from one vertical to another."""
        middle = (start[1] + end[1]) / 2
        path = f"{_xy(start)} m {_xy((start[0], middle))} {_xy((end[0], middle))} {_xy(end)} c"
        self._stroke(path, colour, width)

    def dots(self, start: Point, end: Point, colour: str, width: float) -> None:
        """A vertical or horizontal row of round dots."""
        self._operators.append(f"1 J [0 {width * 1.9:.3f}] 0 d")
        self._stroke(_polyline((start, end)), colour, width)
        self._operators.append("0 J [] 0 d")

    def ring(self, centre: Point, outer: float, stroke: float, colour: str) -> None:
        """A ring filled with paper; `outer` is its diameter over the stroke."""
        radius = (outer - stroke) / 2
        self._operators.append(
            f"{_rgb(WHITE)} rg {_rgb(colour)} RG {stroke:.3f} w {_circle(centre, radius)} B"
        )

    def disc(self, centre: Point, diameter: float, colour: str) -> None:
        """A filled circle."""
        self._operators.append(f"{_rgb(colour)} rg {_circle(centre, diameter / 2)} f")

    def content(self) -> bytes:
        """The operators as an artifact, or nothing if nothing was drawn."""
        if not self._operators:
            return b""
        scale = f"{POINTS_PER_MM:.6f}"
        flip = f"{scale} 0 0 -{scale} 0 {self._height * POINTS_PER_MM:.4f} cm"
        body = "\n".join(self._operators)
        return f"/Artifact BMC\nq {flip}\n{body}\nQ\nEMC\n".encode("ascii")

    def _stroke(self, path: str, colour: str, width: float) -> None:
        self._operators.append(f"{_rgb(colour)} RG {width:.3f} w {path} S")


def _polyline(points: Sequence[Point]) -> str:
    return " ".join(f"{_xy(point)} {'l' if index else 'm'}" for index, point in enumerate(points))


def _circle(centre: Point, radius: float) -> str:
    x, y = centre
    pull = radius * _KAPPA
    quarters = (
        ((x + radius, y + pull), (x + pull, y + radius), (x, y + radius)),
        ((x - pull, y + radius), (x - radius, y + pull), (x - radius, y)),
        ((x - radius, y - pull), (x - pull, y - radius), (x, y - radius)),
        ((x + pull, y - radius), (x + radius, y - pull), (x + radius, y)),
    )
    curves = " ".join(f"{' '.join(map(_xy, quarter))} c" for quarter in quarters)
    return f"{_xy((x + radius, y))} m {curves} h"


def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[index : index + 2], 16) / 255:.4f}" for index in (1, 3, 5))


def _xy(point: Point) -> str:
    return f"{point[0]:.3f} {point[1]:.3f}"


def _distance(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = _distance(start, end) or 1.0
    share = length / whole
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
