"""Writing protected fields."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from trips.domain.participation import Participation
from trips.domain.privacy.matrix import may_use_needs
from trips.domain.privacy.sealed import NEEDS, SealedField, needs_of, sealed_place
from trips.models.delegates.protection import SealedValueRow
from trips.models.participation import ParticipationRow
from trips.queries.privacy.sealed import key_ring, unseal_where
from trips.services.unit import MissingError, Unit

Values = Mapping[SealedField, str]


def write_sealed(work: Unit, participation_id: int, values: Values) -> frozenset[SealedField]:
    """Keep protected fields of a participation; an empty text deletes one.

    Returns the fields that changed; an equal value is not written again. The history is the
    caller's, by name only. Raises `MissingError`.
    """
    session = work.session
    uid = session.scalar(
        select(ParticipationRow.uid).where(ParticipationRow.id == participation_id)
    )
    if uid is None:
        raise MissingError(str(participation_id))
    condition = ParticipationRow.id == participation_id
    known = unseal_where(condition, fields=values).get(participation_id, {})
    new = {participation_id: (uid, values)}
    changed = _write(session, new, {participation_id: known}, work.now)
    return changed.get(participation_id, frozenset())


def write_needs(
    session: Session, needs: Mapping[int, Participation], now: datetime
) -> frozenset[int]:
    """Keep diet and access needs of participations by key; the keys of those that changed.

    Where somebody refused or revoked their use they are deleted at once.
    """
    keys = list(needs)
    known: dict[int, dict[SealedField, str]] = {}
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        known |= unseal_where(ParticipationRow.id.in_(part), fields=NEEDS)
    new = {key: (each.uid, _allowed_needs(each)) for key, each in needs.items()}
    return frozenset(_write(session, new, known, now))


def _allowed_needs(participation: Participation) -> Values:
    return needs_of(participation) if may_use_needs(participation) else dict.fromkeys(NEEDS, "")


def _write(
    session: Session,
    new: Mapping[int, tuple[str, Values]],
    known: Mapping[int, Values],
    now: datetime,
) -> dict[int, frozenset[SealedField]]:
    ring = key_ring()
    changed: dict[int, frozenset[SealedField]] = {}
    for participation_id, (uid, values) in new.items():
        old = known.get(participation_id, {})
        touched = {field for field, value in values.items() if value != old.get(field, "")}
        if not touched:
            continue
        changed[participation_id] = frozenset(touched)
        rows = _rows(session, participation_id)
        for field in sorted(touched):
            row = rows.get(field)
            if not values[field]:
                session.delete(row)
                continue
            row = row or SealedValueRow(participation_id=participation_id, field=field.value)
            place = sealed_place(uid, field)
            row.sealed, row.key = ring.seal(values[field], place=place)
            row.changed_at = now
            session.add(row)
    session.flush()
    return changed


def _rows(session: Session, participation_id: int) -> dict[str, SealedValueRow]:
    query = select(SealedValueRow).where(SealedValueRow.participation_id == participation_id)
    return {row.field: row for row in session.scalars(query)}
