"""Whoever registers, as far as their own form needs to know."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from trips.domain.data_protection import DataProtection
from trips.domain.participation import Capacity, DelegateStatus, Participation
from trips.domain.person import Person
from trips.domain.privacy.sealed import SealedField
from trips.domain.registration.controls import Typed
from trips.domain.registration_setup import Registration, Station
from trips.domain.trip import Limit
from trips.domain.values.text import EMPTY, Text

SUBMITTED: Final = frozenset(
    {DelegateStatus.SUBMITTED, DelegateStatus.CONFIRMED, DelegateStatus.ATTENDED}
)
LEFT: Final = frozenset(
    {DelegateStatus.WITHDRAWN, DelegateStatus.DECLINED, DelegateStatus.REPLACED}
)
WAITING: Final = frozenset(
    {DelegateStatus.NOMINATED, DelegateStatus.APPROVED, DelegateStatus.INVITED}
)
"""Has not begun yet."""
TO_DO: Final = WAITING | {DelegateStatus.STARTED}
"""Whoever acts for somebody still has to register them."""
BEGUN: Final = SUBMITTED | {DelegateStatus.STARTED, DelegateStatus.WAITLISTED}
"""Has told something that may be the same for others."""


@dataclass(frozen=True, kw_only=True)
class RegistrationTrip:
    """What the form says about the trip."""

    uid: str
    slug: str
    title: Text
    starts_on: date
    ends_on: date
    zone: str
    languages: tuple[str, ...]
    registration: Registration
    data_protection: DataProtection
    is_sample: bool
    limits: tuple[Limit, ...] = ()
    """What the trip sets for itself, periods of keeping among it."""
    inviting: Text = EMPTY
    """Who invites."""


@dataclass(frozen=True, kw_only=True)
class StationDraft:
    """What was typed at a station so far."""

    typed: Typed
    by: Capacity
    """Under whose link it was typed."""
    locale: str
    """Language of the page it was typed on."""
    saved_at: datetime
    is_done: bool
    version: int


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What is known of earlier trips, with the agreement to stay in the network."""

    titles: tuple[Text, ...] = ()
    level: str = ""
    nationality: str = ""
    room_wish: str = ""


@dataclass(frozen=True, kw_only=True)
class Registrant:
    """A delegate with everything the form shows or keeps."""

    trip: RegistrationTrip
    person: Person
    participation: Participation
    organisation: Text = EMPTY
    given: frozenset[SealedField] = frozenset()
    """Protected fields that are there; their values are not read."""
    drafts: tuple[tuple[Station, StationDraft], ...] = ()
    earlier: Earlier = Earlier()

    @property
    def status(self) -> DelegateStatus:
        """How far they have come."""
        delegate = self.participation.delegate
        return delegate.status if delegate else DelegateStatus.NOMINATED

    @property
    def is_submitted(self) -> bool:
        """True once everything was sent for the first time."""
        return self.status in SUBMITTED or bool(
            self.status is DelegateStatus.WAITLISTED and self.participation.consents
        )

    @property
    def has_left(self) -> bool:
        """True where nothing can be entered any more."""
        return self.status in LEFT

    def draft(self, station: Station) -> StationDraft | None:
        """What was typed at a station, if it was not sent yet."""
        return next((draft for each, draft in self.drafts if each is station), None)
