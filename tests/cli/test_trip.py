"""`flask trip`: the same imports and exports on the command line."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import Result
from openpyxl import load_workbook

from tests.imports.sheets_of import book_of, saved
from tests.world import World
from tests.world_trip import SLUG, UIDS, trip
from trips.domain.briefs.document import DocumentKind, Order
from trips.domain.participation import Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.exports.bundle import render
from trips.extensions import doors
from trips.jobs.documents import make_document
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_trip_uid

PROGRAMME = [
    ("Datum", "Zeit", "Titel (de)", "Title (en)", "Parkplatz"),
    ("16.03.2026", "9 Uhr", "Begrüßung", "Welcome", "Hof 3"),
]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def run(world: World, *words: object, lang: str = "en_GB") -> Result:
    runner = world.app.test_cli_runner(env={"LANG": lang})
    return runner.invoke(args=["trip", *map(str, words)])


def stored(world: World) -> TripSnapshot:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"])


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "draft-of-march.xlsx"
    path.write_bytes(saved(book_of(Plan=PROGRAMME)))
    return path


def test_a_workbook_becomes_a_trip(world: World, workbook: Path) -> None:
    rehearsed = run(world, "import", workbook, "--slug", "march", "--dry-run")
    assert (rehearsed.exit_code, "nothing was changed" in rehearsed.output) == (0, True)
    result = run(world, "import", workbook, "--slug", "march", "--title", "March")
    assert result.exit_code == 0, result.output
    assert "Programme: 1 new, 0 changed, 0 as they are" in result.output
    assert "End assumed: Plan: rows 2" in result.output
    assert "Parkplatz" in result.output
    with world.app.app_context():
        made = get_snapshot(find_trip_uid("march"))
    assert (made.trip.title, len(made.items)) == (Text(en="March"), 1)


def test_a_workbook_goes_into_a_trip_once(world: World, workbook: Path) -> None:
    assert run(world, "import", workbook, "--into", SLUG).exit_code == 0
    after = stored(world)
    again = run(world, "import", workbook, "--into", SLUG, lang="de_DE")
    assert (again.exit_code, stored(world)) == (0, after)
    assert "0 neu" in again.output
    files = world.app.extensions["doors"].files
    assert files.names(".note") == ()


def test_every_error_is_printed_and_nothing_imported(world: World, tmp_path: Path) -> None:
    path = tmp_path / "wrong.xlsx"
    path.write_bytes(saved(book_of(Plan=[*PROGRAMME, ("17.03.2026", "irgendwann", "x", "y")])))
    before = stored(world)
    result = run(world, "import", path, "--into", SLUG, lang="de_DE")
    assert result.exit_code == 1
    assert "Blatt „Plan“, Zeile 3, Spalte B (Zeit)" in result.output
    assert stored(world) == before


def test_open_questions_name_their_rows(world: World, tmp_path: Path) -> None:
    now = stored(world)
    delegate = next(each for each in now.participations if each.role is Role.DELEGATE)
    person = now.person_by_uid[delegate.person]
    head = ("Vorname", "Nachname", "Organisation", "Land")
    row = (person.given_name, person.family_name, "Ganz andere Stelle", "Brasilien")
    path = tmp_path / "guests.xlsx"
    path.write_bytes(saved(book_of(Guests=[head, row])))
    for words in ((), ("--dry-run",)):
        result = run(world, "import", path, "--into", SLUG, *words)
        assert (result.exit_code, "Guests!2" in result.output) == (1, True)
    assert stored(world) == now


def test_a_bundle_says_what_it_would_change(world: World, tmp_path: Path) -> None:
    old = trip()
    item = replace(old.items[0], title=Text(de="Ganz neu", en="Brand new"))
    path = tmp_path / "trip.json"
    path.write_bytes(render(replace(old, items=(item, *old.items[1:]))))
    before = stored(world)
    result = run(world, "import", path, "--dry-run")
    assert result.exit_code == 0
    assert "~ Brand new" in result.output
    assert "Updated" in result.output
    assert stored(world) == before
    assert run(world, "import", path).exit_code == 0
    assert stored(world) != before


def test_out_and_in_again_under_another_name(world: World, tmp_path: Path) -> None:
    path = tmp_path / "trip.json"
    assert run(world, "export", SLUG, path).exit_code == 0
    assert "Nothing to change" in run(world, "import", path).output
    assert run(world, "import", path, "--slug", "twin").exit_code == 0
    with world.app.app_context():
        twin = get_snapshot(find_trip_uid("twin"))
    assert [item.title for item in twin.items] == [item.title for item in stored(world).items]
    assert twin.trip.uid != UIDS["trip"]


@pytest.mark.parametrize(
    "words",
    [
        ("--into", "no-such-trip"),
        ("--slug", SLUG),
        ("--slug", "Not an address"),
        ("--slug", "import"),
        ("--into", SLUG, "--title", "Other"),
    ],
)
def test_what_cannot_be_is_refused(world: World, workbook: Path, words: tuple[str, ...]) -> None:
    before = stored(world)
    result = run(world, "import", workbook, *words)
    assert (result.exit_code, result.exception.__class__) == (1, SystemExit)
    assert stored(world) == before


def test_a_faulty_bundle_names_every_fault(world: World, tmp_path: Path) -> None:
    path = tmp_path / "faulty.json"
    path.write_text('{"schema": 1, "trip": {"uid": 3}, "nonsense": 1}')
    result = run(world, "import", path, lang="de_DE")
    assert result.exit_code == 1
    assert "trip.uid" in result.output
    assert "nonsense" in result.output
    path.write_text("{")
    assert run(world, "import", path).exit_code == 1


def edited_workbook(world: World, path: Path, room: str) -> Path:
    """The trip as a workbook in which the visit has another room."""
    order = Order(kind=DocumentKind.WORKBOOK, trip=UIDS["trip"], locale="en")
    with world.app.app_context():
        book = load_workbook(BytesIO(make_document(order, doors().press, doors().cache)))
    sheet = book.worksheets[0]
    row = next(c.row for line in sheet.iter_rows() for c in line if c.value == UIDS["visit"])
    column = next(cell.column for cell in sheet[1] if cell.value == "Room")
    sheet.cell(row, column).value = room
    book.save(path)
    return path


@pytest.mark.parametrize(("choice", "stands"), [("trip", "Hall 1"), ("file", "Hall 2")])
def test_what_both_changed_is_listed_and_decided_by_an_option(
    world: World, tmp_path: Path, choice: str, stands: str
) -> None:
    first = edited_workbook(world, tmp_path / "first.xlsx", "Hall 1")
    second = edited_workbook(world, tmp_path / "second.xlsx", "Hall 2")
    assert run(world, "import", first, "--into", SLUG).exit_code == 0
    refused = run(world, "import", second, "--into", SLUG)
    assert refused.exit_code == 1
    assert "! Town hall" in refused.output
    assert "--conflicts file" in refused.output
    assert stored(world).item_by_uid[UIDS["visit"]].room == "Hall 1"
    rehearsed = run(world, "import", second, "--into", SLUG, "--conflicts", choice, "--dry-run")
    assert rehearsed.exit_code == 0, rehearsed.output
    assert stored(world).item_by_uid[UIDS["visit"]].room == "Hall 1"
    done = run(world, "import", second, "--into", SLUG, "--conflicts", choice)
    assert done.exit_code == 0, done.output
    assert stored(world).item_by_uid[UIDS["visit"]].room == stands
