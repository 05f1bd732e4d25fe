"""What a list of people said when it was exported, cell by cell, without saying it.

A mark tells only whether a cell still says the same: it is keyed, and bound to row and column, so
that nobody reads a need or a number out of it who cannot read the cell itself.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

MARK: Final = "Lernreise roster 1"
"""The first cell of the hidden sheet with the marks."""
LONGEST: Final = 3_500
"""Rows of a list that remembers: a longer one is too large to be brought back."""
_MARK_BYTES: Final = 5
_NAME_BYTES: Final = 4
_KEPT: Final = 4096
_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What no cell holds."""


@dataclass(frozen=True)
class MemoryKey:
    """Whose list it is, and what its marks are made with."""

    trip: str
    """uid of the trip."""
    key: bytes

    @property
    def name(self) -> str:
        """What the key is called in the file; tells nothing of the key."""
        return hashlib.blake2b(self.key, digest_size=_NAME_BYTES, person=b"name").hexdigest()


@dataclass(frozen=True, kw_only=True)
class CellNow:
    """A cell that says something else than it said, and where it stands."""

    uid: str
    """Of its row."""
    column: str
    """The key of its column."""
    mark: str
    """Of what it says now."""
    sheet: str
    row: int
    letter: str
    heading: str


@dataclass(frozen=True, kw_only=True)
class Memory:
    """The marks of a list that came back."""

    trip: str
    marks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By uid of the row and key of the column, as exported."""
    changed: tuple[CellNow, ...] = ()
    """What was changed in the file, cell by cell."""


def memory_key(trip: str, secret: str) -> MemoryKey:
    """The key of a trip's lists, made from the installation's secret."""
    key = hashlib.blake2b(secret.encode(), digest_size=32, person=b"roster")
    key.update(trip.encode())
    return MemoryKey(trip, key.digest())


def marker(key: MemoryKey) -> Callable[[str, str, str], str]:
    """The function that marks a cell: uid of its row, key of its column, what it says."""
    base = hashlib.blake2b(key=key.key, digest_size=_MARK_BYTES)

    def mark(uid: str, column: str, text: str) -> str:
        made = base.copy()
        made.update(f"{uid}\0{column}\0".encode() + _seen(text))
        return made.hexdigest()

    return mark


@lru_cache(_KEPT)
def _seen(text: str) -> bytes:
    """The text as a reader of workbooks sees it; the same words come again and again."""
    shown = text if text.isprintable() else _UNSEEN.sub("", text)
    return " ".join(shown.split()).encode()


def cell_words(value: object) -> str:
    """What a cell says, as a reader of workbooks sees it."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        is_day = value.time() == time.min
        return value.date().isoformat() if is_day else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
