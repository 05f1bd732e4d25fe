"""Views of the list of delegates that somebody has named."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from trips.extensions import db
from trips.models.delegates.saved_list import SavedListRow
from trips.models.trip import TripRow
from trips.models.user import UserRow

KIND = "view"


@dataclass(frozen=True, kw_only=True)
class SavedView:
    """Filters and order under a name."""

    uid: str
    name: str
    filters: dict[str, str]
    """As in the address of the list."""
    is_shared: bool


def list_views(trip: str, user: str) -> tuple[SavedView, ...]:
    """Somebody's own views of a trip and the shared ones, by name."""
    query = (
        select(SavedListRow)
        .join(TripRow, TripRow.id == SavedListRow.trip_id)
        .outerjoin(UserRow, UserRow.id == SavedListRow.user_id)
        .where(TripRow.uid == trip, SavedListRow.kind == KIND)
        .where(or_(SavedListRow.user_id.is_(None), UserRow.uid == user))
        .order_by(SavedListRow.name, SavedListRow.id)
    )
    return tuple(
        SavedView(
            uid=row.uid,
            name=row.name,
            filters=dict(row.settings["filters"]),
            is_shared=row.user_id is None,
        )
        for row in db.session.scalars(query)
    )
