"""Importing a bundle: the whole trip or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.exc import DataError
from sqlalchemy.orm import Session

from trips.domain.account.user import Actor
from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.values.wire import to_wire
from trips.extensions import db
from trips.models.interpreter import AssignmentRow
from trips.models.item import ItemRow
from trips.models.participation import DelegationRow, ParticipationRow
from trips.models.source import SourceRow
from trips.models.stop import HotelRow, LegRow, StopRow
from trips.models.trip import OldSlugRow, TripRow
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle_book import BookWriter
from trips.services.importing.bundle_trip import TripWriter
from trips.services.unit import Unit, unit

PARTS: Final[tuple[tuple[Any, str], ...]] = (
    (StopRow, "stops"),
    (LegRow, "legs"),
    (ItemRow, "items"),
    (DelegationRow, "delegations"),
    (ParticipationRow, "participations"),
    (SourceRow, "sources"),
)
"""What belongs to one trip alone; assignments belong to an item."""


class SlugTakenError(Exception):
    """Another trip has, or once had, this address."""


class ForeignPartsError(Exception):
    """The file names parts of another trip by their uid; they are not taken from it."""


class UnstorableError(Exception):
    """The database does not take a value of the file: a text far too long for its field."""


class MovedError(Exception):
    """The trip was changed since somebody looked at what an import would do; look again."""


@dataclass(frozen=True)
class Stored:
    """What an import did."""

    slug: str
    is_new: bool
    is_changed: bool


def store_bundle(
    snapshot: TripSnapshot,
    *,
    actor: Actor,
    now: datetime,
    revision: int | None = None,
    is_rehearsal: bool = False,
) -> Stored:
    """Make the database say what the snapshot says, object by object, by uid.

    What the trip has and the snapshot has not is removed; the address book only grows. An equal
    trip changes nothing; a rehearsal takes everything back. Raises `SlugTakenError`,
    `ForeignPartsError`, and `MovedError` if the trip is not at `revision` (0: not there) any more.
    """
    with storing(), unit(actor, now) as work:
        row = work.session.scalar(
            select(TripRow).where(TripRow.uid == snapshot.trip.uid).with_for_update()
        )
        if revision is not None and revision != (row.revision if row else 0):
            raise MovedError
        check_slug(work.session, snapshot)
        _check_parts(work.session, snapshot, row)
        if row is not None and _is_same(snapshot):
            return Stored(snapshot.trip.slug, is_new=False, is_changed=False)
        _write(work, snapshot, row)
        if is_rehearsal:
            work.abandon()
        return Stored(snapshot.trip.slug, is_new=row is None, is_changed=True)


@contextmanager
def storing() -> Iterator[None]:
    """Turn the database's refusal of a value into an `UnstorableError`."""
    try:
        yield
    except DataError as error:
        raise UnstorableError from error


def check_slug(session: Session, snapshot: TripSnapshot) -> None:
    """Raise `SlugTakenError` if another trip has, or once had, the slug."""
    slug = snapshot.trip.slug
    owners = select(TripRow.uid).where(TripRow.slug == slug)
    former = (
        select(TripRow.uid)
        .join(OldSlugRow, OldSlugRow.trip_id == TripRow.id)
        .where(OldSlugRow.slug == slug)
    )
    if {*session.scalars(owners), *session.scalars(former)} - {snapshot.trip.uid}:
        raise SlugTakenError(slug)


def _check_parts(session: Session, snapshot: TripSnapshot, row: TripRow | None) -> None:
    trip_id = row.id if row else None
    for kind, name in PARTS:
        uids = [entity.uid for entity in getattr(snapshot, name)]
        query = select(kind.trip_id).where(kind.uid.in_(uids)).distinct()
        if set(session.scalars(query)) - {trip_id}:
            raise ForeignPartsError
    hotels = [hotel.uid for stop in snapshot.stops for hotel in stop.hotels]
    homes = select(StopRow.trip_id).join(HotelRow).where(HotelRow.uid.in_(hotels))
    assigned = [assignment.uid for assignment in snapshot.assignments]
    items = select(ItemRow.trip_id).join(AssignmentRow).where(AssignmentRow.uid.in_(assigned))
    if {*session.scalars(homes), *session.scalars(items)} - {trip_id}:
        raise ForeignPartsError


def _is_same(snapshot: TripSnapshot) -> bool:
    stored = get_snapshot(snapshot.trip.uid)
    wanted = canonical(snapshot)
    pairs = ((stored.trip, wanted.trip), (stored.project, wanted.project))
    lists = ("stops", "legs", "items", "delegations", "participations", "assignments", "sources")
    book = ("organisations", "persons", "sites", "interpreters")
    return (
        all(one == other for one, other in pairs)
        and all(_plain(getattr(stored, name)) == _plain(getattr(wanted, name)) for name in lists)
        and all(
            set(_plain(getattr(stored, name))) <= set(_plain(getattr(wanted, name)))
            for name in book
        )
    )


def _plain(entities: tuple[object, ...]) -> tuple[str, ...]:
    """Entities without what belongs to one database (versions, sequences)."""
    return tuple(repr(to_wire(entity)) for entity in entities)


def _write(work: Unit, snapshot: TripSnapshot, row: TripRow | None) -> None:
    if row is not None and row.slug != snapshot.trip.slug:
        work.session.execute(delete(OldSlugRow).where(OldSlugRow.slug == snapshot.trip.slug))
        work.session.add(OldSlugRow(slug=row.slug, trip_id=row.id))
    book = BookWriter(db.session())
    book.write(snapshot)
    writer = TripWriter(db.session(), book, work.now)
    work.trip = writer.write(snapshot, row)
    verb = "import_trip" if row is None else "reimport_trip"
    work.record(verb, ("trip", snapshot.trip.uid), None, {"slug": snapshot.trip.slug})
