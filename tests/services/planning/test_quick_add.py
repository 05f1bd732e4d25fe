"""A quick line, written: with a place that the trip has not used yet, and taken back."""

import pytest

from tests.services.planning.desk import TRIP, actor_of, item, take
from tests.world import NOW, World
from tests.world_trip import at
from trips.domain.board.quick.reading import QuickPart
from trips.domain.board.steps import QuickAdd
from trips.domain.item import ItemKind
from trips.domain.site import Site
from trips.domain.values.text import Text
from trips.queries.snapshot import get_snapshot
from trips.services.address_book import add_entry
from trips.services.planning.board import preview_line
from trips.services.planning.undo import get_stacks, undo

LINE = QuickAdd(line="Di 14–15:30 Galerie LeonART, Führung, Gruppe A")


@pytest.mark.both_databases
def test_a_line_names_a_site_of_the_address_book(world: World) -> None:
    with world.app.app_context():
        jana = actor_of("organiser")
        site = Site(uid="", name=Text(de="Galerie LeonART"), city="Leipzig")
        uid = add_entry(site, actor=jana, now=NOW).uid
        seen = preview_line(get_snapshot(TRIP), LINE)
        outcome = take("organiser", LINE)
        assert outcome.reading == seen
        assert {part.part for part in seen.parts if part.is_assumed} == set()
        assert {part.part for part in seen.parts} >= {QuickPart.SITE, QuickPart.DAY}
        (new,) = outcome.added
        found = item(new.uid)
        assert (found.starts, found.ends, found.site) == (at(17, 14), at(17, 15, 30), uid)
        assert (found.kind, found.groups, found.stop) == (
            ItemKind.WALK,
            ("A",),
            get_snapshot(TRIP).stops[0].uid,
        )
        label = get_stacks(TRIP, jana).next_undo
        assert label is not None
        assert label.verb == "quick_add"
        undo(TRIP, actor=jana, now=NOW)
        assert new.uid not in get_snapshot(TRIP).item_by_uid
