"""Throwing away what has served its purpose, trip by trip."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import and_, delete, func, or_, select, update

from trips.domain.account.user import Actor
from trips.domain.mail import MailState
from trips.domain.privacy.retention import AFTER_TRIP, Due, Periods, is_due
from trips.domain.privacy.sealed import EMERGENCY, NEEDS, PASSPORT, SealedField
from trips.models.delegates.letter import LetterRow
from trips.models.delegates.protection import PurgeRunRow, ReadingRow, SealedValueRow
from trips.models.delegates.registration import RegistrationDraftRow
from trips.models.history import HistoryRow
from trips.models.link import LinkRow
from trips.models.mail import MailRow
from trips.models.participation import DelegateRow, ParticipationRow
from trips.queries.privacy.due import TripDue, list_leaving, list_trips
from trips.services.privacy.blanking import blank_history
from trips.services.privacy.erasure import (
    MAIL,
    TRAVEL,
    TRAVEL_WISHES,
    VISA,
    anonymise,
    list_returned,
)
from trips.services.privacy.leaving import forget_contact
from trips.services.unit import Unit, unit

OVER: Final = (MailState.SENT, MailState.WRITTEN, MailState.DISCARDED, MailState.FAILED)
Counts = Counter[Due]


@dataclass(frozen=True)
class Gone:
    """What a run threw away, or would: numbers by trip (its uid, empty for the house) and kind."""

    by_trip: Mapping[str, Counts]

    @property
    def total(self) -> Counts:
        """Everything together."""
        return sum(self.by_trip.values(), Counter())


def forget_people(*, actor: Actor, now: datetime, is_rehearsal: bool = False) -> Gone:
    """Throw away everything about people that is due at `now`, and write it down.

    What is due of one trip goes in one write; a run that breaks off is finished by the next one.
    A second run finds nothing. A rehearsal counts and takes everything back.
    """
    by_trip: dict[str, Counts] = {}
    for trip in list_trips(now):
        with unit(actor, now, trip=trip.uid) as work:
            counts = _forget_trip(work, trip)
            _finish(work, counts, is_rehearsal=is_rehearsal)
            by_trip[trip.uid] = counts
    with unit(actor, now) as work:
        by_trip[""] = _forget_house(work)
        _finish(work, by_trip[""], is_rehearsal=is_rehearsal)
    gone = Gone({trip: counts for trip, counts in by_trip.items() if counts})
    if not is_rehearsal:
        with unit(actor, now) as work:
            numbers = {due.value: number for due, number in gone.total.items()}
            work.session.add(PurgeRunRow(at=now, actor_name=actor.name, counts=numbers))
    return gone


def _finish(work: Unit, counts: Counts, *, is_rehearsal: bool) -> None:
    if is_rehearsal:
        work.abandon()
    elif counts:
        numbers = {due.value: number for due, number in counts.items()}
        work.record("purge", ("house", ""), None, numbers, is_revision=False)


def _forget_trip(work: Unit, trip: TripDue) -> Counts:
    counts: Counts = Counter()
    for due in AFTER_TRIP:
        if is_due(due, trip.ends_on, trip.periods, trip.today):
            counts[due] = _STEPS[due](work, trip)
    counts[Due.MAILS] = _forget_mails(work, trip)
    counts[Due.LINKS] = _forget_links(work, trip)
    return +counts


def _forget_house(work: Unit) -> Counts:
    """Logs that belong to no trip, and whoever was erased and came back."""
    usual = Periods()
    old = work.now - timedelta(days=usual.history_days)
    counts: Counts = Counter()
    counts[Due.HISTORY] = blank_history(
        work.session, HistoryRow.trip_id.is_(None), HistoryRow.at <= old
    )
    read = delete(ReadingRow).where(ReadingRow.at <= work.now - timedelta(days=usual.reading_days))
    counts[Due.READINGS] = _run(work, read)
    for uid in list_returned():
        anonymise(work, uid)
        counts[Due.ERASED] += 1
    return +counts


def _run(work: Unit, statement: Any) -> int:
    return int(work.session.execute(statement).rowcount)  # type: ignore[attr-defined]


def _members(trip: TripDue) -> Any:
    return select(ParticipationRow.id).where(ParticipationRow.trip_id == trip.id)


def _sealed(fields: frozenset[SealedField]) -> Callable[[Unit, TripDue], int]:
    names = [field.value for field in fields]

    def forget(work: Unit, trip: TripDue) -> int:
        mine = SealedValueRow.participation_id.in_(_members(trip))
        return _run(work, delete(SealedValueRow).where(mine, SealedValueRow.field.in_(names)))

    return forget


def _visa(work: Unit, trip: TripDue) -> int:
    """Documents held, the visa's steps, and what the letters said; their numbers stay."""
    rows = work.session.scalars(
        select(DelegateRow).where(DelegateRow.participation_id.in_(_members(trip)))
    )
    mine = [row for row in rows if row.documents or row.visa]
    letters = [
        row
        for row in work.session.scalars(select(LetterRow).where(LetterRow.trip_id == trip.id))
        if row.facts
    ]
    for row in mine:
        row.documents, row.visa = VISA["documents"], VISA["visa"]
    for letter in letters:
        letter.facts = {}
    work.session.flush()
    return len(mine) + len(letters)


