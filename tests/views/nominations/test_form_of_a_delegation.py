"""A delegation's form goes out as a workbook, is filled in by others, and comes back."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.imports.sheets_of import book_of, saved
from tests.views.brought_back import brought, client_of, confirmed, edited, stored
from tests.world import World
from tests.world_trip import UIDS
from trips.domain.participation import DelegateStatus

HEADINGS = {"de": ("Vorname", "Nachname", "E-Mail"), "en": ("First name", "Last name", "E-mail")}


@pytest.fixture
def client(world: World) -> FlaskClient:
    return client_of(world, "de")


def address(world: World, name: str = "ukraine") -> str:
    return f"/trips/{world.slug}/delegations/{UIDS[name]}/form"


def form_of(client: FlaskClient, world: World, lang: str = "de", name: str = "ukraine") -> bytes:
    answer = client.get(f"{address(world, name)}.xlsx?lang={lang}")
    assert answer.status_code == 200
    return answer.data


def put(sheet: Worksheet, row: int, **values: str | None) -> None:
    """Write into the columns of first name, last name and e-mail, in the sheet's language."""
    known = [cell.value for cell in sheet[1]]
    lang = "de" if "Vorname" in known else "en"
    for heading, name in zip(HEADINGS[lang], ("given", "family", "email"), strict=True):
        if name in values:
            sheet.cell(row, known.index(heading) + 1).value = values[name]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_form_has_the_people_of_the_delegation_and_nothing_private(
    client: FlaskClient, world: World, lang: str
) -> None:
    book = load_workbook(BytesIO(form_of(client, world, lang)))
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1] if cell.value]
    assert set(HEADINGS[lang]) <= set(headings)
    words = {str(cell.value) for each in book for row in each for cell in row if cell.value}
    snapshot = stored(world)
    names = {part.uid: snapshot.person_by_uid[part.person] for part in snapshot.participations}
    assert names[UIDS["olena-part"]].family_name in words
    assert names[UIDS["thandi-part"]].family_name not in words
    assert not {"Ernährung", "Diet", "Status", "Zimmerwunsch", "Room wish"} & words
    assert [each.sheet_state for each in book.worksheets[2:]] == ["hidden", "veryHidden"]
    assert sheet.max_row >= 30


@pytest.mark.parametrize("lang", ["de", "en"])
def test_an_untouched_form_changes_nothing(client: FlaskClient, world: World, lang: str) -> None:
    before = stored(world)
    page = brought(client, world, form_of(client, world, lang), address(world))
    assert page.status_code == 200
    assert "Es gibt nichts zu importieren" in page.text
    assert confirmed(client, page).status_code == 303
    assert stored(world) == before


@pytest.mark.parametrize("lang", ["de", "en"])
def test_changed_cells_change_and_new_rows_become_nominated_delegates(
    client: FlaskClient, world: World, lang: str
) -> None:
    def fill(sheet: Worksheet) -> None:
        put(sheet, 2, email="olena.new@example.org")
        put(sheet, 3, given="Iryna", family="Bondar", email="iryna@example.org")

    before = stored(world)
    page = brought(client, world, edited(form_of(client, world, lang), fill), address(world))
    assert ("Bondar" in page.text, "olena.new@example.org" in page.text) == (True, True)
    assert stored(world) == before
    assert confirmed(client, page).status_code == 303
    after = stored(world)
    (new,) = set(after.participation_by_uid) - set(before.participation_by_uid)
    delegate = after.participation_by_uid[new].delegate
    assert delegate is not None
    assert (delegate.delegation, delegate.status) == (UIDS["ukraine"], DelegateStatus.NOMINATED)
    olena = after.participation_by_uid[UIDS["olena-part"]]
    assert after.person_by_uid[olena.person].email == "olena.new@example.org"
    was = before.participation_by_uid[UIDS["olena-part"]].delegate
    assert olena.delegate == was
    thandi = UIDS["thandi-part"]
    assert after.participation_by_uid[thandi] == before.participation_by_uid[thandi]
    assert after.person_by_uid[UIDS["thandi"]] == before.person_by_uid[UIDS["thandi"]]


def test_the_form_of_another_delegation_changes_nobody(client: FlaskClient, world: World) -> None:
    data = edited(
        form_of(client, world, name="south-africa"),
        lambda sheet: put(sheet, 2, email="taken@example.org"),
    )
    before = stored(world)
    page = brought(client, world, data, address(world))
    assert "Einer anderen Delegation" in page.text
    confirmed(client, page)
    assert stored(world) == before


def test_a_list_of_ones_own_nominates_for_the_delegation(client: FlaskClient, world: World) -> None:
    rows = [("Name", "Delegation", "Status"), ("Petro Koval", "Südafrika", "bestätigt")]
    page = brought(client, world, saved(book_of(Liste=rows)), address(world))
    assert confirmed(client, page).status_code == 303
    after = stored(world)
    person = next(each for each in after.persons if each.family_name == "Koval")
    part = next(each for each in after.participations if each.person == person.uid)
    assert part.delegate is not None
    assert (part.delegate.delegation, part.delegate.status) == (
        UIDS["ukraine"],
        DelegateStatus.NOMINATED,
    )


def test_the_form_waits_for_its_own_delegation_only(client: FlaskClient, world: World) -> None:
    fields = {"file": (BytesIO(form_of(client, world)), "form.xlsx")}
    kept = client.post(address(world), data=fields, content_type="multipart/form-data")
    upload = kept.location.rpartition("/")[2]
    assert client.get(f"/trips/{world.slug}/import/{upload}").status_code == 404
    assert client.get(f"{address(world, 'south-africa')}/{upload}").status_code == 404
    assert world.client("colleague").get(kept.location).status_code == 404
