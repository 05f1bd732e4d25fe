"""Plans of lists: the presets, and those that somebody made for a trip."""

from sqlalchemy import select

from trips.domain.briefs.list_plan import COMPLETE, ListPlan, RowChoice, Sorting
from trips.domain.briefs.presets import PLANS, ListPreset
from trips.extensions import db
from trips.models.delegates.saved_list import SavedListRow
from trips.models.trip import TripRow

KIND = "preset"
OWN = "own-"
"""Begins the key of a plan that somebody made; behind it stands its uid."""


class PlanNotFoundError(LookupError):
    """No list bears this key."""


def list_own_plans(trip: str) -> tuple[ListPlan, ...]:
    """The lists that somebody made for a trip, by name."""
    query = (
        select(SavedListRow)
        .join(TripRow, TripRow.id == SavedListRow.trip_id)
        .where(TripRow.uid == trip, SavedListRow.kind == KIND)
        .order_by(SavedListRow.name, SavedListRow.id)
    )
    return tuple(plan_of(row) for row in db.session.scalars(query))


def find_plan(trip: str, key: str) -> ListPlan:
    """The plan of a key; the complete roster for none. Raises `PlanNotFoundError`."""
    if not key:
        return COMPLETE
    if key in set(ListPreset):
        return PLANS[ListPreset(key)]
    for plan in list_own_plans(trip):
        if plan.key == key:
            return plan
    raise PlanNotFoundError(key)


def plan_of(row: SavedListRow) -> ListPlan:
    """The value of a row."""
    settings = row.settings
    return ListPlan(
        key=f"{OWN}{row.uid}",
        name=row.name,
        columns=tuple(settings["columns"]),
        rows=RowChoice(settings["rows"]),
        sorting=Sorting(settings["sorting"]),
    )
