"""All texts of many items in one form: two languages beside each other."""

from collections.abc import Iterable, Mapping
from typing import Final

from trips.domain.editing import Change
from trips.domain.item import Item
from trips.domain.values.text import LANGUAGES, Text
from trips.forms.entity import strip

FIELDS: Final = ("title", "text", "format", "meeting_point", "dress")
ALWAYS: Final = frozenset({"title", "text"})
"""The others are asked for only where there is something to translate."""
LONGEST: Final = 4000


def control(uid: str, field: str, lang: str) -> str:
    """The name of a control; what it showed is carried along under this name with `.was`."""
    return f"{uid}.{field}.{lang}"


def shown_fields(item: Item) -> tuple[str, ...]:
    """The fields of an item that the page shows."""
    return tuple(field for field in FIELDS if field in ALWAYS or getattr(item, field))


def read_changes(sent: Mapping[str, str], items: Iterable[Item]) -> dict[str, Change]:
    """What was touched, by the uid of the item; an item that was not on the page is left out."""
    changes = {item.uid: _change(sent, item.uid) for item in items}
    return {uid: change for uid, change in changes.items() if not change.is_empty}


def _change(sent: Mapping[str, str], uid: str) -> Change:
    was: dict[str, Text] = {}
    now: dict[str, Text] = {}
    for field in FIELDS:
        names = {lang: control(uid, field, lang) for lang in LANGUAGES}
        if not all(name in sent for name in names.values()):
            continue
        shown = Text({lang: strip(sent.get(f"{name}.was")) for lang, name in names.items()})
        typed = Text({lang: strip(sent[name])[:LONGEST] for lang, name in names.items()})
        if plain(shown) != plain(typed):
            was[field], now[field] = shown, typed
    return Change(was, now)


def plain(text: Text) -> dict[str, str]:
    """The words with line ends as everywhere: browsers send two characters."""
    return {lang: "\n".join(words.splitlines()) for lang, words in text.items()}
