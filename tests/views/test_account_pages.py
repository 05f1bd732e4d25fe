import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.databases import let_go
from tests.world import CAST, NOW, PASSWORD, World
from trips.domain.account.user import COMMAND_LINE
from trips.models.trip import OldSlugRow, TripRow
from trips.services.unit import unit

VERA = CAST["viewer"].email


def post(client: FlaskClient, url: str, page: str = "/sign-in", **fields: str) -> TestResponse:
    """Send a form as the page at `page` would."""
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(page).text).group(1)
    return client.post(url, data={"csrf_token": token, **fields})


def sign_in(client: FlaskClient, email: str = VERA, password: str = PASSWORD) -> TestResponse:
    return post(client, "/sign-in", email=email, password=password, next="/account")


def test_signing_in_leads_back_with_a_fresh_token(world: World) -> None:
    client = world.client()
    client.set_cookie("sid", "planted-by-somebody-else")
    answer = sign_in(client)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/account")
    cookie = next(line for line in answer.headers.getlist("Set-Cookie") if "sid=" in line)
    assert "planted" not in cookie
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Vera Vogt" in client.get("/account").text


def test_refusals_do_not_tell_who_has_an_account(world: World) -> None:
    pages = []
    for email in (VERA, "nobody@example.org"):
        answer = sign_in(world.client(), email, "wrong")
        assert answer.status_code == 422
        shown = re.search(r"<main.*</main>", answer.text, re.DOTALL).group(0)
        pages.append(re.sub(r'value="[^"]*"', "", shown.replace(email, "")))
    assert pages[0] == pages[1]


def test_the_token_of_a_session_that_ended_opens_nothing(world: World) -> None:
    client = world.client()
    sign_in(client)
    token = client.get_cookie("sid").value
    assert post(client, "/sign-out", "/account").status_code == 303
    assert client.get_cookie("sid") is None
    client.set_cookie("sid", token)
    assert client.get("/account").status_code == 302


def test_the_account_page_lists_devices_and_ends_one(world: World) -> None:
    here, there = world.client("viewer"), world.client("viewer")
    page = here.get("/account").text
    uid = re.search(r'action="/account/sessions/(\w{16})/end"', page).group(1)
    assert post(here, f"/account/sessions/{uid}/end", "/account").status_code == 303
    assert (here.get("/account").status_code, there.get("/account").status_code) == (200, 302)


def test_a_changed_password_keeps_this_device_signed_in(world: World) -> None:
    client = world.client("viewer")
    new = "a walk by another river"
    fields = {"old": PASSWORD, "new": new, "again": new}
    assert post(client, "/account/password", "/account", **fields).status_code == 303
    assert client.get("/account").status_code == 200
    assert sign_in(world.client(), password=new).status_code == 303


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"old": "wrong"}, "nicht Ihr bisheriges Passwort"),
        ({"new": "short", "again": "short"}, "mindestens 12 Zeichen"),
        ({"again": "something else entirely"}, "sind verschieden"),
        ({"new": "Passwort123456", "again": "Passwort123456"}, "als eines der ersten"),
    ],
)
def test_a_password_that_is_not_taken_says_why(
    world: World, fields: dict[str, str], words: str
) -> None:
    good = {"old": PASSWORD, "new": "a walk by another river", "again": "a walk by another river"}
    client = world.client("viewer")
    answer = post(client, "/account/password", "/account", **{**good, **fields})
    assert answer.status_code == 422
    assert words in answer.text


def lang_of(answer: TestResponse) -> str:
    return re.search(r'<html lang="(\w+)"', answer.text).group(1)


def test_the_language_is_what_was_asked_for_chosen_or_fits(world: World) -> None:
    client = world.client()
    english = {"Accept-Language": "en-US,en;q=0.9"}
    assert lang_of(client.get("/sign-in")) == "de"
    assert lang_of(client.get("/sign-in", headers=english)) == "en"
    assert lang_of(client.get("/sign-in?lang=en")) == "en"
    assert lang_of(client.get("/sign-in?lang=tlh", headers=english)) == "en"
    answer = post(client, "/language", lang="en", next="/privacy?lang=de&x=1")
    assert answer.headers["Location"] == "/privacy?x=1"
    assert lang_of(client.get("/sign-in")) == "en"
    assert lang_of(client.get("/sign-in?lang=de")) == "de"


