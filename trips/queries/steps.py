"""Past steps on a trip: what undo takes back, and who changed an object last."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Select, select

from trips.domain.account.user import Actor
from trips.domain.board.outcome import PastChange
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.models.trip import TripRow
from trips.models.user import UserRow

LONGEST = 400
"""Rows of the history that undo looks back on."""


def list_own_changes(
    trip_uid: str, actor: Actor, kinds: Iterable[str], limit: int = LONGEST
) -> tuple[PastChange, ...]:
    """What somebody last changed on a trip, oldest first; whole steps only."""
    own = HistoryRow.actor == (actor.uid or actor.name)
    query = _select(trip_uid, own, HistoryRow.subject_kind.in_(kinds), HistoryRow.step != "")
    rows = db.session.execute(query.order_by(HistoryRow.id.desc()).limit(limit)).all()
    changes = tuple(_change(row, name) for row, name in reversed(rows))
    if len(changes) < limit:
        return changes
    return tuple(change for change in changes if change.step != changes[0].step)


def list_changes_of(trip_uid: str, uids: Iterable[str]) -> tuple[PastChange, ...]:
    """Everything that happened to some objects of a trip, oldest first."""
    query = _select(trip_uid, HistoryRow.subject_uid.in_(list(uids)))
    return tuple(
        _change(row, name) for row, name in db.session.execute(query.order_by(HistoryRow.id))
    )


def _select(trip_uid: str, *conditions: ColumnElement[bool]) -> Select[HistoryRow, str]:
    return (
        select(HistoryRow, UserRow.name)
        .join(TripRow, TripRow.id == HistoryRow.trip_id)
        .outerjoin(UserRow, UserRow.uid == HistoryRow.actor)
        .where(TripRow.uid == trip_uid, *conditions)
    )


def _change(row: HistoryRow, name: str | None) -> PastChange:
    return PastChange(
        id=row.id,
        step=row.step,
        undoes=row.undoes,
        verb=row.verb,
        kind=row.subject_kind,
        uid=row.subject_uid,
        before=row.before,
        after=row.after,
        at=row.at,
        actor=row.actor,
        actor_name=name or row.actor,
    )
