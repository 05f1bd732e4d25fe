"""The log of readings for lists: whoever gets diets and access needs by name is written down."""

from typing import Final

from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.briefs.document import Order
from trips.domain.briefs.roster import RosterBrief, RosterRow
from trips.domain.privacy.sealed import NEEDS, SealedField
from trips.queries.account import find_actor
from trips.services.privacy.reading import note_reading

PURPOSE: Final = "list"


def log_list(order: Order, brief: RosterBrief) -> None:
    """Note who gets the needs of whom with a list; lists without needs by name leave no line."""
    wanted = brief.plan.columns or tuple(field.value for field in NEEDS)
    fields = sorted(field for field in NEEDS if field.value in wanted)
    subjects = [row.uid for row in brief.rows if any(_says(row, field) for field in fields)]
    if brief.is_reduced or not subjects:
        return
    actor = find_actor(order.reader) or COMMAND_LINE
    purpose = f"{PURPOSE}: {brief.plan.key}"
    note_reading(order.trip, subjects, fields, actor=actor, purpose=purpose, now=clock.now())


def _says(row: RosterRow, field: SealedField) -> bool:
    return bool(getattr(row, field.value))
