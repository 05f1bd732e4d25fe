"""Importing in the browser: real workbooks through the real press worker."""

import json
import re
import time
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from tests.imports import hostile
from tests.imports.sheets_of import book_of, saved
from tests.world import NOW, World
from tests.world_trip import UIDS, other_trip, trip
from trips.domain.participation import Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.exports.bundle import render
from trips.jobs.uploads import NOTE, purge_uploads
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_trip_uid

HEAD = ("Datum", "Zeit", "Titel (de)", "Title (en)", "Ort", "Parkplatz")
PROGRAMME = [HEAD, ("16.03.2026", "9 Uhr", "Begrüßung", "Welcome", "Neues Rathaus", "Hof 3")]


@pytest.fixture
def client(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    client = world.client("organiser")
    client.set_cookie("lang", "de")
    return client


def upload(client: FlaskClient, address: str, data: bytes, name: str, **form: str) -> TestResponse:
    fields = {"file": (BytesIO(data), name), **form}
    return client.post(address, data=fields, content_type="multipart/form-data")


def look(client: FlaskClient, address: str, data: bytes, name: str = "datei.xlsx") -> TestResponse:
    """The preview of a file that was just uploaded."""
    kept = upload(client, address, data, name)
    assert kept.status_code == 303
    return client.get(kept.location)


def revision_in(page: TestResponse) -> str:
    found = re.search(r'name="revision" value="(\d+)"', page.text)
    assert found is not None
    return found[1]


def into(world: World) -> str:
    return f"/trips/{world.slug}/import"


def stored(world: World) -> TripSnapshot:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"])


def notes(world: World) -> tuple[str, ...]:
    return world.app.extensions["doors"].files.names(NOTE)


def test_a_workbook_is_shown_then_imported_then_kept(client: FlaskClient, world: World) -> None:
    before = stored(world)
    page = look(client, into(world), saved(book_of(Plan=PROGRAMME)), "Entwurf.xlsx")
    assert page.status_code == 200
    assert "Begrüßung" in page.text
    assert "Parkplatz" in page.text
    assert stored(world) == before
    answer = client.post(page.request.path, data={"revision": revision_in(page)})
    assert (answer.status_code, answer.location) == (303, f"/trips/{world.slug}/")
    titles = [item.title for item in stored(world).items]
    assert Text(de="Begrüßung", en="Welcome") in titles
    listing = client.get(into(world)).text
    address = re.search(rf"/trips/{world.slug}/originals/\w+", listing)
    original = client.get(address[0])
    assert original.headers["Content-Disposition"] == "attachment; filename=Entwurf.xlsx"
    assert load_workbook(BytesIO(original.data))["Plan"]["C2"].value == "Begrüßung"
    assert notes(world) == ()


def test_the_cookie_says_nothing_about_the_file(client: FlaskClient, world: World) -> None:
    kept = upload(client, into(world), saved(book_of(Plan=PROGRAMME)), "Geheim.xlsx")
    assert "import" not in " ".join(kept.headers.getlist("Set-Cookie"))
    with client.session_transaction() as session:
        assert [key for key in session if key not in {"_flashes", "csrf_token"}] == []


def test_nobody_else_sees_an_upload(client: FlaskClient, world: World) -> None:
    kept = upload(client, into(world), saved(book_of(Plan=PROGRAMME)), "a.xlsx")
    assert world.client("colleague").get(kept.location).status_code == 404
    assert client.get(kept.location.replace(world.slug, world.other_slug)).status_code == 404
    assert client.get("/trips/import/" + kept.location.rpartition("/")[2]).status_code == 404


def test_an_upload_that_nobody_decides_about_is_thrown_away(
    client: FlaskClient, world: World
) -> None:
    kept = upload(client, into(world), saved(book_of(Plan=PROGRAMME)), "a.xlsx")
    files = world.app.extensions["doors"].files
    uid = kept.location.rpartition("/")[2]
    at = json.loads(files.find(uid + NOTE))["kept_at"]
    with world.app.app_context():
        now = type(NOW).fromisoformat(at)
        assert purge_uploads(files, now + timedelta(hours=23)) == 0
        assert purge_uploads(files, now + timedelta(hours=25)) == 1
    assert files.find(f"{uid}.xlsx") is None
    assert client.get(kept.location).status_code == 404


def test_the_files_of_a_trip_survive_the_purge(client: FlaskClient, world: World) -> None:
    page = look(client, into(world), saved(book_of(Plan=PROGRAMME)))
    client.post(page.request.path, data={"revision": revision_in(page)})
    files = world.app.extensions["doors"].files
    with world.app.app_context():
        assert purge_uploads(files, NOW.replace(year=2099)) == 0
    uid = page.request.path.rpartition("/")[2]
    assert files.find(f"{uid}.xlsx") is not None


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de", ("Plan", "B (Zeit)", "ist keine Uhrzeit", "Es wurde nichts geändert")),
        ("en", ("Plan", "B (Zeit)", "is no time", "Nothing was changed")),
    ],
)
def test_errors_name_sheet_row_and_column(
    client: FlaskClient, world: World, lang: str, words: tuple[str, ...]
) -> None:
    rows = [*PROGRAMME, ("17.03.2026", "irgendwann", "Später", "Later", "", "")]
    before = stored(world)
    page = look(client, into(world), saved(book_of(Plan=rows)))
    page = client.get(f"{page.request.path}?lang={lang}")
    assert page.status_code == 422
    assert [word for word in words if word not in page.text] == []
    refused = client.post(page.request.path, data={"revision": "1"})
    assert refused.status_code == 422
    assert stored(world) == before


