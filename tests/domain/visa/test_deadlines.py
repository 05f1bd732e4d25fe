"""Reckoning back from the journey."""

from datetime import date

import pytest

from trips.domain.visa.deadlines import (
    VisaStep,
    deadlines_for,
    is_valid_long_enough,
    months_later,
    next_step,
)
from trips.domain.visa_case import HeldDocument, TravelDocument, VisaCase, VisaStatus


def test_each_step_is_due_before_the_next() -> None:
    due = deadlines_for(date(2015, 9, 15))
    days = [due.of(step) for step in VisaStep]
    assert days == sorted(days)
    assert due.apply_by == date(2015, 8, 26)
    assert due.earliest == date(2015, 3, 15)


def test_an_application_is_in_time_for_the_visa_code() -> None:
    enters = date(2015, 9, 15)
    assert (enters - deadlines_for(enters).apply_by).days >= 15


@pytest.mark.parametrize(
    ("status", "step"),
    [
        (VisaStatus.OPEN, VisaStep.LETTER),
        (VisaStatus.APPLIED, VisaStep.DECISION),
        (VisaStatus.GRANTED, None),
        (VisaStatus.NOT_NEEDED, None),
    ],
)
def test_the_next_step_follows_from_the_status(status: VisaStatus, step: VisaStep | None) -> None:
    assert next_step(VisaCase(status=status)) is step


@pytest.mark.parametrize(
    ("valid_until", "is_enough"), [(date(2015, 12, 21), True), (date(2015, 12, 20), False)]
)
def test_a_passport_outlasts_the_stay_by_three_months(
    valid_until: date, *, is_enough: bool
) -> None:
    passport = HeldDocument(kind=TravelDocument.ORDINARY_PASSPORT, valid_until=valid_until)
    assert is_valid_long_enough((passport,), date(2015, 9, 21)) is is_enough


def test_a_month_without_that_day_gives_its_last() -> None:
    assert months_later(date(2016, 11, 30), 3) == date(2017, 2, 28)
    assert months_later(date(2015, 3, 31), -6) == date(2014, 9, 30)
