"""Rows to frozen values: fields and columns bear the same names, exceptions are given."""

from dataclasses import fields
from typing import Any, TypeVar

from trips.domain.values.wire import hints_of, is_structured, read_value

Entity = TypeVar("Entity")


def entity_of(wanted: type[Entity], row: Any, **given: Any) -> Entity:
    """A dataclass from a row; `given` overrides columns, what is structured is kept as JSON."""
    hints = hints_of(wanted)
    values = dict(given)
    for field in fields(wanted):  # type: ignore[arg-type] # wanted is a dataclass
        if field.name in values:
            continue
        value = getattr(row, field.name)
        hint = hints[field.name]
        values[field.name] = read_value(hint, value) if is_structured(hint) else value
    return wanted(**values)