def _drafts(work: Unit, trip: TripDue) -> int:
    mine = RegistrationDraftRow.participation_id.in_(_members(trip))
    return _run(work, delete(RegistrationDraftRow).where(mine))


def _travel(work: Unit, trip: TripDue) -> int:
    part = ParticipationRow
    some = or_(part.arrival_place.is_not(None), part.departure_place.is_not(None))
    mine = update(part).where(part.trip_id == trip.id, some)
    journeys = _run(work, mine.values(**TRAVEL))
    rows = work.session.scalars(
        select(DelegateRow).where(DelegateRow.participation_id.in_(_members(trip)))
    )
    wishes = [row for row in rows if any(getattr(row, name) for name in TRAVEL_WISHES)]
    for row in wishes:
        for name, value in TRAVEL_WISHES.items():
            setattr(row, name, value)
    work.session.flush()
    return journeys + len(wishes)


def _contact(work: Unit, trip: TripDue) -> int:
    """Addresses and notes of those who leave with this trip and did not agree to stay."""
    return sum(forget_contact(work, uid) for uid in list_leaving(trip))


def _people(work: Unit, trip: TripDue) -> int:
    leaving = list_leaving(trip)
    for uid in leaving:
        anonymise(work, uid)
    return len(leaving)


def _history(work: Unit, trip: TripDue) -> int:
    return blank_history(work.session, HistoryRow.trip_id == trip.id, HistoryRow.verb != "purge")


def _forget_mails(work: Unit, trip: TripDue) -> int:
    """What was sent or discarded so long ago, and everything once the trip is so long over."""
    old = trip.now - timedelta(days=trip.periods.mail_days)
    at = func.coalesce(MailRow.sent_at, MailRow.created_at)
    is_over = and_(MailRow.state.in_(OVER), at <= old)
    last = trip.ends_on + timedelta(days=trip.periods.mail_days)
    wanted = [MailRow.trip_id == trip.id, or_(MailRow.body != "", MailRow.recipient != "")]
    if trip.today < last:
        wanted.append(is_over)
    return _run(work, update(MailRow).where(*wanted).values(**MAIL))


def _forget_links(work: Unit, trip: TripDue) -> int:
    old = trip.now - timedelta(days=trip.periods.link_days)
    over = or_(LinkRow.expires_at <= old, LinkRow.revoked_at <= old)
    return _run(work, delete(LinkRow).where(LinkRow.trip_id == trip.id, over))


_STEPS: Final[Mapping[Due, Callable[[Unit, TripDue], int]]] = {
    Due.NEEDS: _sealed(NEEDS),
    Due.PASSPORT: _sealed(PASSPORT),
    Due.EMERGENCY: _sealed(EMERGENCY),
    Due.VISA: _visa,
    Due.DRAFTS: _drafts,
    Due.TRAVEL: _travel,
    Due.CONTACT: _contact,
    Due.PEOPLE: _people,
    Due.HISTORY: _history,
}
