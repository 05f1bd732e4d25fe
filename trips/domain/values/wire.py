"""Values to and from JSON: what bundles, history and worker messages are written in.

`to_wire` leaves out every field that has its default, so that a bundle says only what is said.
`from_wire` collects all faults with their paths instead of stopping at the first.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from trips.domain.values.text import Text
from trips.domain.values.times import read_wall, write_wall

T = TypeVar("T")

UNWRITTEN = frozenset({"version", "sequence", "holidays", "visa_rules"})
"""Fields that belong to one database or are reckoned, not to the trip."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a JSON value, and where: a code, a path like items[3].starts, facts."""

    code: str
    path: str
    value: str = ""
    allowed: tuple[str, ...] = ()


def to_wire(value: Any) -> Any:
    """The JSON form of a domain value; the order of fields is that of the dataclass."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field, getattr(value, field.name)) for field in fields(value))
        return {
            field.name: to_wire(inner)
            for field, inner in pairs
            if field.name not in UNWRITTEN and not _is_default(field, inner)
        }
    if isinstance(value, tuple):
        return [to_wire(inner) for inner in value]
    if isinstance(value, Text):
        return dict(value)
    return _plain_to_wire(value)


def _plain_to_wire(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            return write_wall(value)
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value


def _is_default(field: "Field[Any]", value: Any) -> bool:
    return bool(field.default is not MISSING and field.default == value)


class _Reader:
    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def refuse(self, code: str, path: str, value: Any = "", allowed: tuple[str, ...] = ()) -> None:
        self.faults.append(Fault(code, path, str(value)[:80], allowed))

    def read(self, wanted: Any, value: Any, path: str) -> Any:
        origin = get_origin(wanted)
        if origin is UnionType:
            return self._read_optional(wanted, value, path)
        if origin is tuple:
            return self._read_tuple(get_args(wanted), value, path)
        if is_dataclass(wanted):
            return self._read_dataclass(wanted, value, path)
        return self._read_plain(wanted, value, path)

    def _read_optional(self, wanted: Any, value: Any, path: str) -> Any:
        if value is None:
            return None
        inner = next(choice for choice in get_args(wanted) if choice is not NoneType)
        return self.read(inner, value, path)

    def _read_tuple(self, inner: tuple[Any, ...], value: Any, path: str) -> Any:
        if not isinstance(value, list):
            return self.refuse("not_a_list", path, value)
        if inner[-1] is Ellipsis:
            return tuple(self.read(inner[0], each, f"{path}[{n}]") for n, each in enumerate(value))
        if len(value) != len(inner):
            return self.refuse("wrong_length", path, value)
        pairs = zip(inner, value, strict=True)
        return tuple(self.read(each, part, f"{path}[{n}]") for n, (each, part) in enumerate(pairs))

    def _read_dataclass(self, wanted: Any, value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            return self.refuse("not_an_object", path, value)
        hints = _hints(wanted)
        known = {field.name: field for field in fields(wanted) if field.name not in UNWRITTEN}
        prefix = f"{path}." if path else ""
        before = len(self.faults)
        for key in value.keys() - known.keys():
            self.refuse("unknown_field", prefix + str(key), key)
        found: dict[str, Any] = {}
        for name, field in known.items():
            if name in value:
                found[name] = self.read(hints[name], value[name], prefix + name)
            elif field.default is MISSING:
                self.refuse("missing_field", prefix + name)
        return wanted(**found) if len(self.faults) == before else None

    def _read_plain(self, wanted: Any, value: Any, path: str) -> Any:
        if wanted is Text:
            return self._read_text(value, path)
        if isinstance(wanted, type) and issubclass(wanted, StrEnum):
            try:
                return wanted(value)
            except ValueError:
                allowed = tuple(member.value for member in wanted)
                return self.refuse("not_allowed", path, value, allowed)
        try:
            return _PLAIN[wanted](value)
        except (ValueError, TypeError, AttributeError):
            return self.refuse(f"not_{wanted.__name__}", path, value)

    def _read_text(self, value: Any, path: str) -> Any:
        is_text = isinstance(value, dict) and all(
            isinstance(part, str) for pair in value.items() for part in pair
        )
        return Text(value) if is_text else self.refuse("not_text", path, value)


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
    if _str(value).endswith("Z"):
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return read_wall(value)


def _time(value: Any) -> time:
    if len(_str(value)) != len("15:00"):
        raise ValueError
    return time.fromisoformat(value)


_PLAIN: Mapping[Any, Callable[[Any], Any]] = {
    str: _str,
    bool: _bool,
    int: _int,
    float: _float,
    datetime: _datetime,
    date: lambda value: date.fromisoformat(_str(value)),
    time: _time,
}


@cache
def _hints(wanted: Any) -> dict[str, Any]:
    return get_type_hints(wanted)


def from_wire(wanted: type[T], value: Any) -> tuple[T | None, tuple[Fault, ...]]:
    """A domain value from its JSON form, or none and every fault that was found."""
    reader = _Reader()
    found = reader.read(wanted, value, "")
    return (None if reader.faults else found), tuple(reader.faults)


def read_value(wanted: Any, value: Any) -> Any:
    """A value that we wrote ourselves, from its JSON form. Raises `ValueError` if it is not."""
    reader = _Reader()
    found = reader.read(wanted, value, "")
    if reader.faults:
        raise ValueError(reader.faults)
    return found


def hints_of(wanted: type) -> dict[str, Any]:
    """The resolved types of a dataclass's fields."""
    return _hints(wanted)


@cache
def is_structured(hint: Any) -> bool:
    """True for what a database keeps in its JSON form: lists, and dataclasses that may be none."""
    origin = get_origin(hint)
    if origin is UnionType:
        return any(is_structured(choice) for choice in get_args(hint))
    return origin is tuple or is_dataclass(hint)
