"""Interpreters, their language pairs and their assignments to items."""

from dataclasses import dataclass
from enum import StrEnum


class InterpretingMode(StrEnum):
    """How is interpreted (ISO 20539)."""

    SIMULTANEOUS = "simultaneous"
    CONSECUTIVE = "consecutive"
    WHISPERED = "whispered"
    LIAISON = "liaison"
    TOUR_GUIDE = "tour_guide"


class WorkingLanguage(StrEnum):
    """AIIC classes: A mother tongue, B active, C passive (from only)."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True)
class LanguagePair:
    """From `source` into `target`, ISO 639 codes."""

    source: str
    target: str


@dataclass(frozen=True, kw_only=True)
class Interpreter:
    """A person who interprets: what, and on which terms."""

    uid: str
    person: str
    pairs: tuple[LanguagePair, ...] = ()
    classes: tuple[tuple[str, WorkingLanguage], ...] = ()
    """Language code and its class."""
    modes: tuple[InterpretingMode, ...] = ()
    city: str = ""
    day_fee_minor: int | None = None
    currency: str = "EUR"
    note: str = ""
    version: int = 1


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """An interpreter on an item: one language pair in one mode."""

    uid: str
    item: str
    interpreter: str
    mode: InterpretingMode
    source: str
    target: str
    is_both_ways: bool = False
