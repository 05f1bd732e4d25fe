"""Reading protected fields: never without a line in the log of readings."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.privacy.sealed import SealedField
from trips.models.delegates.protection import ReadingRow
from trips.models.participation import ParticipationRow
from trips.models.trip import TripRow
from trips.queries.privacy.sealed import unseal_where
from trips.services.unit import MissingError, Unit, unit

ReadValues = dict[SealedField, str]


def read_protected(
    trip: str,
    uid: str,
    fields: Iterable[SealedField],
    *,
    actor: Actor,
    purpose: str,
    now: datetime,
) -> ReadValues:
    """Protected fields of one participation, those that are filled; the log says who read which.

    `purpose` is a word like `visa_letter`. Whether the actor may is the caller's question
    (`Action.READ_PASSPORT`, `Action.READ_NEEDS`). Raises `MissingError`, `SealBrokenError`.
    """
    found = read_protected_of(trip, (uid,), fields, actor=actor, purpose=purpose, now=now)
    return found[uid]


def read_protected_of(
    trip: str,
    uids: Sequence[str],
    fields: Iterable[SealedField],
    *,
    actor: Actor,
    purpose: str,
    now: datetime,
) -> dict[str, ReadValues]:
    """The same for several participations, by uid; a line in the log for each of them."""
    wanted = tuple(fields)
    with unit(actor, now) as work:
        query = (
            select(ParticipationRow.id, ParticipationRow.uid, ParticipationRow.trip_id)
            .join(TripRow, TripRow.id == ParticipationRow.trip_id)
            .where(TripRow.uid == trip, ParticipationRow.uid.in_(uids))
        )
        rows = work.session.execute(query).all()
        keys = {uid: key for key, uid, _ in rows}
        for uid in uids:
            if uid not in keys:
                raise MissingError(uid)
        values = unseal_where(ParticipationRow.id.in_(keys.values()), fields=wanted)
        log_reading(work, rows[0][2] if rows else None, uids, wanted, purpose)
        return {uid: values.get(keys[uid], {}) for uid in uids}


def note_reading(
    trip: str,
    subjects: Sequence[str],
    fields: Iterable[SealedField],
    *,
    actor: Actor,
    purpose: str,
    now: datetime,
) -> None:
    """Write a line for each of them, where the fields were read by another way than here."""
    with unit(actor, now) as work:
        trip_id = work.session.scalar(select(TripRow.id).where(TripRow.uid == trip))
        log_reading(work, trip_id, subjects, fields, purpose)


def log_reading(
    work: Unit,
    trip_id: int | None,
    subjects: Iterable[str],
    fields: Iterable[SealedField],
    purpose: str,
) -> None:
    """Note who read which fields of whom and what for; never a value."""
    names = sorted(each.value for each in fields)
    work.session.add_all(
        ReadingRow(
            at=work.now,
            actor_uid=work.actor.uid,
            actor_name=work.actor.name,
            trip_id=trip_id,
            subject=subject,
            fields=names,
            purpose=purpose,
        )
        for subject in subjects
    )
