"""Sorting and searching text alike on every database: keys that are compared byte by byte."""

import re
import unicodedata
from typing import Final

_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)
_WORDS: Final = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents or punctuation, words one blank apart: DIN 5007-1 for German."""
    plain = text.casefold()
    if not plain.isascii():
        spelled = unicodedata.normalize("NFKD", plain.translate(_SPELLED))
        plain = "".join(char for char in spelled if not unicodedata.combining(char))
    return " ".join(_WORDS.findall(plain))


def sort_key(*parts: str) -> str:
    """A key for a list in alphabetical order: parts weigh in turn, spelling breaks the tie."""
    folded = "\x1f".join(fold(part) for part in parts)
    return f"{folded}\x1f{' '.join(parts)}"[:300]


def search_text(*parts: str) -> str:
    """What a search looks in: every part, folded."""
    return fold(" ".join(parts))[:1000]