def test_the_account_remembers_language_and_theme_on_every_device(world: World) -> None:
    client = world.client("viewer")
    post(client, "/language", "/account", lang="en")
    post(client, "/theme", "/account", theme="dark")
    page = world.client("viewer").get("/account")
    assert lang_of(page) == "en"
    assert 'data-theme="dark"' in page.text


def test_the_language_can_be_changed_on_the_answer_to_a_mistake(world: World) -> None:
    answer = post(
        world.client("viewer"), "/language", "/account", lang="en", next="/account/password"
    )
    assert answer.headers["Location"] == "/account"


def test_a_known_device_shows_the_cities_of_its_trip_to_nobody_else(world: World) -> None:
    client = world.client("viewer")
    assert client.get(f"/trips/{world.slug}/").status_code == 200
    post(client, "/sign-out", "/account")
    assert "Nürnberg" in unescape(client.get("/sign-in").text)
    assert "Nürnberg" not in unescape(world.client().get("/sign-in").text)
    client.set_cookie("device", client.get_cookie("device").value + "x")
    assert "Nürnberg" not in unescape(client.get("/sign-in").text)


@pytest.fixture
def demo(world: World) -> Path:
    path = Path(world.app.instance_path) / "demo-accounts.json"
    path.write_text(json.dumps([{"email": VERA, "name": "Vera", "password": PASSWORD}]))
    return path


def test_a_demo_account_is_one_button_on_this_machine(world: World, demo: Path) -> None:
    assert demo.exists()
    client = world.client()
    assert VERA in client.get("/sign-in").text
    assert PASSWORD not in client.get("/sign-in").text
    assert post(client, "/sign-in/demo", email=VERA).status_code == 303
    assert client.get("/account").status_code == 200


@pytest.mark.parametrize(
    "visit",
    [
        lambda client: client.get("/sign-in", environ_base={"REMOTE_ADDR": "192.0.2.7"}),
        lambda client: client.get("/sign-in", headers={"X-Forwarded-For": "192.0.2.7"}),
    ],
    ids=["from elsewhere", "through a proxy"],
)
def test_demo_accounts_are_offered_on_this_machine_only(
    world: World, demo: Path, visit: Callable[[FlaskClient], TestResponse]
) -> None:
    assert demo.exists()
    assert VERA not in visit(world.client()).text


def test_an_old_address_of_a_trip_leads_to_the_new_one(world: World) -> None:
    with world.app.app_context(), unit(COMMAND_LINE, NOW) as work:
        trip_id = work.session.scalar(select(TripRow.id).where(TripRow.slug == world.slug))
        work.session.add(OldSlugRow(slug="before", trip_id=trip_id))
    answer = world.client("viewer").get("/trips/before/delegates?q=x&q=y")
    assert answer.headers["Location"] == f"/trips/{world.slug}/delegates?q=x&q=y"
    assert world.client("outsider").get("/trips/before/delegates").status_code == 404


def test_too_many_attempts_from_one_address_have_to_wait(world: World) -> None:
    client = world.client()
    codes = [post(client, "/sign-in", email="", password="").status_code for _ in range(21)]
    assert codes == [422] * 20 + [429]


def test_the_house_says_whether_it_is_well(world: World) -> None:
    assert world.client().get("/healthz").json == {"status": "ok", "database": "answers"}


def test_the_house_says_that_its_database_is_gone(world: World, database: str) -> None:
    path = Path(database.removeprefix("sqlite:///"))
    let_go(world.app)
    path.unlink()
    path.mkdir()
    answer = world.client().get("/healthz")
    assert (answer.status_code, answer.json["status"]) == (503, "down")
    client = world.client()
    client.set_cookie("sid", "whoever")
    page = client.get("/account")
    assert (page.status_code, "Die Datenbank antwortet nicht" in page.text) == (503, True)


def test_the_log_holds_neither_passwords_nor_addresses(
    world: World, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    sign_in(world.client(), "a\r\nb@example.org", "hunter2-hunter2")
    sign_in(world.client())
    seen = capfd.readouterr().err + caplog.text + str([vars(one) for one in caplog.records])
    assert "signed_in" in seen
    for secret in ("hunter2", PASSWORD, VERA, "b@example.org"):
        assert secret not in seen
