"""Rows to frozen values: fields and columns bear the same names, exceptions are given."""

from dataclasses import fields
from typing import Any, TypeVar, get_origin

from trips.domain.values.wire import hints_of, read_value

Entity = TypeVar("Entity")


def entity_of(wanted: type[Entity], row: Any, **given: Any) -> Entity:
    """A dataclass from a row; `given` overrides columns, lists are read from their JSON form."""
    hints = hints_of(wanted)
    values = dict(given)
    for field in fields(wanted):  # type: ignore[arg-type] # wanted is a dataclass
        if field.name in values:
            continue
        value = getattr(row, field.name)
        is_list = get_origin(hints[field.name]) is tuple
        values[field.name] = read_value(hints[field.name], value) if is_list else value
    return wanted(**values)
