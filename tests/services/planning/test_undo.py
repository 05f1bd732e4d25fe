"""Undo and redo: whatever was done comes back, and nobody takes back what others did since."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tests.effort import examples
from tests.services.planning.desk import (
    TRIP,
    Drawn,
    actor_of,
    drawn_steps,
    item,
    programme,
    step_of,
    take,
)
from tests.world import NOW, World
from tests.world_trip import UIDS, at
from trips.domain.board.effects import StepError
from trips.domain.board.steps import Join, Move, Remove, Resize, Split
from trips.domain.board.undo import UndoOutcome, UndoRefusal, UndoRefusedError
from trips.domain.editing import Change
from trips.domain.trip import DayNote
from trips.domain.values.text import Text
from trips.queries.snapshot import get_snapshot
from trips.queries.steps import list_changes_of
from trips.services.item import edit_item, remove_item, restore_item
from trips.services.itinerary import add_stop, edit_leg, edit_stop, remove_leg, remove_stop
from trips.services.planning.undo import get_stacks, redo, undo
from trips.services.trip import edit_day

VISIT, TALK, LEG = UIDS["visit"], UIDS["talk"], UIDS["leg"]
PROPERTY = settings(
    max_examples=examples(3, 12),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def back(who: str = "organiser", skip: tuple[str, ...] = ()) -> UndoOutcome:
    return undo(TRIP, actor=actor_of(who), now=NOW, skip=skip)


def again(who: str = "organiser") -> UndoOutcome:
    return redo(TRIP, actor=actor_of(who), now=NOW)


def try_step(who: str, drawn: Drawn) -> bool:
    """True if the drawn step was possible and changed something."""
    try:
        return bool(take(who, step_of(get_snapshot(TRIP), drawn)).step)
    except StepError:
        return False


@pytest.mark.either_database
@PROPERTY
@given(drawn=drawn_steps())
def test_undoing_all_steps_gives_the_start_and_redoing_all_the_end(
    world: World, drawn: list[Drawn]
) -> None:
    with world.app.app_context():
        start = programme()
        taken = sum(try_step("organiser", each) for each in drawn)
        end = programme()
        for _ in range(taken):
            back()
        assert programme() == start
        for _ in range(taken):
            again()
        assert programme() == end


@PROPERTY
@given(drawn=drawn_steps(10))
def test_undo_never_takes_back_what_somebody_else_did_since(
    world: World, drawn: list[Drawn]
) -> None:
    with world.app.app_context():
        known = programme()
        mine = 0
        for number, each in enumerate(drawn):
            who = "colleague" if number % 2 else "organiser"
            mine += try_step(who, each) and who == "organiser"
        kofi = actor_of("colleague").uid
        before = programme()
        theirs = {
            uid
            for uid in {*known, *before}
            if (changes := list_changes_of(TRIP, [uid])) and changes[-1].actor == kofi
        }
        skip: list[str] = []
        for _ in range(mine):
            try:
                back(skip=tuple(skip))
            except UndoRefusedError as refused:
                skip.append(refused.step)
        assert all(skip)
        after = programme()
        assert {uid: after.get(uid) for uid in theirs} == {uid: before.get(uid) for uid in theirs}


@pytest.mark.either_database
def test_undo_is_refused_with_the_name_of_who_changed_the_same_item(world: World) -> None:
    with world.app.app_context():
        take("organiser", Move(uids=(TALK,), minutes=30))
        take("organiser", Move(uids=(VISIT,), minutes=30))
        take("colleague", Move(uids=(VISIT,), minutes=30))
        with pytest.raises(UndoRefusedError) as refused:
            back()
        assert refused.value.reason is UndoRefusal.CHANGED_SINCE
        assert refused.value.facts["actor_name"] == "Kofi Mensah"
        assert refused.value.facts["title"] == Text(de="Rathaus", en="Town hall")
        assert item(VISIT).starts == at(16, 11)
        back(skip=(refused.value.step,))
        assert item(TALK).starts == at(17, 9)


def test_one_undoes_only_what_one_did(world: World) -> None:
    with world.app.app_context():
        take("organiser", Move(uids=(VISIT,), minutes=30))
        with pytest.raises(UndoRefusedError) as refused:
            back("colleague")
        assert refused.value.reason is UndoRefusal.NOTHING


def test_a_new_step_clears_what_could_be_done_again(world: World) -> None:
    with world.app.app_context():
        take("organiser", Move(uids=(VISIT,), minutes=30))
        back()
        take("organiser", Move(uids=(TALK,), minutes=30))
        with pytest.raises(UndoRefusedError):
            again()
        assert item(VISIT).starts == at(16, 10)


def test_buttons_speak_of_the_step_that_was_taken_however_often_it_went_to_and_fro(
    world: World,
) -> None:
    with world.app.app_context():
        jana = actor_of("organiser")
        take("organiser", Resize(uid=VISIT, starts=at(16, 10), ends=at(16, 11)))
        take("organiser", Move(uids=(VISIT, TALK), minutes=30))
        for _ in range(2):
            back()
            again()
        stacks = get_stacks(TRIP, jana)
        label = stacks.next_undo
        assert label is not None
        assert (label.verb, label.number, label.title["en"]) == ("move", 2, "Town hall")
        assert stacks.next_redo is None
        back()
        stacks = get_stacks(TRIP, jana)
        assert stacks.next_undo is not None
        assert stacks.next_undo.verb == "resize"
        assert stacks.next_redo is not None
        assert stacks.next_redo.verb == "move"


@pytest.mark.either_database
def test_edits_from_the_form_are_taken_back_with_hosts_and_groups(world: World) -> None:
    with world.app.app_context():
        before = item(VISIT)
        by = {"actor": actor_of("organiser"), "now": NOW}
        now = {"hosts": (), "groups": ("B",), "title": Text(de="Neu")}
        was = {name: getattr(before, name) for name in now}
        edit_item(TRIP, VISIT, Change(was, now), **by)
        back()
        after = item(VISIT)
        assert (after.hosts, after.groups, after.title) == tuple(
            was[name] for name in ("hosts", "groups", "title")
        )
        assert after.version == before.version + 2
        again()
        assert item(VISIT).groups == ("B",)


def test_a_removed_item_comes_back_with_its_interpreters(world: World) -> None:
    with world.app.app_context():
        before = get_snapshot(TRIP).assignments
        take("organiser", Remove(uids=(VISIT,)))
        assert get_snapshot(TRIP).assignments == ()
        assert [each.uid for each in back().added] == [VISIT]
        assert get_snapshot(TRIP).assignments == before


def test_removing_and_restoring_in_the_old_way_can_be_undone_too(world: World) -> None:
    with world.app.app_context():
        by = {"actor": actor_of("organiser"), "now": NOW}
        remove_item(TRIP, VISIT, **by)
        restore_item(TRIP, VISIT, **by)
        back()
        assert VISIT not in get_snapshot(TRIP).item_by_uid
        back()
        assert VISIT in get_snapshot(TRIP).item_by_uid


@pytest.mark.either_database
def test_stops_legs_and_days_are_taken_back(world: World) -> None:
    with world.app.app_context():
        start = get_snapshot(TRIP)
        by = {"actor": actor_of("organiser"), "now": NOW}
        stop, leg = start.stops[0], start.legs[0]
        edit_stop(TRIP, stop.uid, Change({"hotels": stop.hotels}, {"hotels": ()}), **by)
        edit_leg(TRIP, LEG, Change({"number": ""}, {"number": "ICE 1"}), **by)
        remove_leg(TRIP, LEG, **by)
        note = DayNote(on=date(2026, 3, 16))
        change = Change({"sentence": note.sentence}, {"sentence": Text(de="Guten Morgen")})
        edit_day(TRIP, change, note, **by)
        for _ in range(4):
            assert back().is_route_changed
        end = get_snapshot(TRIP)
        assert end.stops[0].hotels == stop.hotels
        assert [each.uid for each in end.legs] == [leg.uid]
        assert end.legs[0].number == ""
        assert not any(day.sentence for day in end.trip.days)
        for _ in range(4):
            again()
        assert get_snapshot(TRIP).legs == ()


def test_a_new_city_goes_unless_something_is_in_it_by_now(world: World) -> None:
    with world.app.app_context():
        by = {"actor": actor_of("organiser"), "now": NOW}
        first = get_snapshot(TRIP).stops[0]
        new = add_stop(
            TRIP,
            type(first)(
                uid="",
                city=Text(de="Halle"),
                arrives_on=date(2026, 3, 18),
                departs_on=date(2026, 3, 18),
            ),
            **by,
        )
        take("colleague", Move(uids=(VISIT,), days=2, stop=new.uid))
        with pytest.raises(UndoRefusedError) as refused:
            back()
        assert refused.value.reason is UndoRefusal.IN_USE
        take("colleague", Move(uids=(VISIT,), days=-2, stop=first.uid))
        back()
        assert len(get_snapshot(TRIP).stops) == 2


def test_an_item_does_not_come_back_into_a_city_that_is_gone(world: World) -> None:
    with world.app.app_context():
        leipzig = UIDS["leipzig"]
        take("organiser", Remove(uids=(VISIT,)))
        kofi = {"actor": actor_of("colleague"), "now": NOW}
        remove_item(TRIP, TALK, **kofi)
        remove_leg(TRIP, LEG, **kofi)
        remove_stop(TRIP, leipzig, **kofi)
        with pytest.raises(UndoRefusedError) as refused:
            back()
        assert refused.value.reason is UndoRefusal.GONE


def test_joining_is_one_step(world: World) -> None:
    with world.app.app_context():
        start = programme()
        (part,) = take("organiser", Split(uid=VISIT)).added
        take("organiser", Join(uids=(part.uid, VISIT)))
        back()
        back()
        assert programme() == start
