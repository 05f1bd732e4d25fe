"""What each step changes, and why some are refused."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.board.planned_trip import at, item, trip
from tests.effort import examples
from trips.domain.board.effects import Effects, NoteCode, StepError, StepErrorCode
from trips.domain.board.engine import apply_step
from trips.domain.board.steps import (
    Add,
    Duplicate,
    Join,
    Move,
    Place,
    Remove,
    Resize,
    SetStatus,
    ShiftAfter,
    Split,
    Step,
    SwapGroups,
    Unplace,
    read_step,
    write_step,
)
from trips.domain.interpreter import Assignment, InterpretingMode
from trips.domain.item import HostStatus, Item, ItemHost, ItemKind, ItemStatus
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.domain.values.times import to_utc
from trips.domain.values.wire import to_wire

VISIT = item("visit", at(18, 10), at(18, 11, 30))
SPRING = date(2026, 3, 29)
"""The clocks go forward at two in the morning."""


def changed(snapshot: TripSnapshot, step: Step) -> dict[str, Item]:
    return {each.uid: each for each in apply_step(snapshot, step).changed}


def refused(snapshot: TripSnapshot, step: Step) -> StepErrorCode:
    with pytest.raises(StepError) as error:
        apply_step(snapshot, step)
    return error.value.code


def notes(effects: Effects) -> list[NoteCode]:
    return [note.code for note in effects.notes]


def test_a_move_takes_all_items_by_the_same_minutes_and_days() -> None:
    late = item("late", at(18, 22), at(19, 1))
    found = changed(trip(VISIT, late), Move(uids=("visit", "late"), minutes=90, days=1))
    assert (found["visit"].starts, found["visit"].ends) == (at(19, 11, 30), at(19, 13))
    assert (found["late"].starts, found["late"].ends) == (at(19, 23, 30), at(20, 2, 30))


def test_a_move_to_a_day_in_another_city_takes_the_item_there_and_says_so() -> None:
    sited = replace(VISIT, site="leon")
    effects = apply_step(trip(sited), Move(uids=("visit",), days=4))
    assert effects.changed[0].stop == "munich"
    assert notes(effects) == [NoteCode.CITY_CHANGED]
    assert effects.notes[0].facts["has_site"]


def test_on_the_day_of_travel_the_leg_parts_the_cities() -> None:
    idea = replace(VISIT, is_unplaced=True, stop=None, status=ItemStatus.IDEA)
    before = changed(trip(idea), Place(uid="visit", starts=at(20, 10)))["visit"]
    after = changed(trip(idea), Place(uid="visit", starts=at(20, 16)))["visit"]
    assert (before.stop, after.stop) == ("nuremberg", "munich")


def test_a_city_that_is_named_wins() -> None:
    found = changed(trip(VISIT), Move(uids=("visit",), days=2, stop="munich"))["visit"]
    assert (found.stop, found.starts) == ("munich", at(20, 10))
    assert refused(trip(VISIT), Move(uids=("visit",), stop="paris")) is StepErrorCode.STOP_GONE


def test_all_groups_are_everyone() -> None:
    found = changed(trip(VISIT), Move(uids=("visit",), groups=("B",)))["visit"]
    assert found.groups == ("B",)
    again = changed(trip(found), Move(uids=("visit",), groups=("B", "A")))["visit"]
    assert again.groups == ()
    unknown = Move(uids=("visit",), groups=("C",))
    assert refused(trip(VISIT), unknown) is StepErrorCode.GROUP_UNKNOWN


def test_a_place_in_the_pool_and_back_keeps_the_length() -> None:
    back = changed(trip(VISIT), Unplace(uids=("visit",)))["visit"]
    assert (back.is_unplaced, back.is_public) == (True, False)
    again = changed(trip(back), Place(uid="visit", starts=at(19, 14), groups=("A",)))["visit"]
    assert (again.starts, again.ends) == (at(19, 14), at(19, 15, 30))
    assert again.groups == ("A",)
    assert not again.is_unplaced
    assert refused(trip(back), Move(uids=("visit",), minutes=5)) is StepErrorCode.NOT_PLACED
    placed = Place(uid="visit", starts=at(19, 14))
    assert refused(trip(again), placed) is StepErrorCode.ALREADY_PLACED


def test_a_resize_needs_an_end_behind_the_start_and_a_sane_length() -> None:
    def resize(starts: datetime, ends: datetime) -> Resize:
        return Resize(uid="visit", starts=starts, ends=ends)

    found = changed(trip(replace(VISIT, is_end_assumed=True)), resize(at(18, 10), at(18, 12)))[
        "visit"
    ]
    assert (found.ends, found.is_end_assumed) == (at(18, 12), False)
    snapshot = trip(VISIT)
    assert refused(snapshot, resize(at(18, 12), at(18, 12))) is StepErrorCode.END_BEFORE_START
    assert refused(snapshot, resize(at(18, 12), at(18, 12, 4))) is StepErrorCode.TOO_SHORT
    assert refused(snapshot, resize(at(16, 12), at(27, 12))) is StepErrorCode.TOO_LONG
    far = datetime(2016, 1, 1, 10)
    assert refused(snapshot, resize(far, far + timedelta(hours=1))) is StepErrorCode.TOO_FAR


def test_a_shift_moves_what_is_later_that_day_for_the_groups_concerned() -> None:
    snapshot = trip(
        item("first", at(18, 9), at(18, 10), groups=("A",)),
        item("beside", at(18, 10), at(18, 11), groups=("B",)),
        item("next", at(18, 10), at(18, 11), groups=("A",)),
        item("all", at(18, 12), at(18, 13)),
        item("then", at(18, 14), at(18, 15), groups=("B",)),
        item("dropped", at(18, 16), at(18, 17), status=ItemStatus.CANCELLED),
        item("tomorrow", at(19, 9), at(19, 10), groups=("A",)),
    )
    found = changed(snapshot, ShiftAfter(uid="first", minutes=20))
    assert set(found) == {"next", "all", "then"}
    assert found["then"].starts == at(18, 14, 20)
    assert "first" in changed(snapshot, ShiftAfter(uid="first", minutes=20, with_itself=True))


def test_a_shift_says_that_the_booked_leg_stays() -> None:
    snapshot = trip(item("first", at(20, 9), at(20, 10)), item("next", at(20, 11), at(20, 12)))
    effects = apply_step(snapshot, ShiftAfter(uid="first", minutes=30))
    assert notes(effects) == [NoteCode.LEGS_STAY]
    assert effects.notes[0].facts["departs"] == at(20, 14)


def test_a_split_gives_each_group_its_own_item() -> None:
    snapshot = trip(replace(VISIT, text=Text(de="Text"), hosts=(ItemHost(organisation="o"),)))
    effects = apply_step(snapshot, Split(uid="visit"))
    (old,), (new,) = effects.changed, effects.added
    assert (old.uid, old.groups, new.uid, new.groups) == ("visit", ("A",), "", ("B",))
    assert (new.text, new.hosts) == (old.text, old.hosts)
    one = trip(replace(VISIT, groups=("A",)))
    assert refused(one, Split(uid="visit")) is StepErrorCode.GROUPS_NEEDED
    snapshot = trip(VISIT)
    assert refused(snapshot, Split(uid="visit", groups=("C",))) is StepErrorCode.NOT_ITS_GROUP


def test_a_split_for_one_group_leaves_the_rest_with_the_item() -> None:
    effects = apply_step(trip(VISIT), Split(uid="visit", groups=("A",)))
    assert effects.changed[0].groups == ("B",)
    assert effects.added[0].groups == ("A",)


def test_interpreters_stay_with_the_first_and_that_is_said() -> None:
    interpreting = Assignment(
        uid="as",
        item="visit",
        interpreter="int",
        mode=InterpretingMode.CONSECUTIVE,
        source="de",
        target="en",
    )
    snapshot = replace(trip(VISIT), assignments=(interpreting,))
    assert notes(apply_step(snapshot, Split(uid="visit"))) == [NoteCode.INTERPRETING_STAYS]


def test_a_join_unites_groups_and_loses_nothing() -> None:
    first = replace(
        VISIT, groups=("A",), hosts=(ItemHost(person="a"),), internal_note="first", room=""
    )
    second = replace(
        VISIT,
        uid="second",
        groups=("B",),
        hosts=(ItemHost(person="b"),),
        internal_note="second",
        room="12",
        title=Text(de="Anderes"),
    )
    effects = apply_step(trip(first, second), Join(uids=("visit", "second")))
    (joined,) = effects.changed
    assert effects.removed == ("second",)
    assert joined.groups == ()
    assert [host.person for host in joined.hosts] == ["a", "b"]
    assert (joined.internal_note, joined.room) == ("first\nsecond", "12")
    assert notes(effects) == [NoteCode.TEXTS_DIFFER]
    assert effects.notes[0].facts["fields"] == ("title",)


def test_only_what_happens_together_can_be_joined() -> None:
    other = replace(VISIT, uid="other", ends=at(18, 12), groups=("B",))
    both = Join(uids=("visit", "other"))
    assert refused(trip(VISIT, other), both) is StepErrorCode.SPANS_DIFFER
    away = replace(VISIT, uid="other", stop="munich")
    assert refused(trip(VISIT, away), both) is StepErrorCode.PLACES_DIFFER
    assert refused(trip(VISIT), Join(uids=("visit", "visit"))) is StepErrorCode.TWO_NEEDED


def test_groups_are_swapped_between_items_of_a_day() -> None:
    one = replace(VISIT, groups=("A",))
    two = replace(VISIT, uid="two", groups=("B",), starts=at(18, 13), ends=at(18, 14))
    swap = SwapGroups(first="visit", second="two")
    found = changed(trip(one, two), swap)
    assert (found["visit"].groups, found["two"].groups) == (("B",), ("A",))
    tomorrow = replace(two, starts=at(19, 13), ends=at(19, 14))
    assert refused(trip(one, tomorrow), swap) is StepErrorCode.NOT_PARALLEL
    assert refused(trip(one, replace(two, groups=("A",))), swap) is StepErrorCode.SAME_GROUPS


def test_copies_are_ideas_that_nobody_has_agreed_to() -> None:
    firm = replace(VISIT, hosts=(ItemHost(person="a", status=HostStatus.CONFIRMED),))
    effects = apply_step(trip(firm), Duplicate(uids=("visit",), days=1, groups=("A",)))
    (copy,) = effects.added
    assert (copy.uid, copy.starts, copy.groups) == ("", at(19, 10), ("A",))
    assert (copy.status, copy.hosts[0].status) == (ItemStatus.IDEA, HostStatus.OPEN)
    assert notes(effects) == [NoteCode.COPIES_ARE_IDEAS]


def test_removing_and_setting_the_status_touch_what_is_named() -> None:
    assert apply_step(trip(VISIT), Remove(uids=("visit",))).removed == ("visit",)
    asked = SetStatus(uids=("visit",), status=ItemStatus.REQUESTED)
    assert changed(trip(VISIT), asked)["visit"].status is ItemStatus.REQUESTED
    same = SetStatus(uids=("visit",), status=ItemStatus.CONFIRMED)
    assert apply_step(trip(VISIT), same) == Effects()
    assert refused(trip(VISIT), Remove(uids=())) is StepErrorCode.NOTHING_CHOSEN
    assert refused(trip(VISIT), Remove(uids=("x",))) is StepErrorCode.ITEM_GONE


def spring_trip(*items: Item) -> TripSnapshot:
    base = trip(*items)
    known = replace(base.trip, starts_on=date(2026, 3, 27), ends_on=date(2026, 3, 31))
    stop = replace(base.stops[0], arrives_on=known.starts_on, departs_on=known.ends_on)
    return replace(base, trip=known, stops=(stop,), legs=())


def test_a_time_that_the_clocks_skip_becomes_the_next_there_is() -> None:
    night = item("night", datetime(2026, 3, 28, 2, 30), datetime(2026, 3, 28, 4))
    effects = apply_step(spring_trip(night), Move(uids=("night",), days=1))
    (moved,) = effects.changed
    assert (moved.starts, moved.ends) == (datetime(2026, 3, 29, 3, 30), datetime(2026, 3, 29, 5))
    assert notes(effects) == [NoteCode.CLOCK_CHANGE]


def test_three_hours_stay_three_hours_over_a_change_of_clocks() -> None:
    night = item("night", datetime(2026, 3, 27, 23), datetime(2026, 3, 28, 4))
    (moved,) = apply_step(spring_trip(night), Move(uids=("night",), days=1)).changed
    assert moved.ends == datetime(2026, 3, 29, 5)
    zone = "Europe/Berlin"
    assert to_utc(moved.ends, zone) - to_utc(moved.starts, zone) == timedelta(hours=5)


@settings(max_examples=examples(40, 150), deadline=None)
@given(
    start=st.datetimes(datetime(2026, 3, 27), datetime(2026, 3, 30)),
    length=st.integers(5, 900),
    minutes=st.integers(-600, 600),
    days=st.integers(-2, 2),
)
def test_a_moved_item_exists_and_is_as_long_as_before(
    start: datetime, length: int, minutes: int, days: int
) -> None:
    zone = "Europe/Berlin"
    start = start.replace(second=0, microsecond=0, fold=0)
    snapshot = spring_trip(item("night", start, start + timedelta(minutes=length)))
    old = snapshot.items[0]
    if to_utc(old.ends, zone) <= to_utc(old.starts, zone):
        return
    for new in apply_step(snapshot, Move(uids=("night",), minutes=minutes, days=days)).changed:
        assert to_utc(new.ends, zone) - to_utc(new.starts, zone) == (
            to_utc(old.ends, zone) - to_utc(old.starts, zone)
        )
        assert read_step(write_step(Resize(uid="x", starts=new.starts, ends=new.ends)))


def test_far_from_the_trip_nothing_is_placed() -> None:
    assert refused(trip(VISIT), Move(uids=("visit",), days=40)) is StepErrorCode.TOO_FAR
    huge = Move(uids=("visit",), days=10**9)
    assert refused(trip(VISIT), huge) is StepErrorCode.UNREADABLE
    early = Resize(uid="visit", starts=datetime(1, 1, 1), ends=datetime(1, 1, 1, 1))
    assert refused(trip(VISIT), early) is StepErrorCode.UNREADABLE


def test_new_items_are_checked_like_others() -> None:
    lunch = Add(kind=ItemKind.MEAL, title=Text(de="x"), starts=at(18, 12), ends=at(18, 13))
    (new,) = apply_step(trip(), lunch).added
    assert (new.stop, new.status) == ("nuremberg", ItemStatus.IDEA)
    assert refused(trip(), replace(lunch, title=Text())) is StepErrorCode.LINE_EMPTY
    assert refused(trip(), replace(lunch, ends=at(18, 11))) is StepErrorCode.END_BEFORE_START
    assert refused(trip(), replace(lunch, groups=("C",))) is StepErrorCode.GROUP_UNKNOWN
    assert to_wire(new)["title"] == {"de": "x"}
