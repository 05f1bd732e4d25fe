"""The history of a trip."""

from collections.abc import Collection

from sqlalchemy import select

from trips.domain.pages.history import HistoryEntry
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.trip import TripRow
from trips.models.user import UserRow


def list_history(
    trip_uid: str, *, limit: int = 8, about: Collection[str] = ()
) -> tuple[HistoryEntry, ...]:
    """The last changes of a trip, newest first; with uids `about`, only those of these objects."""
    query = (
        select(HistoryRow, UserRow.name)
        .join(TripRow, TripRow.id == HistoryRow.trip_id)
        .outerjoin(UserRow, UserRow.uid == HistoryRow.actor)
        .where(TripRow.uid == trip_uid)
        .order_by(HistoryRow.id.desc())
        .limit(limit)
    )
    if about:
        query = query.where(HistoryRow.subject_uid.in_(about))
    return tuple(
        HistoryEntry(
            id=row.id,
            at=row.at,
            actor=name or row.actor,
            verb=row.verb,
            subject_kind=row.subject_kind,
            subject_uid=row.subject_uid,
            before=row.before,
            after=row.after,
        )
        for row, name in db.session.execute(query)
    )
