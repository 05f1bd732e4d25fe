"""People see, take along and erase what is kept about them; organisers can do it for them."""

import io
import json
import zipfile

import pikepdf
import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from tests.views.registering import NOW, OWN, fill, olena, trip_of
from tests.world import CONTACT_TOKEN, World
from trips.domain.privacy.own import HIDDEN, own_columns, own_tables
from trips.extensions import db
from trips.models.delegates.protection import ReadingRow
from trips.queries.privacy.own import find_own
from trips.queries.privacy.sealed import has_sealed
from trips.services.privacy.erasure import NOBODY

NUMBER = "FA123456"


pytestmark = pytest.mark.usefixtures("while_open")


@pytest.fixture
def phone(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    client = world.client()
    fill(client)
    client.post(f"{OWN}/submit")
    return client


def unpack(data: bytes) -> tuple[dict[str, object], str]:
    """The two files of the ZIP: the JSON read, the PDF's text by another program's eyes."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert sorted(file.namelist()) == ["data.json", "data.pdf"]
        tables = json.loads(file.read("data.json"))
        pdf = pikepdf.open(io.BytesIO(file.read("data.pdf")))
        return tables, f"{len(pdf.pages)} {pdf.docinfo.get('/Title', '')}"


def test_the_page_says_what_was_entered_and_never_the_passport(phone: FlaskClient) -> None:
    page = phone.get(f"{OWN}/data?lang=en").text
    for words in ("Galagan", "example.org", "Head of the city office", "Vegan"):
        assert words in page
    assert NUMBER not in page
    assert "Given, not shown here" in page


def test_the_file_holds_json_and_a_pdf_without_the_passport(
    phone: FlaskClient, world: World
) -> None:
    answer = phone.get(f"{OWN}/data.zip?lang=en")
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    tables, pdf = unpack(answer.data)
    sealed = tables["data"]["sealed_value"][0]
    assert (sealed["passport_number"], sealed["diet"]) == (HIDDEN, "vegan,nut_allergy")
    assert NUMBER not in json.dumps(tables)
    assert pdf.startswith(tuple("123456789"))
    others = [each for each in trip_of(world).persons if each.uid != olena(world).person]
    text = json.dumps(tables, ensure_ascii=False)
    assert [each.name for each in others if each.name in text] == []


def test_every_column_of_the_register_is_in_the_file(world: World, phone: FlaskClient) -> None:
    assert phone
    with world.app.app_context():
        own = find_own(olena(world).person, NOW, with_secrets=True)
    tables = own.as_json()["data"]
    for table in ("person", "participation", "delegate"):
        assert own_columns(table).keys() <= tables[table][0].keys()
    assert set(tables) <= set(own_tables())
    assert tables["sealed_value"][0]["passport_number"] == NUMBER


def test_organisers_hand_over_everything_and_the_log_says_so(
    world: World, phone: FlaskClient
) -> None:
    assert phone
    jana, uid = world.client("organiser"), world.uid("olena-part")
    base = f"/trips/{world.slug}/delegates/{uid}/data"
    assert NUMBER not in jana.get(base).text
    tables, _ = unpack(jana.post(f"{base}.zip").data)
    assert tables["data"]["sealed_value"][0]["passport_number"] == NUMBER
    with world.app.app_context():
        row = db.session.scalars(sa.select(ReadingRow)).one()
        assert (row.subject, row.actor_name, row.purpose) == (uid, "Jana Brandt", "own_data_export")
        assert "passport_number" in row.fields
        assert NUMBER not in str(row.fields)
    assert "Jana Brandt" in jana.get(base).text


def test_erasing_takes_a_tick_and_ends_the_link(world: World, phone: FlaskClient) -> None:
    assert phone.post(f"{OWN}/data/erase").status_code == 303
    assert olena(world).person
    answer = phone.post(f"{OWN}/data/erase?lang=en", data={"sure": "1"})
    assert "Everything about you is erased" in answer.text
    assert phone.get(f"{OWN}/data").status_code == 404
    after = trip_of(world)
    person = after.person_by_uid[olena(world).person]
    assert not olena(world).is_coming
    # Whoever does not come is counted nowhere, so that not even the country is needed.
    assert (person.name, person.email, person.country) == (NOBODY, "", "")
    with world.app.app_context():
        assert world.uid("olena-part") not in has_sealed(world.uid("trip"))


def test_organisers_erase_after_a_tick(world: World, phone: FlaskClient) -> None:
    assert phone
    jana, uid = world.client("organiser"), world.uid("olena-part")
    base = f"/trips/{world.slug}/delegates/{uid}/data/erase"
    assert "unsure" in jana.post(base).headers["Location"]
    assert "Galagan" in str(trip_of(world).persons)
    assert jana.post(base, data={"sure": "1"}).status_code == 303
    assert "Galagan" not in str(trip_of(world).persons)


def test_a_contact_person_reads_the_notice_but_not_the_data_of_others(world: World) -> None:
    phone = world.client()
    assert phone.get(f"/r/{CONTACT_TOKEN}/notice").status_code == 200
    for path in ("data", "data.zip"):
        assert phone.get(f"/r/{CONTACT_TOKEN}/{path}").status_code == 404
    assert phone.post(f"/r/{CONTACT_TOKEN}/data/erase", data={"sure": "1"}).status_code == 404
    assert olena(world).is_coming


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "Food, allergies and access needs"), ("de", "30 Tage nach der Reise")],
)
def test_the_notice_names_kinds_grounds_and_periods(world: World, lang: str, words: str) -> None:
    jana = world.client("organiser")
    world.app.config["WTF_CSRF_ENABLED"] = False
    page = jana.get(f"/trips/{world.slug}/privacy/edit")
    was = page.text.split('name="was"')[1].split('value="')[1].split('"')[0]
    typed = {
        "was": was.replace("&#34;", '"'),
        "controller": "Ministry of Examples",
        "email": "data@example.org",
        "processors": "Hotel Adler: rooms\nPrinter",
        "is_new_wording": "y",
    }
    assert jana.post(f"/trips/{world.slug}/privacy/edit", data=typed).status_code == 303
    protection = trip_of(world).trip.data_protection
    assert (protection.controller, protection.wording) == ("Ministry of Examples", 2)
    assert [each.name for each in protection.processors] == ["Hotel Adler", "Printer"]
    page = world.client().get(f"{OWN}/notice?lang={lang}").text
    for each in (words, "Ministry of Examples", "Hotel Adler", "Art. 9"):
        assert each in page


def test_the_record_and_the_purge_have_pages(world: World) -> None:
    jana = world.client("organiser")
    world.app.config["WTF_CSRF_ENABLED"] = False
    record = jana.get(f"/trips/{world.slug}/privacy").text
    assert record.count("<tr>") > 20
    assert "sealed" not in record
    assert "unsure" in jana.post("/purge").headers["Location"]
    assert jana.post("/purge", data={"sure": "1"}).status_code == 303
    assert "Jana Brandt" in jana.get("/purge").text


def test_the_record_is_printed_on_the_command_line(world: World) -> None:
    answer = world.app.test_cli_runner().invoke(args=["privacy", "record", "--locale", "en"])
    assert answer.exit_code == 0, answer.output
    assert "Passport and birth" in answer.output
    assert len([line for line in answer.output.splitlines() if line.startswith("| ")]) > 20
    assert "passport_number" not in answer.output
