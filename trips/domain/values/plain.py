"""Single values from JSON: each reader raises for what is not of its type."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any, Final, get_type_hints

from trips.domain.values.times import read_wall

_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def _str(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _int(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def _float(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return float(value)


def _datetime(value: Any) -> datetime:
    """An instant ends with Z; as we write it, it is read ten times faster than any other."""
    if not _str(value).endswith("Z"):
        return read_wall(value)
    if _INSTANT.fullmatch(value):
        return datetime.fromisoformat(value)
    return datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _time(value: Any) -> time:
    if len(_str(value)) != len("15:00"):
        raise ValueError
    return time.fromisoformat(value)


PLAIN: Final[Mapping[Any, Callable[[Any], Any]]] = {
    str: _str,
    bool: _bool,
    int: _int,
    float: _float,
    datetime: _datetime,
    date: lambda value: date.fromisoformat(_str(value)),
    time: _time,
}
"""By type: each raises `ValueError`, `TypeError` or `AttributeError` for anything else."""

UNWRITTEN: Final = frozenset({"version", "sequence", "holidays", "visa_rules"})
"""Fields that belong to one database or are reckoned, not to the trip."""


def hints_of(wanted: type) -> dict[str, Any]:
    """The resolved types of a dataclass's fields."""
    return _hints(wanted)


@cache
def _hints(wanted: Any) -> dict[str, Any]:
    return get_type_hints(wanted)
