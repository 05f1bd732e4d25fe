"""`flask purge`: throw away what has served its purpose. The worker does it every day."""

import click
from flask.cli import with_appcontext

from trips import clock
from trips.cli.speech import tell, terminal_locale
from trips.extensions import doors
from trips.i18n.catalogue import N_
from trips.i18n.privacy.purge_wording import due_name
from trips.jobs import purge as purging

WORDS = {
    "jobs": N_("Results and their jobs: %(number)s"),
    "attachments": N_("Attachments past their date: %(number)s"),
    "sessions": N_("Sessions that are over: %(number)s"),
    "attempts": N_("Old sign-in attempts: %(number)s"),
    "uploads": N_("Uploads nobody decided about: %(number)s"),
    "cached": N_("Documents in the cache: %(number)s"),
    "letters": N_("Mails written as files: %(number)s"),
}


@click.command("purge")
@with_appcontext
def purge() -> None:
    """Throw away what has had its time, about people above all, and write it down."""
    gone = purging.purge(doors(), clock.now())
    numbers = {
        **vars(gone.rows),
        "uploads": gone.uploads,
        "cached": gone.cached,
        "letters": gone.letters,
    }
    for name, words in WORDS.items():
        tell(words, number=numbers[name])
    locale = terminal_locale()
    for due, number in gone.people.total.items():
        click.echo(f"{due_name(due, locale)}: {number}")
