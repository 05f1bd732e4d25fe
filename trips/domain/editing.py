"""Edits that meet: only what a person touched is changed, only what two touched is a conflict."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

Entity = TypeVar("Entity")


@dataclass(frozen=True)
class Change:
    """The fields somebody touched: what the form showed, and what they want instead."""

    was: Mapping[str, Any]
    now: Mapping[str, Any]

    @property
    def is_empty(self) -> bool:
        """True if nothing was touched."""
        return not self.now


@dataclass(frozen=True)
class Conflict:
    """A field that somebody else has changed meanwhile, to something else."""

    field: str
    was: Any
    theirs: Any
    mine: Any


class ConflictError(Exception):
    """An edit that overlaps with another; nothing was changed."""

    def __init__(self, conflicts: tuple[Conflict, ...], current: Any) -> None:
        super().__init__(", ".join(conflict.field for conflict in conflicts))
        self.conflicts = conflicts
        self.current = current
        """The object as it stands now, for the form that asks again."""


def change_between(was: object, values: Mapping[str, Any]) -> Change:
    """The change that makes `values` of what `was` shown; untouched fields are left out."""
    touched = {name: value for name, value in values.items() if getattr(was, name) != value}
    return Change({name: getattr(was, name) for name in touched}, touched)


def merge(current: Entity, change: Change) -> Entity:
    """The current object with the change in it. Raises `ConflictError`.

    A field that meanwhile became what is wanted anyway is no conflict.
    """
    conflicts = tuple(
        Conflict(name, change.was[name], getattr(current, name), value)
        for name, value in change.now.items()
        if getattr(current, name) not in (change.was[name], value)
    )
    if conflicts:
        raise ConflictError(conflicts, current)
    return replace(current, **change.now)  # type: ignore[type-var] # every entity is a dataclass
