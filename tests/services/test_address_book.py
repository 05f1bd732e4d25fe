import pytest

from tests.world import NOW, World
from tests.world_trip import SLUG, UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change, ConflictError
from trips.domain.organisation import Organisation
from trips.domain.pages.address_book import BookFilter, Shelf
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.values.text import Text
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.queries.address_lists import find_entry, list_entries
from trips.services.address_book import InUseError, add_entry, edit_entry, remove_entry
from trips.services.unit import MissingError

BY = {"actor": COMMAND_LINE, "now": NOW}


@pytest.fixture(autouse=True)
def _inside(world: World) -> object:
    with world.app.app_context():
        yield


def names(shelf: Shelf, **wanted: object) -> list[str]:
    return [
        each.entry.family_name if isinstance(each.entry, Person) else each.entry.name["de"]
        for each in list_entries(shelf, BookFilter(**wanted)).entries
    ]


def history() -> list[tuple[str, str, dict[str, object]]]:
    rows = db.session.query(HistoryRow).order_by(HistoryRow.id)
    return [(row.verb, row.subject_kind, row.after) for row in rows]


@pytest.mark.both_databases
def test_a_new_entry_stands_in_alphabetical_order_and_is_found_without_accents() -> None:
    add_entry(Organisation(uid="", name=Text(de="Ämterlotse")), **BY)
    assert names(Shelf.ORGANISATIONS) == [
        "Ämterlotse", "Ministerium für Siedlungen", "Stadt Leipzig",
    ]  # fmt: skip
    assert names(Shelf.ORGANISATIONS, text="amter") == ["Ämterlotse"]
    assert names(Shelf.PEOPLE, text="OZTURK hanna") == ["Öztürk"]


def test_filters_narrow_the_list() -> None:
    assert names(Shelf.ORGANISATIONS, kind="ministry") == ["Ministerium für Siedlungen"]
    assert names(Shelf.PEOPLE, country="UA") == ["Ґалаґан"]
    assert names(Shelf.SITES, city="Leipzig") == ["Neues Rathaus"]
    assert names(Shelf.SITES, city="Nürnberg") == []


def test_an_entry_knows_the_trips_that_use_it_once_each() -> None:
    hall = find_entry(Shelf.SITES, UIDS["hall"])
    hanna = find_entry(Shelf.PEOPLE, UIDS["hanna"])
    assert hall is not None
    assert hanna is not None
    assert [use.slug for use in hall.trips] == [SLUG]
    assert [use.slug for use in hanna.trips] == [SLUG]
    assert hall.home == Text(de="Stadt Leipzig", en="City of Leipzig")


def test_an_edit_changes_only_what_was_touched() -> None:
    change = Change({"capacity": None}, {"capacity": 300})
    assert edit_entry(Site, UIDS["hall"], change, **BY).capacity == 300
    hall = find_entry(Shelf.SITES, UIDS["hall"])
    assert hall is not None
    assert (hall.entry.capacity, hall.entry.street) == (300, "Martin-Luther-Ring 4")


def test_an_edit_that_meets_another_is_a_conflict() -> None:
    edit_entry(Site, UIDS["hall"], Change({"capacity": None}, {"capacity": 300}), **BY)
    with pytest.raises(ConflictError):
        edit_entry(Site, UIDS["hall"], Change({"capacity": None}, {"capacity": 200}), **BY)


def test_the_history_never_holds_what_was_said_about_a_person() -> None:
    change = Change({"phone": ""}, {"phone": "+49 170 1234567"})
    edit_entry(Person, UIDS["thandi"], change, **BY)
    assert history()[-1] == ("edit", "person", {"phone": ""})


def test_a_new_organisation_comes_with_its_person() -> None:
    added = add_entry(
        Person(uid="", given_name="Mia", family_name="Kurz"),
        organisation=Organisation(uid="", name=Text(de="Nachbarschaftshaus")),
        **BY,
    )
    found = find_entry(Shelf.PEOPLE, added.uid)
    assert found is not None
    assert found.home == Text(de="Nachbarschaftshaus")


@pytest.mark.parametrize(
    ("kind", "uid"), [(Site, "hall"), (Organisation, "city"), (Person, "olena")]
)
def test_what_is_used_stays(kind: type, uid: str) -> None:
    with pytest.raises(InUseError):
        remove_entry(kind, UIDS[uid], **BY)


def test_what_nothing_uses_can_go() -> None:
    added = add_entry(Site(uid="", name=Text(de="Hinterhof")), **BY)
    remove_entry(Site, added.uid, **BY)
    assert find_entry(Shelf.SITES, added.uid) is None
    with pytest.raises(MissingError):
        remove_entry(Site, added.uid, **BY)
