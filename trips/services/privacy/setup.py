"""Who answers for the data of a trip."""

from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.data_protection import DataProtection
from trips.domain.editing import Change, change_between, merge
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.withdrawing import drop_papers
from trips.services.trip import edit_trip
from trips.services.unit import unit


def edit_data_protection(
    trip: str, change: Change, *, actor: Actor, now: datetime
) -> DataProtection:
    """Change what was touched; a new wording takes away what was made by the old one.

    Raises `ConflictError`.
    """
    current = get_snapshot(trip).trip
    new = merge(current.data_protection, change)
    wanted = change_between(current, {"data_protection": new})
    edit_trip(trip, wanted, actor=actor, now=now)
    if new.version > current.data_protection.version:
        with unit(actor, now, trip=trip) as work:
            drop_papers(work)
    return new
