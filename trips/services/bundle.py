"""Importing a bundle: the whole trip or nothing."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from trips.domain.account.user import Actor
from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.values.wire import to_wire
from trips.extensions import db
from trips.models.trip import TripRow
from trips.queries.snapshot import get_snapshot
from trips.services.bundle_book import BookWriter
from trips.services.bundle_trip import TripWriter
from trips.services.unit import Unit, unit


class SlugTakenError(Exception):
    """Another trip has this address."""


@dataclass(frozen=True)
class Stored:
    """What an import did."""

    slug: str
    is_new: bool
    is_changed: bool


def store_bundle(
    snapshot: TripSnapshot, *, actor: Actor, now: datetime, is_rehearsal: bool = False
) -> Stored:
    """Make the database say what the snapshot says, object by object, by uid.

    What the trip has and the snapshot has not is removed; the address book only grows. An equal
    trip changes nothing. Raises `SlugTakenError`; a rehearsal takes everything back.
    """
    with unit(actor, now) as work:
        row = work.session.scalar(
            select(TripRow).where(TripRow.uid == snapshot.trip.uid).with_for_update()
        )
        check_slug(work.session, snapshot)
        if row is not None and _is_same(snapshot):
            return Stored(snapshot.trip.slug, is_new=False, is_changed=False)
        _write(work, snapshot, row)
        if is_rehearsal:
            work.abandon()
        return Stored(snapshot.trip.slug, is_new=row is None, is_changed=True)


def check_slug(session: Session, snapshot: TripSnapshot) -> None:
    """Raise `SlugTakenError` if another trip has the slug."""
    taken = session.scalar(select(TripRow.uid).where(TripRow.slug == snapshot.trip.slug))
    if taken not in {None, snapshot.trip.uid}:
        raise SlugTakenError(snapshot.trip.slug)


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
    book = BookWriter(db.session())
    book.write(snapshot)
    writer = TripWriter(db.session(), book, work.now)
    work.trip = writer.write(snapshot, row)
    verb = "import_trip" if row is None else "reimport_trip"
    work.record(verb, ("trip", snapshot.trip.uid), None, {"slug": snapshot.trip.slug})
