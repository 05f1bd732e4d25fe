"""`flask work`: the worker that does what happens later."""

from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext

from trips import clock
from trips.cli.speech import tell
from trips.extensions import doors
from trips.i18n.catalogue import N_
from trips.jobs.run import run_due_jobs
from trips.jobs.uploads import purge_uploads


@click.command("work")
@click.option("--once", is_flag=True, help="Do what is due and end.")
@with_appcontext
def work(*, once: bool) -> None:
    """Do jobs until stopped."""
    house = doors()
    purge_uploads(house.files, clock.now())
    if once:
        try:
            number = run_due_jobs(house)
        finally:
            house.press.close()
        tell(N_("Jobs done: %(number)s"), number=number)
        return
    app: Any = current_app._get_current_object()  # type: ignore[attr-defined] # noqa: SLF001 the proxy is bound to this thread

    def handle() -> None:
        with app.app_context():
            run_due_jobs(house)

    handle()
    house.queue.serve(handle).run()
