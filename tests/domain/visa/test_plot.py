"""Deadlines on one line of days: what is done, what comes next, what is overdue."""

from datetime import date, timedelta

import pytest

from trips.domain.visa.plot import MOST_TICKS, Axis


@pytest.mark.parametrize("length", [1, 9, 40, 200, 900])
def test_an_axis_names_few_days_within_itself(length: int) -> None:
    axis = Axis(date(2015, 8, 4), date(2015, 8, 4) + timedelta(days=length))
    ticks = list(axis.ticks())
    assert len(ticks) <= MOST_TICKS + 1
    assert all(0 <= axis.share(day) <= 100 and day.weekday() == 0 for day in ticks)


def test_a_day_outside_lies_at_the_edge() -> None:
    axis = Axis(date(2015, 8, 1), date(2015, 8, 11))
    assert axis.share(date(2015, 8, 6)) == 50
    assert axis.share(date(2015, 7, 1)) == 0
    assert axis.share(date(2015, 9, 1)) == 100
