"""Two people at the board of the tests' trip, and steps drawn at random."""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st
from sqlalchemy import select

from tests.world import CAST, NOW
from tests.world_trip import UIDS
from trips.domain.account.user import Actor
from trips.domain.board.outcome import StepOutcome
from trips.domain.board.steps import (
    Add,
    Duplicate,
    Join,
    Move,
    Place,
    Remove,
    Resize,
    SetStatus,
    ShiftAfter,
    Split,
    Step,
    SwapGroups,
    Unplace,
)
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.domain.values.wire import to_wire
from trips.extensions import db
from trips.models.user import UserRow
from trips.queries.snapshot import get_snapshot
from trips.services.planning.board import take_step

TRIP = UIDS["trip"]
Drawn = tuple[int, int, int, int, int]


def actor_of(who: str) -> Actor:
    row = db.session.scalar(select(UserRow).where(UserRow.email == CAST[who].email))
    return Actor(uid=row.uid, name=row.name, email=row.email, role=row.role)


def item(uid: str) -> Item:
    return get_snapshot(TRIP).item_by_uid[uid]


def take(who: str, step: Step, **versions: int) -> StepOutcome:
    return take_step(TRIP, step, versions=versions, actor=actor_of(who), now=NOW)


def programme() -> dict[str, object]:
    """All items as they stand; when they were changed last does not count."""
    wires = (to_wire(item) for item in get_snapshot(TRIP).items)
    return {wire["uid"]: {**wire, "changed_at": ""} for wire in wires}


@dataclass(frozen=True)
class Draw:
    """Numbers, and what they mean on the trip as it is now."""

    items: tuple[Item, ...]
    numbers: Drawn

    @property
    def first(self) -> Item:
        return self.items[self.numbers[1] % len(self.items)]

    @property
    def second(self) -> Item:
        return self.items[self.numbers[2] % len(self.items)]

    @property
    def both(self) -> tuple[str, str]:
        return self.first.uid, self.second.uid

    @property
    def groups(self) -> tuple[str, ...]:
        return ((), ("A",), ("B",), ("A", "B"))[self.numbers[2] % 4]

    @property
    def status(self) -> ItemStatus:
        return tuple(ItemStatus)[self.numbers[2] % 4]

    @property
    def minutes(self) -> int:
        return self.numbers[3]

    @property
    def days(self) -> int:
        return self.numbers[4]


STEPS: tuple[Callable[[Draw], Step], ...] = (
    lambda draw: Move(uids=draw.both, minutes=draw.minutes, days=draw.days),
    lambda draw: Move(uids=(draw.first.uid,), groups=draw.groups, days=draw.days),
    lambda draw: Place(uid=draw.first.uid, starts=draw.second.starts, groups=draw.groups),
    lambda draw: Unplace(uids=(draw.first.uid,)),
    lambda draw: Resize(uid=draw.first.uid, starts=draw.first.starts, ends=draw.second.ends),
    lambda draw: ShiftAfter(
        uid=draw.first.uid, minutes=draw.minutes, with_itself=draw.first == draw.second
    ),
    lambda draw: Split(uid=draw.first.uid, groups=draw.groups),
    lambda draw: Join(uids=draw.both),
    lambda draw: SwapGroups(first=draw.first.uid, second=draw.second.uid),
    lambda draw: Duplicate(uids=(draw.first.uid,), minutes=draw.minutes, days=draw.days),
    lambda draw: Remove(uids=draw.both if len(draw.items) > 3 else ()),
    lambda draw: SetStatus(uids=draw.both, status=draw.status),
    lambda draw: Add(
        kind=ItemKind.MEAL,
        title=Text(de="Mittagessen", en="Lunch"),
        starts=draw.first.starts,
        ends=draw.first.ends,
        groups=draw.groups,
        is_unplaced=draw.minutes < 0,
    ),
)


def drawn_steps(most: int = 8) -> st.SearchStrategy[list[Drawn]]:
    number = st.integers(0, 30)
    minutes = st.integers(-48, 48).map(lambda units: units * 5)
    one = st.tuples(st.integers(0, len(STEPS) - 1), number, number, minutes, st.integers(-1, 1))
    return st.lists(one, min_size=1, max_size=most)


def step_of(snapshot: TripSnapshot, drawn: Drawn) -> Step:
    """What a draw means on the trip as it is now."""
    return STEPS[drawn[0]](Draw(snapshot.items, drawn))
