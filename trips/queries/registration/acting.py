"""Whom a delegation's contact person acts for."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from trips.domain.participation import DelegateStatus
from trips.domain.person import Person
from trips.domain.registration.registrant import RegistrationTrip
from trips.domain.values.text import EMPTY, Text
from trips.extensions import db
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.organisation import OrganisationRow
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import TripRow
from trips.queries.addressbook import organisation_rows, person_of
from trips.queries.mapping import entity_of


@dataclass(frozen=True)
class ActedFor:
    """A delegate in the contact person's list."""

    uid: str
    person: Person
    status: DelegateStatus
    saved_at: datetime | None
    """When something was last typed that is not sent yet."""


@dataclass(frozen=True)
class Acting:
    """A contact person, the delegation and its delegates by name."""

    trip: RegistrationTrip
    delegation: Text
    contact: str
    """Name of the contact person; empty if the delegation has none."""
    delegates: tuple[ActedFor, ...]


def find_acting(delegation: str) -> Acting | None:
    """What the contact person of a delegation sees, none if there is no such delegation."""
    found = db.session.execute(
        select(DelegationRow, TripRow, PersonRow, OrganisationRow.name)
        .join(TripRow, TripRow.id == DelegationRow.trip_id)
        .outerjoin(PersonRow, PersonRow.id == DelegationRow.contact_id)
        .outerjoin(OrganisationRow, OrganisationRow.id == TripRow.inviting_body_id)
        .where(DelegationRow.uid == delegation)
    ).first()
    if found is None:
        return None
    row, trip, contact, inviting = found
    saved = (
        select(func.max(RegistrationDraftRow.saved_at))
        .where(RegistrationDraftRow.participation_id == ParticipationRow.id)
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(ParticipationRow.uid, PersonRow, DelegateRow.status, saved)
        .join(DelegateRow, DelegateRow.participation_id == ParticipationRow.id)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .where(DelegateRow.delegation_id == row.id, ParticipationRow.deleted_at.is_(None))
        .order_by(PersonRow.sort_key, ParticipationRow.uid)
    ).all()
    homes = organisation_rows(person.organisation_id for _, person, _, _ in rows)
    return Acting(
        trip=entity_of(RegistrationTrip, trip, inviting=inviting or EMPTY),
        delegation=row.name,
        contact=_name(contact),
        delegates=tuple(
            ActedFor(uid, person_of(person, homes), status, at) for uid, person, status, at in rows
        ),
    )


def _name(person: PersonRow | None) -> str:
    return f"{person.given_name} {person.family_name}".strip() if person else ""
