"""What has had its time is gone from rows and files; the day before it is all there."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from tests.world import World
from trips.domain.account.user import COMMAND_LINE, IDLE_LIMIT
from trips.domain.job import JobState
from trips.extensions import db, doors
from trips.jobs.purge import RESULTS_KEPT, purge
from trips.jobs.uploads import Pending, keep_upload
from trips.jobs.worker import Worker
from trips.models.history import HistoryRow
from trips.models.job import JobRow
from trips.models.source import AttachmentRow, SourceRow
from trips.models.trip import TripRow
from trips.models.user import SignInAttemptRow, UserSessionRow
from trips.services.unit import unit

pytestmark = pytest.mark.either_database

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ATTACHED = "attachedattached"
RESULT = "resultresultresult.ics"
EARLIER = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _lived_in(world: World) -> Iterator[None]:
    with world.app.app_context():
        with unit(COMMAND_LINE, NOW) as work:
            trip = work.session.scalars(sa.select(TripRow).order_by(TripRow.id)).first()
            file = AttachmentRow(
                uid=ATTACHED,
                trip_id=trip.id,
                filename="Liste.xlsx",
                content_type="application/octet-stream",
                size=3,
                sha256="0" * 64,
                purpose="import",
                added_at=NOW,
                purge_on=date(2026, 4, 1),
            )
            work.session.add(file)
            work.session.flush()
            work.session.add(
                SourceRow(trip_id=trip.id, subject="x", text="list", attachment_id=file.id)
            )
            work.session.add(
                JobRow(
                    uid="finishedfinished",
                    kind="calendar",
                    payload={},
                    state=JobState.DONE,
                    due_at=NOW,
                    stored=RESULT,
                    created_at=NOW,
                    finished_at=NOW,
                )
            )
            work.session.add(SignInAttemptRow(email_hash=b"1" * 32, failures=3, last_at=NOW))
        doors().files.put(RESULT, b"ics")
        doors().files.put(f"{ATTACHED}.xlsx", b"xls")
        yield


def rows(kind: type) -> int:
    db.session.remove()
    return db.session.scalar(sa.select(sa.func.count()).select_from(kind))


def test_results_go_after_thirty_days_with_their_files() -> None:
    purge(doors(), NOW + RESULTS_KEPT - EARLIER)
    assert doors().files.find(RESULT) == b"ics"
    assert rows(JobRow) == 2
    gone = purge(doors(), NOW + RESULTS_KEPT)
    assert (gone.rows.jobs, doors().files.find(RESULT)) == (1, None)
    assert rows(JobRow) == 1  # the world's own waits to be done


def test_attachments_go_on_their_day_and_the_source_stays() -> None:
    purge(doors(), datetime(2026, 3, 31, 23, 59, tzinfo=UTC))
    assert doors().files.find(f"{ATTACHED}.xlsx") == b"xls"
    gone = purge(doors(), datetime(2026, 4, 1, tzinfo=UTC))
    assert (gone.rows.attachments, doors().files.find(f"{ATTACHED}.xlsx")) == (1, None)
    assert (rows(AttachmentRow), rows(SourceRow)) == (0, 1)


def test_sessions_and_attempts_go_when_they_are_over(world: World) -> None:
    world.open_session("viewer", since=NOW)
    purge(doors(), NOW + timedelta(hours=1))
    assert (rows(UserSessionRow), rows(SignInAttemptRow)) == (1, 1)
    gone = purge(doors(), NOW + IDLE_LIMIT + timedelta(days=1))
    assert (gone.rows.sessions, gone.rows.attempts) == (1, 1)
    assert (rows(UserSessionRow), rows(SignInAttemptRow)) == (0, 0)


def test_uploads_and_cached_documents_go() -> None:
    pending = Pending(uid="u" * 16, actor="a", trip="t", is_new=True, name="x.xlsx", kept_at=NOW)
    keep_upload(doors().files, pending, b"xls")
    doors().cache.put("c" * 64, b"pdf")
    path = next(doors().cache.folder.glob("??/*"))
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    gone = purge(doors(), NOW + RESULTS_KEPT + EARLIER)
    assert (gone.uploads, gone.cached) == (1, 1)
    assert doors().files.find("u" * 16 + ".xlsx") is None
    assert doors().cache.find("c" * 64) is None


def test_a_second_run_finds_nothing_and_writes_nothing() -> None:
    later = NOW + timedelta(days=400)
    assert purge(doors(), later).rows.jobs == 1
    written = rows(HistoryRow)
    again = purge(doors(), later)
    assert not any(vars(again.rows).values())
    assert rows(HistoryRow) == written
    last = db.session.scalars(sa.select(HistoryRow).order_by(HistoryRow.id.desc())).first()
    assert (last.verb, last.after["jobs"], last.after["attachments"]) == ("purge", 1, 1)


def test_the_command_says_what_is_gone(app: Flask) -> None:
    answer = app.test_cli_runner(env={"LANG": "en_GB"}).invoke(args=["purge"])
    assert answer.exit_code == 0, answer.output
    assert "Attachments past their date: " in answer.output
    assert rows(AttachmentRow) == 0


def test_the_worker_does_it_once_a_day(clock) -> None:
    clock.move_to(NOW + RESULTS_KEPT + EARLIER)
    left: list[int] = []

    class Woken:
        """A queue that ends the worker at its third rest, half a day each."""

        rests = 0

        def wait(self, _seconds: float) -> bool:
            self.rests += 1
            left.append(rows(JobRow))
            if self.rests == 1:
                put_back()
            clock.shift(timedelta(hours=13))
            if self.rests == 3:
                worker.end()
            return False

    worker = Worker(replace(doors(), queue=Woken()))
    with unit(COMMAND_LINE, NOW) as work:
        work.session.execute(sa.delete(JobRow).where(JobRow.state == JobState.WAITING))
    worker.run()
    assert left == [0, 1, 0]


def put_back() -> None:
    with unit(COMMAND_LINE, NOW) as work:
        work.session.add(
            JobRow(
                uid="anotheranotherr1",
                kind="calendar",
                payload={},
                state=JobState.FAILED,
                due_at=NOW,
                created_at=NOW,
                finished_at=NOW,
            )
        )
