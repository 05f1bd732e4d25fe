"""What is to be done about delegates now, and who has to move: the organisers or somebody else."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from trips.domain.delegates.lifecycle import PROMISED
from trips.domain.delegates.seats import can_move_up, ledger_of, list_waiting
from trips.domain.ordering import order_delegations, order_participations
from trips.domain.participation import (
    DelegateStatus,
    Participation,
    Permission,
    Role,
)
from trips.domain.registration_setup import Station
from trips.domain.snapshot import TripSnapshot


class Turn(StrEnum):
    """Who has to move."""

    ORGANISER = "organiser"
    CLIENT = "client"
    DELEGATE = "delegate"
    EMPLOYER = "employer"


class Duty(StrEnum):
    """What is to be done, in the order in which it is worth doing."""

    CONFIRM = "confirm"
    MOVE_UP = "move_up"
    REVIEW = "review"
    LEAD = "lead"
    """A delegation has nobody who leads it."""
    INVITE = "invite"
    APPROVE = "approve"
    ANSWER = "answer"
    JOURNEY = "journey"
    PERMISSION = "permission"


TURNS: Final[Mapping[Duty, Turn]] = {
    Duty.CONFIRM: Turn.ORGANISER,
    Duty.MOVE_UP: Turn.ORGANISER,
    Duty.REVIEW: Turn.ORGANISER,
    Duty.LEAD: Turn.ORGANISER,
    Duty.INVITE: Turn.ORGANISER,
    Duty.APPROVE: Turn.CLIENT,
    Duty.ANSWER: Turn.DELEGATE,
    Duty.JOURNEY: Turn.DELEGATE,
    Duty.PERMISSION: Turn.EMPLOYER,
}
WAY: Final = (
    DelegateStatus.NOMINATED,
    DelegateStatus.APPROVED,
    DelegateStatus.INVITED,
    DelegateStatus.STARTED,
    DelegateStatus.SUBMITTED,
    DelegateStatus.CONFIRMED,
)
"""The stations before the trip, in their order."""
STEPS: Final[Mapping[Duty, DelegateStatus]] = {
    Duty.CONFIRM: DelegateStatus.CONFIRMED,
    Duty.MOVE_UP: DelegateStatus.CONFIRMED,
    Duty.INVITE: DelegateStatus.INVITED,
    Duty.APPROVE: DelegateStatus.APPROVED,
}
"""Where the step leads that does it; the others are no steps."""


@dataclass(frozen=True, kw_only=True)
class Stuck:
    """Somebody who does not get on, or a delegation."""

    uid: str
    """Of the participation; of the delegation for `LEAD`."""
    since: date | None = None
    due: date | None = None
    days_late: int = 0


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to be done, for one or several."""

    duty: Duty
    stuck: tuple[Stuck, ...]

    @property
    def turn(self) -> Turn:
        """Who has to move."""
        return TURNS[self.duty]

    @property
    def days_late(self) -> int:
        """How many days the latest of them is late; 0 for none."""
        return max(each.days_late for each in self.stuck)


def count_stations(snapshot: TripSnapshot) -> dict[DelegateStatus, int]:
    """How many delegates stand at each station, those nobody stands at included."""
    counts = dict.fromkeys(DelegateStatus, 0)
    for each in _delegates(snapshot):
        if each.delegate:
            counts[each.delegate.status] += 1
    return counts


def list_tasks(snapshot: TripSnapshot, today: date) -> tuple[Task, ...]:
    """Everything that is to be done now; whoever waits longest comes first."""
    found = ((duty, tuple(_FINDERS[duty](snapshot, today))) for duty in Duty)
    return tuple(Task(duty=duty, stuck=stuck) for duty, stuck in found if stuck)


def _delegates(snapshot: TripSnapshot) -> Iterator[Participation]:
    for each in order_participations(snapshot):
        if each.delegate and each.role is Role.DELEGATE:
            yield each


