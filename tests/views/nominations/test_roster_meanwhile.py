"""A roster comes back after the trip went on: what was changed there is never undone unasked."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.views.brought_back import brought, client_of, confirmed, edited, stored
from tests.views.nominations.test_roster_round_trip import place, roster
from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.participation import Delegate, DelegateStatus, Participation
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.services.importing.bundle import store_bundle

NOTHING = "Es gibt nichts zu importieren"


def goes_on(world: World, change: Callable[[TripSnapshot], TripSnapshot]) -> TripSnapshot:
    """The trip is changed in the application."""
    with world.app.app_context():
        store_bundle(change(stored(world)), actor=COMMAND_LINE, now=NOW)
    return stored(world)


def with_thandi(**values: Any) -> Callable[[TripSnapshot], TripSnapshot]:
    def change(snapshot: TripSnapshot) -> TripSnapshot:
        def other(person: Person) -> Person:
            return replace(person, **values) if person.uid == UIDS["thandi"] else person

        return replace(snapshot, persons=tuple(map(other, snapshot.persons)))

    return change


def with_status(status: DelegateStatus) -> Callable[[TripSnapshot], TripSnapshot]:
    def change(snapshot: TripSnapshot) -> TripSnapshot:
        def other(part: Participation) -> Participation:
            if part.uid != UIDS["thandi-part"]:
                return part
            return replace(part, delegate=replace(part.delegate or Delegate(), status=status))

        return replace(snapshot, participations=tuple(map(other, snapshot.participations)))

    return change


def written(heading: str, value: object, name: str = "Dlamini") -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet.cell(*place(sheet, heading, name)).value = value  # type: ignore[assignment]

    return change


def test_what_was_changed_in_the_trip_stays(world: World) -> None:
    client, file = client_of(world, "de"), roster(world, "de")
    before = goes_on(world, with_thandi(phone="+27 11 0000", function={"de": "Amtsleiterin"}))
    page = brought(client, world, edited(file, lambda _sheet: None))
    assert NOTHING in page.text
    confirmed(client, page)
    assert stored(world) == before


def test_another_cell_of_the_same_person_is_changed_alone(world: World) -> None:
    client, file = client_of(world, "de"), roster(world, "de")
    goes_on(world, with_thandi(phone="+27 11 0000"))
    page = brought(client, world, edited(file, written("E-Mail", "t.dlamini@example.org")))
    assert "+27 11 0000" not in page.text
    assert confirmed(client, page).status_code == 303
    thandi = stored(world).person_by_uid[UIDS["thandi"]]
    assert (thandi.email, thandi.phone) == ("t.dlamini@example.org", "+27 11 0000")


def test_a_cell_changed_on_both_sides_is_decided_by_somebody(world: World) -> None:
    client, file = client_of(world, "de"), roster(world, "de")
    before = goes_on(world, with_thandi(phone="+27 11 0000"))
    page = brought(client, world, edited(file, written("Telefon", "+27 99 1234567")))
    ref = f"{UIDS['thandi-part']}:phone"
    assert (f'name="decide:{ref}"' in page.text, "+27 11 0000" in page.text) == (True, True)
    undecided = confirmed(client, page)
    assert (undecided.status_code, stored(world)) == (409, before)
    assert confirmed(client, page, **{ref: "trip"}).status_code == 303
    assert stored(world).person_by_uid[UIDS["thandi"]].phone == "+27 11 0000"
    page = brought(client, world, edited(file, written("Telefon", "+27 99 1234567")))
    assert confirmed(client, page, **{ref: "file"}).status_code == 303
    assert stored(world).person_by_uid[UIDS["thandi"]].phone == "+27 99 1234567"


def test_whoever_withdrew_meanwhile_stays_withdrawn(world: World) -> None:
    client, file = client_of(world, "de"), roster(world, "de")
    before = goes_on(world, with_status(DelegateStatus.WITHDRAWN))
    page = brought(client, world, edited(file, lambda _sheet: None))
    assert NOTHING in page.text
    confirmed(client, page)
    assert stored(world) == before


def test_whoever_was_removed_meanwhile_does_not_come_back(world: World) -> None:
    def without(snapshot: TripSnapshot) -> TripSnapshot:
        parts = (each for each in snapshot.participations if each.uid != UIDS["thandi-part"])
        delegations = (replace(each, head=None, contact=None) for each in snapshot.delegations)
        return replace(snapshot, participations=tuple(parts), delegations=tuple(delegations))

    client, file = client_of(world, "de"), roster(world, "de")
    before = goes_on(world, without)
    page = brought(client, world, edited(file, lambda _sheet: None))
    assert "nicht mehr dabei" in page.text
    confirmed(client, page)
    assert stored(world) == before


def test_a_changed_cell_that_is_for_reading_is_named(world: World) -> None:
    client, before = client_of(world, "de"), stored(world)
    page = brought(client, world, edited(roster(world, "de"), written("Stadt", "Kapstadt")))
    assert ("nur zum Lesen" in page.text, "(Stadt)" in page.text) == (True, True)
    confirmed(client, page)
    assert stored(world) == before


def test_a_file_without_its_marks_says_so(world: World) -> None:
    def forget(sheet: Worksheet) -> None:
        book = sheet.parent
        assert book
        book.remove(book["lernreise roster"])

    page = brought(client_of(world, "de"), world, edited(roster(world, "de"), forget))
    assert "sagt nicht, was sie beim Export enthielt" in page.text


def test_marks_say_nothing_of_what_they_mark(world: World) -> None:
    sheet = load_workbook(BytesIO(roster(world, "de")))["lernreise roster"]
    said = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert sheet.sheet_state == "veryHidden"
    assert not [word for word in ("Dlamini", "Vegetarisch", "Halal", "@") if word in said]
    marks = [cell.value.split() for cell in sheet["B"][1:]]
    column = str(sheet["D1"].value).split().index("diet")
    assert len({row[column] for row in marks}) == len(marks)
