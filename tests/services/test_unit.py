from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select, text

from tests.world import NOW, World
from trips.domain.account.user import COMMAND_LINE
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.trip import TripRow
from trips.services.unit import MissingError, unit

RACERS = 8


def trip_state(world: World) -> tuple[int, str, int]:
    """Revision, number and entries in the history of the world's trip."""
    row = db.session.scalar(select(TripRow).where(TripRow.uid == world.uid("trip")))
    entries = db.session.scalars(select(HistoryRow).where(HistoryRow.trip_id == row.id)).all()
    state = (row.revision, row.number, len(entries))
    db.session.remove()
    return state


@pytest.mark.both_databases
def test_a_unit_writes_all_of_it_and_counts_once(world: World) -> None:
    with world.app.app_context():
        revision, _, entries = trip_state(world)
        later = NOW + timedelta(hours=1)
        with unit(COMMAND_LINE, later, trip=world.uid("trip")) as work:
            work.trip.number = "81299"
            work.record("edit", ("trip", work.trip.uid), {"number": ""}, {"number": "81299"})
            work.record("touch", ("trip", work.trip.uid))
        assert trip_state(world) == (revision + 1, "81299", entries + 2)
        last = db.session.scalar(select(HistoryRow).where(HistoryRow.verb == "edit"))
        assert (last.actor, last.at, last.before, last.after) == (
            "command line", later, {"number": ""}, {"number": "81299"},
        )  # fmt: skip


@pytest.mark.both_databases
def test_an_error_takes_everything_back(world: World) -> None:
    with world.app.app_context():
        before = trip_state(world)

        def fail() -> None:
            with unit(COMMAND_LINE, NOW, trip=world.uid("trip")) as work:
                work.trip.number = "half"
                work.record("edit", ("trip", work.trip.uid))
                work.session.flush()
                raise ArithmeticError

        with pytest.raises(ArithmeticError):
            fail()
        assert trip_state(world) == before


@pytest.mark.both_databases
def test_a_rehearsal_leaves_no_trace(world: World) -> None:
    with world.app.app_context():
        before = trip_state(world)
        with unit(COMMAND_LINE, NOW, trip=world.uid("trip")) as work:
            work.trip.number = "only tried"
            work.record("edit", ("trip", work.trip.uid))
            work.abandon()
        assert trip_state(world) == before


def test_a_trip_that_is_not_there_cannot_be_written(world: World) -> None:
    with (
        world.app.app_context(),
        pytest.raises(MissingError),
        unit(COMMAND_LINE, NOW, trip="no-such-trip"),
    ):
        pass


def test_a_unit_in_a_unit_is_a_mistake(world: World) -> None:
    with (
        world.app.app_context(),
        unit(COMMAND_LINE, NOW),
        pytest.raises(RuntimeError),
        unit(COMMAND_LINE, NOW),
    ):
        pass


def race(app: Flask, step: Callable[[], None]) -> list[Exception]:
    """Let several threads do the same at once; what they raised."""
    barrier, raised = Barrier(RACERS), []

    def run() -> None:
        with app.app_context():
            db.session.execute(text("SELECT 1"))  # a read that is under way already
            barrier.wait()
            try:
                step()
            except Exception as error:  # noqa: BLE001 it is what the test looks at
                raised.append(error)
            finally:
                db.session.remove()

    threads = [Thread(target=run) for _ in range(RACERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


@pytest.mark.both_databases
def test_nobody_loses_a_count_to_somebody_else(world: World) -> None:
    """Eight read a number and write one more: with the lock it is eight more."""
    uid = world.uid("trip")

    def count() -> None:
        with unit(COMMAND_LINE, NOW, trip=uid) as work:
            work.trip.number = str(int(work.trip.number or 0) + 1)
            work.record("count", ("trip", uid))

    with world.app.app_context():
        revision, _, entries = trip_state(world)
    assert race(world.app, count) == []
    with world.app.app_context():
        assert trip_state(world) == (revision + RACERS, str(RACERS), entries + RACERS)


@pytest.mark.both_databases
def test_without_the_unit_the_race_is_real(world: World) -> None:
    """The control: the same steps without the lock lose counts or fail."""
    query = select(TripRow).where(TripRow.uid == world.uid("trip"))
    all_have_read = Barrier(RACERS)

    def count() -> None:
        row = db.session.scalar(query)
        number = int(row.number or 0)
        all_have_read.wait()
        row.number = str(number + 1)
        db.session.commit()

    raised = race(world.app, count)
    with world.app.app_context():
        assert raised or trip_state(world)[1] != str(RACERS)
