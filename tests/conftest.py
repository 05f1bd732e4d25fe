"""What every test may ask for: an application on a fresh database, a client, a frozen clock."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

import pytest
import sqlalchemy as sa
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from tests.applications import Applications
from tests.databases import Database, Postgresql, Sqlite, let_go
from tests.together import Together, place
from tests.world import World
from trips.extensions import db

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DATABASES = ("sqlite", "postgresql")
BROWSER = Path(__file__).parent / "browser"
"""Only here is Chromium started."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="the whole matrix of pages as well")


def pytest_configure(config: pytest.Config) -> None:
    """Tell tests.effort, which decides before any test is collected."""
    if config.getoption("--full"):
        os.environ["LERNREISE_FULL_TESTS"] = "1"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even read what is to be left out: it would load the browser's libraries."""
    is_left_out = config.getoption("markexpr") == "not browser" and collection_path == BROWSER
    return True if is_left_out else None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.definition.get_closest_marker("both_databases"):
        metafunc.parametrize("database", DATABASES, indirect=True)
    elif metafunc.definition.get_closest_marker("either_database"):
        turn = crc32(metafunc.definition.nodeid.encode()) % len(DATABASES)
        by_turns = [
            pytest.param(name, marks=[pytest.mark.full] * (number != turn))
            for number, name in enumerate(DATABASES)
        ]
        metafunc.parametrize("database", by_turns, indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what drives Chromium; leave the whole matrix to `--full`; begin with what is long."""
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: place(item.nodeid))
    left_out = [item for item in items if item.get_closest_marker("full")]
    if not config.getoption("--full") and left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("full")]


def pytest_collection_finish() -> None:
    """What is loaded now is no garbage, as in a server; tests are over before there is much."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Together | None:
    """Keep together what shares something, as `./run test` does."""
    return Together(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The instance folder of the applications below; each test finds it as on the first day."""
    return tmp_path_factory.mktemp("instance")


@pytest.fixture(scope="session")
def sqlite(instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    return Sqlite(instance, tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql(instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgresql]:
    database = Postgresql(instance, tmp_path_factory.mktemp("postgresql"))
    yield database
    database.close()


@pytest.fixture
def filling(request: pytest.FixtureRequest) -> str:
    """What the database holds when the test begins, one of `tests.databases.FILLINGS`."""
    return "world" if "world" in request.fixturenames else "empty"


@pytest.fixture
def database(request: pytest.FixtureRequest, filling: str) -> str:
    """The address of a fresh, migrated database; SQLite unless the test asks for both."""
    database: Database = request.getfixturevalue(getattr(request, "param", "sqlite"))
    database.lay(filling)
    return database.url


@pytest.fixture(scope="session")
def applications(instance: Path) -> Iterator[Applications]:
    """One application a process for each kind of database: to build one takes longer than a test.

    It keeps what never changes (routes, compiled statements and templates, a warm press);
    `app` puts everything else back.
    """
    applications = Applications(instance)
    yield applications
    applications.close()


@pytest.fixture
def app(database: str, applications: Applications) -> Iterator[Flask]:
    """An application as if newly built, on a database of its own."""
    app = applications.get(database)
    yield app
    let_go(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def world(app: Flask) -> World:
    """The cast of tests/world.py and their trip, in the database of `app`."""
    return World(app)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Time stands still on a Monday morning; `clock.move_to` and `clock.shift` move it."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@dataclass
class Counted:
    """The statements a block sent to the database."""

    statements: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.statements)


@pytest.fixture
def query_counter(app: Flask) -> Callable[[], AbstractContextManager[Counted]]:
    """`with query_counter() as queries: …` and then `len(queries)`, `queries.statements`."""

    @contextmanager
    def counting() -> Iterator[Counted]:
        counted = Counted()

        def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            counted.statements.append(statement)

        with app.app_context():
            engine = db.engine
        sa.event.listen(engine, "before_cursor_execute", count)
        yield counted
        sa.event.remove(engine, "before_cursor_execute", count)

    return counting
