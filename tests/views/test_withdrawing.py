"""An agreement taken back counts at once, also for what was made of it and lies ready."""

import pytest
from flask.testing import FlaskClient

from tests.views.registering import OWN, fill
from tests.world import World
from trips.domain.briefs.document import DocumentKind
from trips.extensions import db, doors
from trips.jobs.run import run_due_jobs
from trips.models.job import JobRow

pytestmark = pytest.mark.usefixtures("while_open")
CACHED = "d" * 64


@pytest.fixture
def phone(world: World) -> FlaskClient:
    """Olena agreed to the list, and Jana had it made."""
    world.app.config["WTF_CSRF_ENABLED"] = False
    client = world.client()
    fill(client)
    client.post(f"{OWN}/submit")
    return client


def have_made(world: World) -> str:
    """A finished list; its address."""
    jana = world.client("organiser")
    sent = {"preset": "public", "made_as": "roster", "lang": "en", "sorting": "alphabet"}
    address = jana.post(f"/trips/{world.slug}/lists", data=sent).headers["Location"]
    with world.app.app_context():
        run_due_jobs(doors())
        db.session.remove()
    assert jana.get(f"{address}/file").status_code == 200
    return address


def answer(phone: FlaskClient, **said: str) -> None:
    typed = {
        "agrees-participant_list": "yes",
        "agrees-contact_list": "no",
        "agrees-photo": "no",
        **said,
    }
    assert phone.post(f"{OWN}/agreements", data=typed).status_code == 303


def test_a_list_that_was_made_goes_with_the_agreement(world: World, phone: FlaskClient) -> None:
    address, jana = have_made(world), world.client("organiser")
    with world.app.app_context():
        doors().cache.put(CACHED, b"Galagan")
    answer(phone, **{"agrees-contact_list": "yes"})
    assert jana.get(f"{address}/file").status_code == 200
    answer(phone, **{"agrees-participant_list": "no"})
    assert jana.get(f"{address}/file").status_code == 404
    assert "Einverständnis" in jana.get(f"{address}?lang=de").text
    with world.app.app_context():
        assert doors().cache.names("") == ()
        assert not [name for name in doors().files.names("") if name.endswith(".xlsx")]


def test_a_new_wording_takes_away_what_the_old_one_allowed(
    world: World, phone: FlaskClient
) -> None:
    assert phone
    address, jana = have_made(world), world.client("organiser")
    page = jana.get(f"/trips/{world.slug}/privacy/edit").text
    was = page.split('name="was"')[1].split('value="')[1].split('"')[0].replace("&#34;", '"')
    typed = {"was": was, "controller": "Ministry", "is_new_wording": "y"}
    assert jana.post(f"/trips/{world.slug}/privacy/edit", data=typed).status_code == 303
    assert jana.get(f"{address}/file").status_code == 404


def test_it_can_be_made_anew_at_once(world: World, phone: FlaskClient) -> None:
    address, jana = have_made(world), world.client("organiser")
    answer(phone, **{"agrees-participant_list": "no"})
    again = jana.post(f"{address}/again").headers["Location"]
    assert again != address
    with world.app.app_context():
        assert db.session.query(JobRow).filter_by(kind=DocumentKind.ROSTER.value).count() == 2
