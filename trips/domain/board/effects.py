"""What a step changes, what it tells, and why it is refused: codes and facts, no words."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from trips.domain.item import Item


class StepErrorCode(StrEnum):
    """Why a step cannot be taken; facts in brackets."""

    UNREADABLE = "unreadable"
    """The request is none [path]."""
    ITEM_GONE = "item_gone"
    """Somebody has removed it [uid]."""
    NOTHING_CHOSEN = "nothing_chosen"
    NOT_PLACED = "not_placed"
    """An idea in the pool has no time that could be moved [title]."""
    ALREADY_PLACED = "already_placed"
    """Only ideas in the pool are placed [title]."""
    END_BEFORE_START = "end_before_start"
    """[title, starts, ends]"""
    TOO_SHORT = "too_short"
    """[title, minutes]: the shortest span."""
    TOO_LONG = "too_long"
    """[title, days]: the longest span."""
    TOO_FAR = "too_far"
    """Far outside the trip [title, starts, first, last]."""
    STOP_GONE = "stop_gone"
    GROUP_UNKNOWN = "group_unknown"
    """[group]"""
    GROUPS_NEEDED = "groups_needed"
    """The trip, or the item, has no two groups to split for [title]."""
    NOT_ITS_GROUP = "not_its_group"
    """[title, group]"""
    TWO_NEEDED = "two_needed"
    """Joining takes two items or more."""
    SPANS_DIFFER = "spans_differ"
    """Only items with the same times can be joined [first, second]."""
    PLACES_DIFFER = "places_differ"
    """Only items in the same city can be joined [first, second]."""
    SAME_GROUPS = "same_groups"
    """There is nothing to swap [first, second]."""
    NOT_PARALLEL = "not_parallel"
    """Only items of the same day can swap groups [first, second]."""
    LINE_EMPTY = "line_empty"
    """Nothing is left that the item could be called by."""
    LINE_TOO_LONG = "line_too_long"
    """[most]: characters"""


class StepError(ValueError):
    """A step that cannot be taken; nothing was changed."""

    def __init__(self, code: StepErrorCode, **facts: Any) -> None:
        super().__init__(code.value)
        self.code = code
        self.facts = facts


class NoteCode(StrEnum):
    """What somebody should know about a step that was taken; facts in brackets."""

    LEGS_STAY = "legs_stay"
    """A leg later that day keeps its times [first, second, departs, booking]."""
    CLOCK_CHANGE = "clock_change"
    """The wall time is skipped that night; the next that exists was taken [title, starts]."""
    CITY_CHANGED = "city_changed"
    """The item now belongs to another city and keeps its site [title, city, has_site]."""
    INTERPRETING_STAYS = "interpreting_stays"
    """Interpreters stay with the first item [number]."""
    INTERPRETING_GOES = "interpreting_goes"
    """Interpreters of the items that went are to be planned anew [number]."""
    TEXTS_DIFFER = "texts_differ"
    """Joined items had different words; those of the first stay [first, second, fields]."""
    COPIES_ARE_IDEAS = "copies_are_ideas"
    """Nobody has agreed to the copies [number]."""


@dataclass(frozen=True)
class Note:
    """A fact to be told with the outcome."""

    code: NoteCode
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Effects:
    """What a step does: items as they are afterwards; new ones have no uid yet."""

    changed: tuple[Item, ...] = ()
    added: tuple[Item, ...] = ()
    removed: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def touched(self) -> tuple[str, ...]:
        """Uids of existing items that change or go."""
        return (*(item.uid for item in self.changed), *self.removed)