def _at(*stations: DelegateStatus) -> Callable[[TripSnapshot, date], Iterator[Stuck]]:
    def find(snapshot: TripSnapshot, _today: date) -> Iterator[Stuck]:
        here = [each for each in _delegates(snapshot) if _status(each) in stations]
        yield from map(_stuck, sorted(here, key=_since))

    return find


def _moving_up(snapshot: TripSnapshot, _today: date) -> Iterator[Stuck]:
    """Whoever would find a seat; somebody who was invited may still take it."""
    ledger = ledger_of(snapshot)
    for each in list_waiting(snapshot):
        if can_move_up(ledger, each):
            yield _stuck(each)


def _changed(snapshot: TripSnapshot, _today: date) -> Iterator[Stuck]:
    for each in _delegates(snapshot):
        if each.is_coming and each.delegate and each.delegate.to_review:
            yield Stuck(uid=each.uid)


def _headless(snapshot: TripSnapshot, _today: date) -> Iterator[Stuck]:
    """As the findings see it: the head does not come, or nobody leads several."""
    coming = [each for each in _delegates(snapshot) if each.is_coming]
    members = Counter(each.delegate.delegation for each in coming if each.delegate)
    heads = {each.uid for each in coming}
    for delegation in order_delegations(snapshot):
        fewest = 1 if delegation.head else SEVERAL
        if members[delegation.uid] >= fewest and delegation.head not in heads:
            yield Stuck(uid=delegation.uid)


def _unanswered(snapshot: TripSnapshot, today: date) -> Iterator[Stuck]:
    """Those invited who have not sent their registration, and by how much they are late."""
    deadlines = snapshot.trip.registration.deadlines
    due = min((each.on for each in deadlines if each.station is not Station.JOURNEY), default=None)
    late = max(0, (today - due).days) if due else 0
    here = [each for each in _delegates(snapshot) if _status(each) in PROMISED]
    for each in sorted(here, key=_since):
        yield replace(_stuck(each), due=due, days_late=late)


def _without_journey(snapshot: TripSnapshot, today: date) -> Iterator[Stuck]:
    """Those confirmed whose arrival nobody knows, once it is asked for."""
    deadlines = snapshot.trip.registration.deadlines
    due = next((each.on for each in deadlines if each.station is Station.JOURNEY), None)
    if due is None or today < due - timedelta(days=SOON):
        return
    for each in _delegates(snapshot):
        is_known = each.arrival is not None and each.arrival.at is not None
        if _status(each) is DelegateStatus.CONFIRMED and not is_known:
            yield Stuck(uid=each.uid, due=due, days_late=max(0, (today - due).days))


def _not_permitted(snapshot: TripSnapshot, _today: date) -> Iterator[Stuck]:
    for each in _delegates(snapshot):
        open_answers = {Permission.ASKED, Permission.REFUSED}
        if each.is_coming and each.delegate and each.delegate.permission in open_answers:
            yield Stuck(uid=each.uid)


SEVERAL: Final = 2
SOON: Final = 14
"""Days before its deadline from which an unknown arrival is worth a reminder."""
_FINDERS: Final[Mapping[Duty, Callable[[TripSnapshot, date], Iterator[Stuck]]]] = {
    Duty.CONFIRM: _at(DelegateStatus.SUBMITTED),
    Duty.MOVE_UP: _moving_up,
    Duty.REVIEW: _changed,
    Duty.LEAD: _headless,
    Duty.INVITE: _at(DelegateStatus.APPROVED),
    Duty.APPROVE: _at(DelegateStatus.NOMINATED),
    Duty.ANSWER: _unanswered,
    Duty.JOURNEY: _without_journey,
    Duty.PERMISSION: _not_permitted,
}


def _status(participation: Participation) -> DelegateStatus | None:
    return participation.delegate.status if participation.delegate else None


def _since(participation: Participation) -> date:
    at = participation.delegate.status_at if participation.delegate else None
    return at.date() if at else date.max


def _stuck(participation: Participation) -> Stuck:
    since = _since(participation)
    return Stuck(uid=participation.uid, since=None if since == date.max else since)
