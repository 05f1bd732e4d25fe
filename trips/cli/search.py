"""`flask search …`: what the search looks in."""

from flask.cli import AppGroup

from trips import clock
from trips.cli.speech import tell
from trips.domain.account.user import COMMAND_LINE
from trips.i18n.catalogue import N_
from trips.services.upkeep import rebuild_search

group = AppGroup("search", help="What the search looks in.")


@group.command("rebuild")
def rebuild() -> None:
    """Write anew what the search looks in."""
    number = rebuild_search(actor=COMMAND_LINE, now=clock.now())
    tell(N_("Objects that can be found: %(number)s"), number=number)
