"""What is left of somebody who is erased: the coarse facts that statistics count.

Only of those whom they count: of everybody else not even these are needed.
"""

from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from trips.domain.participation import COMING, Counts
from trips.domain.person import Sex
from trips.models.organisation import OrganisationRow
from trips.models.participation import DelegateRow, ParticipationRow
from trips.models.person import PersonRow

UNCOUNTED: Final[dict[str, Any]] = {"sex": Sex.UNKNOWN, "country": "", "came_from": None}


def keep_counted(session: Session, person: PersonRow) -> None:
    """Leave sex, country, level and kind of organisation where they are counted, nowhere else.

    To be called while the organisation is still known; a second call changes nothing.
    """
    counted = _counted_parts(session, person.id)
    mine = select(ParticipationRow.id).where(ParticipationRow.person_id == person.id)
    session.execute(
        update(DelegateRow)
        .where(DelegateRow.participation_id.in_(mine), DelegateRow.participation_id.not_in(counted))
        .values(level=None)
    )
    if not counted:
        for name, value in UNCOUNTED.items():
            setattr(person, name, value)
    elif person.organisation_id is not None:
        home = select(OrganisationRow.kind).where(OrganisationRow.id == person.organisation_id)
        person.came_from = session.scalar(home)


def _counted_parts(session: Session, person_id: int) -> list[int]:
    query = (
        select(ParticipationRow.id, ParticipationRow.counts, DelegateRow.status)
        .outerjoin(DelegateRow, DelegateRow.participation_id == ParticipationRow.id)
        .where(ParticipationRow.person_id == person_id, ParticipationRow.deleted_at.is_(None))
    )
    return [
        key
        for key, counts, status in session.execute(query)
        if Counts.STATISTICS in (counts or ()) and (status is None or status in COMING)
    ]
