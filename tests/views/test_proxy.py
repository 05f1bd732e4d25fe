"""What a reverse proxy says is believed if it is trusted, and of nobody else."""

from pathlib import Path

import pytest
from flask import Flask, request, url_for

from tests.databases import environment
from trips.app import create_app
from trips.config import SettingsError, read_settings
from trips.extensions import db

SAID = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "reisen.example.org",
}


@pytest.fixture
def app_behind(database: str, tmp_path: Path):
    """An application that trusts some proxies."""
    made: list[Flask] = []

    def make(trusted: str) -> Flask:
        environ = {**environment(tmp_path / "instance", database), "TRUSTED_PROXIES": trusted}
        app = create_app(read_settings(environ))
        made.append(app)

        @app.get("/who")
        def who() -> dict[str, str]:
            outside = url_for("pages.home", _external=True)
            return {"from": request.remote_addr or "", "host": request.host, "url": outside}

        return app

    yield make
    for app in made:
        with app.app_context():
            db.engine.dispose()


def ask(app: Flask, peer: str, **headers: str) -> dict[str, str]:
    said = {**SAID, **{name.replace("_", "-"): value for name, value in headers.items()}}
    answer = app.test_client().get("/who", headers=said, environ_base={"REMOTE_ADDR": peer})
    return answer.get_json()


def test_nobody_is_believed_unless_the_setting_says_so(app_behind) -> None:
    told = ask(app_behind(""), "127.0.0.1")
    assert told == {"from": "127.0.0.1", "host": "localhost", "url": "http://localhost/"}


def test_a_trusted_proxy_says_who_asks_and_how(app_behind) -> None:
    told = ask(app_behind("127.0.0.1, 10.0.0.0/8, ::1"), "10.2.3.4")
    assert told["from"] == "203.0.113.9"
    assert told["host"] == "reisen.example.org"
    assert told["url"] == "https://reisen.example.org/"


def test_others_are_not_believed(app_behind) -> None:
    told = ask(app_behind("10.0.0.0/8"), "198.51.100.7")
    assert told["from"] == "198.51.100.7"
    assert told["url"] == "http://localhost/"


def test_the_client_is_the_last_address_that_is_no_proxy(app_behind) -> None:
    app = app_behind("10.0.0.0/8")
    passed_on = "1.1.1.1, 203.0.113.9, 10.9.9.9"
    assert ask(app, "10.2.3.4", X_Forwarded_For=passed_on)["from"] == "203.0.113.9"


@pytest.mark.parametrize("wrong", ["", "unknown", "203.0.113.9:1234, nonsense"])
def test_what_is_no_address_leaves_the_proxys_own(app_behind, wrong: str) -> None:
    assert ask(app_behind("10.0.0.0/8"), "10.2.3.4", X_Forwarded_For=wrong)["from"] == "10.2.3.4"


@pytest.mark.parametrize("wrong", ["evil.example/path", "a b", "<x>"])
def test_what_is_no_host_is_passed_over(app_behind, wrong: str) -> None:
    assert ask(app_behind("10.0.0.0/8"), "10.2.3.4", X_Forwarded_Host=wrong)["host"] == "localhost"


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    environ = {"LERNREISE_INSTANCE": str(tmp_path), "TRUSTED_PROXIES": "the proxy"}
    with pytest.raises(SettingsError, match="TRUSTED_PROXIES"):
        read_settings(environ)
