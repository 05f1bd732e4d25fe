"""What is open about delegates is offered one verb that mends it, and none where none is fair."""

from dataclasses import replace

import pytest

from tests.domain.findings.broken_delegates import with_group_seats, with_seats, with_second
from tests.domain.findings.test_delegate_rules import find
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.model import Fix, FixCode
from trips.domain.participation import DelegateStatus as Status
from trips.domain.snapshot import TripSnapshot


def fix_of(snapshot: TripSnapshot, code: Code) -> Fix | None:
    found = find(snapshot, code)
    assert found
    return next(iter(found.fixes), None)


def all_of(snapshot: TripSnapshot, status: Status) -> TripSnapshot:
    people = tuple(
        replace(each, delegate=replace(each.delegate, status=status)) if each.delegate else each
        for each in snapshot.participations
    )
    return replace(snapshot, participations=people)


def test_whoever_has_waited_longest_moves_up() -> None:
    fix = fix_of(with_seats(2, with_second(Status.WAITLISTED)), Code.WAITING_FOR_FREE_SEATS)
    assert fix
    assert (fix.code, fix.facts["uid"], fix.change) == (FixCode.MOVE_UP, "second", None)


@pytest.mark.parametrize(
    ("snapshot", "code"),
    [
        (with_second(Status.WITHDRAWN, head="second"), Code.HEAD_NOT_COMING),
        (with_second(Status.CONFIRMED, head=None), Code.HEAD_MISSING),
    ],
)
def test_a_vacant_head_goes_to_the_first_who_comes(snapshot: TripSnapshot, code: Code) -> None:
    fix = fix_of(snapshot, code)
    assert fix
    assert fix.code is FixCode.NAME_HEAD
    lead = snapshot.participation_by_uid[str(fix.facts["uid"])]
    assert lead.is_coming
    assert fix.facts["who"] == snapshot.person_by_uid[lead.person].name


@pytest.mark.parametrize(
    ("snapshot", "code"),
    [
        (with_seats(0), Code.TRIP_SEATS_SHORT),
        (with_group_seats(0), Code.GROUP_SEATS_SHORT),
    ],
)
def test_where_too_many_sit_the_last_to_answer_waits(snapshot: TripSnapshot, code: Code) -> None:
    fix = fix_of(all_of(snapshot, Status.SUBMITTED), code)
    assert fix
    assert fix.code is FixCode.MAKE_WAIT


def test_nobody_who_was_confirmed_is_sent_to_wait() -> None:
    assert fix_of(all_of(with_seats(0), Status.CONFIRMED), Code.TRIP_SEATS_SHORT) is None


def test_invitations_beyond_the_seats_take_nobody_s_seat() -> None:
    assert fix_of(with_seats(1, with_second(Status.INVITED)), Code.TRIP_SEATS_SHORT) is None
