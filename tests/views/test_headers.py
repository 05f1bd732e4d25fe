import re

import pytest
from flask import Flask

from tests.databases import COMPILED
from tests.views.safe_answers import unsafe
from tests.world import World
from trips.app import create_app
from trips.config import read_settings


# That every answer of every endpoint is safe is asked in test_access.py.
@pytest.mark.parametrize(
    ("method", "url", "status"),
    [
        ("GET", "/no/such/page", 404),
        ("POST", "/no/such/page", 404),
        ("POST", "/account", 405),
        ("GET", "/sign-out", 405),
        ("POST", "/sign-out", 400),
    ],
)
def test_every_refusal_is_safe(world: World, method: str, url: str, status: int) -> None:
    for role in ("anonymous", "organiser"):
        answer = world.client(role).open(url, method=method)
        assert (answer.status_code, unsafe("refusal", answer)) == (status, [])


def test_scripts_and_styles_bear_the_nonce_of_their_answer(world: World) -> None:
    client = world.client("organiser")
    seen = set()
    for _ in range(2):
        answer = client.get("/account")
        allowed = set(re.findall(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"]))
        tags = re.findall(r"<(?:script|style)\b[^>]*>", answer.text)
        assert tags
        assert {re.search(r'nonce="([^"]+)"', tag).group(1) for tag in tags} == allowed
        seen |= allowed
    assert len(seen) == 2


def test_our_own_files_are_kept_for_ever_under_the_name_of_their_content(world: World) -> None:
    page = world.client().get("/sign-in").text
    sheet = re.search(r'href="(/static/css/tokens\.css\?v=[0-9a-f]{10})"', page).group(1)
    assert "immutable" in world.client().get(sheet, buffered=True).headers["Cache-Control"]
    plain = world.client().get("/static/css/tokens.css", buffered=True)
    assert plain.headers["Cache-Control"] == "no-cache"


@pytest.fixture
def secure_app(database: str, tmp_path: object) -> Flask:
    environ = {
        "LERNREISE_INSTANCE": str(tmp_path),
        "DATABASE_URL": database,
        "BASE_URL": "https://trips.example.org",
    }
    return create_app(read_settings(environ), {"TESTING": True, "TEMPLATE_CACHE": COMPILED})


def test_behind_https_cookies_are_bound_to_the_host(secure_app: Flask) -> None:
    answer = secure_app.test_client().get("/sign-in", base_url="https://trips.example.org")
    cookies = answer.headers.getlist("Set-Cookie")
    assert cookies
    for cookie in cookies:
        assert cookie.startswith("__Host-session=")
        flags = {flag.strip() for flag in cookie.split(";")[1:]}
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= flags
        assert not any(flag.startswith("Domain") for flag in flags)
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_a_published_installation_answers_to_its_own_name_only(secure_app: Flask) -> None:
    client = secure_app.test_client()
    for name in ("trips.example.org", "127.0.0.1:8000", "localhost"):
        assert client.get("/trips", base_url=f"https://{name}").status_code == 302
    answer = client.get("/trips/x", base_url="https://evil.example")
    assert answer.status_code == 400
    assert "evil" not in f"{answer.headers}{answer.text}"


def test_plain_http_promises_no_https(world: World) -> None:
    assert "Strict-Transport-Security" not in world.client().get("/sign-in").headers


def test_a_request_that_is_too_large_is_refused(world: World) -> None:
    answer = world.client().post("/sign-in", data=b"x" * 21 * 1024 * 1024)
    assert answer.status_code == 413
