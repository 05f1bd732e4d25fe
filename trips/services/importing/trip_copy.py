"""Making a trip of another one, taking the copy back, and calling a trip a template."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.copying.trip_copy import CopyWish, Dropped, copy_trip
from trips.domain.trip import Trip
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import MovedError, check_slug, storing
from trips.services.importing.bundle_book import BookWriter
from trips.services.importing.bundle_trip import TripWriter
from trips.services.unit import MissingError, unit

COPIED: Final = "copy_trip"
"""The verb of the history that a copy begins with."""


@dataclass(frozen=True)
class Copied:
    """The new trip, and what was left behind."""

    trip: Trip
    dropped: Dropped


def store_copy(trip: str, wish: CopyWish, *, actor: Actor, now: datetime) -> Copied:
    """Make a trip of another one. Raises `SlugTakenError`."""
    with storing(), unit(actor, now) as work:
        original = get_snapshot(trip)
        copy, dropped = copy_trip(original, wish, new_uid)
        check_slug(work.session, copy)
        book = BookWriter(db.session())
        book.write(copy)
        work.trip = TripWriter(db.session(), book, now).write(copy, None)
        facts = {"slug": copy.trip.slug, "from": original.trip.uid}
        work.record(COPIED, ("trip", copy.trip.uid), None, facts)
        return Copied(copy.trip, dropped)


def remove_copy(trip: str, *, actor: Actor, now: datetime) -> None:
    """Take a copy back that nobody has changed since.

    Raises `MovedError` where somebody has, or where the trip is no copy.
    """
    with unit(actor, now, trip=trip) as work:
        row = work.trip
        if row is None:
            raise MissingError(trip)
        made = select(HistoryRow.id).where(HistoryRow.trip_id == row.id, HistoryRow.verb == COPIED)
        if row.revision != 1 or work.session.scalar(made) is None:
            raise MovedError
        work.session.delete(row)
        work.session.flush()
        work.trip = None
        work.record("delete", ("trip", trip))


def set_template(trip: str, *, is_template: bool, actor: Actor, now: datetime) -> None:
    """Call a trip a template, or a trip again."""
    with unit(actor, now, trip=trip) as work:
        row = work.trip
        if row is None:
            raise MissingError(trip)
        if row.is_template != is_template:
            row.is_template = is_template
            row.version += 1
            before, after = {"is_template": not is_template}, {"is_template": is_template}
            work.record("edit", ("trip", trip), before, after)
