"""How firm an item is on its way between the pool and the board."""

from dataclasses import replace

from tests.domain.board.planned_trip import at, item, trip
from trips.domain.board.engine import apply_step
from trips.domain.board.steps import Place, Unplace
from trips.domain.item import Item, ItemStatus

VISIT = item("visit", at(18, 10), at(18, 11, 30))


def test_an_idea_that_is_placed_is_requested_and_stays_so_through_the_pool() -> None:
    def place(item: Item) -> Item:
        return apply_step(trip(item), Place(uid="visit", starts=at(19, 14))).changed[0]

    idea = replace(VISIT, is_unplaced=True, status=ItemStatus.IDEA)
    assert place(idea).status is ItemStatus.REQUESTED
    for status in (ItemStatus.REQUESTED, ItemStatus.CONFIRMED, ItemStatus.CANCELLED):
        back = apply_step(trip(replace(VISIT, status=status)), Unplace(uids=("visit",))).changed[0]
        assert not back.is_public
        assert place(back).status is status
