from collections import Counter
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.world_trip import trip
from trips.domain.pages.programme_days import days_in_full, list_short_lines

FIRST = date(2026, 3, 1)
DAYS = st.dictionaries(
    st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n)), st.integers(1, 60), min_size=1
)


def test_a_short_programme_is_shown_in_full_wherever_one_starts() -> None:
    numbers = {FIRST: 20, date(2026, 3, 2): 30}
    assert days_in_full(numbers, date(2026, 3, 2), most=50) == set(numbers)


def test_a_long_one_from_the_day_asked_for() -> None:
    numbers = {FIRST + timedelta(days=n): 20 for n in range(10)}
    shown = days_in_full(numbers, date(2026, 3, 4), most=50)
    assert shown == {date(2026, 3, 4), date(2026, 3, 5)}


def test_a_day_without_items_leads_to_the_next_one() -> None:
    numbers = {FIRST: 40, date(2026, 3, 9): 40}
    assert days_in_full(numbers, date(2026, 3, 5), most=50) == {date(2026, 3, 9)}


def test_after_the_end_it_begins_again() -> None:
    numbers = {FIRST: 40, date(2026, 3, 9): 40}
    assert days_in_full(numbers, date(2027, 1, 1), most=50) == {FIRST}


def test_a_day_that_is_too_full_by_itself_is_shown_all_the_same() -> None:
    assert days_in_full({FIRST: 333, date(2026, 3, 2): 1}, None, most=50) == {FIRST}


@given(DAYS, st.integers(-5, 50))
def test_never_more_than_fits_beyond_the_first_day(numbers: dict[date, int], start: int) -> None:
    shown = days_in_full(numbers, FIRST + timedelta(days=start), most=50)
    assert shown
    assert shown <= set(numbers)
    rest = sum(numbers[day] for day in shown) - numbers[min(shown)]
    assert rest + numbers[min(shown)] <= 50 or len(shown) == 1


def test_every_item_and_leg_has_a_line_in_the_order_of_the_day() -> None:
    plan = trip()
    lines = list_short_lines(plan, plan.items, plan.legs)
    assert Counter(line.uid for day in lines.values() for line in day) == Counter(
        each.uid for each in (*plan.items, *plan.legs)
    )
    for day, those in lines.items():
        starts = [line.starts for line in those]
        assert starts == sorted(starts)
        assert {start.date() for start in starts} == {day}


def test_a_leg_comes_before_what_begins_with_it() -> None:
    plan = trip()
    leg = plan.legs[0]
    item = plan.items[0]
    at = datetime(2026, 3, 17, 9)
    later = type(item)(uid="x", kind=item.kind, title=item.title, starts=at, ends=at)
    ride = type(leg)(
        uid="y", from_stop=leg.from_stop, to_stop=leg.to_stop, mode=leg.mode,
        departs=at, arrives=at + timedelta(hours=1),
    )  # fmt: skip
    lines = list_short_lines(plan, [later], [ride])
    assert [line.uid for line in lines[at.date()]] == ["y", "x"]
