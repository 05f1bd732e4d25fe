"""The stations of a delegate: which leads to which, and who may take the step."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from trips.domain.participation import DelegateStatus as Status


class By(StrEnum):
    """In whose name a step is taken."""

    ORGANISER = "organiser"
    CLIENT = "client"
    """Whoever may read the trip: the client approves who was nominated."""
    DELEGATE = "delegate"
    """With the personal link: the delegate, or the contact person for them."""


HOLDS_SEAT: Final = frozenset({Status.SUBMITTED, Status.CONFIRMED, Status.ATTENDED})
"""Who has a seat: whoever has answered. First come, first served."""
PROMISED: Final = frozenset({Status.INVITED, Status.STARTED})
"""Who was offered a seat and has not answered; they may still find it taken."""
OVER: Final = frozenset({Status.REPLACED, Status.WITHDRAWN, Status.DECLINED})
"""Who does not come and does not wait."""
AFTER_CONFIRMATION: Final = frozenset({Status.CONFIRMED, Status.ATTENDED})
"""From here on changes are looked at again where the trip says so."""

_LEAVING: Final = frozenset({Status.WAITLISTED, Status.WITHDRAWN, Status.DECLINED})
_ORGANISER: Final[Mapping[Status, frozenset[Status]]] = {
    Status.NOMINATED: _LEAVING
    | {Status.APPROVED, Status.INVITED, Status.SUBMITTED, Status.CONFIRMED},
    Status.APPROVED: _LEAVING
    | {Status.NOMINATED, Status.INVITED, Status.SUBMITTED, Status.CONFIRMED},
    Status.INVITED: _LEAVING | {Status.APPROVED, Status.SUBMITTED, Status.CONFIRMED},
    Status.STARTED: _LEAVING | {Status.SUBMITTED, Status.CONFIRMED},
    Status.SUBMITTED: _LEAVING | {Status.STARTED, Status.CONFIRMED},
    Status.CONFIRMED: _LEAVING | {Status.SUBMITTED, Status.ATTENDED},
    Status.ATTENDED: frozenset({Status.CONFIRMED}),
    Status.WAITLISTED: frozenset(
        {
            Status.APPROVED,
            Status.INVITED,
            Status.SUBMITTED,
            Status.CONFIRMED,
            Status.WITHDRAWN,
            Status.DECLINED,
        }
    ),
    Status.WITHDRAWN: frozenset(
        {Status.NOMINATED, Status.INVITED, Status.CONFIRMED, Status.WAITLISTED}
    ),
    Status.DECLINED: frozenset(
        {Status.NOMINATED, Status.INVITED, Status.CONFIRMED, Status.WAITLISTED}
    ),
}
"""Nobody leaves REPLACED but by undo: their seat is somebody else's."""
_CLIENT: Final[Mapping[Status, frozenset[Status]]] = {
    Status.NOMINATED: frozenset({Status.APPROVED}),
    Status.APPROVED: frozenset({Status.NOMINATED}),
}
_ANSWERS: Final = frozenset({Status.STARTED, Status.SUBMITTED, Status.DECLINED})
_DELEGATE: Final[Mapping[Status, frozenset[Status]]] = {
    Status.NOMINATED: _ANSWERS,
    Status.APPROVED: _ANSWERS,
    Status.INVITED: _ANSWERS,
    Status.STARTED: frozenset({Status.SUBMITTED, Status.DECLINED}),
    Status.SUBMITTED: frozenset({Status.WITHDRAWN}),
    Status.CONFIRMED: frozenset({Status.WITHDRAWN}),
    Status.WAITLISTED: frozenset({Status.WITHDRAWN}),
}
"""Whoever holds a link was let in, whatever the list says of the invitation."""
_STEPS: Final = {By.ORGANISER: _ORGANISER, By.CLIENT: _CLIENT, By.DELEGATE: _DELEGATE}


class StepRefusedError(Exception):
    """A step that does not exist from here, or not in this name."""

    def __init__(self, now: Status, to: Status, by: By) -> None:
        super().__init__(f"{by}: {now} to {to}")
        self.now, self.to, self.by = now, to, by


def may_step(now: Status, to: Status, by: By) -> bool:
    """True if `by` may take a delegate from one station to another; staying is no step."""
    return to in _STEPS[by].get(now, frozenset())


def list_steps(now: Status, by: By) -> tuple[Status, ...]:
    """Where `by` may take a delegate from here, in the order of the stations."""
    return tuple(each for each in Status if may_step(now, each, by))


def check_step(now: Status, to: Status, by: By) -> None:
    """Raise `StepRefusedError` unless the step is allowed."""
    if not may_step(now, to, by):
        raise StepRefusedError(now, to, by)
