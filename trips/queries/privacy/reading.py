"""The log of readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from trips.extensions import db
from trips.models.delegates.protection import ReadingRow
from trips.models.trip import TripRow


@dataclass(frozen=True)
class Reading:
    """Who read which protected fields, when and what for."""

    at: datetime
    actor: str
    fields: tuple[str, ...]
    purpose: str
    subject: str
    """uid of the participation."""


def list_readings(subject: str, limit: int = 100) -> Sequence[Reading]:
    """The readings of a participation's protected fields, the latest first."""
    return _list(ReadingRow.subject == subject, limit)


def list_readings_of_trip(trip: str, limit: int = 25) -> Sequence[Reading]:
    """The readings of everybody's protected fields on a trip, the latest first."""
    mine = select(TripRow.id).where(TripRow.uid == trip).scalar_subquery()
    return _list(ReadingRow.trip_id == mine, limit)


def count_readings(trip: str) -> int:
    """How many readings the log of a trip holds."""
    mine = select(TripRow.id).where(TripRow.uid == trip).scalar_subquery()
    query = select(func.count()).select_from(ReadingRow).where(ReadingRow.trip_id == mine)
    return db.session.scalar(query) or 0


def _list(condition: ColumnElement[bool], limit: int) -> list[Reading]:
    query = select(ReadingRow).where(condition)
    rows = query.order_by(ReadingRow.at.desc(), ReadingRow.id.desc()).limit(limit)
    return [
        Reading(row.at, row.actor_name, tuple(row.fields), row.purpose, row.subject)
        for row in db.session.scalars(rows)
    ]
