"""What comes of a step: the items as they stand, or who was there first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from trips.domain.board.effects import Note
from trips.domain.board.quick.reading import QuickReading
from trips.domain.item import Item
from trips.domain.values.text import EMPTY, Text


@dataclass(frozen=True, kw_only=True)
class StepOutcome:
    """A step that was taken. Items carry their new versions."""

    step: str
    """Names it for undo; empty where nothing had to change."""
    revision: int
    changed: tuple[Item, ...] = ()
    added: tuple[Item, ...] = ()
    removed: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    reading: QuickReading | None = None
    """How a quick line was understood."""


@dataclass(frozen=True, kw_only=True)
class PastChange:
    """A row of the history: what one step did to one object."""

    id: int
    step: str
    undoes: str
    verb: str
    kind: str
    uid: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    at: datetime
    actor: str
    """Uid of the account, or the name of the program."""
    actor_name: str


@dataclass(frozen=True, kw_only=True)
class StaleItem:
    """An item that is no longer as somebody saw it: who did what to it since."""

    uid: str
    title: Text = EMPTY
    is_removed: bool = False
    actor_name: str = ""
    at: datetime | None = None
    fields: tuple[str, ...] = ()
    """Names of the fields that changed meanwhile."""


class StaleError(Exception):
    """Somebody has changed items meanwhile; nothing was overwritten."""

    def __init__(self, items: tuple[StaleItem, ...]) -> None:
        super().__init__(", ".join(item.uid for item in items))
        self.items = items


def changed_fields(changes: tuple[PastChange, ...]) -> tuple[str, ...]:
    """The fields that some changes touched, in order of the alphabet."""
    pairs = ((change.before, change.after) for change in changes if change.before and change.after)
    names = {
        name
        for before, after in pairs
        for name in {*before, *after} - {"changed_at"}
        if before.get(name) != after.get(name)
    }
    return tuple(sorted(names))
