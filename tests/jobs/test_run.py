"""Jobs with real processes: what was promised survives whatever is killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from flask import Flask
from sqlalchemy import select, update

from tests.databases import environment
from tests.world_trip import UIDS, trip
from trips.config import ROOT
from trips.domain.account.user import COMMAND_LINE
from trips.domain.job import JobState
from trips.extensions import db, doors
from trips.jobs.run import run_due_jobs
from trips.models.job import JobRow
from trips.services.importing.bundle import store_bundle
from trips.services.job import LEASE, Wish, lease_job, request_job
from trips.services.unit import unit

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LONGEST = 60


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        store_bundle(trip(), actor=COMMAND_LINE, now=NOW)
        yield


def wanted(**payload: str) -> str:
    """A calendar that is due at once; the uid of its job."""
    order = {"kind": "calendar", "trip": UIDS["trip"], "locale": "de", "group": "", "url": ""}
    wish = Wish(
        kind="calendar",
        payload={**order, **payload},
        filename="a.ics",
        content_type="text/calendar",
        key=None,
    )
    return request_job(wish, actor=COMMAND_LINE, now=NOW)


def job(uid: str) -> JobRow:
    db.session.remove()
    return db.session.scalars(select(JobRow).where(JobRow.uid == uid)).one()


def worker(database: str, instance: Path, *options: str) -> subprocess.Popen[bytes]:
    """`flask work` as a process of its own, head of a group that can be killed with it."""
    return subprocess.Popen(  # noqa: S603 our own program
        [sys.executable, "-m", "flask", "--app", "wsgi", "work", *options],
        cwd=ROOT,
        env={**os.environ, **environment(instance, database)},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a worker and its press like a power cut."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def until(uid: str, state: JobState) -> None:
    deadline = time.monotonic() + LONGEST
    while job(uid).state is not state:
        assert time.monotonic() < deadline, f"still {job(uid).state}"
        time.sleep(0.1)


def events(uid: str) -> int:
    data = doors().files.find(job(uid).stored)
    return len(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_a_worker_does_what_is_due_and_ends(database: str, instance: Path) -> None:
    uid = wanted()
    assert worker(database, instance, "--once").wait(LONGEST) == 0
    assert job(uid).state is JobState.DONE
    assert events(uid) >= 3


def test_what_was_wanted_while_no_worker_ran_is_done_by_the_next(
    database: str, instance: Path
) -> None:
    """The wake-up was lost, the job was not."""
    uid = wanted()
    process = worker(database, instance)
    try:
        until(uid, JobState.DONE)
        second = wanted(locale="en")
        doors().queue.wake()
        until(second, JobState.DONE)
    finally:
        end(process)


def test_a_job_whose_worker_was_killed_is_done_by_the_next(database: str, instance: Path) -> None:
    uid = wanted()
    process = worker(database, instance)
    try:
        until_taken(uid)
    finally:
        end(process)
    if job(uid).state is JobState.RUNNING:
        expire(uid)
    assert worker(database, instance, "--once").wait(LONGEST) == 0
    found = job(uid)
    assert found.state is JobState.DONE
    assert events(uid) >= 3


def until_taken(uid: str) -> None:
    deadline = time.monotonic() + LONGEST
    while job(uid).attempts == 0:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def expire(uid: str) -> None:
    """Let the lease end; the test does not wait five minutes."""
    db.session.remove()
    with unit(COMMAND_LINE, NOW) as work:
        work.session.execute(
            update(JobRow).where(JobRow.uid == uid).values(leased_until=NOW - LEASE)
        )


def test_a_worker_that_lives_keeps_its_job() -> None:
    uid = wanted()
    assert lease_job(actor=COMMAND_LINE, now=datetime.now(UTC)).uid == uid  # noqa: TID251 a real worker's time
    assert run_due_jobs(doors()) == 0
    assert job(uid).state is JobState.RUNNING


def test_a_press_that_is_killed_in_the_middle_is_started_anew() -> None:
    uid = wanted()
    run_due_jobs(doors())
    process = doors().press._process
    process.kill()
    process.wait()  # a signal takes its time
    second = wanted(locale="en")
    run_due_jobs(doors())
    assert (job(uid).state, job(second).state) == (JobState.DONE, JobState.DONE)


def test_a_trip_that_is_gone_is_reported_at_once() -> None:
    uid = wanted(trip="nowhere")
    run_due_jobs(doors())
    assert (job(uid).state, job(uid).error, job(uid).attempts) == (JobState.FAILED, "trip_gone", 1)


def test_a_job_nobody_understands_fails_and_the_next_one_is_done() -> None:
    broken, sound = wanted(kind="poem"), wanted()
    assert run_due_jobs(doors()) == 2
    assert job(broken).state is JobState.WAITING  # it is tried again a little later
    assert job(sound).state is JobState.DONE
    for minutes in (10, 20):
        with unit(COMMAND_LINE, NOW) as work:
            row = work.session.scalars(select(JobRow).where(JobRow.uid == broken)).one()
            row.due_at = NOW - timedelta(minutes=minutes)
        run_due_jobs(doors())
    assert (job(broken).state, job(broken).error, job(broken).attempts) == (
        JobState.FAILED,
        "failed",
        3,
    )


def test_a_document_of_the_same_content_is_made_once() -> None:
    first, second = wanted(), wanted()
    run_due_jobs(doors())
    made = [path for path in doors().cache.folder.rglob("*") if path.is_file()]
    assert len(made) == 1
    assert doors().files.find(job(first).stored) == doors().files.find(job(second).stored)
    assert job(first).stored != job(second).stored


def test_no_half_file_is_left_behind() -> None:
    wanted()
    run_due_jobs(doors())
    assert not list(doors().files.folder.rglob("*.part"))
