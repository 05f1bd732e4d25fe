"""Passport and emergency contact: opened by a button, once, and every opening is written down."""

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.privacy.sealed import SealedField as F
from trips.doors.crypto import KeyRing
from trips.extensions import db
from trips.models.delegates.protection import ReadingRow, SealedValueRow
from trips.models.participation import ParticipationRow
from trips.services.privacy.sealed import write_sealed
from trips.services.unit import unit

THANDI, OLENA = UIDS["thandi-part"], UIDS["olena-part"]
LIST = "/trips/leipzig-nuernberg/delegates"
PASSPORT = f"{LIST}/{THANDI}/passport"
NUMBER, FRIEND = "CANARY0815", "Nomsa Canary"


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    with world.app.app_context():
        key = db.session.scalar(
            sa.select(ParticipationRow.id).where(ParticipationRow.uid == THANDI)
        )
        with unit(COMMAND_LINE, NOW, trip=UIDS["trip"]) as work:
            values = {
                F.PASSPORT_NUMBER: NUMBER, F.PASSPORT_COUNTRY: "ZA", F.BORN_ON: "1971-05-04",
                F.EMERGENCY_NAME: FRIEND,
            }  # fmt: skip
            write_sealed(work, key, values)
    return world.client("organiser")


def readings(world: World) -> list[ReadingRow]:
    with world.app.app_context():
        db.session.remove()
        return list(db.session.scalars(sa.select(ReadingRow).order_by(ReadingRow.id)))


def test_the_pages_say_what_is_there_and_never_what_it_says(
    world: World, jana: FlaskClient
) -> None:
    for address in (f"{LIST}?person={THANDI}", f"{LIST}/{THANDI}/everything"):
        page = jana.get(f"{address}&lang=en" if "?" in address else address).text
        assert 'id="passport"' in page
        assert f"{THANDI}/passport" in page
        assert NUMBER not in page
        assert FRIEND not in page
    assert jana.get(PASSPORT).status_code == 303
    assert readings(world) == []


def test_the_button_shows_the_values_once_and_the_log_says_who_read_what(
    world: World, jana: FlaskClient
) -> None:
    answer = jana.post(PASSPORT)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    for words in (NUMBER, "Südafrika", "1971", "Jana Brandt"):
        assert words in answer.text
    assert FRIEND not in answer.text
    (row,) = readings(world)
    assert (row.subject, row.actor_name, row.purpose) == (THANDI, "Jana Brandt", "person_page")
    assert row.fields == ["born_on", "passport_country", "passport_number"]
    log = jana.get(f"{LIST}/{THANDI}/data").text
    assert "Passnummer" in log
    assert "auf der Seite der Person nachgesehen" in log
    officer = jana.get("/trips/leipzig-nuernberg/privacy").text
    assert f"{THANDI}/data" in officer
    assert "Passnummer" in officer
    assert NUMBER not in officer
    assert FRIEND in jana.post(f"{LIST}/{THANDI}/emergency").text
    assert readings(world)[1].fields == ["emergency_name"]


def test_whoever_may_not_read_passports_gets_neither_section_nor_value(
    world: World, jana: FlaskClient
) -> None:
    assert jana
    for who in ("viewer", "writer"):
        client = world.client(who)
        assert f"{THANDI}/passport" not in client.get(f"{LIST}?person={THANDI}").text
        assert 'id="passport"' not in client.get(f"{LIST}/{THANDI}/everything").text
        assert client.post(PASSPORT).status_code == 404
        assert client.get(PASSPORT).status_code == 404
    assert readings(world) == []


def test_a_forged_post_opens_nothing(world: World, jana: FlaskClient) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = True
    answer = jana.post(PASSPORT)
    assert answer.status_code != 200
    assert NUMBER not in answer.text
    assert readings(world) == []


def test_where_nothing_is_there_nothing_is_opened_or_written_down(
    world: World, jana: FlaskClient
) -> None:
    page = jana.get(f"{LIST}/{OLENA}/everything").text
    assert f"{OLENA}/passport" not in page
    assert jana.post(f"{LIST}/{OLENA}/passport").status_code == 303
    assert jana.post(f"{LIST}/{'z' * 16}/passport").status_code == 404
    assert readings(world) == []


def test_a_value_whose_key_is_gone_is_said_and_not_logged(world: World, jana: FlaskClient) -> None:
    with world.app.app_context():
        other = KeyRing((b"k" * 32,))
        place = f"participation:{THANDI}:passport_number"
        sealed, key = other.seal("X", place=place)
        db.session.execute(
            sa.update(SealedValueRow)
            .where(SealedValueRow.field == "passport_number")
            .values(sealed=sealed, key=key)
        )
        db.session.commit()
    answer = jana.post(PASSPORT, follow_redirects=True)
    assert "Schlüssel" in answer.text
    assert readings(world) == []
