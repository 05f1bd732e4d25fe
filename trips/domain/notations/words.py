"""Words as people write them, brought into one form before anything is compared."""

import re
import unicodedata
from typing import Final

DASHES: Final = re.compile("[\u2010-\u2015\u2212\u2e3a\ufe58\ufe63\uff0d]")
NOT_A_LETTER: Final = re.compile(r"[^\w]+|_+")
UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
LETTERS: Final = str.maketrans({"ł": "l", "đ": "d", "\u0131": "i", "ħ": "h", "œ": "oe", "þ": "th"})


def tidy(text: str) -> str:
    """Return the text in NFC with single spaces, plain hyphens for dashes and no margins."""
    if not text.isascii():
        text = DASHES.sub("-", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return the text as `tidy` does, compatibility forms resolved and in lower case."""
    return tidy(unicodedata.normalize("NFKC", text)).lower()


def as_written(text: str, folded: str) -> str:
    """Return the part of the text that `folded` came from, in its own upper and lower case."""
    shown = tidy(unicodedata.normalize("NFKC", text))
    place = shown.lower().rfind(folded) if folded else -1
    return shown[place : place + len(folded)] if place >= 0 else folded


def key(text: str) -> str:
    """Return what two spellings of a word share: letters and digits, umlauts as ae, no accents."""
    spelt = fold(text).casefold().translate(UMLAUTS).translate(LETTERS)
    if not spelt.isascii():
        marks = unicodedata.normalize("NFKD", spelt)
        spelt = "".join(mark for mark in marks if not unicodedata.combining(mark))
    return NOT_A_LETTER.sub(" ", spelt).strip()


def parts(text: str, separators: str = r"[,;/\n|&+]| und | and | sowie ") -> tuple[str, ...]:
    """Split an enumeration in one cell into its entries, without empty ones."""
    found = (tidy(part) for part in re.split(separators, text, flags=re.IGNORECASE))
    return tuple(part for part in found if part)
