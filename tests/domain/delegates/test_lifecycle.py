"""Who may take which step."""

from itertools import pairwise

import pytest

from trips.domain.delegates.lifecycle import (
    HOLDS_SEAT,
    OVER,
    PROMISED,
    By,
    StepRefusedError,
    check_step,
    list_steps,
    may_step,
)
from trips.domain.participation import DelegateStatus as Status


def test_organisers_lead_somebody_from_the_nomination_to_the_end() -> None:
    way = (
        Status.NOMINATED,
        Status.APPROVED,
        Status.INVITED,
        Status.SUBMITTED,
        Status.CONFIRMED,
        Status.ATTENDED,
    )
    for now, to in pairwise(way):
        check_step(now, to, By.ORGANISER)


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("status", Status)
def test_staying_is_no_step_and_nobody_is_replaced_by_a_step(by: By, status: Status) -> None:
    assert not may_step(status, status, by)
    assert not may_step(status, Status.REPLACED, by)
    assert list_steps(Status.REPLACED, by) == ()


def test_only_delegates_begin_and_only_organisers_confirm() -> None:
    for status in Status:
        assert not may_step(status, Status.CONFIRMED, By.DELEGATE)
        assert not may_step(status, Status.CONFIRMED, By.CLIENT)
    assert may_step(Status.INVITED, Status.STARTED, By.DELEGATE)
    assert not may_step(Status.INVITED, Status.STARTED, By.ORGANISER)


def test_a_delegate_declines_before_the_answer_and_withdraws_after_it() -> None:
    before = (Status.INVITED, Status.STARTED)
    after = (Status.SUBMITTED, Status.CONFIRMED, Status.WAITLISTED)
    for status in before:
        assert may_step(status, Status.DECLINED, By.DELEGATE)
        assert not may_step(status, Status.WITHDRAWN, By.DELEGATE)
    for status in after:
        assert list_steps(status, By.DELEGATE) == (Status.WITHDRAWN,)


def test_whoever_left_does_not_come_back_by_themselves() -> None:
    for status in OVER:
        assert list_steps(status, By.DELEGATE) == ()
        assert list_steps(status, By.CLIENT) == ()


def test_the_client_approves_nominations_and_nothing_else() -> None:
    steps = {(now, to) for now in Status for to in list_steps(now, By.CLIENT)}
    assert steps == {
        (Status.NOMINATED, Status.APPROVED),
        (Status.APPROVED, Status.NOMINATED),
    }


def test_a_refused_step_says_what_was_refused() -> None:
    with pytest.raises(StepRefusedError) as refused:
        check_step(Status.ATTENDED, Status.INVITED, By.ORGANISER)
    error = refused.value
    assert (error.now, error.to, error.by) == (Status.ATTENDED, Status.INVITED, By.ORGANISER)


def test_every_status_holds_a_seat_was_promised_one_or_has_none() -> None:
    without = {Status.NOMINATED, Status.APPROVED, Status.WAITLISTED} | OVER
    groups = (HOLDS_SEAT, PROMISED, without)
    assert sum(map(len, groups)) == len(Status)
    assert frozenset().union(*groups) == frozenset(Status)
