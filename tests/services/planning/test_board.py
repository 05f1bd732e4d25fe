"""Steps on the board, written: versions, history, and what somebody else has changed first."""

from dataclasses import replace

import pytest

from tests.services.planning.desk import TRIP, item, take
from tests.world import NOW, World
from tests.world_trip import UIDS, at
from trips.domain.board.effects import StepError, StepErrorCode
from trips.domain.board.outcome import StaleError
from trips.domain.board.steps import Join, Move, Remove, Resize, Split
from trips.queries.snapshot import get_snapshot
from trips.queries.steps import list_changes_of

VISIT, TALK = UIDS["visit"], UIDS["talk"]


@pytest.mark.either_database
def test_a_moved_item_has_a_new_version_and_one_entry_in_the_history(world: World) -> None:
    with world.app.app_context():
        before = item(VISIT)
        outcome = take("organiser", Move(uids=(VISIT,), minutes=45), **{VISIT: before.version})
        after = item(VISIT)
        (change,) = list_changes_of(TRIP, [VISIT])
    assert after == replace(
        before,
        starts=at(16, 10, 45),
        ends=at(16, 12, 45),
        version=before.version + 1,
        sequence=before.sequence + 1,
        changed_at=NOW,
    )
    assert outcome.changed == (after,)
    assert (change.step, change.verb, change.actor_name) == (outcome.step, "move", "Jana Brandt")


@pytest.mark.either_database
def test_nothing_is_overwritten_and_the_answer_names_who_was_first(world: World) -> None:
    with world.app.app_context():
        seen = item(VISIT).version
        take("colleague", Resize(uid=VISIT, starts=at(16, 10), ends=at(16, 13)))
        with pytest.raises(StaleError) as stale:
            take("organiser", Move(uids=(VISIT, TALK), minutes=5), **{VISIT: seen})
        (told,) = stale.value.items
        assert (told.uid, told.actor_name, told.fields) == (VISIT, "Kofi Mensah", ("ends",))
        assert item(VISIT).starts == at(16, 10)
        assert item(TALK).starts == at(17, 9)


def test_a_removed_item_is_stale_too(world: World) -> None:
    with world.app.app_context():
        seen = item(VISIT)
        take("colleague", Remove(uids=(VISIT,)))
        with pytest.raises(StaleError) as stale:
            take("organiser", Move(uids=(VISIT,), minutes=5), **{VISIT: seen.version})
        (told,) = stale.value.items
        assert told.is_removed
        assert told.title == seen.title
        with pytest.raises(StepError) as gone:
            take("organiser", Move(uids=(VISIT,), minutes=5))
        assert gone.value.code is StepErrorCode.ITEM_GONE


@pytest.mark.either_database
def test_an_item_is_split_for_groups_and_joined_again(world: World) -> None:
    with world.app.app_context():
        whole = item(VISIT)
        outcome = take("organiser", Split(uid=VISIT))
        (part,) = outcome.added
        assert item(VISIT).groups == ("A",)
        assert item(part.uid) == replace(
            whole, uid=part.uid, groups=("B",), changed_at=NOW, version=1, sequence=0
        )
        take("organiser", Join(uids=(VISIT, part.uid)))
        assert item(VISIT) == replace(whole, changed_at=NOW, version=3, sequence=2)
        assert part.uid not in get_snapshot(TRIP).item_by_uid


def test_a_step_that_changes_nothing_leaves_no_trace(world: World) -> None:
    with world.app.app_context():
        before = get_snapshot(TRIP)
        outcome = take("organiser", Move(uids=(VISIT,)))
        assert outcome.step == ""
        assert get_snapshot(TRIP) == before
        assert list_changes_of(TRIP, [VISIT]) == ()
