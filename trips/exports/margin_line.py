"""The line in the left margin of a booklet: drawn between the rows once the pages are laid out.

Solid is programme, thin is on the way, dots are free time, strands are groups apart. Rows are
found by the ids of their elements, so that the drawing fits whatever the text needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

from trips.exports.ink import WHITE, Ink, colour_of
from trips.exports.pdf import Box, Sheet

X: Final = 15.8
"""Middle of the line; its left edge lies 15 mm from the sheet's."""
WIDTH: Final = 1.6
THIN: Final = 0.5
CURVE: Final = 9.0
MOST_LETTERS: Final = 4
"""More strands lie too close for letters; the groups stand in the table."""
LETTER_AT: Final = 14.4
"""Where the letters of the groups stand, below the upper edge of their row."""
_BIG: Final = (6.8, 1.6)
_SMALL: Final = (4.4, 1.1)


class Stroke(Enum):
    """How the line runs beside a row."""

    SOLID = "solid"
    THIN = "thin"
    DOTS = "dots"
    STRANDS = "strands"


class Ring(Enum):
    """The mark at a row's start."""

    NONE = "none"
    ITEM = "item"
    PLACE = "place"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What the line does beside the element `anchor`."""

    anchor: str
    hue: int
    stroke: Stroke = Stroke.SOLID
    ring: Ring = Ring.NONE
    ring_at: float = 5.3
    """Below the element's upper edge."""
    strands: int = 1
    until: str = ""
    """The last of several elements that belong together, if there is more than one."""
    continues: str = ""
    """The element before, if this one only goes on with it; drawn on another page only."""
    hue_after: int | None = None
    """The hue that follows; the same if it does not change."""


@dataclass(frozen=True)
class Progress:
    """A small line in the head of a day: all stops, those of the day filled."""

    anchor: str
    hues: tuple[int, ...]
    filled: tuple[bool, ...]


def strand_gap(strands: int) -> float:
    """How far apart the strands lie, so that they end before the text begins."""
    return {1: 0.0, 2: 5.4, 3: 3.4, 4: 2.6}.get(strands, 8.0 / max(strands - 1, 1))


def draw_margin(sheet: Sheet, ink: Ink, marks: Sequence[Mark]) -> None:
    """The line of one page from edge to edge; in ink where no row says a place."""
    here = [
        (mark, _box_of(sheet, mark))
        for mark in marks
        if mark.anchor in sheet.boxes and mark.continues not in sheet.boxes
    ]
    if not here:
        ink.line([(X, 0), (X, sheet.height)], colour_of(0), WIDTH)
        return
    first = here[0]
    ink.line([(X, 0), (X, first[1].top)], colour_of(first[0].hue), WIDTH)
    for (mark, box), (_, following) in pairwise(here):
        _draw_stretch(ink, mark, box.top, following.top)
    last, box = here[-1]
    _draw_stretch(ink, last, box.top, box.bottom)
    rest = last.hue if last.hue_after is None else last.hue_after
    ink.line([(X, box.bottom), (X, sheet.height)], colour_of(rest), WIDTH)
    for mark, box in here:
        _draw_ring(ink, mark, box)


def _box_of(sheet: Sheet, mark: Mark) -> Box:
    box, last = sheet.boxes[mark.anchor], sheet.boxes.get(mark.until)
    return Box(box.left, box.top, box.right, last.bottom) if last else box


def _draw_stretch(ink: Ink, mark: Mark, top: float, bottom: float) -> None:
    colour = colour_of(mark.hue)
    if mark.stroke is Stroke.STRANDS:
        _draw_strands(ink, mark, top, bottom)
    elif mark.stroke is Stroke.THIN:
        ink.line([(X, top), (X, bottom)], colour, THIN)
    elif mark.stroke is Stroke.DOTS:
        ink.dots((X, top + 1.4), (X, bottom - 0.6), colour, WIDTH)
    else:
        ink.line([(X, top), (X, bottom)], colour, WIDTH)


def _draw_strands(ink: Ink, mark: Mark, top: float, bottom: float) -> None:
    colour, gap = colour_of(mark.hue), strand_gap(mark.strands)
    width = min(WIDTH, gap * 0.6)
    ink.line([(X, top), (X, bottom)], colour, WIDTH)
    curve = min(CURVE, (bottom - top) / 3)
    for strand in range(1, mark.strands):
        x = X + strand * gap
        ink.sway((X, top), (x, top + curve), colour, width)
        ink.line([(x, top + curve), (x, bottom - curve)], colour, width)
        ink.sway((x, bottom - curve), (X, bottom), colour, width)
    has_letters = mark.strands <= MOST_LETTERS and not mark.continues
    for strand in range(mark.strands if has_letters else 0):
        ink.disc((X + strand * gap, top + LETTER_AT), min(4.4, gap - 0.2), colour)


def _draw_ring(ink: Ink, mark: Mark, box: Box) -> None:
    if mark.ring is Ring.NONE:
        return
    outer, stroke = _BIG if mark.ring is Ring.PLACE else _SMALL
    if mark.stroke is not Stroke.SOLID:
        ink.disc((X, box.top + mark.ring_at), outer, WHITE)
    ink.ring((X, box.top + mark.ring_at), outer, stroke, colour_of(mark.hue))


def draw_progress(sheet: Sheet, ink: Ink, progress: Progress) -> None:
    """The stops in the upper right corner of a day's head."""
    box = sheet.boxes.get(progress.anchor)
    count = len(progress.hues)
    if box is None or count == 1:
        return
    step = min(12.8, 44 / max(count, 1))
    right, y = box.right, box.top + 4.0
    left = right - 2.8 * 2 - step * (count - 1)
    places = [left + 2.8 + step * index for index in range(count)]
    edges = [left, *((a + b) / 2 for a, b in pairwise(places)), right]
    for hue, (start, end) in zip(progress.hues, pairwise(edges), strict=True):
        ink.line([(start, y), (end, y)], colour_of(hue), 1.1)
    for hue, x, is_filled in zip(progress.hues, places, progress.filled, strict=True):
        if is_filled:
            ink.disc((x, y), 4.4, colour_of(hue))
        else:
            ink.ring((x, y), 4.4, 1.1, colour_of(hue))
