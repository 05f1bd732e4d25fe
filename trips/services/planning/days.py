"""A day of another trip among the items of this one."""

from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.copying.day_copy import DayWish, copy_day
from trips.domain.item import Item
from trips.queries.snapshot import get_snapshot
from trips.services.planning.item_rows import ItemWriter
from trips.services.unit import MissingError, unit


def reuse_day(
    trip: str, source: str, wish: DayWish, *, actor: Actor, now: datetime
) -> tuple[Item, ...]:
    """Copy a day of `source` into the trip as one step, which can be taken back.

    Raises `MissingError` where the day or the stop is not there.
    """
    with unit(actor, now, trip=trip) as work:
        target = get_snapshot(trip)
        if wish.stop and wish.stop not in target.stop_by_uid:
            raise MissingError(wish.stop)
        items = copy_day(get_snapshot(source), target, wish)
        if not items:
            raise MissingError(wish.on.isoformat())
        writer = ItemWriter(work, target)
        copied = tuple(writer.insert(item, "duplicate") for item in items)
        writer.finish()
        return copied
