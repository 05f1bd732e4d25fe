"""What organisers most likely do next with a delegate."""

from collections.abc import Mapping
from typing import Final

from trips.domain.participation import DelegateStatus as Status

_NEXT: Final[Mapping[Status, Status]] = {
    Status.NOMINATED: Status.APPROVED,
    Status.APPROVED: Status.INVITED,
    Status.INVITED: Status.CONFIRMED,
    Status.STARTED: Status.CONFIRMED,
    Status.SUBMITTED: Status.CONFIRMED,
    Status.WAITLISTED: Status.CONFIRMED,
}


def find_next(status: Status, *, has_begun: bool) -> Status | None:
    """The station that comes next; whoever is confirmed has been there once the trip began."""
    if status is Status.CONFIRMED and has_begun:
        return Status.ATTENDED
    return _NEXT.get(status)
