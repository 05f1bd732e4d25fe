"""Ideas without a time are on no day: the trip's figures leave them out."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from tests.conftest import Counted
from tests.world import NOW, World
from tests.world_trip import UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.item import ItemStatus
from trips.i18n.overview_wording import figure_notes
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import list_trips
from trips.services.importing.bundle import store_bundle

VISIT = UIDS["visit"]


def unplace_the_visit() -> None:
    items = tuple(
        replace(each, is_unplaced=True, status=ItemStatus.IDEA) if each.uid == VISIT else each
        for each in trip().items
    )
    store_bundle(replace(trip(), items=items), actor=COMMAND_LINE, now=NOW)


def test_the_list_of_trips_counts_items_that_have_a_time(
    world: World, query_counter: Callable[[], AbstractContextManager[Counted]]
) -> None:
    def counted() -> tuple[int, int]:
        with query_counter() as queries:
            found = {each.slug: each.items for each in list_trips()}
        return found[world.slug], len(queries)

    with world.app.app_context():
        before, queries = counted()
        unplace_the_visit()
        assert counted() == (before - 1, queries)


def test_the_overview_counts_assignments_at_items_that_have_a_time(world: World) -> None:
    with world.app.app_context():
        assert "1 assignment" in figure_notes(get_snapshot(UIDS["trip"]), "en").interpreting
        unplace_the_visit()
        assert "0 assignments" in figure_notes(get_snapshot(UIDS["trip"]), "en").interpreting
