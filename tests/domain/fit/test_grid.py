"""Spans of a whole day, whatever lies on it, and how long they take."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import pairwise
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.fit.saturday import (
    GALLERY,
    IMPOSSIBLE,
    SATURDAY,
    WEEK,
    at,
    item,
    site,
    spans,
    trip,
)
from tests.effort import examples
from trips.domain.fit.index import FitIndex
from trips.domain.fit.spans import list_fits
from trips.domain.trip import Group


@settings(max_examples=examples(20, 60), deadline=None)
@given(
    starts=st.lists(st.tuples(st.integers(0, 280), st.integers(1, 60)), max_size=12),
    length=st.integers(1, 40),
)
def test_spans_cover_the_day_without_gaps_or_overlaps_on_a_grid_of_five_minutes(
    starts: list[tuple[int, int]], length: int
) -> None:
    items = [
        item(str(n), at(0) + timedelta(minutes=5 * a), at(0) + timedelta(minutes=5 * (a + b)))
        for n, (a, b) in enumerate(starts)
    ]
    card = replace(GALLERY, ends=GALLERY.starts + timedelta(minutes=5 * length))
    found = spans(trip(*items), card)
    assert found[0].starts == at(0)
    assert found[-1].ends == at(0, day=20)
    for first, second in pairwise(found):
        assert first.ends == second.starts
        assert (first.verdict, first.reasons) != (second.verdict, second.reasons)
    assert all(span.starts.minute % 5 == span.ends.minute % 5 == 0 for span in found)
    for span in found:
        busy = [each for each in items if each.starts < span.ends and span.starts < each.ends]
        assert not busy or span.verdict is IMPOSSIBLE


def test_one_card_over_a_trip_of_two_weeks_takes_less_than_a_frame() -> None:
    days = [SATURDAY + timedelta(days=day) for day in range(14)]
    codes_of = [Group(code=code) for code in "ABCDEF"]
    base = trip()
    sites = tuple(site(f"site{n}", 11.0 + n / 500, hours=WEEK) for n in range(50))
    stop = replace(base.stops[0], departs_on=days[-1])
    items = tuple(
        item(
            f"i{n}",
            datetime.combine(days[n % 14], time(8 + n // 14 % 12, n % 4 * 15)),
            datetime.combine(days[n % 14], time(9 + n // 14 % 12, n % 4 * 15)),
            groups=("ABCDEF"[n % 6],),
            site=f"site{n % 50}",
        )
        for n in range(400)
    )
    large = replace(
        base,
        items=items,
        sites=sites,
        stops=(stop,),
        legs=(),
        trip=replace(base.trip, groups=tuple(codes_of), ends_on=days[-1]),
    )
    index = FitIndex(large)
    lanes: list[tuple[str, ...]] = [(code,) for code in "ABCDEF"]
    list_fits(index, items[0], days[:1], lanes)
    best = 1.0
    for card in items[:5]:
        began = process_time()
        list_fits(index, card, days[:3], [*lanes, ()])
        best = min(best, process_time() - began)

    assert best < 0.02
