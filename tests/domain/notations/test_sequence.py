from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from trips.domain.item import ItemKind
from trips.domain.notations.sequence import Settled, Slot, settle

DAY = date(2015, 9, 16)


def slot(start=None, end=None, kind=ItemKind.TALK, **more):
    return Slot(on=DAY, kind=kind, start=start, end=end, **more)


def spans(*slots):
    return [(found.start, found.end) for found in settle(list(slots))]


def test_written_times_stay_and_are_not_marked():
    assert settle([slot(540, 600)]) == [Settled(start=540, end=600)]


def test_a_last_item_takes_what_its_kind_usually_takes():
    assert spans(slot(540, kind=ItemKind.WORKSHOP)) == [(540, 630)]
    assert spans(slot(540, kind=ItemKind.MEAL)) == [(540, 600)]


def test_a_long_gap_is_not_filled():
    assert spans(slot(540), slot(900, 960)) == [(540, 600), (900, 960)]


def test_a_first_row_without_time_ends_when_the_next_one_starts():
    assert spans(slot(kind=ItemKind.CHECK_IN), slot(600, 660)) == [(570, 600), (600, 660)]


def test_a_day_without_any_time_starts_at_nine():
    assert spans(slot(), slot()) == [(540, 600), (600, 660)]


def test_followers_of_another_group_do_not_wait():
    first, second = settle([slot(540, 600, groups=("A",)), slot(groups=("B",))])
    assert (first.end, second.start) == (600, 540)


def test_a_written_duration_counts():
    assert settle([slot(540, minutes=25)]) == [Settled(start=540, end=565)]


SLOTS = st.builds(
    Slot,
    on=st.sampled_from([DAY, date(2015, 9, 17)]),
    kind=st.sampled_from(ItemKind),
    start=st.none() | st.integers(0, 1440),
    end=st.none(),
    minutes=st.none() | st.integers(5, 300),
    groups=st.sampled_from([(), ("A",), ("B",), ("A", "B")]),
)


@given(st.lists(SLOTS, max_size=12))
def test_every_slot_gets_a_time_and_every_assumption_its_mark(slots):
    for slot_, found in zip(slots, settle(slots), strict=True):
        assert found.start < found.end
        assert found.is_start_assumed == (slot_.start is None)
        assert found.is_end_assumed == (slot_.minutes is None)
