"""Seats on the trip, in delegations and in groups."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.domain.findings.small_trip import COMING, SOUND
from trips.domain.delegates.seats import (
    TRIP,
    Bench,
    Holder,
    Ledger,
    NoSeatError,
    can_move_up,
    holder_of,
    ledger_of,
    list_waiting,
)
from trips.domain.participation import DelegateStatus as Status
from trips.domain.participation import Participation, Role

ZA = (Bench.DELEGATION, "za")
A = (Bench.GROUP, "A")


def holder(status: Status, delegation: str = "za", group: str = "A") -> Holder:
    return Holder(status=status, delegation=delegation, group=group)


def waiting(uid: str, day: int | None) -> Participation:
    assert COMING.delegate
    at = datetime(2026, 3, day, tzinfo=UTC) if day else None
    delegate = replace(COMING.delegate, status=Status.WAITLISTED, status_at=at)
    return replace(COMING, uid=uid, delegate=delegate)


def test_an_answer_takes_a_seat_and_an_invitation_promises_one() -> None:
    given = [holder(each) for each in Status]
    seats = Ledger({TRIP: 10}, given).get_seats(TRIP)
    assert (seats.taken, seats.promised, seats.waiting) == (3, 2, 1)
    assert (seats.free, seats.unpromised, seats.is_over) == (7, 5, False)


def test_no_limit_has_no_free_seats_to_count() -> None:
    seats = Ledger({TRIP: None}, [holder(Status.CONFIRMED)] * 3).get_seats(TRIP)
    assert (seats.taken, seats.free, seats.unpromised, seats.is_over) == (3, None, None, False)


@pytest.mark.parametrize("full", [TRIP, ZA, A])
def test_the_last_seat_of_every_bench_is_taken_once(full: tuple[Bench, str]) -> None:
    ledger = Ledger({TRIP: None, ZA: None, A: None, full: 1}, [])
    ledger.move(holder(Status.INVITED), holder(Status.CONFIRMED))
    with pytest.raises(NoSeatError) as refused:
        ledger.move(holder(Status.WAITLISTED), holder(Status.CONFIRMED))
    assert (refused.value.seats.bench, refused.value.seats.key) == full


def test_who_leaves_makes_room() -> None:
    ledger = Ledger({TRIP: 1}, [holder(Status.CONFIRMED), holder(Status.WAITLISTED)])
    ledger.move(holder(Status.CONFIRMED), holder(Status.WITHDRAWN))
    ledger.move(holder(Status.WAITLISTED), holder(Status.CONFIRMED))
    seats = ledger.get_seats(TRIP)
    assert (seats.taken, seats.free, seats.waiting) == (1, 0, 0)


def test_who_has_a_seat_keeps_it_where_a_bench_became_too_small() -> None:
    ledger = Ledger({TRIP: 1}, [holder(Status.CONFIRMED)] * 2)
    assert ledger.get_seats(TRIP).is_over
    ledger.move(holder(Status.CONFIRMED), holder(Status.ATTENDED))
    assert ledger.get_seats(TRIP).taken == 2


def test_changing_the_group_needs_a_seat_there() -> None:
    full = (Bench.GROUP, "B")
    ledger = Ledger({TRIP: 1, full: 0}, [holder(Status.CONFIRMED)])
    with pytest.raises(NoSeatError):
        ledger.move(holder(Status.CONFIRMED), holder(Status.CONFIRMED, group="B"))
    ledger.move(holder(Status.CONFIRMED), holder(Status.CONFIRMED, group=""))


def test_staff_sit_elsewhere() -> None:
    assert holder_of(replace(COMING, role=Role.ESCORT, delegate=None)) is None


def test_who_waited_longest_is_first_and_who_has_no_date_is_last() -> None:
    people = (waiting("c", None), waiting("b", 9), waiting("a", 3), waiting("d", None))
    snapshot = replace(SOUND, participations=(COMING, *people))
    assert [each.uid for each in list_waiting(snapshot)] == ["a", "b", "c", "d"]


def test_moving_up_needs_a_free_seat() -> None:
    registration = replace(SOUND.trip.registration, seats=1)
    snapshot = replace(
        SOUND,
        trip=replace(SOUND.trip, registration=registration),
        participations=(COMING, waiting("a", 3)),
    )
    assert not can_move_up(ledger_of(snapshot), waiting("a", 3))
    registration = replace(registration, seats=2)
    wider = replace(snapshot, trip=replace(snapshot.trip, registration=registration))
    assert can_move_up(ledger_of(wider), waiting("a", 3))
