"""Where somebody's own visa stands, for their own page: without loading the trip."""

from collections.abc import Collection

from sqlalchemy import select

from trips.domain.participation import Participation
from trips.domain.person import Person
from trips.domain.visa.deadlines import deadlines_for
from trips.domain.visa.desk import DeskEntry, stay_of
from trips.domain.visa.rules import Verdict, hint_for
from trips.domain.visa_case import VisaStatus
from trips.extensions import db
from trips.models.stop import StopRow
from trips.models.trip import TripRow
from trips.queries.visa.rule import list_rules

_SAID: Collection[VisaStatus] = set(VisaStatus) - {VisaStatus.OPEN}


def find_own_visa(trip: str, person: Person, participation: Participation) -> DeskEntry | None:
    """What the visa desk knows of one delegate; none where nothing is known yet."""
    delegate = participation.delegate
    if delegate is None:
        return None
    query = (
        select(StopRow.country)
        .join(TripRow, TripRow.id == StopRow.trip_id)
        .where(TripRow.uid == trip)
    )
    stay = stay_of(participation, frozenset(db.session.scalars(query)))
    entry = DeskEntry(
        participation=participation,
        person=person,
        delegate=delegate,
        stay=stay,
        hint=hint_for(delegate.nationality, delegate.documents, stay, list_rules()),
        deadlines=deadlines_for(stay.enters),
    )
    is_known = entry.hint.verdict is not Verdict.UNKNOWN or entry.case.status in _SAID
    return entry if is_known else None
