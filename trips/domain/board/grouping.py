"""Steps that part an item for groups and bring groups together again."""

from dataclasses import replace
from itertools import chain
from typing import Any, Final

from trips.domain.board.effects import Effects, Note, NoteCode, StepError, StepErrorCode
from trips.domain.board.moving import same
from trips.domain.board.places import find_items, get_item, list_groups
from trips.domain.board.steps import Join, Split, SwapGroups
from trips.domain.item import Item
from trips.domain.snapshot import TripSnapshot

UNITED: Final = ("hosts", "speakers", "themes", "floor_languages")
"""Joined items bring together what they name."""
GATHERED: Final = ("internal_note", "materials")
"""Notes of the team: none is lost, they stand below each other."""
WORDS: Final = (
    *("kind", "title", "site", "room", "meeting_point", "text", "format", "dress"),
    *("capacity", "transfer_mode", "vehicle"),
)
"""Where joined items differ in these, the first has its way."""


def split(snapshot: TripSnapshot, step: Split) -> Effects:
    """Copies with everything the item has; what groups do differently is written afterwards."""
    item = get_item(snapshot, step.uid)
    own = groups_of(snapshot, item)
    chosen = set(step.groups)
    if len(own) < 2:  # noqa: PLR2004 two make a fork
        raise StepError(StepErrorCode.GROUPS_NEEDED, title=item.title)
    for code in sorted(chosen - set(own)):
        raise StepError(StepErrorCode.NOT_ITS_GROUP, title=item.title, group=code)
    parts: list[tuple[str, ...]]
    if not chosen or chosen == set(own):
        parts = [(code,) for code in own]
    else:
        parts = [
            tuple(code for code in own if code not in chosen),
            tuple(code for code in own if code in chosen),
        ]
    return Effects(
        changed=(replace(item, groups=parts[0]),),
        added=tuple(replace(item, uid="", groups=part) for part in parts[1:]),
        notes=_interpreting(snapshot, NoteCode.INTERPRETING_STAYS, (item,)),
    )


def groups_of(snapshot: TripSnapshot, item: Item) -> tuple[str, ...]:
    """The groups that an item is for, everyone written out."""
    return item.groups or tuple(group.code for group in snapshot.trip.groups)


def join(snapshot: TripSnapshot, step: Join) -> Effects:
    """The first item takes the groups of the others, and what it lacks; the others go."""
    first, *others = find_items(snapshot, step.uids)
    if not others:
        raise StepError(StepErrorCode.TWO_NEEDED)
    for other in others:
        _refuse_apart(first, other)
    joined = first
    for other in others:
        joined = _absorb(joined, other)
    is_for_all = any(not item.groups for item in (first, *others))
    codes = () if is_for_all else chain.from_iterable(item.groups for item in (first, *others))
    notes = [_differing(first, other) for other in others]
    return Effects(
        changed=(replace(joined, groups=list_groups(snapshot, codes)),),
        removed=tuple(other.uid for other in others),
        notes=(
            *(note for note in notes if note),
            *_interpreting(snapshot, NoteCode.INTERPRETING_GOES, tuple(others)),
        ),
    )


def swap_groups(snapshot: TripSnapshot, step: SwapGroups) -> Effects:
    """Each of two items on a day becomes the other's groups' item."""
    first, second = get_item(snapshot, step.first), get_item(snapshot, step.second)
    facts = {"first": first.title, "second": second.title}
    if first.groups == second.groups:
        raise StepError(StepErrorCode.SAME_GROUPS, **facts)
    if first.is_unplaced or second.is_unplaced or first.starts.date() != second.starts.date():
        raise StepError(StepErrorCode.NOT_PARALLEL, **facts)
    return Effects(
        changed=(replace(first, groups=second.groups), replace(second, groups=first.groups))
    )


def _refuse_apart(first: Item, other: Item) -> None:
    facts = {"first": first.title, "second": other.title}
    if first.stop != other.stop:
        raise StepError(StepErrorCode.PLACES_DIFFER, **facts)
    is_one_span = same(first.starts, other.starts) and same(first.ends, other.ends)
    if first.is_unplaced != other.is_unplaced or not (is_one_span or first.is_unplaced):
        raise StepError(StepErrorCode.SPANS_DIFFER, **facts)


def _absorb(first: Item, other: Item) -> Item:
    """The first item with what the other names beside it; empty fields are filled."""
    new: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(first, name), *getattr(other, name))))
        for name in UNITED
    }
    for name in GATHERED:
        texts = dict.fromkeys(filter(None, (getattr(first, name), getattr(other, name))))
        new[name] = "\n".join(texts)
    for name in WORDS:
        new[name] = getattr(first, name) or getattr(other, name)
    return replace(first, **new)


def _differing(first: Item, other: Item) -> Note | None:
    fields = tuple(
        name
        for name in WORDS
        if getattr(first, name)
        and getattr(other, name)
        and getattr(first, name) != getattr(other, name)
    )
    if not fields:
        return None
    facts = {"first": first.title, "second": other.title, "fields": fields}
    return Note(NoteCode.TEXTS_DIFFER, facts)


def _interpreting(
    snapshot: TripSnapshot, code: NoteCode, items: tuple[Item, ...]
) -> tuple[Note, ...]:
    uids = {item.uid for item in items}
    number = sum(each.item in uids for each in snapshot.assignments)
    return (Note(code, {"number": number}),) if number else ()
