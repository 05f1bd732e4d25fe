"""Protected fields: which are there, and those that a trip's pages need, decrypted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import ColumnElement, select

from trips.domain.privacy.sealed import NEEDS, SealedField, sealed_place
from trips.doors.crypto import KeyRing
from trips.extensions import db, doors
from trips.models.delegates.protection import SealedValueRow
from trips.models.participation import ParticipationRow
from trips.models.trip import TripRow

Values = dict[SealedField, str]
FIELDS: Final = {field.value: field for field in SealedField}
"""By name: calling the enumeration costs as much as opening a seal."""


def key_ring() -> KeyRing:
    """The installation's keys as they are now."""
    return KeyRing(doors().settings.field_keys)


def read_needs(trip_id: int) -> dict[int, Values]:
    """Diet and access needs of everybody on a trip, by key of the participation; one query."""
    return unseal_where(ParticipationRow.trip_id == trip_id, fields=NEEDS)


def unseal_where(
    condition: ColumnElement[bool], *, fields: Iterable[SealedField]
) -> dict[int, Values]:
    """Protected fields of the participations meant, decrypted, by key of the participation.

    Whoever calls this answers for the log of readings. Raises `SealBrokenError`.
    """
    query = (
        select(
            SealedValueRow.participation_id,
            ParticipationRow.uid,
            SealedValueRow.field,
            SealedValueRow.sealed,
            SealedValueRow.key,
        )
        .join(ParticipationRow, ParticipationRow.id == SealedValueRow.participation_id)
        .where(condition, SealedValueRow.field.in_([each.value for each in fields]))
    )
    ring = key_ring()
    found: dict[int, Values] = defaultdict(dict)
    # All at once: one by one, the cursor would take longer than the cipher.
    for participation_id, uid, name, sealed, key in db.session.connection().execute(query).all():
        field = FIELDS[name]
        place = sealed_place(uid, field)
        found[participation_id][field] = ring.unseal(sealed, place=place, key=key)
    return dict(found)


def has_sealed(trip: str) -> Mapping[str, frozenset[SealedField]]:
    """Which protected fields are filled, by uid of the participation; nothing is decrypted."""
    query = (
        select(ParticipationRow.uid, SealedValueRow.field)
        .join(SealedValueRow, SealedValueRow.participation_id == ParticipationRow.id)
        .join(TripRow, TripRow.id == ParticipationRow.trip_id)
        .where(TripRow.uid == trip, ParticipationRow.deleted_at.is_(None))
    )
    found: dict[str, set[SealedField]] = defaultdict(set)
    for uid, name in db.session.execute(query):
        found[uid].add(SealedField(name))
    return {uid: frozenset(fields) for uid, fields in found.items()}


def find_sealed(participation: str) -> frozenset[SealedField]:
    """Which protected fields of one participation are filled; nothing is decrypted."""
    query = (
        select(SealedValueRow.field)
        .join(ParticipationRow, ParticipationRow.id == SealedValueRow.participation_id)
        .where(ParticipationRow.uid == participation, ParticipationRow.deleted_at.is_(None))
    )
    return frozenset(SealedField(name) for name in db.session.scalars(query))
