"""Writing anew what a search looks in."""

from datetime import datetime

from trips.domain.account.user import Actor
from trips.services.searching.index import rebuild
from trips.services.unit import unit


def rebuild_search(*, actor: Actor, now: datetime) -> int:
    """Forget and write everything that can be found; how many objects that is."""
    with unit(actor, now) as work:
        return rebuild(work.session)
