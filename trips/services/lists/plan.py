"""Lists that somebody makes for a trip: kept under a name, changed, thrown away."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.briefs.list_plan import ListPlan
from trips.domain.editing import Change, merge
from trips.models.delegates.saved_list import SavedListRow
from trips.models.types import new_uid
from trips.queries.lists.plan import KIND, OWN, plan_of
from trips.services.participation import trip_id
from trips.services.unit import MissingError, Unit, unit


def add_plan(trip: str, new: ListPlan, *, actor: Actor, now: datetime) -> str:
    """Keep a list under its name; its key."""
    with unit(actor, now, trip=trip) as work:
        row = SavedListRow(uid=new_uid(), trip_id=trip_id(work), kind=KIND, version=1)
        _write(work, row, new)
        work.record("create", ("list", row.uid), None, {"name": new.name})
        return f"{OWN}{row.uid}"


def edit_plan(trip: str, key: str, change: Change, *, actor: Actor, now: datetime) -> ListPlan:
    """Change the touched fields of a list. Raises `MissingError` and `ConflictError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, key)
        old = plan_of(row)
        new = merge(old, change)
        if new != old:
            row.version += 1
            _write(work, row, new)
            work.record("edit", ("list", row.uid), {"name": old.name}, {"name": new.name})
        return new


def delete_plan(trip: str, key: str, *, actor: Actor, now: datetime) -> None:
    """Throw a list away. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, key)
        work.record("delete", ("list", row.uid), {"name": row.name})
        work.session.delete(row)


def _write(work: Unit, row: SavedListRow, plan: ListPlan) -> None:
    row.name, row.settings = plan.name, _settings(plan)
    row.changed_at = work.now
    work.session.add(row)
    work.session.flush()


def _settings(plan: ListPlan) -> dict[str, Any]:
    return {
        "columns": list(plan.columns),
        "rows": plan.rows.value,
        "sorting": plan.sorting.value,
    }


def _row(work: Unit, key: str) -> SavedListRow:
    query = select(SavedListRow).where(
        SavedListRow.uid == key.removeprefix(OWN),
        SavedListRow.trip_id == trip_id(work),
        SavedListRow.kind == KIND,
    )
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(key)
    return row
