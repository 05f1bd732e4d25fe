"""How wide words are in Inter SemiBold: headings broken before they are set, columns of lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

_FONT: Final = Path("/usr/share/fonts/opentype/inter/Inter-SemiBold.otf")
_AVERAGE: Final = 0.6
"""Width of an unknown character in em; rather too wide than too narrow."""
_MM_PER_POINT: Final = 25.4 / 72
_PADDING: Final = 2.7
"""Millimetres between two columns, with a hair for rounding."""
_SIZE: Final = 9.0
_SMALLEST: Final = 7.5
_LONGEST: Final = 76.0
"""Millimetres beyond which a text breaks into lines rather than widen its column."""
_MOST: Final = 0.85
"""This share of the cells counts for how wide a column wants to be; the longest few may break."""
_BREAKS: Final = re.compile(r"\s+|(?<=[-–/@])|(?<=[a-z]\.)(?=[a-z][^\s@]*@)")


@cache
def _advances() -> dict[int, float]:
    if not _FONT.exists():
        return {}
    with TTFont(_FONT, lazy=True) as font:
        unit = font["head"].unitsPerEm
        metrics = font["hmtx"]
        return {code: metrics[name][0] / unit for code, name in font.getBestCmap().items()}


def width_of(text: str, size: float) -> float:
    """Millimetres that `text` takes at `size` points."""
    advances = _advances()
    return sum(advances.get(ord(char), _AVERAGE) for char in text) * size * _MM_PER_POINT


def break_title(text: str, size: float, room: float) -> list[str]:
    """`text` in as few lines as fit into `room` millimetres, as even as the words allow."""
    words = text.split()
    lines = _greedy(words, size, room)
    best = lines
    narrow = room
    while len(lines) == len(best):
        best = lines
        narrow -= 2
        if narrow < max((width_of(word, size) for word in words), default=room):
            break
        lines = _greedy(words, size, narrow)
    return best


def fits(text: str, size: float, room: float, lines: int) -> bool:
    """True if `text` needs no more than `lines` lines and no word is wider than the room."""
    broken = _greedy(text.split(), size, room)
    return len(broken) <= lines and all(width_of(line, size) <= room for line in broken)


def _greedy(words: list[str], size: float, room: float) -> list[str]:
    starts = [0]
    for index in range(1, len(words)):
        if width_of(" ".join(words[starts[-1] : index + 1]), size) > room:
            starts.append(index)
    return [" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)])]


@dataclass(frozen=True)
class Printed:
    """The words of a column; tight ones never wrap."""

    heading: str
    cells: Sequence[str]
    is_tight: bool = False


def column_widths(columns: Sequence[Printed], room: float) -> tuple[float, list[float]]:
    """The size of the letters in points, and millimetres for each column, `room` in all.

    Each column gets its longest word, if need be in smaller letters; what is left is shared by
    how much more its lines want. Words that need more all the same break where they must, but
    nothing tight is cut.
    """
    text = [_longest_word(each) for each in columns]
    fitting = _SIZE * (room - _PADDING * len(columns)) / max(sum(text), 1)
    size = max(_SMALLEST, min(_SIZE, int(fitting * 10) / 10))
    least = [_PADDING + each * size / _SIZE for each in text]
    wish = [
        max(low, _PADDING + _line(each) * size / _SIZE)
        for low, each in zip(least, columns, strict=True)
    ]
    spare, asked = room - sum(least), sum(wish) - sum(least)
    if spare <= 0:
        return size, _shrunk(columns, least, room)
    if asked <= spare:
        return size, [each + (spare - asked) / len(columns) for each in wish]
    shares = zip(least, wish, strict=True)
    return size, [low + (want - low) * spare / asked for low, want in shares]


def _shrunk(columns: Sequence[Printed], least: list[float], room: float) -> list[float]:
    pairs = list(zip(columns, least, strict=True))
    tight = sum(low for each, low in pairs if each.is_tight)
    loose = sum(least) - tight
    factor = max(room - tight, 0) / loose if loose else 1
    return [low if each.is_tight else low * factor for each, low in pairs]


def _longest_word(column: Printed) -> float:
    cells = set(column.cells)
    words = cells if column.is_tight else {word for cell in cells for word in _BREAKS.split(cell)}
    return max(width_of(word, _SIZE) for word in (*words, *_BREAKS.split(column.heading)))


def _line(column: Printed) -> float:
    lines = sorted(width_of(cell, _SIZE) for cell in column.cells) or [0.0]
    usual = lines[int(_MOST * (len(lines) - 1))]
    return min(_LONGEST, max(usual, width_of(column.heading, _SIZE)))
