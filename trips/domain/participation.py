"""People on a trip: every number in the product is computed from participations."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trips.domain.registration_setup import Answer
from trips.domain.values.text import EMPTY, Text
from trips.domain.visa_case import HeldDocument, VisaCase


class Role(StrEnum):
    """What a person is on this trip."""

    DELEGATE = "delegate"
    CLIENT = "client"
    INVITING_BODY = "inviting_body"
    ORGANISER = "organiser"
    ESCORT = "escort"
    INTERPRETER = "interpreter"
    SPEAKER = "speaker"
    HOST = "host"
    DRIVER = "driver"


class Counts(StrEnum):
    """What a participation counts for."""

    SEAT = "seat"
    MEAL = "meal"
    ROOM = "room"
    ROSTER = "roster"
    STATISTICS = "statistics"


class Level(StrEnum):
    """The tier of government or society a delegate works at."""

    NATIONAL = "national"
    REGIONAL = "regional"
    MUNICIPAL = "municipal"
    CIVIL_SOCIETY = "civil_society"
    PRIVATE = "private"
    ACADEMIC = "academic"
    INTERNATIONAL = "international"


class DelegateStatus(StrEnum):
    """How far a delegate has come."""

    NOMINATED = "nominated"
    APPROVED = "approved"
    INVITED = "invited"
    STARTED = "started"
    SUBMITTED = "submitted"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    ATTENDED = "attended"


COMING: frozenset[DelegateStatus] = frozenset(
    {
        DelegateStatus.NOMINATED,
        DelegateStatus.APPROVED,
        DelegateStatus.INVITED,
        DelegateStatus.STARTED,
        DelegateStatus.SUBMITTED,
        DelegateStatus.CONFIRMED,
        DelegateStatus.ATTENDED,
    }
)
"""Who is planned for; the others have left or wait."""


class Diet(StrEnum):
    """What somebody eats."""

    VEGETARIAN = "vegetarian"
    VEGAN = "vegan"
    HALAL = "halal"
    KOSHER = "kosher"
    NO_PORK = "no_pork"
    NO_BEEF = "no_beef"
    LACTOSE_FREE = "lactose_free"
    GLUTEN_FREE = "gluten_free"
    NUT_ALLERGY = "nut_allergy"
    OTHER = "other"


class Access(StrEnum):
    """What somebody needs to take part."""

    WHEELCHAIR = "wheelchair"
    STEP_FREE = "step_free"
    HEARING = "hearing"
    SIGHT = "sight"
    SHORT_WALKS = "short_walks"
    OTHER = "other"


class ConsentPurpose(StrEnum):
    """What a person agrees to, each on its own."""

    PARTICIPANT_LIST = "participant_list"
    CONTACT_LIST = "contact_list"
    PHOTO = "photo"
    NEEDS = "needs"
    """That diet, allergies and access needs are kept and used (GDPR, Art. 9)."""
    NETWORK = "network"
    """To stay in the address book after the trip."""


class Capacity(StrEnum):
    """Who gave an answer to an agreement."""

    SELF = "self"
    CONTACT = "contact"
    """The delegation's contact person, on behalf of the delegate."""
    ORGANISER = "organiser"
    """The organiser entered it: by telephone, on paper."""


class Permission(StrEnum):
    """Whether the employer lets the delegate travel."""

    UNKNOWN = "unknown"
    NOT_NEEDED = "not_needed"
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Consent:
    """A yes or no to one purpose: which wording, when, and who gave it."""

    purpose: ConsentPurpose
    is_given: bool
    wording: str = ""
    at: datetime | None = None
    locale: str = ""
    """Language in which the wording was read."""
    capacity: Capacity = Capacity.SELF
    by: str = ""
    """Name of whoever answered, if not the person."""


@dataclass(frozen=True, kw_only=True)
class Journey:
    """An arrival or departure of one person: local time, where, with what."""

    at: datetime | None = None
    place: str = ""
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class Delegation:
    """People who come together, usually from one country."""

    uid: str
    name: Text
    country: str = ""
    seats: int | None = None
    head: str | None = None
    """uid of the head's participation."""
    contact: str | None = None
    """uid of the person of the address book who may act for its delegates; need not travel."""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Delegate:
    """What only delegates have."""

    delegation: str | None = None
    status: DelegateStatus = DelegateStatus.NOMINATED
    level: Level | None = None
    rank: int | None = None
    """Protocol order within the trip, 1 first; none comes last, by name."""
    brings: Text = EMPTY
    """The challenge or good practice they bring."""
    wants: Text = EMPTY
    """What they want to see and learn."""
    room_wish: str = ""
    travel_wish: str = ""
    nationality: str = ""
    """ISO 3166 code; empty where nobody said, which is not the country they come for."""
    documents: tuple[HeldDocument, ...] = ()
    visa: VisaCase | None = None
    permission: Permission = Permission.UNKNOWN
    answers: tuple[Answer, ...] = ()
    to_review: tuple[str, ...] = ()
    """Fields that the delegate changed after the confirmation, to be looked at."""
    replaces: str | None = None
    """uid of the participation whose seat they took over."""
    status_at: datetime | None = None
    """Since when the status holds; orders the waiting list."""


@dataclass(frozen=True, kw_only=True)
class Participation:
    """A person in a role, present from the first to the last day, both included."""

    uid: str
    person: str
    role: Role
    present_from: date
    present_to: date
    counts: tuple[Counts, ...] = ()
    group: str = ""
    """Code of the group, empty for none."""
    contact_for: Text = EMPTY
    """What delegates call this person about; printed on the practical page."""
    diet: tuple[Diet, ...] = ()
    diet_note: str = ""
    access: tuple[Access, ...] = ()
    access_note: str = ""
    arrival: Journey | None = None
    departure: Journey | None = None
    consents: tuple[Consent, ...] = ()
    delegate: Delegate | None = None
    note: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    version: int = 1

    def agrees(self, purpose: ConsentPurpose) -> bool:
        """True only where the newest answer for the purpose is a yes; no answer is a no."""
        answers = [consent.is_given for consent in self.consents if consent.purpose is purpose]
        return bool(answers) and answers[-1]

    @property
    def is_coming(self) -> bool:
        """True while the person is planned for."""
        return self.delegate is None or self.delegate.status in COMING
