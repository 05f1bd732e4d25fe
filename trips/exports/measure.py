"""How wide words are in Inter SemiBold, for headings that must be broken before they are set."""

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

_FONT: Final = Path("/usr/share/fonts/opentype/inter/Inter-SemiBold.otf")
_AVERAGE: Final = 0.6
"""Width of an unknown character in em; rather too wide than too narrow."""
_MM_PER_POINT: Final = 25.4 / 72


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
