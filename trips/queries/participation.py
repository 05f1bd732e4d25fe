"""Delegations and participations of one trip."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam

from trips.domain.participation import Delegate, Delegation, Journey, Participation
from trips.domain.privacy.sealed import SealedField, needs_from
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import GroupRow
from trips.queries.mapping import entity_of, read_values, select_values


def delegation_rows(trip_id: int) -> dict[int, DelegationRow]:
    """Delegations of a trip by key."""
    found = read_values(_delegations(), trip=trip_id)
    return {row.id: row for row in found}


def participation_rows(trip_id: int) -> Sequence[tuple[ParticipationRow, DelegateRow | None]]:
    """Participations of a trip, with what only delegates have."""
    found = read_values(_participations(), trip=trip_id)
    return [(row, row if row.participation_id else None) for row in found]


@cache
def _delegations() -> Select[Any]:
    trip: Any = bindparam("trip")
    return select_values(DelegationRow).where(DelegationRow.trip_id == trip)


@cache
def _participations() -> Select[Any]:
    """Columns of both: they share no name."""
    trip: Any = bindparam("trip")
    return (
        select_values(ParticipationRow, DelegateRow)
        .outerjoin(DelegateRow, DelegateRow.participation_id == ParticipationRow.id)
        .where(ParticipationRow.trip_id == trip, ParticipationRow.deleted_at.is_(None))
        .order_by(ParticipationRow.role, ParticipationRow.uid)
    )


def delegation_of(
    row: DelegationRow, heads: Mapping[int, str], persons: Mapping[int, PersonRow]
) -> Delegation:
    """The value of a delegation; `heads` gives uids of participations by key."""
    contact = persons.get(row.contact_id or 0)
    return entity_of(
        Delegation,
        row,
        head=heads.get(row.head_id or 0),
        contact=contact.uid if contact else None,
    )


def participation_of(
    found: tuple[ParticipationRow, DelegateRow | None],
    needs: Mapping[SealedField, str],
    persons: Mapping[int, PersonRow],
    groups: Mapping[int, GroupRow],
    delegations: Mapping[int, DelegationRow],
    uids: Mapping[int, str],
) -> Participation:
    """The value of a participation with its delegate; `uids` of participations by key.

    `needs` are its protected fields of diet and access, decrypted.
    """
    row, delegate = found
    group = groups.get(row.group_id or 0)
    return entity_of(
        Participation,
        row,
        person=persons[row.person_id].uid,
        group=group.code if group else "",
        arrival=_journey(row.arrival_at, row.arrival_place, row.arrival_number),
        departure=_journey(row.departure_at, row.departure_place, row.departure_number),
        **needs_from(needs),
        delegate=_delegate_of(delegate, delegations, uids) if delegate else None,
    )


def _delegate_of(
    row: DelegateRow, delegations: Mapping[int, DelegationRow], uids: Mapping[int, str]
) -> Delegate:
    delegation = delegations.get(row.delegation_id or 0)
    return entity_of(
        Delegate,
        row,
        delegation=delegation.uid if delegation else None,
        replaces=uids.get(row.replaces_id or 0),
    )


def _journey(at: datetime | None, place: str | None, number: str | None) -> Journey | None:
    """A journey is there as soon as its place is not null, though it may be empty."""
    return None if place is None else Journey(at=at, place=place, number=number or "")
