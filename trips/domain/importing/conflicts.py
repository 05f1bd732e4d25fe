"""Fields that were changed on both sides: named, and held back until somebody decides."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from trips.domain.importing.plan import (
    BOTH,
    COLUMN,
    FILE,
    SKIP,
    TRIP,
    ChangedDelegate,
    ChangedItem,
    Conflict,
    Decisions,
)
from trips.domain.importing.returning import Comparison
from trips.domain.values.text import Text

Entry = TypeVar("Entry", ChangedItem, ChangedDelegate)


def conflicts_of(uid: str, name: Text | str, compared: Comparison) -> tuple[Conflict, ...]:
    """The contradictions of an item or person, each to be decided under a `ref` of its own."""
    return tuple(
        Conflict(ref=f"{uid}:{change.field}", name=name, change=change)
        for change in compared.changes
        if change.field in compared.contradicted
    )


def without_lost(entry: Entry, conflicts: Iterable[Conflict], decisions: Decisions) -> Entry:
    """The entry without the changes that were not decided for the file."""
    lost = {each.change.field for each in conflicts if decided(each, decisions) != FILE}
    lost |= {each.field for each in entry.changes if is_left_out(each.field, decisions)}
    if not lost:
        return entry
    return replace(entry, changes=tuple(each for each in entry.changes if each.field not in lost))


def open_conflicts(conflicts: Iterable[Conflict], decisions: Decisions) -> tuple[Conflict, ...]:
    """The conflicts that nobody has decided."""
    return tuple(each for each in conflicts if not decided(each, decisions))


def is_left_out(field: str, decisions: Decisions) -> bool:
    """Tell whether all changes of a field are refused."""
    return decisions.get(f"{COLUMN}{field}") == SKIP


def decided(conflict: Conflict, decisions: Decisions) -> str:
    """What stands of a conflict: by its own decision, that of its field, or none."""
    field = conflict.change.field
    if is_left_out(field, decisions):
        return TRIP
    return decisions.get(conflict.ref) or decisions.get(f"{BOTH}{field}", "")
