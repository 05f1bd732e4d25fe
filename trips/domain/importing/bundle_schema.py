"""The JSON Schema of a bundle, derived from the dataclasses that are written and read."""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from trips.domain.snapshot import TripSnapshot
from trips.domain.values.plain import UNWRITTEN, hints_of
from trips.domain.values.text import Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"
WALL = r"^\d{4}-\d\d-\d\dT\d\d:\d\d(~1)?$"
INSTANT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": r"^\d\d:\d\d$"},
    datetime: {
        "type": "string",
        "description": "A wall time (2015-09-18T09:00, ~1 for a repeated hour's second pass), "
        "or an instant in UTC (2015-08-24T16:02:00Z).",
        "anyOf": [{"pattern": WALL}, {"pattern": INSTANT}],
    },
    Text: {
        "type": "object",
        "description": "A text by BCP 47 language tag.",
        "additionalProperties": {"type": "string"},
    },
}


def bundle_schema(version: int = 1) -> dict[str, Any]:
    """The schema of a trip bundle, with one definition for each class."""
    definitions: dict[str, Any] = {}
    root = _object(TripSnapshot, definitions)
    root["properties"] = {"schema": {"const": version}, **root["properties"]}
    root["required"] = ["schema", *root["required"]]
    return {"$schema": DIALECT, "title": "Trip bundle", **root, "$defs": definitions}


def _object(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = hints_of(wanted)
    known = [field for field in fields(wanted) if field.name not in UNWRITTEN]
    return {
        "type": "object",
        "description": cleandoc(wanted.__doc__ or "").partition("\n")[0],
        "properties": {field.name: _value(hints[field.name], definitions) for field in known},
        "required": [field.name for field in known if field.default is MISSING],
        "additionalProperties": False,
    }


def _value(wanted: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(wanted)
    if origin is UnionType:
        inner = next(choice for choice in get_args(wanted) if choice is not NoneType)
        return {"anyOf": [_value(inner, definitions), {"type": "null"}]}
    if origin is tuple:
        return _list(get_args(wanted), definitions)
    if is_dataclass(wanted) and isinstance(wanted, type):
        if wanted.__name__ not in definitions:
            definitions[wanted.__name__] = {}
            definitions[wanted.__name__] = _object(wanted, definitions)
        return {"$ref": f"#/$defs/{wanted.__name__}"}
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return {"enum": [member.value for member in wanted]}
    return _PLAIN[wanted]


def _list(inner: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if inner[-1] is Ellipsis:
        return {"type": "array", "items": _value(inner[0], definitions)}
    return {
        "type": "array",
        "prefixItems": [_value(each, definitions) for each in inner],
        "minItems": len(inner),
        "maxItems": len(inner),
    }
