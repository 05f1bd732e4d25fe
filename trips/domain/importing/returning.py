"""A workbook that was exported, changed and brought back: only what somebody changed in it counts.

Three states meet: what the workbook said when it was exported (`was`), what it says now (`row`),
and what the trip says now. A cell that says what it said is no wish; a cell that says something
else is one, and an emptied cell is the wish to empty the field.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from trips.domain.importing.values import (
    FieldChange,
    Value,
    Wish,
    differences,
    item_wishes,
    person_wishes,
)
from trips.domain.importing.workbook import DelegateRow, ProgrammeRow
from trips.domain.item import Item
from trips.domain.participation import Participation
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import EMPTY, Text

Row = TypeVar("Row", ProgrammeRow, DelegateRow)

ITEM_TEXTS: Final = ("title", "text", "dress")
ITEM_CELLS: Final = (
    ("starts", "is_start_assumed"),
    ("ends", "is_end_assumed"),
    ("kind", "is_kind_assumed"),
    ("status",),
    ("city",),
    ("venue", "address"),
    ("room",),
    ("host",),
    ("languages",),
    ("groups",),
    ("note", "comments"),
)
"""What stands in one cell, or makes sense only together: who touches one touches all."""
PERSON_TEXTS: Final = ("function", "organisation", "brings")
PERSON_CELLS: Final = (
    ("given_name", "family_name"),
    ("academic_title",),
    ("form_of_address",),
    ("sex",),
    ("country",),
    ("level",),
    ("emails",),
    ("phone",),
    ("languages",),
    ("delegation",),
    ("status",),
    ("group",),
    ("diet", "diet_note"),
    ("access", "access_note"),
    ("present_from",),
    ("present_to",),
    ("room_wish",),
    ("note", "comments"),
)
ITEM_NAMES: Final = {"languages": "floor_languages", "note": "internal_note"}
PERSON_NAMES: Final = {"emails": "email"}
"""What a field is called in the trip, where a row calls it differently."""
_TIMES: Final = frozenset({"date", "start", "end"})
_PLACE: Final = frozenset({"venue", "address"})
_NAME: Final = frozenset({"given_name", "family_name"})
KEYS: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("starts", "ends"), _TIMES),
    **dict.fromkeys(("is_start_assumed", "is_end_assumed"), frozenset()),
    **dict.fromkeys(_PLACE, _PLACE),
    **dict.fromkeys(_NAME, _NAME),
    "floor_languages": frozenset({"languages"}),
    "groups": frozenset({"group"}),
    "internal_note": frozenset({"note"}),
    "diet_note": frozenset({"diet"}),
    "access_note": frozenset({"access"}),
}
"""Where a field stands in several cells, or in one that is called differently."""
KEPT_FILLED: Final = frozenset(
    {"starts", "ends", "kind", "title", "status", "family_name", "form_of_address", "sex"}
    | {"present_from", "present_to", "given_name"}
)
"""Fields that always say something: emptying their cell is no wish."""


@dataclass(frozen=True)
class Comparison:
    """What a row that came back wants, and what of it contradicts the trip."""

    row: Any
    """The row as if only its changed cells had been written."""
    changes: tuple[FieldChange, ...]
    contradicted: frozenset[str] = frozenset()
    """Fields that were changed in the file and, meanwhile, in the trip."""


def compare_item(
    row: ProgrammeRow,
    was: ProgrammeRow,
    item: Item,
    snapshot: TripSnapshot,
    moved: AbstractSet[str],
) -> Comparison:
    """What the changed cells of a row want of an item.

    `moved` are the keys of the cells that were changed in the trip since the file was made.
    """
    silent = ProgrammeRow(
        sheet=row.sheet,
        row=row.row,
        uid=row.uid,
        source=row.source,
        starts=item.starts,
        ends=item.ends,
        is_start_assumed=item.is_start_assumed,
        is_end_assumed=item.is_end_assumed,
        title=EMPTY,
        is_kind_assumed=True,
    )
    said = _said(silent, row, was, ITEM_CELLS, ITEM_TEXTS)
    wishes = item_wishes(said, item, snapshot)
    wishes = _emptied(wishes, row, was, (ITEM_CELLS, ITEM_TEXTS), ITEM_NAMES)
    changes = differences(wishes)
    return Comparison(said, changes, _contradicted(changes, moved))


def compare_person(
    row: DelegateRow,
    was: DelegateRow,
    known: tuple[Person, Participation],
    snapshot: TripSnapshot,
    moved: AbstractSet[str],
) -> Comparison:
    """What the changed cells of a row want of a person and of the participation."""
    person, participation = known
    silent = DelegateRow(
        sheet=row.sheet,
        row=row.row,
        uid=row.uid,
        source=row.source,
        given_name=person.given_name,
        family_name=person.family_name,
        family_name_first=person.family_name_first,
    )
    said = _said(silent, row, was, PERSON_CELLS, PERSON_TEXTS)
    wishes = person_wishes(said, person, participation, snapshot)
    wishes = _emptied(wishes, row, was, (PERSON_CELLS, PERSON_TEXTS), PERSON_NAMES)
    changes = differences(wishes)
    return Comparison(said, changes, _contradicted(changes, moved))


def _said(
    silent: Row, row: Row, other: Row, cells: Iterable[tuple[str, ...]], texts: Iterable[str]
) -> Row:
    """The row without the cells that say what the other row says."""
    values: dict[str, Any] = {}
    for names in cells:
        if any(getattr(row, name) != getattr(other, name) for name in names):
            values.update({name: getattr(row, name) for name in names})
    for name in texts:
        one, two = getattr(row, name), getattr(other, name)
        values[name] = Text({lang: words for lang, words in one.items() if two.get(lang) != words})
    values["extra"] = tuple(pair for pair in row.extra if pair not in other.extra)
    return replace(silent, **values)


def _emptied(
    wishes: Iterable[Wish],
    row: Row,
    was: Row,
    fields: tuple[Iterable[tuple[str, ...]], Iterable[str]],
    names: Mapping[str, str],
) -> list[Wish]:
    """The wishes with those of emptied cells: words taken away, and fields that say nothing."""
    cells, texts = fields
    gone = {
        names.get(name, name)
        for group in cells
        for name in group
        if getattr(was, name)
        and not getattr(row, name)
        and not isinstance(getattr(was, name), bool)
    }
    headings = {heading for heading, _ in was.extra} - {heading for heading, _ in row.extra}
    found: list[Wish] = []
    for name, old, new in wishes:
        wanted: Value = new
        if name == "organisation" and getattr(was, name) and not getattr(row, name):
            wanted = EMPTY
        elif name in texts and isinstance(new, Text):
            lost = set(getattr(was, name)) - set(getattr(row, name))
            wanted = Text({lang: words for lang, words in new.items() if lang not in lost})
        elif name == "extra" and isinstance(new, tuple):
            wanted = tuple(pair for pair in new if _heading(pair) not in headings)
        elif name in gone:
            wanted = _nothing(old)
        found.append((name, old, new if name in KEPT_FILLED and not wanted else wanted))
    return found


def _heading(pair: object) -> object:
    return pair[0] if isinstance(pair, tuple) else pair


def _nothing(old: Value) -> Value:
    """What a field says that says nothing."""
    if isinstance(old, tuple):
        return ()
    if isinstance(old, Text):
        return EMPTY
    return "" if type(old) is str else None


def _contradicted(changes: Iterable[FieldChange], moved: AbstractSet[str]) -> frozenset[str]:
    return frozenset(change.field for change in changes if _keys(change) & moved)


def _keys(change: FieldChange) -> AbstractSet[str]:
    """The keys of the cells that a change is about; of a text, in the languages it changes."""
    old, new = change.old, change.new
    if isinstance(old, Text) and isinstance(new, Text) and change.field != "organisation":
        changed = [lang for lang in {*old, *new} if old.get(lang) != new.get(lang)]
        return {f"{change.field}_{lang}" for lang in changed}
    return KEYS.get(change.field, frozenset({change.field}))
