"""The columns of the list of people on screen: which there are, for whom, and which stand first.

What a column holds is defined once, in `domain/briefs/columns.py`; a few are known to this page
alone. Name, function and organisation always stand in the first column.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trips.domain.account.user import Action
from trips.domain.briefs.columns import ROSTER_COLUMNS, Column, Form, Sensitivity
from trips.domain.pages.people_filter import Part


class Topic(StrEnum):
    """What a column is about; the choice is sorted by it."""

    PERSON = "person"
    TRAVEL = "travel"
    NEEDS = "needs"
    STANDING = "standing"


NAME: Final = "name"
"""Begins every choice in an address; alone it asks for no other column."""
IN_NAME: Final = frozenset({"family_name", "given_name", "function"})
"""Columns of the roster that the first column shows."""
ELSEWHERE: Final = frozenset({"present_from", "present_to", "uid"})
"""Both days stand in one column; nobody reads a uid."""
ALIKE: Final = frozenset({Part.DELEGATES, Part.WAITING, Part.LEFT})
"""Parts of the list with the same people at different stations, and so the same columns."""
_STAFF: Final = frozenset({Part.STAFF})
_ALL: Final = ALIKE | _STAFF
_ROSTER: Final = {column.key: column for column in ROSTER_COLUMNS}
_ORDER: Final = {
    Topic.PERSON: (
        "delegation", "role", "level", "contact_for", "form_of_address", "academic_title",
        "own_script", "organisation", "organisation_kind", "city", "country", "sex", "languages",
    ),
    Topic.TRAVEL: (
        "email", "phone", "group", "present", "arrival_at", "arrival_place", "arrival_number",
        "departure_at", "departure_place", "departure_number",
    ),
    Topic.NEEDS: ("diet", "diet_note", "access", "access_note", "room_wish"),
    Topic.STANDING: (
        "permission", "visa", "passport", "is_listed", "is_photo_allowed", "brings", "note",
        "counts", "status",
    ),
}  # fmt: skip
_PARTS: Final = {
    **dict.fromkeys(
        ("delegation", "level", "room_wish", "permission", "visa", "passport", "brings"), ALIKE
    ),
    "status": ALIKE - {Part.WAITING},
    "role": _STAFF,
    "contact_for": _STAFF,
    "counts": _STAFF,
}
_FOR_READERS: Final = frozenset(
    {
        "status", "arrival_at", "arrival_place", "arrival_number",
        "departure_at", "departure_place", "departure_number",
    }
)  # fmt: skip
"""Internal, and yet told to everybody who reads the trip."""
_OWN_ACTIONS: Final = {"visa": Action.READ_NEEDS, "passport": Action.READ_PASSPORT}
_DEFAULTS: Final = {
    **dict.fromkeys(ALIKE, ("level", "languages", "group", "arrival_at", "status")),
    Part.STAFF: ("contact_for", "languages", "group", "present", "counts"),
}
_PROSE: Final = frozenset({Form.PROSE, Form.WORDS})
ROOMY: Final = 5
"""So much fits beside the names on a desktop."""


@dataclass(frozen=True, kw_only=True)
class ListColumn:
    """A column of the list on screen."""

    key: str
    topic: Topic
    column: Column | None
    """The definition it shares with all lists; none for what only this page knows."""

    @property
    def action(self) -> Action:
        """What somebody must be allowed to do to see it."""
        if self.column is None:
            return _OWN_ACTIONS.get(self.key, Action.READ_TRIP)
        if self.column.sensitivity is Sensitivity.PUBLIC or self.key in _FOR_READERS:
            return Action.READ_TRIP
        return Action.READ_NEEDS

    @property
    def is_prose(self) -> bool:
        """True for what wraps instead of widening the table."""
        return self.column is not None and self.column.form in _PROSE


LIST_COLUMNS: Final = tuple(
    ListColumn(key=key, topic=topic, column=_ROSTER.get(key))
    for topic, keys in _ORDER.items()
    for key in keys
)
"""Every column of the page, in the order in which columns stand."""


def offered(part: Part, allowed: Iterable[Action]) -> tuple[ListColumn, ...]:
    """The columns that a part of the list has for somebody who may do what is `allowed`."""
    may = frozenset(allowed)
    return tuple(
        each for each in LIST_COLUMNS if part in _PARTS.get(each.key, _ALL) and each.action in may
    )


def chosen(part: Part, allowed: Iterable[Action], said: str) -> tuple[ListColumn, ...]:
    """The columns that `said` names (keys with commas), in the page's order; for "" the usual ones.

    What the part does not have, or the reader may not see, is passed over.
    """
    keys = set(said.split(",")) if said else set(_DEFAULTS[part])
    return tuple(each for each in offered(part, allowed) if each.key in keys)


def is_narrow(columns: Iterable[ListColumn]) -> bool:
    """True if the columns fit beside the names; prose takes the room of two."""
    return sum(2 if each.is_prose else 1 for each in columns) <= ROOMY
