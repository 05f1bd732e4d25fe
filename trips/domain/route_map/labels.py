"""Where the names on a map stand, so that no two touch and the line stays free."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from trips.domain.route_map.clip import clip_line
from trips.domain.route_map.outlines import Box, Point

STOP_SIZE: Final = 15.0
CITY_SIZE: Final = 13.0
_NARROW: Final = frozenset("fijlrtI.,:;'()[]| -/")
_WIDE: Final = frozenset("mwMWÆŒ@%")
_WIDE_SCRIPTS: Final = 0x1100
"""From Hangul on, most letters fill a square."""


@dataclass(frozen=True)
class Label:
    """A name and where it is anchored: `start`, `middle` or `end` of its baseline."""

    text: str
    x: float
    y: float
    anchor: str
    size: float
    box: Box


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE or ord(letter) >= _WIDE_SCRIPTS:
        return 0.98
    return 0.72 if letter.isupper() else 0.6


def text_width(text: str, size: float) -> float:
    """Return an upper estimate of a text's width in Inter, in the unit of `size`."""
    return size * sum(_em(letter) for letter in text)


def _label(text: str, size: float, x: float, y: float, anchor: str) -> Label:
    wide = text_width(text, size)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    return Label(text, x, y, anchor, size, Box(left, y - 0.8 * size, left + wide, y + 0.25 * size))


def positions(text: str, size: float, spot: Point, gap: float) -> Iterator[Label]:
    """Yield the places a name can stand at a mark, the best first: right, left, above, below."""
    x, y = spot
    middle, slant = y + 0.36 * size, 0.7 * gap
    yield _label(text, size, x + gap, middle, "start")
    yield _label(text, size, x - gap, middle, "end")
    yield _label(text, size, x, y - gap, "middle")
    yield _label(text, size, x, y + gap + 0.75 * size, "middle")
    yield _label(text, size, x + slant, y - slant, "start")
    yield _label(text, size, x + slant, y + slant + 0.7 * size, "start")
    yield _label(text, size, x - slant, y - slant, "end")
    yield _label(text, size, x - slant, y + slant + 0.7 * size, "end")


def crossed(box: Box, lines: Iterable[tuple[Point, Point]]) -> bool:
    """Tell whether any of the segments runs through the box."""
    return any(any(clip_line(line, box)) for line in lines)


def place_label(
    candidates: Iterable[Label],
    taken: list[Box],
    lines: list[tuple[Point, Point]],
    sheet: Box,
    *,
    across: bool = True,
) -> Label | None:
    """Return the first label on the sheet that touches nothing taken and is clear of the lines.

    With `across` a name may lie on a line when there is no other room, but never on another name
    or ring. None when there is no room.
    """
    free = [
        label
        for label in candidates
        if sheet.holds(label.box) and not any(label.box.meets(box) for box in taken)
    ]
    clear = (label for label in free if not crossed(label.box.grown(4), lines))
    return next(clear, free[0] if free and across else None)
