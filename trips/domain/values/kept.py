"""Values that we wrote ourselves, read back: a reader for each type, put together once.

It stops at the first fault and does not say where it is; `wire` asks again if that matters.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin

from trips.domain.values.plain import PLAIN, UNWRITTEN, hints_of
from trips.domain.values.text import Text

Read = Callable[[Any], Any]

UNREADABLE: Final = (KeyError, TypeError, ValueError, AttributeError)
"""What a reader raises for a value that is not of its type."""


@cache
def reader_of(wanted: Any) -> Read:
    """What makes a value of this type of its JSON form; raises one of `UNREADABLE`."""
    origin = get_origin(wanted)
    if origin is UnionType:
        choice = next(each for each in get_args(wanted) if each is not NoneType)
        return _optional(reader_of(choice))
    if origin is tuple:
        return _tuple(get_args(wanted))
    if is_dataclass(wanted):
        return _dataclass(wanted)
    if wanted is Text:
        return _text
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return {member.value: member for member in wanted}.__getitem__
    return PLAIN[wanted]


def _optional(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _tuple(inner: tuple[Any, ...]) -> Read:
    if inner[-1] is Ellipsis:
        return _row(reader_of(inner[0]))
    reads = tuple(reader_of(each) for each in inner)

    def pair(value: Any) -> tuple[Any, ...]:
        return tuple(read(each) for read, each in zip(reads, _list(value), strict=True))

    return pair


def _row(read: Read) -> Read:
    # Most lists are empty.
    return lambda value: tuple(map(read, value)) if _list(value) else ()


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _dataclass(wanted: Any) -> Read:
    hints = hints_of(wanted)
    names = [field.name for field in fields(wanted) if field.name not in UNWRITTEN]
    reads = {name: reader_of(hints[name]) for name in names}
    blank = {each.name: each.default for each in fields(wanted) if each.default is not MISSING}
    required = {each.name for each in fields(wanted)} - blank.keys()
    make = maker_of(wanted)

    def read(value: Any) -> Any:
        if not isinstance(value, dict) or not required <= value.keys():
            raise TypeError
        # An unknown field is a KeyError.
        return make(blank | {name: reads[name](each) for name, each in value.items()})

    return read


@cache
def maker_of(wanted: Any) -> Callable[[dict[str, Any]], Any]:
    """What makes a dataclass of the values of all its fields, in a third of the usual time.

    It passes by `__init__`, which would set one field of a frozen value after the other.
    """
    if hasattr(wanted, "__post_init__") or hasattr(wanted, "__slots__"):
        return lambda values: wanted(**values)

    def make(values: dict[str, Any]) -> Any:
        new = object.__new__(wanted)
        new.__dict__.update(values)
        return new

    return make


def _text(value: Any) -> Text:
    if not isinstance(value, dict):
        raise TypeError
    for pair in value.items():
        for part in pair:
            if not isinstance(part, str):
                raise TypeError
    return Text(value)
