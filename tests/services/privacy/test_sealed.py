"""Protected fields: what the database holds of them, and who read them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import flask_migrate
import pytest
import sqlalchemy as sa

from migrations.app import create_app as create_app_with_migrations
from tests.test_database import file_of
from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.participation import Access, Consent, ConsentPurpose, Diet
from trips.domain.privacy.sealed import PASSPORT, SealedField
from trips.doors.crypto import SealBrokenError
from trips.extensions import db, metadata
from trips.models.delegates.protection import ReadingRow, SealedValueRow
from trips.models.participation import ParticipationRow
from trips.queries.privacy.sealed import has_sealed
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.reading import read_protected
from trips.services.privacy.sealed import write_needs, write_sealed
from trips.services.unit import MissingError, unit

TRIP, THANDI, OLENA = UIDS["trip"], UIDS["thandi-part"], UIDS["olena-part"]
CANARY = "KANARIENVOGEL-4711"
NUMBER, CITY = SealedField.PASSPORT_NUMBER, SealedField.BIRTH_PLACE


@pytest.fixture
def inside(world: World) -> Iterator[None]:
    with world.app.app_context():
        yield


def key_of(uid: str) -> int:
    db.session.remove()
    return db.session.scalars(
        sa.select(ParticipationRow.id).where(ParticipationRow.uid == uid)
    ).one()


def write(uid: str, **values: str) -> frozenset[SealedField]:
    key = key_of(uid)
    with unit(COMMAND_LINE, NOW, trip=TRIP) as work:
        return write_sealed(work, key, {SealedField(name): text for name, text in values.items()})


def read(uid: str, purpose: str = "visa_letter") -> dict[SealedField, str]:
    return read_protected(TRIP, uid, PASSPORT, actor=COMMAND_LINE, purpose=purpose, now=NOW)


def everything() -> str:
    """All rows of all tables, as text."""
    db.session.remove()
    rows = [repr(db.session.execute(sa.select(table)).all()) for table in metadata.sorted_tables]
    return "\n".join(rows)


@pytest.mark.both_databases
@pytest.mark.usefixtures("inside")
def test_what_is_written_comes_back_and_nothing_else_is_written_twice() -> None:
    assert write(THANDI, passport_number=CANARY, birth_place="Tshwane") == {NUMBER, CITY}
    assert read(THANDI) == {NUMBER: CANARY, CITY: "Tshwane"}
    assert write(THANDI, passport_number=CANARY, birth_place="Pretoria") == {CITY}
    assert has_sealed(TRIP)[THANDI] >= {NUMBER, CITY, SealedField.DIET}
    assert OLENA not in has_sealed(TRIP)
    assert write(THANDI, passport_number="", birth_name="") == {NUMBER}
    assert read(THANDI) == {CITY: "Pretoria"}


@pytest.mark.both_databases
@pytest.mark.usefixtures("inside")
def test_every_reading_is_logged_without_the_value() -> None:
    write(THANDI, passport_number=CANARY)
    read(THANDI)
    db.session.remove()
    row = db.session.scalars(sa.select(ReadingRow)).one()
    assert (row.subject, row.purpose, row.actor_name) == (THANDI, "visa_letter", "command line")
    assert row.fields == sorted(PASSPORT)
    assert CANARY not in everything()


@pytest.mark.usefixtures("inside")
def test_reading_somebody_of_another_trip_is_refused_and_leaves_no_line() -> None:
    with pytest.raises(MissingError):
        read_protected(UIDS["trip"], "z" * 16, PASSPORT, actor=COMMAND_LINE, purpose="x", now=NOW)
    assert db.session.scalar(sa.select(sa.func.count()).select_from(ReadingRow)) == 0


@pytest.mark.both_databases
@pytest.mark.usefixtures("inside")
def test_a_sealed_value_put_on_somebody_else_does_not_open() -> None:
    write(THANDI, passport_number="A1")
    write(OLENA, passport_number="B2", birth_place="Lviv")
    with unit(COMMAND_LINE, NOW) as work:
        rows = work.session.scalars(
            sa.select(SealedValueRow).where(SealedValueRow.field == NUMBER.value)
        ).all()
        rows[0].sealed, rows[1].sealed = rows[1].sealed, rows[0].sealed
    for uid in (THANDI, OLENA):
        with pytest.raises(SealBrokenError):
            read(uid)


def test_the_file_of_the_database_holds_no_protected_word(world: World, database: str) -> None:
    with world.app.app_context():
        write(THANDI, diet_note=CANARY, passport_number=CANARY)
        part = get_snapshot(TRIP).participation_by_uid[THANDI]
        assert (part.diet, part.diet_note) == ((Diet.HALAL,), CANARY)
        db.session.remove()
        db.engine.dispose()
    paths = [path for path in file_of(database).parent.iterdir() if path.is_file()]
    assert all(CANARY.encode() not in path.read_bytes() for path in paths)
    file = file_of(database)
    assert b"halal" not in file.read_bytes()


@pytest.mark.both_databases
def test_the_migration_seals_what_is_there_and_takes_it_back(world: World) -> None:
    app = world.app
    with app.app_context():
        before = get_snapshot(TRIP)
        settings = app.extensions["settings"]
        db.session.remove()
        db.engine.dispose()
    migrating = create_app_with_migrations(settings)
    with migrating.app_context():
        flask_migrate.downgrade(revision="0005")
        needs = sa.text("SELECT diet, diet_note, access, access_note FROM participation")
        plain = repr(db.session.execute(needs).all())
        assert "halal" in plain
        assert "no gelatine" in plain
        db.session.remove()
        flask_migrate.upgrade()
        db.engine.dispose()
    with app.app_context():
        part = get_snapshot(TRIP).participation_by_uid[THANDI]
        assert get_snapshot(TRIP) == before
        assert (part.diet, part.access) == ((Diet.HALAL,), (Access.STEP_FREE,))
        assert "no gelatine" not in everything()
        if db.engine.dialect.name == "sqlite":
            file = file_of(db.engine.url.render_as_string())
            db.session.remove()
            db.engine.dispose()
            assert b"no gelatine" not in file.read_bytes()


@pytest.mark.usefixtures("inside")
def test_needs_take_one_query(query_counter: Callable[[], AbstractContextManager[Any]]) -> None:
    with query_counter() as counted:
        get_snapshot(TRIP)
    assert sum("sealed_value" in statement for statement in counted.statements) == 1


@pytest.mark.usefixtures("inside")
def test_needs_go_at_once_when_their_use_is_refused() -> None:
    part = get_snapshot(TRIP).participation_by_uid[THANDI]
    refused = replace(
        part,
        consents=(*part.consents, Consent(purpose=ConsentPurpose.NEEDS, is_given=False)),
    )
    key = key_of(THANDI)
    with unit(COMMAND_LINE, NOW, trip=TRIP) as work:
        assert write_needs(work.session, {key: refused}, NOW) == {key}
    assert THANDI not in has_sealed(TRIP)
    part = get_snapshot(TRIP).participation_by_uid[THANDI]
    assert (part.diet, part.diet_note, part.access) == ((), "", ())
