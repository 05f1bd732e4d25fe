"""From a step to its effects."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from trips.domain.board import grouping, listing, moving
from trips.domain.board.effects import Effects, StepError, StepErrorCode
from trips.domain.board.quick.reading import read_line
from trips.domain.board.steps import (
    Add,
    Duplicate,
    Join,
    Move,
    Place,
    QuickAdd,
    Remove,
    Resize,
    SetStatus,
    ShiftAfter,
    Split,
    Step,
    SwapGroups,
    Unplace,
)
from trips.domain.snapshot import TripSnapshot

_APPLY: Final[Mapping[type, Callable[[TripSnapshot, Any], Effects]]] = {
    Move: moving.move,
    Place: moving.place,
    Unplace: moving.unplace,
    Resize: moving.resize,
    ShiftAfter: moving.shift_after,
    Split: grouping.split,
    Join: grouping.join,
    SwapGroups: grouping.swap_groups,
    Duplicate: listing.duplicate,
    Remove: listing.remove,
    SetStatus: listing.set_status,
    Add: listing.add,
    QuickAdd: lambda snapshot, step: listing.add(snapshot, read_line(snapshot, step).add),
}


def apply_step(snapshot: TripSnapshot, step: Step) -> Effects:
    """What a step changes. Raises `StepError`."""
    try:
        return _APPLY[type(step)](snapshot, step)
    except OverflowError:
        raise StepError(StepErrorCode.UNREADABLE, path="starts") from None
