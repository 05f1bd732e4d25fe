"""Texts that whoever runs an installation keeps in its folder: imprint and privacy."""

from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("de", "en")
LONGEST = 100_000


@dataclass(frozen=True)
class Notice:
    """A text in the language it was found in."""

    lang: str
    paragraphs: tuple[str, ...]


def find_notice(folder: Path, name: str, locale: str) -> Notice | None:
    """The text of `imprint.de.txt` and the like, in another language where this one is missing.

    Empty lines separate paragraphs; an empty file is none.
    """
    for lang in (locale, *(each for each in LANGUAGES if each != locale)):
        try:
            text = (folder / f"{name}.{lang}.txt").read_text("utf-8")[:LONGEST]
        except (OSError, UnicodeDecodeError):
            continue
        paragraphs = tuple(filter(None, map(str.strip, text.replace("\r\n", "\n").split("\n\n"))))
        if paragraphs:
            return Notice(lang, paragraphs)
    return None
