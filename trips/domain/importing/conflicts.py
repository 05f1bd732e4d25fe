"""Fields that were changed on both sides: named, and held back until somebody decides."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from trips.domain.importing.plan import FILE, ChangedDelegate, ChangedItem, Conflict, Decisions
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
    lost = {each.change.field for each in conflicts if decisions.get(each.ref) != FILE}
    if not lost:
        return entry
    return replace(entry, changes=tuple(each for each in entry.changes if each.field not in lost))


def open_conflicts(conflicts: Iterable[Conflict], decisions: Decisions) -> tuple[Conflict, ...]:
    """The conflicts that nobody has decided."""
    return tuple(each for each in conflicts if each.ref not in decisions)
