"""`flask purge`: throw away what has served its purpose. The worker does it every day."""

import click
from flask.cli import with_appcontext

from trips import clock
from trips.cli.speech import tell
from trips.extensions import doors
from trips.i18n.catalogue import N_
from trips.jobs import purge as purging

WORDS = {
    "jobs": N_("Results and their jobs: %(number)s"),
    "attachments": N_("Attachments past their date: %(number)s"),
    "sessions": N_("Sessions that are over: %(number)s"),
    "attempts": N_("Old sign-in attempts: %(number)s"),
    "uploads": N_("Uploads nobody decided about: %(number)s"),
    "cached": N_("Documents in the cache: %(number)s"),
}


@click.command("purge")
@with_appcontext
def purge() -> None:
    """Throw away results, attachments, sessions and attempts that have had their time."""
    gone = purging.purge(doors(), clock.now())
    numbers = {**vars(gone.rows), "uploads": gone.uploads, "cached": gone.cached}
    for name, words in WORDS.items():
        tell(words, number=numbers[name])
