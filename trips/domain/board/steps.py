"""What somebody does on the board, as data: each step has a wire form and can be read back.

`uids` name items. A step is relative where it can be (minutes, days), so that it means the same
for one item and for many.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from trips.domain.board.effects import StepError, StepErrorCode
from trips.domain.item import ItemKind, ItemStatus, TransferMode
from trips.domain.values.text import EMPTY, Text
from trips.domain.values.wire import from_wire, to_wire

Uids = tuple[str, ...]
Codes = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Move:
    """Move placed items by minutes and days, to other groups, to another stop.

    No groups: they keep theirs; an empty tuple: everyone. Without a stop the items follow the
    city of their new day.
    """

    uids: Uids
    minutes: int = 0
    days: int = 0
    groups: Codes | None = None
    stop: str | None = None


@dataclass(frozen=True, kw_only=True)
class Place:
    """Give an idea from the pool a time; it keeps its length."""

    uid: str
    starts: datetime
    groups: Codes | None = None
    stop: str | None = None


@dataclass(frozen=True, kw_only=True)
class Unplace:
    """Put items back into the pool of ideas; they keep their length and their city."""

    uids: Uids


@dataclass(frozen=True, kw_only=True)
class Resize:
    """Give an item a new start, a new end, or both."""

    uid: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class ShiftAfter:
    """Move everything that starts after an item's start, that day and in its groups.

    `with_itself` moves the item, too. Legs are booked and stay.
    """

    uid: str
    minutes: int
    with_itself: bool = False


@dataclass(frozen=True, kw_only=True)
class Split:
    """One item for each group. With groups: these get a copy of their own, the rest stays."""

    uid: str
    groups: Codes = ()


@dataclass(frozen=True, kw_only=True)
class Join:
    """Make one item of several with the same span; the first keeps its uid and its words."""

    uids: Uids


@dataclass(frozen=True, kw_only=True)
class SwapGroups:
    """Two items exchange their groups: A goes where B went."""

    first: str
    second: str


@dataclass(frozen=True, kw_only=True)
class Duplicate:
    """Copies of items, moved by minutes and days, as ideas that nobody has agreed to yet."""

    uids: Uids
    minutes: int = 0
    days: int = 0
    groups: Codes | None = None
    stop: str | None = None


@dataclass(frozen=True, kw_only=True)
class Remove:
    """Take items out of the programme; undo brings them back."""

    uids: Uids


@dataclass(frozen=True, kw_only=True)
class SetStatus:
    """Set how firm items are."""

    uids: Uids
    status: ItemStatus


@dataclass(frozen=True, kw_only=True)
class Add:
    """A new item: what a quick line means, or a fix of a finding (a transfer, a lunch)."""

    kind: ItemKind
    title: Text
    starts: datetime
    ends: datetime
    stop: str | None = None
    site: str | None = None
    groups: Codes = ()
    status: ItemStatus = ItemStatus.IDEA
    transfer_mode: TransferMode | None = None
    meeting_point: Text = EMPTY
    is_unplaced: bool = False
    is_start_assumed: bool = False
    is_end_assumed: bool = False


@dataclass(frozen=True, kw_only=True)
class QuickAdd:
    """A new item from one typed line, see `quick.reading`."""

    line: str
    locale: str = "de"
    """The language that the title is written in."""
    near: date | None = None
    """The day that is looked at: of two Tuesdays the nearer one is meant."""


Step = (
    Move
    | Place
    | Unplace
    | Resize
    | ShiftAfter
    | Split
    | Join
    | SwapGroups
    | Duplicate
    | Remove
    | SetStatus
    | Add
    | QuickAdd
)

VERBS: Final[Mapping[str, type[Step]]] = {
    "move": Move,
    "place": Place,
    "unplace": Unplace,
    "resize": Resize,
    "shift": ShiftAfter,
    "split": Split,
    "join": Join,
    "swap": SwapGroups,
    "duplicate": Duplicate,
    "delete": Remove,
    "status": SetStatus,
    "create": Add,
    "quick_add": QuickAdd,
}
"""The names of the steps, on the wire and in the history."""
_NAMES: Final = {kind: verb for verb, kind in VERBS.items()}


def verb_of(step: Step) -> str:
    """The name of a step, as in `VERBS`."""
    return _NAMES[type(step)]


def write_step(step: Step) -> dict[str, Any]:
    """The JSON form: `{"verb": "move", "uids": [...], "minutes": 15}`; defaults are left out."""
    return {"verb": verb_of(step), **to_wire(step)}


def read_step(value: Any) -> Step:
    """A step from its JSON form. Raises `StepError` (unreadable) with the first fault."""
    verb = value.get("verb") if isinstance(value, dict) else None
    if not isinstance(verb, str) or verb not in VERBS:
        raise StepError(StepErrorCode.UNREADABLE, path="verb")
    fields = {name: part for name, part in value.items() if name != "verb"}
    step, faults = from_wire(VERBS[verb], fields)
    if step is None:
        raise StepError(StepErrorCode.UNREADABLE, path=faults[0].path)
    return step


def uids_of(step: Step) -> Uids:
    """The items that a step names, in the order given."""
    named = (getattr(step, name, None) for name in ("uid", "first", "second"))
    return (*getattr(step, "uids", ()), *(uid for uid in named if uid))
