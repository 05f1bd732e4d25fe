"""Frozen values to rows: the inverse of queries.mapping."""

from dataclasses import fields
from typing import Any

from trips.domain.values.plain import UNWRITTEN, hints_of
from trips.domain.values.wire import is_structured, to_wire


def assign(row: Any, entity: Any, **given: Any) -> tuple[str, ...]:
    """Write an entity's fields and `given` columns into a row; the names of what changed.

    What is structured is kept as JSON. Fields without a column are the caller's, in `given`.
    """
    hints = hints_of(type(entity))
    wanted = {
        field.name: _column_value(hints[field.name], getattr(entity, field.name))
        for field in fields(entity)
        if field.name not in UNWRITTEN and hasattr(type(row), field.name)
    }
    changed = [
        name
        for name, value in {**wanted, **given}.items()
        if _differs(getattr(row, name, None), value)
    ]
    for name in changed:
        setattr(row, name, given.get(name, wanted.get(name)))
    return tuple(changed)


def _differs(old: Any, new: Any) -> bool:
    """Wall times differ by their pass of a repeated hour, too: `==` does not see it (PEP 495)."""
    return bool(old != new) or getattr(old, "fold", 0) != getattr(new, "fold", 0)


def _column_value(hint: Any, value: Any) -> Any:
    return to_wire(value) if is_structured(hint) else value
