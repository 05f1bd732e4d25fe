"""Steps on the wire: written, read back, and refused where they are none."""

from datetime import date, datetime

import pytest

from tests.domain.board.planned_trip import at
from trips.domain.board.effects import StepError, StepErrorCode
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
    read_step,
    uids_of,
    write_step,
)
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.values.text import Text

STEPS: list[Step] = [
    Move(uids=("a", "b"), minutes=-15, days=1, groups=(), stop="munich"),
    Move(uids=("a",)),
    Place(uid="a", starts=at(18, 9)),
    Unplace(uids=("a",)),
    Resize(uid="a", starts=datetime(2026, 10, 25, 2, 30, fold=1), ends=at(18, 10)),
    ShiftAfter(uid="a", minutes=15, with_itself=True),
    Split(uid="a", groups=("A",)),
    Join(uids=("a", "b")),
    SwapGroups(first="a", second="b"),
    Duplicate(uids=("a",), days=1, groups=("A",)),
    Remove(uids=("a",)),
    SetStatus(uids=("a",), status=ItemStatus.CONFIRMED),
    Add(kind=ItemKind.MEAL, title=Text(de="Essen"), starts=at(18, 12), ends=at(18, 13)),
    QuickAdd(line="Di 14 Uhr", near=date(2015, 9, 18)),
]


@pytest.mark.parametrize("step", STEPS)
def test_every_step_can_be_written_and_read_back(step: Step) -> None:
    written = write_step(step)
    assert read_step(written) == step
    assert write_step(read_step(written)) == written


def test_no_groups_and_everyone_are_told_apart_on_the_wire() -> None:
    assert "groups" not in write_step(Move(uids=("a",)))
    assert write_step(Move(uids=("a",), groups=()))["groups"] == []


@pytest.mark.parametrize(
    "wire",
    [
        None,
        [],
        {},
        {"verb": "fly"},
        {"verb": "move"},
        {"verb": "move", "uids": "a"},
        {"verb": "move", "uids": ["a"], "minutes": "5"},
        {"verb": "move", "uids": ["a"], "more": 1},
        {"verb": "place", "uid": "a", "starts": "soon"},
        {"verb": ["move"], "uids": ["a"]},
    ],
)
def test_anything_else_is_refused(wire: object) -> None:
    with pytest.raises(StepError) as error:
        read_step(wire)
    assert error.value.code is StepErrorCode.UNREADABLE


def test_a_step_names_its_items() -> None:
    assert uids_of(Move(uids=("a", "b"))) == ("a", "b")
    assert uids_of(SwapGroups(first="a", second="b")) == ("a", "b")
    assert uids_of(QuickAdd(line="x")) == ()
