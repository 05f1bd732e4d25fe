"""Steps on the board, written: versions, history, and what somebody else has changed first."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.world import CAST, NOW, World
from tests.world_trip import UIDS, at
from trips.domain.account.user import Actor
from trips.domain.board.outcome import StaleError
from trips.domain.board.steps import Move, Resize, Step
from trips.domain.item import Item
from trips.extensions import db
from trips.models.user import UserRow
from trips.queries.snapshot import get_snapshot
from trips.queries.steps import list_changes_of
from trips.services.board import take_step

VISIT, TALK, TRIP = UIDS["visit"], UIDS["talk"], UIDS["trip"]


def actor_of(who: str) -> Actor:
    row = db.session.scalar(select(UserRow).where(UserRow.email == CAST[who].email))
    return Actor(uid=row.uid, name=row.name, email=row.email, role=row.role)


def item(uid: str) -> Item:
    return get_snapshot(TRIP).item_by_uid[uid]


def take(who: str, step: Step, **versions: int) -> object:
    return take_step(TRIP, step, versions=versions, actor=actor_of(who), now=NOW)


@pytest.mark.both_databases
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


@pytest.mark.both_databases
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
