import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.databases import COMPILED, Sqlite, let_go
from tests.views.access_matrix import MATRIX
from tests.views.access_rows import MISSING, REACHED, ROLES, SIGN_IN, Row
from tests.views.safe_answers import unsafe
from tests.world import CAST, World
from trips.app import create_app
from trips.config import read_settings
from trips.extensions import db, metadata
from trips.views.edge.origin import SAFE_METHODS

READS = ("GET",)
WRITES = ("POST", "PUT", "PATCH", "DELETE")
TRIP_PAGES = [
    name for name, row in MATRIX.items() if "slug" in row.args and row.expected["outsider"] == 404
]
AREAS = sorted({name.partition(".")[0] for name in MATRIX})


@pytest.fixture(autouse=True)
def _without_csrf(app: Flask) -> None:
    # The matrix asks who is let in; that every write needs its token is a test of its own.
    app.config["WTF_CSRF_ENABLED"] = False


def rules(app: Flask) -> Iterator[Rule]:
    yield from app.url_map.iter_rules()


def methods(app: Flask, endpoint: str) -> list[str]:
    offered = {
        method for rule in rules(app) if rule.endpoint == endpoint for method in rule.methods
    }
    return [method for method in (*READS, *WRITES) if method in offered]


def address(app: Flask, endpoint: str, row: Row) -> str:
    with app.test_request_context():
        return app.url_for(endpoint, **row.args)


def of_area(area: str) -> list[str]:
    """The endpoints of an area: they share a world, for laying out one takes longer than to ask."""
    return [name for name in MATRIX if name.partition(".")[0] == area]


def outcome(answer: TestResponse) -> str | int:
    """What somebody got, in the words of the matrix."""
    if answer.status_code in {302, 303} and "/sign-in?" in answer.headers["Location"] + "?":
        return SIGN_IN
    if answer.status_code in {403, 404} or answer.status_code >= 500:
        return answer.status_code
    return REACHED


def test_every_route_has_a_row(app: Flask) -> None:
    assert {rule.endpoint for rule in rules(app)} == set(MATRIX)


def wanted(endpoint: str, role: str) -> str | int:
    """What the matrix promises; two writes lead to the sign-in page as they were asked to."""
    if endpoint in {"account.sign_out", "account.end_all_sessions"}:
        return SIGN_IN
    return MATRIX[endpoint].expected[role]


@pytest.mark.parametrize(
    "role",
    # A colleague reads what an organiser reads; what they write is asked below.
    [*ROLES[:-2], pytest.param("colleague", marks=pytest.mark.full), ROLES[-1]],
)
def test_everybody_reads_what_the_matrix_says(world: World, sqlite: Sqlite, role: str) -> None:
    """And every answer is safe, and no GET changes anything: all pages are asked for only once."""
    client = world.client(role)
    reads = [endpoint for endpoint in MATRIX if "GET" in methods(world.app, endpoint)]
    got, watched = {}, changes(world, sqlite)
    next(watched)
    for endpoint in reads:
        answer = client.get(address(world.app, endpoint, MATRIX[endpoint]), buffered=True)
        has_changed = next(watched)
        got[endpoint] = (outcome(answer), unsafe(endpoint, answer), has_changed)
    watched.close()
    assert got == {endpoint: (wanted(endpoint, role), [], False) for endpoint in reads}


@pytest.mark.parametrize("area", AREAS)
def test_everybody_writes_what_the_matrix_says(world: World, sqlite: Sqlite, area: str) -> None:
    asked = [
        (endpoint, role, method)
        for endpoint in of_area(area)
        for role in ROLES
        for method in methods(world.app, endpoint)
        if method in WRITES
    ]
    tokens = {role: world.open_session(role) for role in ROLES if role in CAST}
    let_go(world.app)
    sqlite.keep()
    got = {}
    for endpoint, role, method in asked:
        url = address(world.app, endpoint, MATRIX[endpoint])
        answer = browser(world, tokens.get(role)).open(url, method=method, buffered=True)
        got[endpoint, role, method] = (outcome(answer), unsafe(endpoint, answer))
        if role in tokens and outcome(answer) != MISSING:  # the next finds the world as it was
            let_go(world.app)
            sqlite.bring_back()
    assert got == {key: (wanted(key[0], key[1]), []) for key in asked}


