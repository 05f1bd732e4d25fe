"""The seats of a trip inside a write: counted under the lock, so that the last one goes once."""

from sqlalchemy import Row, Select, select

from trips.domain.delegates.lifecycle import HOLDS_SEAT
from trips.domain.delegates.seats import TRIP, Bench, BenchKey, Holder, Ledger, NoSeatError
from trips.domain.participation import DelegateStatus, Role
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.trip import GroupRow, TripRow
from trips.services.unit import Unit


def load_ledger(work: Unit) -> Ledger:
    """Every seat of the trip that is written in, in three statements whatever its size.

    The unit holds the trip's lock (SQLite: the only writer; PostgreSQL: the row of the trip), so
    nobody else takes a seat between this count and the commit. Raises `RuntimeError` outside a
    trip.
    """
    trip = trip_of(work)
    work.session.flush()
    found = work.session.execute(_delegates(trip)).all()
    return Ledger(_limits(work, trip), (_holder(row) for row in found))


def check_seat(work: Unit, uid: str) -> None:
    """Raise `NoSeatError` if somebody who came back sits where no seat is left."""
    ledger = load_ledger(work)
    found = work.session.execute(_delegates(trip_of(work)).where(ParticipationRow.uid == uid))
    for row in found.all():
        holder = _holder(row)
        over = [each for each in map(ledger.get_seats, holder.benches) if each.is_over]
        if over and holder.status in HOLDS_SEAT:
            raise NoSeatError(over[0])


def trip_of(work: Unit) -> TripRow:
    """The trip that is written in. Raises `RuntimeError` where there is none."""
    if work.trip is None:
        message = "delegates are written in a trip"
        raise RuntimeError(message)
    return work.trip


def _delegates(trip: TripRow) -> Select[DelegateStatus, str, str]:
    return (
        select(DelegateRow.status, DelegationRow.uid, GroupRow.code)
        .join(ParticipationRow, ParticipationRow.id == DelegateRow.participation_id)
        .outerjoin(DelegationRow, DelegationRow.id == DelegateRow.delegation_id)
        .outerjoin(GroupRow, GroupRow.id == ParticipationRow.group_id)
        .where(
            ParticipationRow.trip_id == trip.id,
            ParticipationRow.role == Role.DELEGATE,
            ParticipationRow.deleted_at.is_(None),
        )
    )


def _holder(row: Row[DelegateStatus, str, str]) -> Holder:
    status, delegation, group = row
    return Holder(status=status, delegation=delegation or "", group=group or "")


def _limits(work: Unit, trip: TripRow) -> dict[BenchKey, int | None]:
    delegations = select(DelegationRow.uid, DelegationRow.seats).where(
        DelegationRow.trip_id == trip.id
    )
    groups = select(GroupRow.code, GroupRow.seats).where(GroupRow.trip_id == trip.id)
    return {
        TRIP: (trip.registration or {}).get("seats"),
        **{(Bench.DELEGATION, uid): seats for uid, seats in work.session.execute(delegations)},
        **{(Bench.GROUP, code): seats for code, seats in work.session.execute(groups)},
    }
