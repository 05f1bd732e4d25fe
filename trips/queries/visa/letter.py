"""Letters of the visa desk."""

from sqlalchemy import select

from trips.domain.values.wire import read_value
from trips.domain.visa.letter import Letter, LetterFacts, LetterKind
from trips.extensions import db
from trips.models.delegates.letter import LetterRow
from trips.models.participation import DelegationRow, ParticipationRow
from trips.models.trip import TripRow


def list_letters(trip: str) -> tuple[Letter, ...]:
    """Every letter of a trip, the newest first."""
    query = (
        select(LetterRow, ParticipationRow.uid, DelegationRow.uid)
        .join(TripRow, TripRow.id == LetterRow.trip_id)
        .outerjoin(ParticipationRow, ParticipationRow.id == LetterRow.participation_id)
        .outerjoin(DelegationRow, DelegationRow.id == LetterRow.delegation_id)
        .where(TripRow.uid == trip)
        .order_by(LetterRow.number.desc())
    )
    return tuple(_letter_of(*found) for found in db.session.execute(query))


def _letter_of(row: LetterRow, participation: str | None, delegation: str | None) -> Letter:
    return Letter(
        uid=row.uid,
        kind=LetterKind(row.kind),
        number=row.number,
        reference=row.reference,
        locale=row.locale,
        dated=row.dated,
        participation=participation,
        delegation=delegation,
        has_passport=row.has_passport,
        facts=read_value(LetterFacts, row.facts),
        is_revoked=row.revoked_at is not None,
    )
