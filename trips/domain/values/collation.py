"""Sorting and searching text alike on every database: keys that are compared byte by byte."""

import unicodedata

_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)


def fold(text: str) -> str:
    """Lower case without accents or punctuation, words one blank apart: DIN 5007-1 for German."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED))
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join("".join(kept).split())


def sort_key(*parts: str) -> str:
    """A key for a list in alphabetical order: parts weigh in turn, spelling breaks the tie."""
    folded = "\x1f".join(fold(part) for part in parts)
    return f"{folded}\x1f{' '.join(parts)}"[:300]


def search_text(*parts: str) -> str:
    """What a search looks in: every part, folded."""
    return fold(" ".join(parts))[:1000]
