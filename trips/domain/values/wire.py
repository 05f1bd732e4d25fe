"""Values to and from JSON: what bundles, history and worker messages are written in.

`to_wire` leaves out every field that has its default, so that a bundle says only what is said.
`from_wire` collects all faults with their paths instead of stopping at the first.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, get_args, get_origin

from trips.domain.values.kept import UNREADABLE, reader_of
from trips.domain.values.plain import PLAIN, UNWRITTEN, hints_of
from trips.domain.values.text import Text
from trips.domain.values.times import write_wall

T = TypeVar("T")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a JSON value, and where: a code, a path like items[3].starts, facts."""

    code: str
    path: str
    value: str = ""
    allowed: tuple[str, ...] = ()


def to_wire(value: Any) -> Any:
    """The JSON form of a domain value; the order of fields is that of the dataclass."""
    kind: Any = type(value)
    write = _writer_of(kind)
    return write(value) if write else value


@cache
def _writer_of(kind: type) -> Callable[[Any], Any] | None:
    """What makes the JSON form of values of this type; none if they are JSON already."""
    if is_dataclass(kind):
        return _dataclass_writer(kind)
    if issubclass(kind, tuple):
        return lambda value: [to_wire(inner) for inner in value]
    return next((write for each, write in _WRITERS.items() if issubclass(kind, each)), None)


def _dataclass_writer(kind: Any) -> Callable[[Any], dict[str, Any]]:
    """A field without a default is always written."""
    written = tuple(
        (each.name, each.default) for each in fields(kind) if each.name not in UNWRITTEN
    )

    def write(value: Any) -> dict[str, Any]:
        found = {}
        for name, default in written:
            inner = getattr(value, name)
            if inner is not default and inner != default:
                found[name] = to_wire(inner)
        return found

    return write


def _write_datetime(value: datetime) -> str:
    if value.tzinfo is None:
        return write_wall(value)
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_WRITERS: Final[Mapping[type, Callable[[Any], Any]]] = {
    Text: dict,
    StrEnum: str,
    datetime: _write_datetime,
    date: date.isoformat,
    time: lambda value: value.strftime("%H:%M"),
}
"""In this order: a `datetime` is a `date` as well."""


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
        hints = hints_of(wanted)
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
            return PLAIN[wanted](value)
        except (ValueError, TypeError, AttributeError):
            return self.refuse(f"not_{wanted.__name__}", path, value)

    def _read_text(self, value: Any, path: str) -> Any:
        is_text = isinstance(value, dict) and all(
            isinstance(part, str) for pair in value.items() for part in pair
        )
        return Text(value) if is_text else self.refuse("not_text", path, value)


def from_wire(wanted: type[T], value: Any) -> tuple[T | None, tuple[Fault, ...]]:
    """A domain value from its JSON form, or none and every fault that was found."""
    kind: Any = wanted
    try:
        return reader_of(kind)(value), ()
    except UNREADABLE:
        return _from_faulty(wanted, value)


def _from_faulty(wanted: type[T], value: Any) -> tuple[T | None, tuple[Fault, ...]]:
    """The slow way, which knows what is wrong and where."""
    reader = _Reader()
    found = reader.read(wanted, value, "")
    return (None if reader.faults else found), tuple(reader.faults)


def read_value(wanted: Any, value: Any) -> Any:
    """A value that we wrote ourselves, from its JSON form. Raises `ValueError` if it is not."""
    found, faults = from_wire(wanted, value)
    if faults:
        raise ValueError(faults)
    return found


@cache
def is_structured(hint: Any) -> bool:
    """True for what a database keeps in its JSON form: lists, and dataclasses that may be none."""
    origin = get_origin(hint)
    if origin is UnionType:
        return any(is_structured(choice) for choice in get_args(hint))
    return origin is tuple or is_dataclass(hint)
