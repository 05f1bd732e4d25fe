"""Interpreters, their language pairs and their assignments to items."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

MIDNIGHT = time(0)


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


@dataclass(frozen=True)
class Availability:
    """Days on which somebody can come, both included, and the hours on each of them.

    Without hours it is the whole day; `ends` at or before `begins` is after midnight.
    """

    first: date
    last: date
    begins: time | None = None
    ends: time | None = None

    def hours_on(self, on: date) -> tuple[datetime, datetime] | None:
        """The span [begins, ends) of a day, none on days that it does not cover."""
        if not self.first <= on <= self.last:
            return None
        begins = datetime.combine(on, self.begins or MIDNIGHT)
        ends = datetime.combine(on, self.ends or MIDNIGHT)
        return begins, ends if ends > begins else ends + timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Interpreter:
    """A person who interprets: what, and on which terms."""

    uid: str
    person: str
    pairs: tuple[LanguagePair, ...] = ()
    classes: tuple[tuple[str, WorkingLanguage], ...] = ()
    """Language code and its class."""
    modes: tuple[InterpretingMode, ...] = ()
    availability: tuple[Availability, ...] = ()
    """When they can come; days of a trip of which nothing is said are not asked about yet."""
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
