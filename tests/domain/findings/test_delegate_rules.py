"""Seats, heads, permissions and deadlines: what is found and what is not."""

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.findings.broken_delegates import with_deadline, with_seats, with_second
from tests.domain.findings.small_trip import SOUND, with_delegate, with_person
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.codes import Severity
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding
from trips.domain.participation import DelegateStatus as Status
from trips.domain.participation import Permission
from trips.domain.registration_setup import Station
from trips.domain.snapshot import TripSnapshot


def find(snapshot: TripSnapshot, code: Code, today: date | None = None) -> Finding | None:
    return next((each for each in find_all(snapshot, today=today) if each.code is code), None)


def test_invitations_beyond_the_seats_are_a_hint() -> None:
    found = find(with_seats(1, with_second(Status.INVITED)), Code.TRIP_SEATS_SHORT)
    assert found
    assert found.severity is Severity.INFORMS
    assert (found.facts["taken"], found.facts["promised"], found.facts["seats"]) == (1, 1, 1)


def test_as_many_people_as_seats_are_no_finding() -> None:
    assert find(with_seats(2, with_second(Status.CONFIRMED)), Code.TRIP_SEATS_SHORT) is None


@pytest.mark.parametrize(("seats", "is_found"), [(1, False), (2, True)])
def test_waiting_is_a_finding_where_a_seat_is_free(seats: int, is_found: bool) -> None:
    snapshot = with_seats(seats, with_second(Status.WAITLISTED))
    assert bool(find(snapshot, Code.WAITING_FOR_FREE_SEATS)) is is_found


def test_a_seat_that_somebody_was_promised_is_not_free() -> None:
    snapshot = with_seats(2, with_second(Status.WAITLISTED))
    invited = with_second(Status.INVITED).participations[-1]
    more = replace(invited, uid="third", person="thabo")
    promised = replace(snapshot, participations=(*snapshot.participations, more))
    assert find(promised, Code.WAITING_FOR_FREE_SEATS) is None


def test_where_nothing_is_limited_waiting_is_somebodys_wish() -> None:
    assert find(with_second(Status.WAITLISTED), Code.WAITING_FOR_FREE_SEATS) is None


def test_a_head_who_left_is_named_and_a_missing_one_is_another_finding() -> None:
    snapshot = with_second(Status.WITHDRAWN, head="second")
    found = find(snapshot, Code.HEAD_NOT_COMING)
    assert found
    assert found.facts["who"] == snapshot.person_by_uid["lerato"].name
    assert find(snapshot, Code.HEAD_MISSING) is None
    assert find(with_second(Status.CONFIRMED, head=None), Code.HEAD_MISSING)


def test_a_head_who_left_several_is_one_finding() -> None:
    snapshot = with_second(Status.WITHDRAWN, head="second")
    third = replace(with_second(Status.CONFIRMED).participations[-1], uid="third", person="thabo")
    several = replace(snapshot, participations=(*snapshot.participations, third))
    assert find(several, Code.HEAD_NOT_COMING)
    assert find(several, Code.HEAD_MISSING) is None


def test_a_permission_asked_for_weighs_more_near_the_departure() -> None:
    snapshot = with_delegate(permission=Permission.ASKED)
    start = snapshot.trip.starts_on
    early = find(snapshot, Code.PERMISSION_MISSING, start.replace(month=1))
    late = find(snapshot, Code.PERMISSION_MISSING, start)
    assert early
    assert late
    assert (early.severity, late.severity) == (Severity.INFORMS, Severity.WARNS)
    granted = with_delegate(permission=Permission.GRANTED)
    assert find(granted, Code.PERMISSION_MISSING) is None


def test_a_deadline_of_the_registration_counts_from_the_day_after_it() -> None:
    snapshot = with_deadline(with_person(arrival=None), Station.JOURNEY)
    before = find(snapshot, Code.ARRIVAL_MISSING, date(2015, 8, 1))
    assert before
    assert before.due == date(2015, 8, 1)
    after = find(snapshot, Code.DEADLINE_PASSED, date(2015, 8, 2))
    assert after
    assert after.facts["station"] is Station.JOURNEY
    assert find(snapshot, Code.ARRIVAL_MISSING, date(2015, 8, 2)) is None


def test_each_station_has_a_deadline_of_its_own() -> None:
    snapshot = with_deadline(with_delegate(status=Status.INVITED), Station.JOURNEY)
    assert find(snapshot, Code.ANSWER_MISSING)
    snapshot = with_deadline(snapshot, Station.PERSON)
    assert find(snapshot, Code.ANSWER_MISSING) is None
    assert find(snapshot, Code.DEADLINE_PASSED)


def test_the_sound_trip_is_sound_with_seats() -> None:
    assert find_all(with_seats(1)) == find_all(SOUND) == ()
