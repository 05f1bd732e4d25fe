"""The columns of lists sorted by what they are about, for whoever chooses among them."""

from enum import StrEnum
from typing import Final

from trips.domain.briefs.columns import ROSTER_COLUMNS, Column, choose_columns


class ColumnTopic(StrEnum):
    """What a column is about."""

    PERSON = "person"
    FUNCTION = "function"
    CONTACT = "contact"
    JOURNEY = "journey"
    ROOM = "room"
    NEEDS = "needs"
    AGREEMENTS = "agreements"
    CONTENT = "content"


_KEYS: Final = {
    ColumnTopic.PERSON: (
        "family_name", "given_name", "form_of_address", "academic_title", "own_script", "sex",
        "languages",
    ),
    ColumnTopic.FUNCTION: (
        "function", "organisation", "organisation_kind", "city", "country", "level", "role",
        "delegation", "group", "status",
    ),
    ColumnTopic.CONTACT: ("email", "phone"),
    ColumnTopic.JOURNEY: (
        "present_from", "present_to", "arrival_at", "arrival_place", "arrival_number",
        "departure_at", "departure_place", "departure_number",
    ),
    ColumnTopic.ROOM: ("room_wish",),
    ColumnTopic.NEEDS: ("diet", "diet_note", "access", "access_note"),
    ColumnTopic.AGREEMENTS: ("is_listed", "is_photo_allowed"),
    ColumnTopic.CONTENT: ("brings", "note"),
}  # fmt: skip
OFFERED: Final = tuple(column for column in ROSTER_COLUMNS if column.key != "uid")
"""What may be chosen: nobody reads a uid."""


def columns_by_topic() -> tuple[tuple[ColumnTopic, tuple[Column, ...]], ...]:
    """Every column that may be chosen, once."""
    return tuple((topic, choose_columns(keys)) for topic, keys in _KEYS.items())


def in_order(chosen: set[str], wished: list[str]) -> tuple[str, ...]:
    """The chosen columns as wished; what nobody placed stands last, as in the roster."""
    known = {column.key for column in OFFERED}
    placed = [key for key in dict.fromkeys(wished) if key in chosen and key in known]
    left = [column.key for column in OFFERED if column.key in chosen.difference(placed)]
    return (*placed, *left)


def moved(keys: tuple[str, ...], key: str, by: int) -> tuple[str, ...]:
    """The columns with one of them further on, or back; at an end it stays."""
    if key not in keys:
        return keys
    listed = list(keys)
    at = listed.index(key)
    to = min(max(at + by, 0), len(listed) - 1)
    listed.insert(to, listed.pop(at))
    return tuple(listed)
