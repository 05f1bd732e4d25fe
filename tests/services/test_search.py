"""What can be found follows whatever is written, in the same transaction."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from tests.world import NOW, World
from tests.world_trip import UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.organisation import Organisation, OrganisationKind
from trips.domain.pages.address_book import Shelf
from trips.domain.values.text import Text
from trips.extensions import db
from trips.models.item import ItemRow
from trips.models.person import PersonRow
from trips.models.search import SearchEntryRow, SearchTrigramRow
from trips.queries.searching.search import search
from trips.services.address_book import add_entry, remove_entry
from trips.services.importing.bundle import store_bundle
from trips.services.unit import unit
from trips.services.upkeep import rebuild_search

pytestmark = pytest.mark.both_databases


def found(typed: str) -> list[str]:
    db.session.remove()
    return [hit.uid for hit in search(COMMAND_LINE, typed).hits]


def everything() -> tuple[list[object], list[object]]:
    db.session.remove()
    entry, gram = SearchEntryRow, SearchTrigramRow
    entries = sa.select(entry.kind, entry.uid, entry.trip_id, entry.words)
    grams = sa.select(entry.uid, gram.trigram).join(gram, gram.entry_id == entry.id)
    return (
        sorted(tuple(row) for row in db.session.execute(entries)),
        sorted(tuple(row) for row in db.session.execute(grams)),
    )


def test_an_entry_is_found_from_its_commit_to_its_removal(world: World) -> None:
    with world.app.app_context():
        new = Organisation(uid="", name=Text(de="Quartiersbüro"), kind=OrganisationKind.NGO)
        saved = add_entry(new, actor=COMMAND_LINE, now=NOW)
        assert found("Quartiersburo") == [saved.uid]
        remove_entry(Shelf.ORGANISATIONS.kind, saved.uid, actor=COMMAND_LINE, now=NOW)
        assert found("Quartiersburo") == []


def test_an_import_is_found_under_its_new_title_only(world: World) -> None:
    with world.app.app_context():
        old = trip()
        named = replace(old, trip=replace(old.trip, title=Text(de="Zwiebelfisch")))
        assert found("Zwiebelfisch") == []
        store_bundle(named, actor=COMMAND_LINE, now=NOW)
        assert found("Zwiebelfisch") == [UIDS["trip"]]
        assert UIDS["trip"] not in found("Soziale Stadt")


def test_what_is_taken_back_was_never_found(world: World) -> None:
    def think_twice() -> None:
        with unit(COMMAND_LINE, NOW) as work:
            row = work.session.scalars(sa.select(ItemRow).where(ItemRow.uid == UIDS["visit"])).one()
            row.title = Text(de="Zwiebelfisch")
            work.session.flush()
            raise RuntimeError

    with world.app.app_context():
        with pytest.raises(RuntimeError):
            think_twice()
        assert found("Zwiebelfisch") == []


def test_what_is_deleted_or_anonymised_is_not_found(world: World) -> None:
    with world.app.app_context():
        assert UIDS["visit"] in found("Rathaus")
        assert found("Dlamini")
        with unit(COMMAND_LINE, NOW) as work:
            work.session.scalars(
                sa.select(ItemRow).where(ItemRow.uid == UIDS["visit"])
            ).one().deleted_at = NOW
            for row in work.session.scalars(sa.select(PersonRow)):
                row.anonymised_at = NOW
        assert UIDS["visit"] not in found("Rathaus")
        assert found("Dlamini") == []


def test_writing_anew_changes_nothing(world: World) -> None:
    with world.app.app_context():
        before = everything()
        assert len(before[0]) > 10
        assert rebuild_search(actor=COMMAND_LINE, now=NOW) == len(before[0])
        assert everything() == before


def test_the_command_brings_back_what_was_lost(world: World) -> None:
    with world.app.app_context():
        with unit(COMMAND_LINE, NOW) as work:
            work.session.execute(sa.delete(SearchTrigramRow))
        assert found("Dlamini") == []
        result = world.app.test_cli_runner().invoke(args=["search", "rebuild"])
        assert result.exit_code == 0
        assert found("Dlamini")
