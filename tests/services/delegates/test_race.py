"""The last seat is taken once, whatever eight processes do at the same instant."""

import os
from collections.abc import Callable
from multiprocessing import get_context

import pytest
from flask import Flask

from tests.services.delegates.crowd import BY, TRIP, add, set_seats, snapshot, status_of, taken
from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.delegates.seats import ledger_of
from trips.domain.participation import DelegateStatus as Status
from trips.extensions import db
from trips.services.delegates import status
from trips.services.unit import unit

RACERS = 8
FORK = get_context("fork")
Step = Callable[[str, Callable[[], None]], str]
"""What a racer does with a delegate when all are ready: what came of it."""


def confirm(uid: str, wait: Callable[[], None]) -> str:
    """What the organisers' list does."""
    wait()
    return "taken" if status.change_status(TRIP, [uid], Status.CONFIRMED, **BY).changed else "full"


def submit(uid: str, wait: Callable[[], None]) -> str:
    """What the registration does."""
    wait()
    with unit(COMMAND_LINE, NOW, trip=TRIP) as work:
        return status.set_status(work, uid, Status.SUBMITTED).value


def confirm_unguarded(uid: str, wait: Callable[[], None]) -> str:
    """The control: the seats are counted before the lock is held, as a careless page would."""
    counted = ledger_of(snapshot())
    db.session.remove()
    status.load_ledger = lambda _work: counted
    return confirm(uid, wait)


def race(app: Flask, step: Step, uids: list[str]) -> list[str]:
    """Let a process of its own act for each delegate, all at the same instant."""
    barrier, answers = FORK.Barrier(len(uids), timeout=60), FORK.SimpleQueue()

    def run(uid: str) -> None:
        with app.app_context():
            db.engine.dispose(close=False)  # these connections are the parent's
            try:
                answers.put(step(uid, barrier.wait))
            except Exception as error:  # noqa: BLE001 it is what the test looks at
                answers.put(repr(error))
        os._exit(0)  # what the tests have open is the parent's to close

    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    racers = [FORK.Process(target=run, args=(uid,)) for uid in uids]
    for racer in racers:
        racer.start()
    found = [answers.get() for _ in racers]
    for racer in racers:
        racer.join()
    return sorted(found)


def crowd(world: World, seats: int) -> list[str]:
    """Eight who were invited, and so many seats beside Thandi's."""
    with world.app.app_context():
        more = [add(f"Racer {number}", Status.INVITED) for number in range(RACERS - 1)]
        set_seats(seats + 1)
        return [UIDS["olena-part"], *more]


@pytest.mark.both_databases
def test_of_eight_confirmed_at_once_one_has_the_last_seat(world: World) -> None:
    uids = crowd(world, seats=1)
    assert race(world.app, confirm, uids) == ["full"] * (RACERS - 1) + ["taken"]
    with world.app.app_context():
        assert taken() == 2


@pytest.mark.both_databases
def test_of_eight_answers_at_once_three_have_seats_and_five_wait(world: World) -> None:
    uids = crowd(world, seats=3)
    assert race(world.app, submit, uids) == ["submitted"] * 3 + ["waitlisted"] * 5
    with world.app.app_context():
        assert taken() == 4
        waiting = [uid for uid in uids if status_of(uid) is Status.WAITLISTED]
        assert len(waiting) == 5


@pytest.mark.both_databases
def test_counted_before_the_lock_the_seat_is_sold_eight_times(world: World) -> None:
    """The control: with the guard removed the race is real."""
    uids = crowd(world, seats=1)
    assert race(world.app, confirm_unguarded, uids) == ["taken"] * RACERS
    with world.app.app_context():
        assert taken() == RACERS + 1
