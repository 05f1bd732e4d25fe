"""Both databases keep the promises that services rely on."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask

from tests.databases import environment, let_go
from trips.app import create_app
from trips.config import read_settings
from trips.domain.account.user import COMMAND_LINE
from trips.domain.trip import TripKind, TripStatus
from trips.domain.values.text import Text
from trips.extensions import db, metadata
from trips.models.trip import GroupRow, TripRow
from trips.services.unit import Unit, unit

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def make_trip(work: Unit) -> TripRow:
    trip = TripRow(
        slug="riga-2026",
        kind=TripKind.STUDY_TOUR,
        title=Text({"en": "Riga"}),
        subtitle=Text({}),
        summary=Text({}),
        starts_on=date(2026, 5, 4),
        ends_on=date(2026, 5, 6),
        zone="Europe/Riga",
        status=next(iter(TripStatus)),
        aims=[],
        learning_questions=[],
        practical=[],
        languages=["de", "en"],
        provenance=Text({}),
        changed_at=NOW,
    )
    work.session.add(trip)
    work.session.flush()
    return trip


def pragma(name: str) -> object:
    return db.session.execute(sa.text(f"PRAGMA {name}")).scalar_one()


def file_of(database: str) -> Path:
    return Path(database.removeprefix("sqlite:///"))


def test_sqlite_is_guarded(database: str, tmp_path: Path) -> None:
    # Not `app`: the applications of tests do not wait for the disk.
    app = create_app(read_settings(environment(tmp_path, database)))
    with app.app_context():
        promises = {name: pragma(name) for name in ("foreign_keys", "journal_mode", "synchronous")}
    let_go(app)
    assert promises == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}


def test_a_write_unit_holds_the_sqlite_write_lock_from_its_first_statement(
    app: Flask, database: str
) -> None:
    other = sqlite3.connect(file_of(database), timeout=0, isolation_level=None)
    with app.app_context(), unit(COMMAND_LINE, NOW):
        assert other.execute("SELECT count(*) FROM trip").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_reading_takes_no_lock(app: Flask, database: str) -> None:
    other = sqlite3.connect(file_of(database), timeout=0, isolation_level=None)
    with app.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).select_from(TripRow)) == 0
        other.execute("BEGIN IMMEDIATE")
    other.close()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_write_unit_locks_its_trip_on_postgresql(app: Flask) -> None:
    with app.app_context():
        with unit(COMMAND_LINE, NOW) as work:
            uid = make_trip(work).uid
        locking = sa.select(TripRow.id).with_for_update(nowait=True)
        refused = pytest.raises(sa.exc.OperationalError, match="could not obtain lock")
        with unit(COMMAND_LINE, NOW, trip=uid), db.engine.connect() as other, refused:
            other.execute(locking)
        with db.engine.connect() as other:
            assert len(other.execute(locking).all()) == 1


@pytest.mark.both_databases
def test_a_reference_to_nothing_is_refused(app: Flask) -> None:
    stray = sa.insert(GroupRow).values(trip_id=404, code="A", name=Text({"en": "A"}), position=1)
    with app.app_context(), pytest.raises(sa.exc.IntegrityError), unit(COMMAND_LINE, NOW) as work:
        work.session.execute(stray)


@pytest.mark.both_databases
def test_an_error_takes_the_whole_unit_back(app: Flask) -> None:
    def think_twice() -> None:
        with unit(COMMAND_LINE, NOW) as work:
            make_trip(work)
            raise RuntimeError

    with app.app_context():
        with pytest.raises(RuntimeError):
            think_twice()
        assert db.session.scalar(sa.select(sa.func.count()).select_from(TripRow)) == 0


@pytest.mark.both_databases
def test_texts_and_instants_come_back_as_they_went_in(app: Flask) -> None:
    with app.app_context():
        with unit(COMMAND_LINE, NOW) as work:
            make_trip(work)
        trip = db.session.scalars(sa.select(TripRow)).one()
        assert (trip.title, trip.changed_at) == (Text({"en": "Riga"}), NOW)


@pytest.mark.both_databases
def test_the_migrations_build_what_the_models_say(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
