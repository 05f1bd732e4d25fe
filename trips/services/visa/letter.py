"""Letters under numbers: written down once, counted up, never used again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import func, select

from trips.domain.account.user import Actor
from trips.domain.participation import Participation
from trips.domain.values.wire import to_wire
from trips.domain.visa.letter import LetterFacts, LetterKind, reference_of
from trips.domain.visa_case import VisaCase, VisaStatus
from trips.models.delegates.letter import LetterRow
from trips.models.participation import DelegationRow, ParticipationRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.keys import key_of
from trips.services.participation import trip_id
from trips.services.unit import MissingError, Unit, unit
from trips.services.visa.case import write_visa


@dataclass(frozen=True, kw_only=True)
class LetterWish:
    """Letters to write: invitations to people, or notes about delegations."""

    kind: LetterKind
    subjects: Sequence[str]
    """uids of participations, or of delegations for notes."""
    locale: str
    dated: date
    facts: LetterFacts
    has_passport: bool = False
    seats: Mapping[str, str] = field(default_factory=dict)
    """For notes: the city of the mission by the uid of the delegation."""
    is_sent: bool = True
    """Note at the visa desk that the invitation is on its way."""


def issue_letters(trip: str, wish: LetterWish, *, actor: Actor, now: datetime) -> tuple[str, ...]:
    """Write letters down under the next numbers; their uids. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        made = []
        for number, subject in enumerate(wish.subjects, start=_last_number(work) + 1):
            row = _row(work, wish, subject)
            row.number = number
            row.reference = reference_of(snapshot.trip.slug, snapshot.trip.starts_on, number)
            work.session.add(row)
            made.append(row.uid)
            work.record("issue", ("letter", row.uid), None, {"reference": row.reference})
            part = snapshot.participation_by_uid.get(subject)
            if wish.is_sent and part:
                _note_sent(work, part)
        return tuple(made)


def revoke_letter(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Say that a letter no longer holds; its number stays taken. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        query = select(LetterRow).where(LetterRow.uid == uid, LetterRow.trip_id == trip_id(work))
        row = work.session.scalar(query)
        if row is None:
            raise MissingError(uid)
        if row.revoked_at is None:
            row.revoked_at = now
            work.record("revoke", ("letter", uid), {"reference": row.reference}, None)


def _row(work: Unit, wish: LetterWish, subject: str) -> LetterRow:
    is_note = wish.kind is LetterKind.NOTE
    kind = DelegationRow if is_note else ParticipationRow
    key = key_of(work.session, kind, subject)
    here = select(kind.trip_id).where(kind.id == key)
    if work.session.scalar(here) != trip_id(work):
        raise MissingError(subject)
    return LetterRow(
        uid=new_uid(),
        trip_id=trip_id(work),
        participation_id=None if is_note else key,
        delegation_id=key if is_note else None,
        kind=wish.kind.value,
        locale=wish.locale,
        dated=wish.dated,
        issued_at=work.now,
        issued_by=work.actor.name,
        has_passport=wish.has_passport,
        facts=to_wire(replace(wish.facts, mission_seat=wish.seats.get(subject, ""))),
    )


def _last_number(work: Unit) -> int:
    query = select(func.max(LetterRow.number)).where(LetterRow.trip_id == trip_id(work))
    return work.session.scalar(query) or 0


def _note_sent(work: Unit, part: Participation) -> None:
    old = part.delegate
    if old is None or (old.visa or VisaCase()).status is not VisaStatus.OPEN:
        return
    case = replace(old.visa or VisaCase(), status=VisaStatus.LETTER_SENT)
    write_visa(work, part.uid, old, replace(old, visa=case))
