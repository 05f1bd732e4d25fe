"""What a trip asks its delegates, and by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from trips.domain.values.text import EMPTY, Text


class Station(StrEnum):
    """The stations of the registration, in their order; each has a deadline of its own."""

    PERSON = "person"
    NEEDS = "needs"
    JOURNEY = "journey"
    AGREEMENTS = "agreements"


class Demand(StrEnum):
    """Whether a trip asks for something."""

    OFF = "off"
    OPTIONAL = "optional"
    REQUIRED = "required"


class Preset(StrEnum):
    """A sensible choice of fields for a kind of trip."""

    STUDY_TOUR = "study_tour"
    CONFERENCE = "conference"


class QuestionKind(StrEnum):
    """How one of the trip's own questions is answered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"


@dataclass(frozen=True, kw_only=True)
class FieldRule:
    """What the trip says about one field of the registration, where it differs from the preset."""

    field: str
    demand: Demand
    asks_again: bool = False
    """A change after the confirmation has to be looked at."""
    help: Text = EMPTY


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question of the trip's own."""

    uid: str
    label: Text
    kind: QuestionKind = QuestionKind.TEXT
    station: Station = Station.NEEDS
    help: Text = EMPTY
    choices: tuple[Text, ...] = ()
    is_required: bool = False


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What somebody answered to one of the trip's own questions."""

    question: str
    value: str
    """As typed; of several choices their numbers from 0, with commas between."""


@dataclass(frozen=True)
class Deadline:
    """Until when, by the end of that day, a station should be done."""

    station: Station
    on: date


@dataclass(frozen=True, kw_only=True)
class Registration:
    """How delegates register on a trip."""

    is_open: bool = False
    preset: Preset = Preset.STUDY_TOUR
    fields: tuple[FieldRule, ...] = ()
    questions: tuple[Question, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    welcome: Text = EMPTY
    seats: int | None = None
    """Seats for delegates on the whole trip; none sets no limit."""


CLOSED: Final = Registration()
"""How every trip begins."""
