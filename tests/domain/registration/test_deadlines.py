from datetime import date, timedelta

import pytest

from trips.domain.registration.deadlines import A_WEEK, suggested_deadlines
from trips.domain.registration.plan import plan_of
from trips.domain.registration_setup import Registration, Station

STARTS = date(2015, 9, 16)


def test_the_journey_may_wait_where_nobody_has_said_anything_else() -> None:
    plan = plan_of(Registration(deadlines=suggested_deadlines(STARTS, date(2015, 3, 2))))
    assert [each.station for each in plan.stations][-1] is Station.JOURNEY
    assert plan.may_wait(Station.JOURNEY)
    assert not plan.may_wait(Station.AGREEMENTS)
    assert {each.deadline for each in plan.stations} == {date(2015, 8, 5), date(2015, 9, 2)}


@pytest.mark.parametrize("days", range(120))
def test_everybody_has_a_week_for_each_and_both_end_before_the_trip(days: int) -> None:
    today = STARTS - timedelta(days=days)
    found = {each.station: each.on for each in suggested_deadlines(STARTS, today)}
    assert bool(found) == (days > 2 * A_WEEK.days)
    if found:
        assert today + A_WEEK <= found[Station.PERSON]
        assert found[Station.PERSON] + A_WEEK <= found[Station.JOURNEY] < STARTS