def browser(world: World, token: str | None) -> FlaskClient:
    """One without any cookie but that of a session."""
    client = world.app.test_client()
    if token:
        client.set_cookie("sid", token)
    return client


def test_a_lost_role_counts_at_the_next_request(world: World) -> None:
    vera = world.client("viewer")
    assert vera.get("/account").status_code == 200
    runner = world.app.test_cli_runner()
    assert runner.invoke(args=["user", "disable", CAST["viewer"].email]).exit_code == 0
    assert vera.get("/account").status_code == 302


def test_an_unknown_trip_and_a_foreign_one_look_alike(world: World) -> None:
    pages = [name for name in TRIP_PAGES if "GET" in methods(world.app, name)]
    charlie = world.client("outsider")
    for name in pages:
        row = MATRIX[name]
        there = charlie.get(address(world.app, name, row))
        absent = Row(row.expected, {**row.args, "slug": "no-such-trip"})
        nowhere = charlie.get(address(world.app, name, absent))
        assert (there.status_code, nowhere.status_code) == (MISSING, MISSING)
        assert without_nonces(there.text) == without_nonces(nowhere.text)


def without_nonces(page: str) -> list[str]:
    changing = ("nonce", "csrf_token", 'name="next"')
    return [line for line in page.splitlines() if not any(word in line for word in changing)]


def everything(world: World) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the database, but not the list of documents to be made."""
    with world.app.app_context():
        tables = [table for table in metadata.sorted_tables if table.name != "job"]
        rows = {t.name: [tuple(row) for row in db.session.execute(t.select())] for t in tables}
        db.session.remove()
    return rows


def changes(world: World, sqlite: Sqlite) -> Generator[bool]:
    """Each time: has anybody written since the last time more than a wish for a job?"""
    before = everything(world)
    with closing(sqlite3.connect(sqlite.url.removeprefix("sqlite:///"))) as connection:
        version = None
        while True:
            # Another number as soon as any other connection has written.
            seen, version = version, connection.execute("PRAGMA data_version").fetchone()
            after = before if version == seen else everything(world)
            yield after != before
            before = after


BY_SECRET_LINK = ("registration", "own_data")
"""A form behind a secret address proves by it who sends, and may lie open for days."""


def test_every_write_needs_its_token(database: str, tmp_path: object) -> None:
    settings = read_settings({"LERNREISE_INSTANCE": str(tmp_path), "DATABASE_URL": database})
    app = create_app(settings, {"TESTING": True, "TEMPLATE_CACHE": COMPILED})
    client = World(app).client("admin")
    for endpoint, row in MATRIX.items():
        is_by_link = endpoint.partition(".")[0] in BY_SECRET_LINK
        headers = {"Sec-Fetch-Site": "cross-site"} if is_by_link else {}
        for method in methods(app, endpoint):
            if method not in SAFE_METHODS:
                answer = client.open(address(app, endpoint, row), method=method, headers=headers)
                wanted = 403 if is_by_link else 400
                assert (endpoint, answer.status_code) == (endpoint, wanted)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://localhost"}, 303),
        ({}, 303),
    ],
)
def test_a_write_from_another_site_is_refused(
    world: World, headers: dict[str, str], status: int
) -> None:
    answer = world.client().post("/theme", data={"theme": "dark"}, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/\tevil",
        "/a\r\nSet-Cookie: x=1",
        "///evil.example",
        "evil.example",
        "",
    ],
)
def test_signing_in_leads_nowhere_else(world: World, target: str) -> None:
    answer = world.client("viewer").get("/sign-in", query_string={"next": target})
    assert answer.headers["Location"] in {"/trips", "/trip/index"}


@pytest.mark.parametrize("target", ["/account", "/parts?x=1", "/%2f%2fevil.example"])
def test_signing_in_leads_back(world: World, target: str) -> None:
    answer = world.client("viewer").get("/sign-in", query_string={"next": target})
    assert answer.headers["Location"] == target
