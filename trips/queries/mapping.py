"""Rows to frozen values: fields and columns bear the same names, exceptions are given."""

from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from trips.domain.values.wire import hints_of, is_structured, read_value

Entity = TypeVar("Entity")


def entity_of(wanted: type[Entity], row: Any, **given: Any) -> Entity:
    """A dataclass from a row; `given` overrides columns, what is structured is kept as JSON."""
    kind: Any = wanted
    values = dict(given)
    for name, hint in _columns_of(kind):
        if name in values:
            continue
        value = getattr(row, name)
        values[name] = _read(hint, value) if hint else value
    return wanted(**values)


def _read(hint: Any, value: Any) -> Any:
    """Most lists are empty."""
    return () if value == [] else read_value(hint, value)


@cache
def _columns_of(wanted: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass; with the type of those that are kept as JSON."""
    hints = hints_of(wanted)
    return tuple(
        (field.name, hints[field.name] if is_structured(hints[field.name]) else None)
        for field in fields(wanted)
    )
