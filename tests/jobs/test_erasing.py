"""Erasing a person: nothing names them any more, everything still counts them, and it lasts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from tests.services.privacy import canaries
from tests.services.privacy.canaries import NAMES, PART, PERSON, TRIP, birds, put_everywhere
from tests.test_database import file_of
from tests.world import NOW, World
from trips.domain.account.user import COMMAND_LINE
from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.roster import RosterRow
from trips.domain.briefs.statistics import count_roster
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import DelegateStatus
from trips.domain.person import Sex
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY
from trips.doors.erasures import list_erasures
from trips.extensions import db, doors
from trips.jobs.purge import erase, purge
from trips.models.mail import MailRow
from trips.models.participation import DelegateRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.search import SearchEntryRow
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import store_bundle
from trips.services.privacy.erasure import NOBODY
from trips.services.unit import MissingError, unit


@pytest.fixture(autouse=True)
def _inside(world: World) -> Iterator[None]:
    with world.app.app_context():
        put_everywhere()
        yield


def erase_her() -> None:
    erase(doors(), PERSON, actor=COMMAND_LINE, now=NOW)
    db.session.remove()


def raw_files() -> bytes:
    """The files of the database, deleted content that lies about in them included."""
    if db.engine.dialect.name == "sqlite":
        path = Path(db.engine.url.database)
        return b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("CHECKPOINT"))
        query = "SELECT oid FROM pg_database WHERE datname = current_database()"
        place = connection.scalar(sa.text("SHOW data_directory")), connection.scalar(sa.text(query))
    folder = Path(place[0]) / "base" / str(place[1])
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def roster(snapshot: TripSnapshot) -> tuple[RosterRow, ...]:
    return brief_roster(snapshot, Stamp(as_of=NOW, zone="Europe/Berlin")).rows


def hers(snapshot: TripSnapshot) -> RosterRow:
    return next(row for row in roster(snapshot) if row.uid == PART)


def counted(snapshot: TripSnapshot) -> object:
    rows = roster(snapshot)
    return [(row.uid, row.sex, row.country, row.level, row.status, row.is_counted) for row in rows]


def take_off() -> None:
    """She withdraws, and nothing counts her any more."""
    with unit(COMMAND_LINE, NOW, trip=TRIP) as work:
        part = work.session.scalars(
            sa.select(ParticipationRow).where(ParticipationRow.uid == PART)
        ).one()
        work.session.get(DelegateRow, part.id).status = DelegateStatus.WITHDRAWN


@pytest.mark.both_databases
def test_nothing_that_names_her_is_left_anywhere() -> None:
    erase_her()
    assert birds() == set()
    everything = canaries.dump() + canaries.files()
    assert [name for name in NAMES if name in everything] == []
    raw = raw_files()
    assert b"leipzig-nuernberg" in raw
    assert [name for name in NAMES if name.encode() in raw] == []
    assert list_erasures(doors().settings.instance) == (PERSON,)


def test_a_break_leaves_no_document_that_names_her(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*_args: object, **_facts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "commit", break_off)
    with pytest.raises(KeyboardInterrupt):
        erase_her()
    monkeypatch.undo()
    left = canaries.files()
    assert [name for name in ("RESULT", "ATTACHED", "CACHED") if f"-{name}" in left] == []


@pytest.mark.both_databases
def test_totals_seats_and_references_stay() -> None:
    before = get_snapshot(TRIP)
    erase_her()
    after = get_snapshot(TRIP)
    assert sorted(map(str, counted(after))) == sorted(map(str, counted(before)))
    assert after.person_by_uid[PERSON].name == NOBODY
    assert after.participation_by_uid[PART].delegate.status is (
        before.participation_by_uid[PART].delegate.status
    )
    if db.engine.dialect.name == "sqlite":
        assert db.session.execute(sa.text("PRAGMA foreign_key_check")).all() == []
    found = db.session.scalar(sa.select(SearchEntryRow.id).where(SearchEntryRow.uid == PERSON))
    assert found is None
    states = set(db.session.scalars(sa.select(MailRow.state).where(MailRow.body != "")))
    assert "approved" not in states


@pytest.mark.both_databases
def test_the_statistics_before_and_after_are_equal() -> None:
    before = count_roster(roster(get_snapshot(TRIP)))
    told = hers(get_snapshot(TRIP))
    assert told.organisation_kind is OrganisationKind.MINISTRY
    erase_her()
    assert count_roster(roster(get_snapshot(TRIP))) == before
    left = hers(get_snapshot(TRIP))
    assert (left.organisation, left.city, left.function) == (EMPTY, EMPTY, EMPTY)
    erase_her()
    assert count_roster(roster(get_snapshot(TRIP))) == before


@pytest.mark.both_databases
def test_the_statistics_are_the_same_after_a_restore_and_in_a_bundle() -> None:
    snapshot = get_snapshot(TRIP)
    erase_her()
    erased = get_snapshot(TRIP)
    store_bundle(snapshot, actor=COMMAND_LINE, now=NOW)
    purge(doors(), NOW)
    db.session.remove()
    assert get_snapshot(TRIP).person_by_uid[PERSON] == erased.person_by_uid[PERSON]
    assert count_roster(roster(get_snapshot(TRIP))) == count_roster(roster(snapshot))
    store_bundle(erased, actor=COMMAND_LINE, now=NOW)
    db.session.remove()
    assert count_roster(roster(get_snapshot(TRIP))) == count_roster(roster(snapshot))


@pytest.mark.both_databases
def test_nothing_is_kept_of_somebody_whom_nothing_counts() -> None:
    take_off()
    before = count_roster(roster(get_snapshot(TRIP)))
    erase_her()
    after = get_snapshot(TRIP)
    left = after.person_by_uid[PERSON]
    assert (left.sex, left.country, left.came_from) == (Sex.UNKNOWN, "", None)
    assert after.participation_by_uid[PART].delegate.level is None
    assert count_roster(roster(after)) == before


@pytest.mark.both_databases
def test_a_restored_copy_is_erased_again_by_the_next_purge() -> None:
    snapshot = get_snapshot(TRIP)
    erase_her()
    store_bundle(snapshot, actor=COMMAND_LINE, now=NOW)
    db.session.remove()
    assert get_snapshot(TRIP).person_by_uid[PERSON].family_name == "Dlamini"
    gone = purge(doors(), NOW)
    assert {due.value: number for due, number in gone.people.total.items()} == {"erased": 1}
    assert get_snapshot(TRIP).person_by_uid[PERSON].name == NOBODY
    assert purge(doors(), NOW).people.total == {}


def test_a_restored_file_of_the_database_is_erased_again(database: str) -> None:
    db.session.remove()
    db.engine.dispose()
    copy = file_of(database).with_suffix(".copy")
    shutil.copyfile(file_of(database), copy)
    erase_her()
    db.engine.dispose()
    shutil.copyfile(copy, file_of(database))
    copy.unlink()
    assert get_snapshot(TRIP).person_by_uid[PERSON].family_name == "Dlamini"
    purge(doors(), NOW)
    assert birds() == set()
    db.session.remove()
    db.engine.dispose()
    data = file_of(database).read_bytes()
    assert [name for name in (*NAMES, canaries.BIRD) if name.encode() in data] == []


def test_nobody_is_erased_by_a_uid_that_is_not_there() -> None:
    with pytest.raises(MissingError):
        erase(doors(), "z" * 16, actor=COMMAND_LINE, now=NOW)
    assert list_erasures(doors().settings.instance) == ()
    assert db.session.scalar(sa.select(PersonRow.id).where(PersonRow.uid == PERSON))
