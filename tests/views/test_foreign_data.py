"""Whoever organises one trip sees nothing that a person said for another one."""

import io
import json
import zipfile

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from tests.views.registering import OWN, fill
from tests.world import CAST, NOW, World
from tests.world_trip import OTHER_SLUG, UIDS
from trips.domain.account.user import COMMAND_LINE, TripRole
from trips.domain.privacy.sealed import SealedField as F
from trips.extensions import db
from trips.models.delegates.protection import ReadingRow
from trips.models.participation import ParticipationRow
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.services.privacy.sealed import write_sealed
from trips.services.unit import unit
from trips.services.user import grant_trip

PART, SECRETS = UIDS["thandi-part"], {"here": "BIRDHERE", "there": "BIRDTHERE"}
DATA = f"/trips/leipzig-nuernberg/delegates/{PART}/data"


@pytest.fixture
def twice(world: World) -> World:
    """Thandiwe is on both trips and has said something at each."""
    world.app.config["WTF_CSRF_ENABLED"] = False
    with world.app.app_context():
        with unit(COMMAND_LINE, NOW) as work:
            here = work.session.scalars(
                sa.select(ParticipationRow).where(ParticipationRow.uid == PART)
            ).one()
            trip = work.session.scalars(sa.select(TripRow).where(TripRow.slug == OTHER_SLUG)).one()
            there = ParticipationRow(
                uid=new_uid(), trip_id=trip.id, person_id=here.person_id, role=here.role,
                present_from=trip.starts_on, present_to=trip.ends_on, counts=[], consents=[],
                contact_for=here.contact_for, extra=[], note=f"{SECRETS['there']}NOTE",
            )  # fmt: skip
            work.session.add(there)
            work.session.flush()
            for name, part in (("here", here), ("there", there)):
                values = {F.PASSPORT_NUMBER: SECRETS[name], F.DIET_NOTE: f"{SECRETS[name]}DIET"}
                write_sealed(work, part.id, values)
        grant_trip(CAST["writer"].email, world.slug, TripRole.ORGANISER, COMMAND_LINE, NOW)
    return world


def file_of(client: FlaskClient) -> str:
    answer = client.post(f"{DATA}.zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as file:
        return json.dumps(json.loads(file.read("data.json")))


def test_organisers_of_one_trip_get_what_was_said_for_it(twice: World) -> None:
    willi = twice.client("writer")
    for text in (willi.get(DATA).text, file_of(willi)):
        assert f"{SECRETS['here']}DIET" in text
        assert SECRETS["there"] not in text
    assert willi.post(f"{DATA}/erase", data={"sure": "1"}).status_code == 404
    assert "Dlamini" in willi.get(DATA).text


def test_the_house_gets_everything_and_each_trip_has_its_line_in_the_log(twice: World) -> None:
    text = file_of(twice.client("organiser"))
    assert all(secret in text for secret in SECRETS.values())
    with twice.app.app_context():
        subjects = list(db.session.scalars(sa.select(ReadingRow.subject)))
        assert len(subjects) == len(set(subjects)) == 2


def test_what_was_typed_and_not_sent_stays_between_a_person_and_their_link(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False
    phone, jana = world.client(), world.client("organiser")
    fill(phone)
    assert "FA123456" not in phone.get(f"{OWN}/data").text
    assert "Galagan" in phone.get(f"{OWN}/data").text
    base = f"/trips/{world.slug}/delegates/{UIDS['olena-part']}/data"
    with zipfile.ZipFile(io.BytesIO(jana.post(f"{base}.zip").data)) as file:
        data = file.read("data.json").decode()
    for text in (jana.get(base).text, data):
        for typed in ("FA123456", "nut_allergy", "quiet"):
            assert typed not in text