HOSTILE = {
    "bomb": hostile.bomb(100 * 1024 * 1024),
    "encrypted": hostile.with_encrypted_flag(hostile.workbook()),
    "lying size": hostile.with_lying_size(hostile.workbook()),
    "no workbook": b"%PDF-1.7 nothing of the sort",
    "empty": b"",
    "deep json": b"{" + b'"a":[' * 50_000,
    "half characters": b'{"schema": 1, "trip": {"uid": "\\ud800"}}',
    "not a number": b'{"schema": 1, "latitude": NaN}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_within_a_second(
    client: FlaskClient, world: World, name: str
) -> None:
    """The worker starts while the upload page is read, as it does for a person."""
    world.app.extensions["doors"].press.read("workbook", b"", None)
    before = stored(world)
    started = time.monotonic()
    page = look(client, into(world), HOSTILE[name])
    took = time.monotonic() - started
    assert page.status_code == 422
    assert "Diese Datei lässt sich so nicht importieren" in page.text
    assert took < 10
    assert stored(world) == before


def test_choices_stay_when_one_is_left_open(client: FlaskClient, world: World) -> None:
    now = stored(world)
    people = [
        now.person_by_uid[each.person] for each in now.participations if each.role is Role.DELEGATE
    ][:2]
    head = ("Vorname", "Nachname", "Organisation", "Land")
    rows = [(one.given_name, one.family_name, "Ganz andere Stelle", "Brasilien") for one in people]
    page = look(client, into(world), saved(book_of(Blatt=[head, *rows])))
    form = {"revision": revision_in(page), "decide:Blatt!2": "new"}
    asked = client.post(page.request.path, data=form)
    assert asked.status_code == 409
    chosen = re.findall(r'name="(decide:[^"]+)"\s+value="(\w+)"\s+checked', asked.text)
    assert chosen == [("decide:Blatt!2", "new")]
    assert "Bitte wählen Sie" in asked.text
    assert stored(world) == now
    form |= {"revision": revision_in(asked), "decide:Blatt!3": people[1].uid}
    assert client.post(page.request.path, data=form).status_code == 303
    after = stored(world)
    assert len(after.participations) == len(now.participations) + 1
    assert after.person_by_uid[people[1].uid].country == "BR"


