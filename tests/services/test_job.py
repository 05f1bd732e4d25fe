from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from tests.world import NOW
from trips.domain.account.user import COMMAND_LINE
from trips.domain.job import JobState
from trips.extensions import db
from trips.models.job import JobRow
from trips.services.job import (
    LEASE,
    MAX_ATTEMPTS,
    Wish,
    fail_job,
    finish_job,
    lease_job,
    request_job,
)

ME = {"actor": COMMAND_LINE}
LATER = timedelta(minutes=1)
RACERS = 6


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> object:
    with app.app_context():
        yield


def wish(key: str | None = "k") -> Wish:
    return Wish(kind="programme", payload={"n": 1}, filename="a.pdf", content_type="x/y", key=key)


def state_of(uid: str) -> tuple[JobState, str]:
    row = db.session.scalars(select(JobRow).where(JobRow.uid == uid)).one()
    state = (row.state, row.error)
    db.session.remove()
    return state


def at_once(app: Flask, act: Callable[[], object]) -> list[object]:
    """What several threads get that act in the same moment."""
    start, found = Barrier(RACERS), []

    def race() -> None:
        with app.app_context():
            start.wait()
            found.append(act())

    threads = [Thread(target=race) for _ in range(RACERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.mark.both_databases
def test_the_same_wish_at_the_same_moment_is_one_job(app: Flask) -> None:
    found = at_once(app, lambda: request_job(wish(), now=NOW, **ME))
    assert len(set(found)) == 1
    assert len(found) == RACERS


@pytest.mark.both_databases
def test_several_workers_never_take_the_same_job(app: Flask) -> None:
    wanted = {request_job(wish(str(number)), now=NOW, **ME) for number in range(RACERS)}
    found = at_once(app, lambda: lease_job(now=NOW, **ME))
    assert {job.uid for job in found} == wanted


def test_a_wish_without_a_key_is_a_job_each_time() -> None:
    assert request_job(wish(None), now=NOW, **ME) != request_job(wish(None), now=NOW, **ME)


def test_the_same_wish_is_a_new_job_once_the_old_one_is_over() -> None:
    first = request_job(wish(), now=NOW, **ME)
    lease_job(now=NOW, **ME)
    finish_job(first, "stored", now=NOW, **ME)
    assert request_job(wish(), now=NOW, **ME) != first


def test_a_job_whose_worker_died_is_taken_again_when_the_lease_ends() -> None:
    uid = request_job(wish(), now=NOW, **ME)
    assert lease_job(now=NOW, **ME).uid == uid
    assert lease_job(now=NOW + LEASE, **ME) is None
    assert lease_job(now=NOW + LEASE + LATER, **ME).uid == uid


def test_what_may_help_is_tried_again_a_few_times_then_reported() -> None:
    uid = request_job(wish(), now=NOW, **ME)
    now = NOW
    for attempt in range(1, MAX_ATTEMPTS + 1):
        now += LATER
        assert lease_job(now=now, **ME).uid == uid
        fail_job(uid, "worker_died", may_retry=True, now=now, **ME)
        expected = JobState.WAITING if attempt < MAX_ATTEMPTS else JobState.FAILED
        assert state_of(uid) == (expected, "worker_died")
    assert lease_job(now=now + timedelta(days=1), **ME) is None


def test_what_cannot_help_is_reported_at_once() -> None:
    uid = request_job(wish(), now=NOW, **ME)
    lease_job(now=NOW, **ME)
    fail_job(uid, "too_large", may_retry=False, now=NOW, **ME)
    assert state_of(uid) == (JobState.FAILED, "too_large")


def test_the_oldest_job_comes_first() -> None:
    second = request_job(wish("b"), now=NOW + LATER, **ME)
    first = request_job(wish("a"), now=NOW, **ME)
    taken = [lease_job(now=NOW + LATER, **ME).uid for _ in range(2)]
    assert taken == [first, second]
