"""Changing the key of encrypted fields, also when the machine stops in the middle."""

import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.databases import environment, migrate, running
from tests.world import TOKEN, build
from tests.world_trip import UIDS
from trips.config import FORMER_KEYS, ROOT
from trips.domain.account.user import COMMAND_LINE
from trips.domain.privacy.sealed import SealedField, draft_place, sealed_place
from trips.doors.crypto import KeyRing, SealBrokenError
from trips.extensions import db
from trips.models.delegates.protection import SealedValueRow
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.participation import ParticipationRow
from trips.queries.link import list_links
from trips.queries.privacy.sealed import key_ring
from trips.queries.snapshot import get_snapshot
from trips.services.unit import unit

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MANY = 1500


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An installation of its own: it changes its keys."""
    (tmp_path / "instance").mkdir()
    return tmp_path / "instance"


@pytest.fixture
def filled(home: Path, made: Path) -> str:
    """Its database, with many drafts and the world."""
    shutil.copytree(made, home, dirs_exist_ok=True)
    return address(home)


def address(home: Path) -> str:
    return f"sqlite:///{home / 'lernreise.sqlite'}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation to copy: making one takes longer than to copy it."""
    home = tmp_path_factory.mktemp("made")
    url = address(home)
    migrate(home, url)
    with running(home, url) as app:
        build(app)
        with app.app_context(), unit(COMMAND_LINE, NOW) as work:
            ring = key_ring()
            row = work.session.scalars(
                sa.select(ParticipationRow).where(ParticipationRow.uid == UIDS["thandi-part"])
            ).one()
            for number in range(MANY):
                station = f"station-{number}"
                sealed, key = ring.seal(station, place=draft_place(row.uid, station))
                work.session.add(
                    RegistrationDraftRow(
                        participation_id=row.id,
                        station=station,
                        sealed=sealed,
                        key=key,
                        saved_at=NOW,
                    )
                )
    return home


def start(home: Path, url: str, *words: str) -> subprocess.Popen[str]:
    """The command as a process, which can be killed."""
    return subprocess.Popen(  # noqa: S603 our own command
        [sys.executable, "-m", "flask", "--app", "wsgi", "keys", *words],
        cwd=ROOT,
        env=os.environ | environment(home, url),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def run(home: Path, url: str, *words: str) -> tuple[int, str]:
    """The command in an application of its own, which reads the keys anew."""
    with running(home, url) as app:
        runner = app.test_cli_runner(env={"LANG": "en_GB.UTF-8"})
        done = runner.invoke(args=["keys", *words])
    return done.exit_code, done.output


def keys_in_rows(url: str) -> dict[str, int]:
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        query = "SELECT key, count(*) FROM registration_draft GROUP BY key"
        found = {row[0]: row[1] for row in connection.exec_driver_sql(query)}
    engine.dispose()
    return found


def check_everything_opens(home: Path, url: str, current: str) -> None:
    with running(home, url) as app, app.app_context():
        ring = KeyRing(app.extensions["settings"].field_keys[:1])
        assert ring.current == current
        for row in db.session.scalars(sa.select(RegistrationDraftRow)):
            place = draft_place(UIDS["thandi-part"], row.station)
            assert ring.unseal(row.sealed, place=place, key=row.key) == row.station
        needs = get_snapshot(UIDS["trip"]).participation_by_uid[UIDS["thandi-part"]]
        assert needs.diet_note == "no gelatine"
        key = app.extensions["settings"].field_key
        assert [link.token for link in list_links(UIDS["trip"], "programme", key)] == [TOKEN]


def test_a_rotation_that_is_killed_is_finished_by_the_next_one(home: Path, filled: str) -> None:
    before = keys_in_rows(filled)
    process = start(home, filled, "rotate")
    deadline = time.monotonic() + 60
    while len(keys_in_rows(filled)) < 2 and time.monotonic() < deadline:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    half = keys_in_rows(filled)
    assert len(half) == 2, half
    code, said = run(home, filled, "rotate")
    assert (code, "finished now" in said) == (0, True), said
    after = keys_in_rows(filled)
    assert after == dict.fromkeys(half.keys() - before.keys(), MANY)
    check_everything_opens(home, filled, next(iter(after)))


def test_former_keys_are_kept_until_they_are_forgotten(home: Path, filled: str) -> None:
    first = next(iter(keys_in_rows(filled)))
    assert run(home, filled, "rotate")[0] == 0
    assert [path.stem for path in (home / FORMER_KEYS).iterdir()] == [first]
    code, said = run(home, filled, "forget")
    assert (code, "deleted: 1" in said) == (0, True), said
    assert list((home / FORMER_KEYS).iterdir()) == []
    check_everything_opens(home, filled, next(iter(keys_in_rows(filled))))


def test_a_key_that_something_needs_is_not_forgotten(home: Path, filled: str) -> None:
    assert run(home, filled, "rotate")[0] == 0
    with running(home, filled) as app, app.app_context():
        former = KeyRing(app.extensions["settings"].field_keys[1:])
        with unit(COMMAND_LINE, NOW) as work:
            row = work.session.scalars(sa.select(SealedValueRow)).first()
            place = sealed_place(UIDS["thandi-part"], SealedField(row.field))
            row.sealed, row.key = former.seal("x", place=place)
    code, said = run(home, filled, "forget")
    assert (code, "Still in use" in said) == (1, True), said
    assert len(list((home / FORMER_KEYS).iterdir())) == 1


def test_what_no_key_opens_is_left_alone_and_named(home: Path, filled: str) -> None:
    with running(home, filled) as app, app.app_context(), unit(COMMAND_LINE, NOW) as work:
        rows = work.session.scalars(sa.select(SealedValueRow).limit(2)).all()
        rows[0].sealed, rows[1].sealed = rows[1].sealed, rows[0].sealed
    code, said = run(home, filled, "rotate")
    assert (code, "2 values open with no key" in said) == (1, True), said
    assert len(keys_in_rows(filled)) == 1
    with running(home, filled) as app, app.app_context(), pytest.raises(SealBrokenError):
        get_snapshot(UIDS["trip"])