def test_a_repeated_row_is_left_out_unless_it_is_wanted(client: FlaskClient, world: World) -> None:
    data = saved(book_of(Plan=[*PROGRAMME, PROGRAMME[1]]))
    now = len(stored(world).items)
    page = look(client, into(world), data)
    assert "Blatt „Plan“, Zeile 3 wiederholt Blatt „Plan“, Zeile 2" in page.text
    client.post(page.request.path, data={"revision": revision_in(page)})
    assert len(stored(world).items) == now + 1
    again = look(client, into(world), data)
    form = {"revision": revision_in(again), "decide:Plan!3": "new"}
    client.post(again.request.path, data=form)
    assert len(stored(world).items) == now + 2
    third = look(client, into(world), data)
    assert "Es gibt nichts zu importieren" in third.text


def test_a_row_about_the_same_person_can_be_left_out(client: FlaskClient, world: World) -> None:
    head = ("Vorname", "Nachname", "Land", "Telefon")
    rows = [("Anil", "Kumar", "Indien", "1"), ("Anil", "Kumar", "Indien", "2")]
    page = look(client, into(world), saved(book_of(Liste=[head, *rows])))
    assert "Dieselbe Person wie in Blatt „Liste“, Zeile 2" in page.text
    form = {"revision": revision_in(page), "decide:Liste!3": "skip"}
    assert client.post(page.request.path, data=form).status_code == 303
    found = [person for person in stored(world).persons if person.family_name == "Kumar"]
    assert [person.phone for person in found] == ["1"]


def test_a_trip_that_moved_is_shown_again(client: FlaskClient, world: World) -> None:
    page = look(client, into(world), saved(book_of(Plan=PROGRAMME)))
    form = {"revision": str(int(revision_in(page)) - 1)}
    answer = client.post(page.request.path, data=form)
    assert answer.status_code == 409
    assert client.post(page.request.path, data={"revision": revision_in(answer)}).status_code == 303


def test_the_template_filled_in_becomes_a_trip(client: FlaskClient, world: World) -> None:
    book = load_workbook(BytesIO(client.get("/import/template.xlsx").data))
    page = look(client, "/trips/import", saved(book), "Vorlage.xlsx")
    assert page.status_code == 200, page.text
    answer = client.post(page.request.path, data={"revision": "0"})
    assert answer.status_code == 303
    assert client.get(answer.location).status_code == 200
    with world.app.app_context():
        assert find_trip_uid("vorlage") is not None


def changed_trip() -> bytes:
    old = trip()
    item = replace(old.items[0], title=Text(de="Ganz neu", en="Brand new"))
    return render(replace(old, items=(item, *old.items[1:])))


def test_a_bundle_of_a_stored_trip_asks_first(client: FlaskClient, world: World) -> None:
    before = stored(world)
    page = look(client, "/trips/import", changed_trip(), "reise.json")
    assert page.status_code == 200
    assert "Diese Reise gibt es hier schon" in page.text
    assert "Ganz neu" in page.text
    assert stored(world) == before
    assert client.post(page.request.path, data={"revision": "0"}).status_code == 409
    assert stored(world) == before
    answer = client.post(page.request.path, data={"revision": revision_in(page)})
    assert answer.status_code == 303
    assert "Ganz neu" in {item.title["de"] for item in stored(world).items}
    assert notes(world) == ()


def test_the_bundle_of_another_trip_is_not_read_into_this_one(
    client: FlaskClient, world: World
) -> None:
    page = look(client, into(world), render(other_trip()), "reise.json")
    assert page.status_code == 422
    assert "Diese Datei enthält eine andere Reise" in page.text


def test_a_bundle_cannot_take_parts_of_another_trip(client: FlaskClient, world: World) -> None:
    stolen = replace(trip(), trip=replace(trip().trip, uid="z" * 16, slug="stolen"))
    before = stored(world)
    page = look(client, "/trips/import", render(stolen), "reise.json")
    assert client.post(page.request.path, data={"revision": "0"}).status_code == 409
    assert stored(world) == before


def test_without_a_file_the_form_says_so(client: FlaskClient, world: World) -> None:
    for address in (into(world), "/trips/import"):
        answer = client.post(address, data={})
        assert answer.status_code == 422
        assert "Bitte wählen Sie eine Datei" in answer.text
