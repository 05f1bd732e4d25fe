"""Who may do what: roles on the instance and on a trip, and what each allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from trips.domain.values.text import Text

IDLE_LIMIT: Final = timedelta(hours=12)
"""A session that nobody uses ends after this (ASVS 7.3.1)."""
ABSOLUTE_LIMIT: Final = timedelta(days=30)
"""Every session ends after this (ASVS 7.3.2)."""
SEEN_EVERY: Final = timedelta(minutes=5)
"""`last_seen` is written at most this often, so that reads stay reads."""
FREE_ATTEMPTS: Final = 5
"""Wrong passwords in a row before an account has to wait."""
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(minutes=15)


class InstanceRole(StrEnum):
    """What somebody is in the agency's house: organisers stand in for each other on all trips."""

    MEMBER = "member"
    ORGANISER = "organiser"
    ADMIN = "admin"


class TripRole(StrEnum):
    """What somebody is on one trip. A writer documents; a viewer reads and approves nominations."""

    VIEWER = "viewer"
    WRITER = "writer"
    ORGANISER = "organiser"


class Theme(StrEnum):
    """How pages are lit; AUTO follows the device."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Action(StrEnum):
    """What a page or a service asks about before it acts."""

    READ_TRIP = "read_trip"
    WRITE_NOTES = "write_notes"
    READ_NEEDS = "read_needs"
    """Diet, access needs, private contacts, notes about people."""
    READ_PASSPORT = "read_passport"
    """Passport and emergency contact; every reading is logged."""
    WRITE_TRIP = "write_trip"
    EXPORT_PEOPLE = "export_people"
    EXPORT_GATE = "export_gate"
    """The list that a gate checks people against; it leaves the house."""
    MANAGE_LINKS = "manage_links"
    CREATE_TRIP = "create_trip"
    WRITE_ADDRESS_BOOK = "write_address_book"
    MANAGE_USERS = "manage_users"


_ON_TRIP: Final[Mapping[Action, TripRole]] = {
    Action.READ_TRIP: TripRole.VIEWER,
    Action.WRITE_NOTES: TripRole.WRITER,
    Action.READ_NEEDS: TripRole.ORGANISER,
    Action.READ_PASSPORT: TripRole.ORGANISER,
    Action.WRITE_TRIP: TripRole.ORGANISER,
    Action.EXPORT_PEOPLE: TripRole.ORGANISER,
    Action.EXPORT_GATE: TripRole.ORGANISER,
    Action.MANAGE_LINKS: TripRole.ORGANISER,
}
_IN_HOUSE: Final[Mapping[Action, InstanceRole]] = {
    Action.CREATE_TRIP: InstanceRole.ORGANISER,
    Action.WRITE_ADDRESS_BOOK: InstanceRole.ORGANISER,
    Action.MANAGE_USERS: InstanceRole.ADMIN,
}


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who acts."""

    uid: str
    name: str
    email: str
    role: InstanceRole
    locale: str = ""
    """Preferred language of the pages; empty for none chosen."""
    theme: Theme = Theme.AUTO

    @property
    def is_admin(self) -> bool:
        """True for whoever runs the instance."""
        return self.role is InstanceRole.ADMIN


COMMAND_LINE: Final = Actor(uid="", name="command line", email="", role=InstanceRole.ADMIN)
"""Whoever may run commands on the machine."""
REGISTRANT: Final = Actor(uid="", name="registration", email="", role=InstanceRole.MEMBER)
"""Whoever registers with a personal link."""
CONTACT_PERSON: Final = Actor(uid="", name="contact person", email="", role=InstanceRole.MEMBER)
"""Whoever registers others with a delegation's link."""


@dataclass(frozen=True, kw_only=True)
class TripAccess:
    """A trip that the actor may open, and as what; enough for its header and its clock."""

    uid: str
    slug: str
    title: Text
    role: TripRole
    zone: str
    revision: int
    is_sample: bool
    pretend_now: datetime | None


@dataclass(frozen=True, kw_only=True)
class SignedInDevice:
    """A session as its owner sees it."""

    uid: str
    user_agent: str
    created_at: datetime
    seen_at: datetime
    is_this: bool


def is_at_least(role: StrEnum, wanted: StrEnum) -> bool:
    """True if `role` includes `wanted`; both are of one enumeration, whose order is the rank."""
    ranks = list(type(wanted))
    return ranks.index(role) >= ranks.index(wanted)


def role_on_trip(actor: Actor, own: TripRole | None) -> TripRole | None:
    """What the actor is on a trip where they hold `own`: the house's staff organise every trip."""
    if is_at_least(actor.role, InstanceRole.ORGANISER):
        return TripRole.ORGANISER
    return own


def may(actor: Actor | None, action: Action, trip_role: TripRole | None = None) -> bool:
    """True if `actor`, being `trip_role` on the trip concerned, may do `action`."""
    if actor is None:
        return False
    if action in _IN_HOUSE:
        return is_at_least(actor.role, _IN_HOUSE[action])
    on_trip = role_on_trip(actor, trip_role)
    return on_trip is not None and is_at_least(on_trip, _ON_TRIP[action])


def is_session_over(created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """True once a session was idle or alive for too long."""
    return now - seen_at >= IDLE_LIMIT or now - created_at >= ABSOLUTE_LIMIT


def wait_after(failures: int) -> timedelta:
    """How long an account waits after so many wrong passwords in a row: doubles, then stays."""
    if failures < FREE_ATTEMPTS:
        return timedelta()
    doublings = min(failures - FREE_ATTEMPTS, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
