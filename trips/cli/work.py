"""`flask work`: the worker that does what happens later."""

import signal

import click
from flask.cli import with_appcontext

from trips import clock
from trips.cli.speech import tell
from trips.extensions import doors
from trips.i18n.catalogue import N_
from trips.jobs.purge import purge
from trips.jobs.run import run_due_jobs
from trips.jobs.worker import Worker


@click.command("work")
@click.option("--once", is_flag=True, help="Do what is due and end.")
@with_appcontext
def work(*, once: bool) -> None:
    """Do jobs until stopped."""
    house = doors()
    try:
        if once:
            purge(house, clock.now())
            tell(N_("Jobs done: %(number)s"), number=run_due_jobs(house))
        else:
            _serve(Worker(house))
    finally:
        house.press.close()
        house.queue.close()


def _serve(worker: Worker) -> None:
    """Work until the first signal that asks for an end; a second one does not wait."""

    def end(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        worker.end()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    worker.run()
