"""A list of people as it is wanted: who stands on it, with which columns, in what order."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Sorting(StrEnum):
    """In what order people stand."""

    PRECEDENCE = "precedence"
    ALPHABET = "alphabet"
    ARRIVAL = "arrival"
    """Who comes first; whoever says nothing last, by name."""
    DEPARTURE = "departure"


class RowChoice(StrEnum):
    """Who stands on a list."""

    ROSTER = "roster"
    AGREED = "agreed"
    ROOM = "room"
    TRAVEL = "travel"


@dataclass(frozen=True, kw_only=True)
class ListPlan:
    """A list as it is wanted: a preset of the product or one that somebody made."""

    key: str
    """Of a preset; of an own one `own-` and its uid."""
    name: str = ""
    """What somebody called it; empty for those of the product, which are worded."""
    columns: tuple[str, ...] = ()
    """Keys in their order; none means all."""
    rows: RowChoice = RowChoice.ROSTER
    sorting: Sorting = Sorting.PRECEDENCE


COMPLETE: Final = ListPlan(key="giz")
"""Everybody of the roster with everything."""
