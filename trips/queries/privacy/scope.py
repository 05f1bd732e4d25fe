"""How far somebody who asks for a person's data may look: their own trips, or the house's."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, select, true

from trips.domain.account.user import Actor, InstanceRole, TripRole, is_at_least
from trips.extensions import db, metadata
from trips.models.item import ItemHostRow, ItemRow, ItemSpeakerRow
from trips.models.participation import ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import TripRow
from trips.queries.account import list_trip_access


@dataclass(frozen=True)
class Scope:
    """The trips that count, by key; none for all of them and what belongs to no trip."""

    trips: frozenset[int] | None = None

    @property
    def is_whole(self) -> bool:
        """True where nothing is left out."""
        return self.trips is None

    def of(self, column: Any) -> ColumnElement[bool]:
        """Only rows of these trips; `column` holds the key of a trip."""
        return true() if self.trips is None else column.in_(self.trips)

    def of_items(self, table: str) -> ColumnElement[bool]:
        """Only rows that hang on an item of these trips."""
        if self.trips is None:
            return true()
        items = select(ItemRow.id).where(ItemRow.trip_id.in_(self.trips))
        return metadata.tables[table].c.item_id.in_(items)


WHOLE = Scope()
"""For the person and for the house."""


def scope_of(actor: Actor) -> Scope:
    """The house's organisers look at everything, those of a trip at the trips they organise."""
    if is_at_least(actor.role, InstanceRole.ORGANISER):
        return WHOLE
    mine = [each.uid for each in list_trip_access(actor) if each.role is TripRole.ORGANISER]
    return Scope(frozenset(db.session.scalars(select(TripRow.id).where(TripRow.uid.in_(mine)))))


def is_elsewhere(person: str, scope: Scope) -> bool:
    """True if somebody is, was or does something on a trip out of scope."""
    if scope.trips is None:
        return False
    known = select(PersonRow.id).where(PersonRow.uid == person).scalar_subquery()
    trips = {
        *db.session.scalars(
            select(ParticipationRow.trip_id).where(ParticipationRow.person_id == known)
        )
    }
    for row in (ItemHostRow, ItemSpeakerRow):
        on = and_(row.item_id == ItemRow.id, row.person_id == known)
        trips |= {*db.session.scalars(select(ItemRow.trip_id).join(row, on))}
    return not trips <= scope.trips


def list_parts_of(person: str, scope: Scope) -> tuple[tuple[str, str], ...]:
    """Trip and participation, by uid, of everything that somebody takes part in."""
    query = (
        select(TripRow.uid, ParticipationRow.uid)
        .join(ParticipationRow, ParticipationRow.trip_id == TripRow.id)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(PersonRow.uid == person, scope.of(TripRow.id))
        .order_by(TripRow.starts_on)
    )
    return tuple((trip, part) for trip, part in db.session.execute(query))
