"""Views of the list of delegates: kept under a name, thrown away."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import or_, select

from trips.domain.account.user import Actor
from trips.models.delegates.saved_list import SavedListRow
from trips.models.trip import TripRow
from trips.models.types import new_uid
from trips.models.user import UserRow
from trips.queries.lists.view import KIND
from trips.services.unit import MissingError, unit


def save_view(
    trip: str,
    name: str,
    filters: Mapping[str, str],
    *,
    is_shared: bool,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep filters and order of the list under a name, for oneself or for everybody."""
    with unit(actor, now) as work:
        owner = work.session.scalar(select(UserRow.id).where(UserRow.uid == actor.uid))
        row = SavedListRow(uid=new_uid(), kind=KIND, name=name, version=1, changed_at=now)
        row.trip_id = work.session.scalar(select(TripRow.id).where(TripRow.uid == trip))
        row.user_id = None if is_shared else owner
        row.settings = {"filters": dict(filters)}
        work.session.add(row)


def delete_view(trip: str, uid: str, *, may_share: bool, actor: Actor, now: datetime) -> None:
    """Throw away a view of one's own, or a shared one. Raises `MissingError`."""
    with unit(actor, now) as work:
        own = SavedListRow.user_id == (
            select(UserRow.id).where(UserRow.uid == actor.uid).scalar_subquery()
        )
        query = select(SavedListRow).join(TripRow, TripRow.id == SavedListRow.trip_id)
        query = query.where(TripRow.uid == trip, SavedListRow.kind == KIND)
        allowed = or_(own, SavedListRow.user_id.is_(None)) if may_share else own
        row = work.session.scalar(query.where(SavedListRow.uid == uid, allowed))
        if row is None:
            raise MissingError(uid)
        work.session.delete(row)
