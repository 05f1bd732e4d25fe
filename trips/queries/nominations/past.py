"""When people of the address book were on a trip before."""

from collections.abc import Iterable

from sqlalchemy import select

from trips.domain.participation import COMING, Role
from trips.extensions import db
from trips.models.participation import DelegateRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import TripRow


def list_years(people: Iterable[str], trip: str) -> dict[str, tuple[int, ...]]:
    """By uid of a person, the years of the other trips they were or are delegates of."""
    uids = set(people)
    if not uids:
        return {}
    rows = db.session.execute(
        select(PersonRow.uid, TripRow.starts_on)
        .join(ParticipationRow, ParticipationRow.person_id == PersonRow.id)
        .join(TripRow, TripRow.id == ParticipationRow.trip_id)
        .join(DelegateRow, DelegateRow.participation_id == ParticipationRow.id)
        .where(PersonRow.uid.in_(uids), TripRow.uid != trip)
        .where(ParticipationRow.deleted_at.is_(None), ParticipationRow.role == Role.DELEGATE)
        .where(DelegateRow.status.in_(COMING))
    )
    found: dict[str, set[int]] = {}
    for uid, starts_on in rows:
        found.setdefault(uid, set()).add(starts_on.year)
    return {uid: tuple(sorted(years)) for uid, years in found.items()}
