"""The smallest trips with something open about delegates, one for each of those findings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.domain.findings.small_trip import COMING, PERSON, SOUND, with_delegate, with_person
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.codes import Severity
from trips.domain.participation import DelegateStatus, Permission
from trips.domain.registration_setup import Deadline, Station
from trips.domain.snapshot import TripSnapshot


def with_seats(seats: int, snapshot: TripSnapshot = SOUND) -> TripSnapshot:
    registration = replace(snapshot.trip.registration, seats=seats)
    return replace(snapshot, trip=replace(snapshot.trip, registration=registration))


def with_second(status: DelegateStatus, head: str | None = COMING.uid) -> TripSnapshot:
    """The sound trip with one more of the delegation who needs no bed and no chair."""
    assert COMING.delegate
    delegate = replace(COMING.delegate, status=status)
    second = replace(COMING, uid="second", person="lerato", counts=(), delegate=delegate)
    return replace(
        SOUND,
        delegations=(replace(SOUND.delegations[0], head=head),),
        persons=(*SOUND.persons, replace(PERSON, uid="lerato")),
        participations=(*SOUND.participations, second),
    )


def with_group_seats(seats: int) -> TripSnapshot:
    group = COMING.group
    groups = tuple(
        replace(each, seats=seats if each.code == group else None) for each in SOUND.trip.groups
    )
    return replace(SOUND, trip=replace(SOUND.trip, groups=groups))


def with_deadline(snapshot: TripSnapshot, station: Station) -> TripSnapshot:
    deadline = Deadline(station, date(2015, 8, 1))
    registration = replace(snapshot.trip.registration, deadlines=(deadline,))
    return replace(snapshot, trip=replace(snapshot.trip, registration=registration))


BROKEN_DELEGATES: dict[Code, tuple[Severity, Callable[[], TripSnapshot]]] = {
    Code.TRIP_SEATS_SHORT: (Severity.WARNS, lambda: with_seats(0)),
    Code.DELEGATION_SEATS_SHORT: (
        Severity.WARNS,
        lambda: replace(SOUND, delegations=(replace(SOUND.delegations[0], seats=0),)),
    ),
    Code.GROUP_SEATS_SHORT: (Severity.WARNS, lambda: with_group_seats(0)),
    Code.WAITING_FOR_FREE_SEATS: (
        Severity.WARNS,
        lambda: with_seats(2, with_second(DelegateStatus.WAITLISTED)),
    ),
    Code.HEAD_NOT_COMING: (
        Severity.WARNS,
        lambda: with_second(DelegateStatus.WITHDRAWN, head="second"),
    ),
    Code.PERMISSION_REFUSED: (
        Severity.WARNS,
        lambda: with_delegate(permission=Permission.REFUSED),
    ),
    Code.PERMISSION_MISSING: (Severity.WARNS, lambda: with_delegate(permission=Permission.ASKED)),
    Code.CHANGED_SINCE: (Severity.WARNS, lambda: with_delegate(to_review=("diet",))),
    Code.DEADLINE_PASSED: (
        Severity.WARNS,
        lambda: with_deadline(with_person(arrival=None), Station.JOURNEY),
    ),
}
