"""Trips: finding one, listing them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from trips.domain.pages.directory import TripEntry, TripUse
from trips.domain.participation import COMING
from trips.domain.values.text import Text
from trips.extensions import db
from trips.models.item import ItemRow
from trips.models.participation import DelegateRow, ParticipationRow
from trips.models.stop import StopRow
from trips.models.trip import OldSlugRow, TripRow
from trips.queries.snapshot import TripNotFoundError

PAGE_SIZE = 50


def find_trip_uid(slug: str) -> str | None:
    """The uid of the trip that has, or once had, this slug."""
    uid = db.session.scalar(select(TripRow.uid).where(TripRow.slug == slug))
    if uid is None:
        former = select(OldSlugRow.trip_id).where(OldSlugRow.slug == slug).scalar_subquery()
        uid = db.session.scalar(select(TripRow.uid).where(TripRow.id == former))
    return uid


def get_changed_at(trip_uid: str) -> datetime:
    """The instant of the trip's last change. Raises `TripNotFoundError`."""
    at = db.session.scalar(select(TripRow.changed_at).where(TripRow.uid == trip_uid))
    if at is None:
        raise TripNotFoundError(trip_uid)
    return at


def find_revision(trip_uid: str) -> int:
    """How often a trip was changed; 0 if there is no such trip."""
    query = select(TripRow.revision).where(TripRow.uid == trip_uid)
    return db.session.scalar(query) or 0


def list_trips(
    uids: Sequence[str] | None = None,
    *,
    page: int = 1,
    size: int = PAGE_SIZE,
    is_template: bool = False,
) -> tuple[TripEntry, ...]:
    """A page of trips or of templates, latest start first; `uids` are those somebody may see."""
    query = select(TripRow).where(TripRow.is_template == is_template)
    query = query.order_by(TripRow.starts_on.desc(), TripRow.slug)
    if uids is not None:
        query = query.where(TripRow.uid.in_(uids))
    rows = db.session.scalars(query.offset((page - 1) * size).limit(size)).all()
    ids = [row.id for row in rows]
    cities, delegates, items = _cities(ids), _delegates(ids), _items(ids)
    return tuple(
        TripEntry(
            uid=row.uid,
            slug=row.slug,
            kind=row.kind,
            title=row.title,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            status=row.status,
            is_sample=row.is_sample,
            changed_at=row.changed_at,
            cities=tuple(cities[row.id]),
            delegates=delegates.get(row.id, 0),
            items=items.get(row.id, 0),
        )
        for row in rows
    )


def count_trips(uids: Sequence[str] | None = None) -> int:
    """How many trips there are, or how many of those somebody may see; templates are none."""
    query = select(func.count()).select_from(TripRow).where(TripRow.is_template.is_(False))
    if uids is not None:
        query = query.where(TripRow.uid.in_(uids))
    return db.session.scalar(query) or 0


def list_titles(uids: Sequence[str] | None = None) -> tuple[TripUse, ...]:
    """Every trip and template by name, latest start first, or those somebody may see."""
    query = select(TripRow.slug, TripRow.title).order_by(TripRow.starts_on.desc(), TripRow.slug)
    if uids is not None:
        query = query.where(TripRow.uid.in_(uids))
    return tuple(TripUse(slug, title) for slug, title in db.session.execute(query))


def _cities(ids: Sequence[int]) -> dict[int, list[Text]]:
    query = (
        select(StopRow.trip_id, StopRow.city)
        .where(StopRow.trip_id.in_(ids), StopRow.deleted_at.is_(None))
        .order_by(StopRow.trip_id, StopRow.position)
    )
    found: dict[int, list[Text]] = defaultdict(list)
    for trip_id, city in db.session.execute(query):
        found[trip_id].append(city)
    return found


def _delegates(ids: Sequence[int]) -> dict[int, int]:
    query = (
        select(ParticipationRow.trip_id, func.count())
        .join(DelegateRow, DelegateRow.participation_id == ParticipationRow.id)
        .where(
            ParticipationRow.trip_id.in_(ids),
            ParticipationRow.deleted_at.is_(None),
            DelegateRow.status.in_(COMING),
        )
        .group_by(ParticipationRow.trip_id)
    )
    return {trip_id: number for trip_id, number in db.session.execute(query)}  # noqa: C416 rows are tuples to mypy only here


def _items(ids: Sequence[int]) -> dict[int, int]:
    query = (
        select(ItemRow.trip_id, func.count())
        .where(
            ItemRow.trip_id.in_(ids), ItemRow.deleted_at.is_(None), ItemRow.is_unplaced.is_(False)
        )
        .group_by(ItemRow.trip_id)
    )
    return {trip_id: number for trip_id, number in db.session.execute(query)}  # noqa: C416 rows are tuples to mypy only here
