"""The trip itself, its project, groups and days."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trips.domain.data_protection import UNNAMED, DataProtection
from trips.domain.registration_setup import CLOSED, Registration
from trips.domain.values.text import EMPTY, LANGUAGES, Text


class TripKind(StrEnum):
    """What sort of trip or event it is."""

    STUDY_TOUR = "study_tour"
    INFORMATION_TOUR = "information_tour"
    PEER_LEARNING = "peer_learning"
    CONFERENCE = "conference"
    DIALOGUE = "dialogue"
    TRAINING = "training"
    WORKSHOP = "workshop"
    MISSION = "mission"


class TripStatus(StrEnum):
    """Where the trip stands."""

    DRAFT = "draft"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class Project:
    """The funded measure (Vorhaben) a trip belongs to."""

    uid: str
    title: Text
    number: str = ""
    country: str = ""
    region: Text = EMPTY
    sector: Text = EMPTY
    instrument: str = ""
    amount_minor: int | None = None
    """Minor units of `currency`."""
    currency: str = "EUR"
    climate_percent: int | None = None
    year: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    agency: str | None = None
    """uid of the implementing organisation."""
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A heading with its text, as on the practical page."""

    title: Text
    text: Text


@dataclass(frozen=True, kw_only=True)
class Group:
    """People who go together while others go elsewhere. No group on an item means everyone."""

    code: str
    """Short and unique on the trip: A, B …"""
    name: Text = EMPTY
    seats: int | None = None
    """Seats for delegates; none sets no limit."""


@dataclass(frozen=True)
class Word:
    """A word of the day: the term in each language and what it means."""

    term: Text
    meaning: Text


@dataclass(frozen=True, kw_only=True)
class DayNote:
    """What the programme says about a whole day."""

    on: date
    sentence: Text = EMPTY
    dress: Text = EMPTY
    bring: Text = EMPTY
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Limit:
    """A threshold of the rules that this trip sets for itself."""

    name: str
    value: float


@dataclass(frozen=True, kw_only=True)
class Trip:
    """A trip or event. `starts_on` and `ends_on` are its first and last day."""

    uid: str
    slug: str
    kind: TripKind
    title: Text
    starts_on: date
    ends_on: date
    subtitle: Text = EMPTY
    summary: Text = EMPTY
    zone: str = "Europe/Berlin"
    status: TripStatus = TripStatus.DRAFT
    project: str | None = None
    inviting_body: str | None = None
    client: str | None = None
    contractor: str | None = None
    number: str = ""
    aims: tuple[Text, ...] = ()
    learning_questions: tuple[Text, ...] = ()
    practical: tuple[Section, ...] = ()
    emergency_phone: str = ""
    languages: tuple[str, ...] = LANGUAGES
    groups: tuple[Group, ...] = ()
    days: tuple[DayNote, ...] = ()
    provenance: Text = EMPTY
    """What in this trip is known and what was filled in; shown with sample data."""
    limits: tuple[Limit, ...] = ()
    """Only those that differ from the usual ones, see `findings.thresholds`."""
    registration: Registration = CLOSED
    data_protection: DataProtection = UNNAMED
    is_template: bool = False
    """A pattern for other trips: it takes place nowhere."""
    is_sample: bool = False
    pretend_now: datetime | None = None
    """A sample trip lives at this instant; the banner says so."""
