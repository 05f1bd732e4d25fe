"""Text as cells hold it, and how much room it takes."""

import re
import unicodedata
from typing import Final

LONGEST_TEXT: Final = 32_767
_CUT_MARK: Final = " […]"
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LOOKALIKE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads _x0041_ as A; the underscore itself is written as _x005F_."""


def safe_text(text: str) -> str:
    """The text as a cell can hold it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = _ESCAPE_LOOKALIKE.sub("_x005F_", _FORBIDDEN.sub("", lines))
    if len(clean) <= LONGEST_TEXT // 2:
        return clean
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return clean
    kept = units[: 2 * (LONGEST_TEXT - len(_CUT_MARK))].decode("utf-16-le", errors="ignore")
    return kept + _CUT_MARK


def text_width(text: str) -> int:
    """Roughly how many digits wide the longest line is: wide characters count two, marks none."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(sum(map(_width, line)) for line in text.split("\n"))


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def count_lines(text: str, width: float) -> int:
    """How many lines a text takes when wrapped at spaces to a width in digits."""
    lines = 0
    for paragraph in text.split("\n"):
        lines, used = lines + 1, 0
        for word in paragraph.split(" "):
            size = text_width(word)
            if used and used + 1 + size > width:
                lines, used = lines + 1, 0
            used += size + (1 if used else 0)
            while used > width:
                lines, used = lines + 1, used - int(width)
    return lines
