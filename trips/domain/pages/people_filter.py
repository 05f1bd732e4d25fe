"""What a reader of the list of people asks for, and who has it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from trips.domain.organisation import Organisation
from trips.domain.participation import (
    ConsentPurpose,
    Delegate,
    DelegateStatus,
    Delegation,
    Participation,
    Permission,
    Role,
)
from trips.domain.person import Person
from trips.domain.values.search import answers, normalise, searchable


class Part(StrEnum):
    """Which people of the trip the list is about."""

    DELEGATES = "delegates"
    STAFF = "staff"
    WAITING = "waiting"
    """The waiting list."""
    LEFT = "left"
    """Withdrawn, replaced or declined."""


class Progress(StrEnum):
    """How far delegates have come, as the list sums it up."""

    CONFIRMED = "confirmed"
    STARTED = "started"
    UNANSWERED = "unanswered"


class Missing(StrEnum):
    """What somebody may still have to say."""

    ARRIVAL = "arrival"
    PHOTO = "photo"
    ANSWER = "answer"
    PERMISSION = "permission"
    """The employer was asked, or has refused."""
    REVIEW = "review"
    """Somebody has to look at what they changed."""


class Order(StrEnum):
    """How the list is sorted."""

    PROTOCOL = "protocol"
    NAME = "name"


_PROGRESS: Final[Mapping[DelegateStatus, Progress]] = {
    DelegateStatus.CONFIRMED: Progress.CONFIRMED,
    DelegateStatus.ATTENDED: Progress.CONFIRMED,
    DelegateStatus.STARTED: Progress.STARTED,
    DelegateStatus.SUBMITTED: Progress.STARTED,
    DelegateStatus.NOMINATED: Progress.UNANSWERED,
    DelegateStatus.APPROVED: Progress.UNANSWERED,
    DelegateStatus.INVITED: Progress.UNANSWERED,
}
_UNANSWERED: Final = frozenset({DelegateStatus.INVITED, DelegateStatus.STARTED})
NO_GROUP: Final = "-"
"""Stands for people in no group, where a filter names groups."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the reader asked for; an empty value asks for nothing."""

    part: Part = Part.DELEGATES
    status: str = ""
    """A `Progress`, or a `DelegateStatus` by name."""
    delegation: str = ""
    language: str = ""
    group: str = ""
    need: str = ""
    missing: str = ""
    text: str = ""
    order: Order = Order.PROTOCOL

    @property
    def is_narrow(self) -> bool:
        """True if anything but the part and the order was asked for."""
        return replace(self, part=Part.DELEGATES, order=Order.PROTOCOL) != Wanted()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A person on the trip with what a row of the list shows."""

    participation: Participation
    person: Person
    organisation: Organisation | None
    delegation: Delegation | None
    is_head: bool

    @property
    def status(self) -> DelegateStatus | None:
        """The status of a delegate."""
        return self.participation.delegate.status if self.participation.delegate else None

    @property
    def progress(self) -> Progress | None:
        """How far a delegate who is coming has come."""
        return _PROGRESS.get(self.status) if self.status else None


def part_of(entry: Entry) -> Part:
    """Where somebody is listed: everybody in exactly one part."""
    if entry.participation.role is not Role.DELEGATE:
        return Part.STAFF
    if entry.status is DelegateStatus.WAITLISTED:
        return Part.WAITING
    return Part.DELEGATES if entry.participation.is_coming else Part.LEFT


def needs_of(participation: Participation) -> tuple[str, ...]:
    """What somebody needs, as the filter names it: `diet`, `access`, `diet-vegan`."""
    diets = tuple(f"diet-{each}" for each in participation.diet)
    access = tuple(f"access-{each}" for each in participation.access)
    kinds = (("diet",) if diets else ()) + (("access",) if access else ())
    return (*kinds, *diets, *access)


def is_missing(entry: Entry, what: str) -> bool:
    """True if somebody has not said `what` yet."""
    participation = entry.participation
    if what == Missing.ARRIVAL:
        return participation.arrival is None or participation.arrival.at is None
    if what == Missing.PHOTO:
        return all(each.purpose is not ConsentPurpose.PHOTO for each in participation.consents)
    if what in {Missing.PERMISSION, Missing.REVIEW}:
        return _is_open(participation.delegate, what)
    return entry.status in _UNANSWERED


def _is_open(delegate: Delegate | None, what: str) -> bool:
    if delegate is None:
        return False
    if what == Missing.REVIEW:
        return bool(delegate.to_review)
    return delegate.permission in {Permission.ASKED, Permission.REFUSED}


def passes(entry: Entry, wanted: Wanted) -> bool:
    """True if somebody has everything asked for but the status."""
    tests: tuple[tuple[str, Callable[[Entry, str], bool]], ...] = (
        (wanted.delegation, _is_of),
        (wanted.language, _speaks),
        (wanted.group, _is_in),
        (wanted.need, lambda each, need: need in needs_of(each.participation)),
        (wanted.missing, is_missing),
        (wanted.text, _says),
    )
    return all(test(entry, value) for value, test in tests if value)


def has_status(entry: Entry, status: str) -> bool:
    """True if somebody has come as far as asked for."""
    return not status or status in {entry.progress, entry.status}


def _is_of(entry: Entry, delegation: str) -> bool:
    return entry.delegation is not None and entry.delegation.uid == delegation


def _speaks(entry: Entry, code: str) -> bool:
    return any(skill.code == code for skill in entry.person.languages)


def _is_in(entry: Entry, group: str) -> bool:
    return entry.participation.group == ("" if group == NO_GROUP else group)


def _says(entry: Entry, text: str) -> bool:
    """Every word somebody typed is like one of the names, the function, organisation or city."""
    person, organisation = entry.person, entry.organisation
    words = [person.name, person.given_name, person.own_script, *person.function.values()]
    if organisation:
        words += [*organisation.name.values(), organisation.short, *organisation.city.values()]
    if entry.delegation:
        words += entry.delegation.name.values()
    return answers(searchable(*words), normalise(text))
