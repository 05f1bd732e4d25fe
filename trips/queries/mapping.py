"""Rows to frozen values: fields and columns bear the same names, exceptions are given."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Select, inspect, select

from trips.domain.values.kept import Read, maker_of, reader_of
from trips.domain.values.plain import hints_of
from trips.domain.values.wire import is_structured
from trips.extensions import db

Entity = TypeVar("Entity")


class _Plan(NamedTuple):
    """How a row becomes a dataclass when some of its fields are given."""

    names: tuple[str, ...]
    values_of: Callable[[Any], tuple[Any, ...]]
    structured: tuple[tuple[str, Read], ...]
    make: Callable[[dict[str, Any]], Any]


def entity_of(wanted: type[Entity], row: Any, **given: Any) -> Entity:
    """A dataclass from a row; `given` overrides columns, what is structured is kept as JSON."""
    kind: Any = wanted
    plan = _plan(kind, tuple(given))
    found = dict(zip(plan.names, plan.values_of(row), strict=True))
    for name, read in plan.structured:
        found[name] = read(found[name])
    made: Entity = plan.make(found | given)
    return made


@cache
def _plan(wanted: Any, given: tuple[str, ...]) -> _Plan:
    hints = hints_of(wanted)
    known = tuple(field.name for field in fields(wanted))
    if not set(given) <= set(known):
        raise TypeError(wanted, given)
    names = tuple(name for name in known if name not in given)
    return _Plan(
        names,
        _values_of(names),
        tuple((name, reader_of(hints[name])) for name in names if is_structured(hints[name])),
        maker_of(wanted),
    )


def _values_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """All of them at once; `attrgetter` of one name would give no tuple."""
    many = attrgetter(*names) if len(names) > 1 else None
    return many or (lambda row: tuple(getattr(row, name) for name in names))


def select_values(*rows: type[Any]) -> Select[Any]:
    """SELECT all columns of models that share no name, for `read_values`."""
    columns = [each for row in rows for each in inspect(row).column_attrs]
    return select(*(each.columns[0].label(each.key) for each in columns))


def read_values(query: Select[Any], **given: Any) -> Sequence[Any]:
    """Rows that look like those of a model and are plain values.

    They are not the session's: nothing is remembered of them and nothing written. Reading a model
    takes three times as long. What the session has not written yet is written first.
    """
    db.session.flush()
    return db.session.connection().execute(query, given).all()
