"""The Flask extensions, bound to the application in `app.create_app`."""

from dataclasses import dataclass
from json import JSONDecoder
from typing import Any

from flask import Flask, current_app
from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase

from trips.config import Settings
from trips.doors.mail import Mailer, open_mailer
from trips.doors.press import Press
from trips.doors.queue import Queue, open_queue
from trips.doors.storage import Storage

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Base(DeclarativeBase):
    """The parent of every model. `db.Model` would hide the columns' types from mypy."""

    metadata = metadata


db = SQLAlchemy(metadata=metadata)
babel = Babel()
csrf = CSRFProtect()
limiter = Limiter(get_remote_address)


def guard_sqlite(engine: Engine) -> None:
    """Make SQLite keep its promises: foreign keys, WAL, every acknowledged commit on disk.

    The driver's own transaction control is switched off, because its deferred BEGIN lets a
    read-then-write unit lose against another writer at once, whatever the timeout; a write unit
    asks for BEGIN IMMEDIATE by the execution option `is_write` (see services.unit).
    """
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)


_JSON = JSONDecoder()


def read_json(text: str) -> Any:
    """What SQLAlchemy wrote into a column of SQLite; it has no spaces around it.

    A page reads a thousand columns, and in most of them stands an empty list.
    """
    return [] if text == "[]" else _JSON.raw_decode(text)[0]


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=FULL",
        "busy_timeout=10000",
        "secure_delete=ON",  # what is deleted is overwritten
        "cache_size=-500",  # kilobytes for each of the threads; the system keeps the file anyway
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    is_write = connection.get_execution_options().get("is_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN DEFERRED")


@dataclass(frozen=True)
class Doors:
    """The ways out of the house, opened once for each application."""

    settings: Settings
    press: Press
    queue: Queue
    mailer: Mailer
    files: Storage
    """Results of jobs and attachments."""
    cache: Storage
    """Rendered documents; may be emptied at any time."""


def open_doors(app: Flask, settings: Settings) -> None:
    """Bind the doors to an application."""
    app.extensions["doors"] = Doors(
        settings=settings,
        press=Press(),
        queue=open_queue(settings),
        mailer=open_mailer(settings),
        files=Storage(settings.instance / "files"),
        cache=Storage(settings.instance / "cache"),
    )


def doors() -> Doors:
    """The doors of the current application."""
    found: Doors = current_app.extensions["doors"]
    return found
