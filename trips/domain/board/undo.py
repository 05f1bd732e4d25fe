"""What can be taken back: steps of one person from the history, and whether they still can.

A step is undone by its inverse: what it changed becomes what it was, what it added goes, what it
took out comes back. That is refused where the object is no longer as the step left it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Any, Final

from trips.domain.board.outcome import PastChange, StepOutcome
from trips.domain.values.text import EMPTY, Text

KINDS: Final = ("item", "leg", "stop", "day")
"""Kinds of objects whose changes can be taken back."""
PASSING: Final = frozenset({"changed_at"})
"""Fields that do not count when two states are compared."""


class Inverse(StrEnum):
    """What takes a change back."""

    WRITE = "write"
    REMOVE = "remove"
    REVIVE = "revive"


class UndoRefusal(StrEnum):
    """Why a step cannot be taken back; facts in brackets."""

    NOTHING = "nothing"
    """There is no step to take back."""
    CHANGED_SINCE = "changed_since"
    """Somebody has changed the same object since [title, actor_name, at, kind]."""
    GONE = "gone"
    """The object, or what it refers to, is no longer there [title, kind]."""
    IN_USE = "in_use"
    """A stop that items or legs refer to by now [title]."""


class UndoRefusedError(Exception):
    """A step that cannot be taken back; nothing was changed."""

    def __init__(self, reason: UndoRefusal, step: str = "", **facts: Any) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.step = step
        """The refused step: hand it over as `skip` to go on with the one before."""
        self.facts = facts


@dataclass(frozen=True, kw_only=True)
class PastStep:
    """All that one write changed."""

    uid: str
    undoes: str
    changes: tuple[PastChange, ...]


@dataclass(frozen=True, kw_only=True)
class StepLabel:
    """What the words of a button need: the step, what it was, and on what."""

    step: str
    verb: str
    kind: str
    number: int
    """How many objects it changed."""
    title: Text
    """Of the first of them; empty where it is not known."""


@dataclass(frozen=True, kw_only=True)
class UndoOutcome(StepOutcome):
    """A step that was taken back, or done again: restored items count as added."""

    label: StepLabel
    is_route_changed: bool = False
    """Stops, legs or days changed, too: more than the days of the items looks different."""


@dataclass(frozen=True)
class Stacks:
    """Steps that can be taken back and done again, the next one last."""

    undo: tuple[PastStep, ...] = ()
    redo: tuple[PastStep, ...] = ()
    steps: Mapping[str, PastStep] | None = None

    @property
    def next_undo(self) -> StepLabel | None:
        """What undo would take back."""
        return self._label(self.undo[-1]) if self.undo else None

    @property
    def next_redo(self) -> StepLabel | None:
        """What redo would do again."""
        return self._label(self.redo[-1]) if self.redo else None

    def _label(self, step: PastStep) -> StepLabel:
        """In the words of the step that somebody once took, however often it went to and fro."""
        root = step
        while root.undoes and self.steps and root.undoes in self.steps:
            root = self.steps[root.undoes]
        first = root.changes[0]
        number = len({change.uid for change in root.changes})
        verb = "" if root.undoes else first.verb
        return StepLabel(
            step=step.uid, verb=verb, kind=first.kind, number=number, title=title_of(first)
        )


def net_changes(step: PastStep) -> tuple[PastChange, ...]:
    """One change for each object of a step, the last object first."""
    found: dict[tuple[str, ...], PastChange] = {}
    for change in step.changes:
        place = (change.kind, change.uid, str(change.after.get("on", "")))
        first = found.get(place, change)
        found[place] = replace(first, after=change.after)
    return tuple(reversed(found.values()))


def title_of(change: PastChange) -> Text:
    """What an object is called: an item's title, a stop's city; empty for others."""
    wire = {**change.before, **change.after}
    words = wire.get("title") or wire.get("city")
    return Text(words) if isinstance(words, dict) else EMPTY


def stacks_of(changes: Sequence[PastChange], skip: Collection[str] = ()) -> Stacks:
    """Replay what somebody did, oldest first: what they could undo and redo now.

    An undo puts its step on the other stack, a redo puts it back, a new step clears redo.
    """
    steps = {step.uid: step for step in _steps(changes)}
    undo: dict[str, PastStep] = {}
    redo: dict[str, PastStep] = {}
    for step in steps.values():
        if step.undoes in undo:
            del undo[step.undoes]
            redo[step.uid] = step
        elif step.undoes in redo:
            del redo[step.undoes]
            undo[step.uid] = step
        elif not step.undoes:
            redo.clear()
            undo[step.uid] = step
    return Stacks(
        tuple(step for uid, step in undo.items() if uid not in skip),
        tuple(step for uid, step in redo.items() if uid not in skip),
        steps,
    )


def _steps(changes: Iterable[PastChange]) -> list[PastStep]:
    return [
        PastStep(uid=uid, undoes=rows[0].undoes, changes=rows)
        for uid, group in groupby(changes, key=lambda change: change.step)
        if (rows := tuple(change for change in group if inverse_of(change)))
    ]


def inverse_of(change: PastChange) -> Inverse | None:
    """What takes a change back, none for what changed no object."""
    if change.before and change.after:
        return Inverse.WRITE
    if change.verb in {"create", "restore"} or change.after:
        return Inverse.REMOVE
    if change.verb == "delete" or change.before:
        return Inverse.REVIVE
    return None


def is_as_left(change: PastChange, current: Mapping[str, Any] | None) -> bool:
    """True if the object is as a change left it; `current` is none where it is not there."""
    inverse = inverse_of(change)
    if inverse is Inverse.REVIVE or current is None:
        return inverse is Inverse.REVIVE and current is None
    if "uid" not in change.after and "on" not in change.after:
        return all(current.get(name) == value for name, value in change.after.items())
    return comparable(current) == comparable(change.after)


def comparable(wire: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a state that count; groups in one order."""
    kept = {name: value for name, value in wire.items() if name not in PASSING}
    return {**kept, "groups": sorted(kept.get("groups", ()))}
