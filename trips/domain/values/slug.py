"""Addresses of trips: short, lower-case, of letters, digits and hyphens."""

import re
from typing import Final
from unicodedata import normalize

LONGEST: Final = 80
RESERVED: Final = frozenset({"new", "import"})
"""Words that are pages of their own beside the trips."""
_SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l"})


def slug_of(*words: str) -> str:
    """An address made of words: „Städtedialog Köln“ becomes staedtedialog-koeln."""
    plain = " ".join(words).lower().translate(_GERMAN)
    ascii_only = normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:LONGEST].strip("-")


def is_slug(text: str) -> bool:
    """True for what can be an address."""
    return bool(_SHAPE.fullmatch(text)) and len(text) <= LONGEST and text not in RESERVED
