"""The log of readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trips.extensions import db
from trips.models.delegates.protection import ReadingRow


@dataclass(frozen=True)
class Reading:
    """Who read which protected fields, when and what for."""

    at: datetime
    actor: str
    fields: tuple[str, ...]
    purpose: str


def list_readings(subject: str, limit: int = 100) -> Sequence[Reading]:
    """The readings of a participation's protected fields, the latest first."""
    query = (
        select(ReadingRow)
        .where(ReadingRow.subject == subject)
        .order_by(ReadingRow.at.desc(), ReadingRow.id.desc())
        .limit(limit)
    )
    return [
        Reading(row.at, row.actor_name, tuple(row.fields), row.purpose)
        for row in db.session.scalars(query)
    ]
