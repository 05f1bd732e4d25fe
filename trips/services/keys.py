"""Uids to keys, inside a write."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from trips.services.unit import MissingError


def key_of(session: Session, kind: Any, uid: str | None) -> int | None:
    """The key of the row with a uid, none for none. Raises `MissingError`."""
    if not uid:
        return None
    found: int | None = session.scalar(select(kind.id).where(kind.uid == uid))
    if found is None:
        raise MissingError(uid)
    return found


def keys_by(
    session: Session,
    column: InstrumentedAttribute[str],
    values: Iterable[str],
    condition: ColumnElement[bool],
) -> dict[str, int]:
    """Keys of rows by a text column. Raises `MissingError` for a value that no row has."""
    wanted = list(values)
    query = select(column, column.class_.id).where(column.in_(wanted), condition)
    found: dict[str, int] = {row[0]: row[1] for row in session.execute(query)}
    for value in wanted:
        if value not in found:
            raise MissingError(value)
    return found
