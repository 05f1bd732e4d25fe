"""The stations of delegates: the one way in which a status changes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Row, select

from trips.domain.account.user import Actor
from trips.domain.delegates.lifecycle import By, StepRefusedError, check_step
from trips.domain.delegates.seats import Holder, Ledger, NoSeatError, Seats
from trips.domain.participation import DelegateStatus, Role
from trips.models.participation import DelegateRow, DelegationRow, ParticipationRow
from trips.models.trip import GroupRow
from trips.services.seats.ledger import load_ledger, trip_of
from trips.services.unit import MissingError, Unit, unit

ANSWERED: Final = frozenset(
    {
        DelegateStatus.SUBMITTED,
        DelegateStatus.CONFIRMED,
        DelegateStatus.ATTENDED,
        DelegateStatus.WAITLISTED,
    }
)
"""Whoever has come so far does not go back by typing into the form once more."""
_TYPING: Final = frozenset({DelegateStatus.STARTED, DelegateStatus.SUBMITTED})


@dataclass(frozen=True)
class Refused:
    """Somebody whose status stayed: the step is not allowed, or `seats` has none left."""

    uid: str
    seats: Seats | None = None


@dataclass(frozen=True, kw_only=True)
class StatusOutcome:
    """What became of a change of status."""

    to: DelegateStatus
    step: str = ""
    """Names the change, for `undo_status`."""
    changed: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True)
class Sitting:
    """A delegate inside a write: rows and where they sit."""

    row: ParticipationRow
    delegate: DelegateRow
    holder: Holder


@dataclass
class Stations:
    """Changes of status inside one write: the seats are counted once."""

    work: Unit
    ledger: Ledger = field(init=False)
    _taken: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.ledger = load_ledger(self.work)

    def take(self, sitting: Sitting, to: DelegateStatus, by: By) -> DelegateStatus:
        """Take a delegate to a station; where they are now.

        An answer that finds no seat goes to the waiting list. Raises `StepRefusedError`, and for
        others than the delegate `NoSeatError`.
        """
        now = sitting.delegate.status
        if now is to or (by is By.DELEGATE and now in ANSWERED and to in _TYPING):
            return now
        check_step(now, to, by)
        try:
            self.write(sitting, to)
        except NoSeatError:
            if by is not By.DELEGATE:
                raise
            to = DelegateStatus.WAITLISTED
            self.write(sitting, to)
        return to

    def write(self, sitting: Sitting, to: DelegateStatus, since: datetime | None = None) -> None:
        """Write a station whatever it was before. Raises `NoSeatError`."""
        self.ledger.move(sitting.holder, replace(sitting.holder, status=to))
        delegate, row, work = sitting.delegate, sitting.row, self.work
        before = _told(delegate)
        self._taken += 1  # those of one write keep their order on the waiting list
        delegate.status_at = since or work.now + timedelta(microseconds=self._taken)
        delegate.status = to
        row.version += 1
        row.changed_at = work.now
        work.record("status", ("participation", row.uid), before, _told(delegate))

    def leave(self, sitting: Sitting) -> None:
        """Take a delegate off the trip: their seat is free."""
        self.ledger.leave(sitting.holder)
        sitting.row.deleted_at = sitting.row.changed_at = self.work.now
        sitting.row.version += 1
        self.work.record(
            "delete", ("participation", sitting.row.uid), {"role": Role.DELEGATE.value}
        )


def change_status(
    trip: str,
    uids: Sequence[str],
    to: DelegateStatus,
    *,
    actor: Actor,
    now: datetime,
    by: By = By.ORGANISER,
) -> StatusOutcome:
    """Take delegates to a station, each who may go there; seats go in the order of `uids`.

    Raises `MissingError` if one is not on the trip or no delegate; then nothing is written.
    """
    with unit(actor, now, trip=trip) as work:
        stations = Stations(work)
        changed: list[str] = []
        refused: list[Refused] = []
        for uid, sitting in get_sittings(work, uids).items():
            before = sitting.delegate.status
            try:
                stations.take(sitting, to, by)
            except StepRefusedError:
                refused.append(Refused(uid))
            except NoSeatError as error:
                refused.append(Refused(uid, error.seats))
            else:
                changed += [uid] if before is not to else []
        return StatusOutcome(to=to, step=work.step, changed=tuple(changed), refused=tuple(refused))


def set_status(work: Unit, uid: str, to: DelegateStatus, by: By = By.DELEGATE) -> DelegateStatus:
    """Take one delegate to a station inside another write; where they are now.

    A delegate's answer that finds no seat goes to the waiting list; whoever has answered stays
    where they are. Raises `MissingError`, `StepRefusedError`, `NoSeatError` (not for delegates).
    """
    return Stations(work).take(get_sittings(work, (uid,))[uid], to, by)


def get_sittings(work: Unit, uids: Sequence[str]) -> dict[str, Sitting]:
    """The rows of delegates on the trip that is written in, by uid in the order given.

    Raises `MissingError` if one is not there, or no delegate.
    """
    query = (
        select(ParticipationRow, DelegateRow, DelegationRow.uid, GroupRow.code)
        .join(DelegateRow, DelegateRow.participation_id == ParticipationRow.id)
        .outerjoin(DelegationRow, DelegationRow.id == DelegateRow.delegation_id)
        .outerjoin(GroupRow, GroupRow.id == ParticipationRow.group_id)
        .where(
            ParticipationRow.uid.in_(uids),
            ParticipationRow.role == Role.DELEGATE,
            ParticipationRow.trip_id == trip_of(work).id,
            ParticipationRow.deleted_at.is_(None),
        )
    )
    found = {row[0].uid: _sitting(row) for row in work.session.execute(query)}
    missing = [uid for uid in uids if uid not in found]
    if missing:
        raise MissingError(missing[0])
    return {uid: found[uid] for uid in uids}


def _sitting(found: Row[ParticipationRow, DelegateRow, str, str]) -> Sitting:
    row, delegate, delegation, group = found
    holder = Holder(status=delegate.status, delegation=delegation or "", group=group or "")
    return Sitting(row, delegate, holder)


def _told(delegate: DelegateRow) -> dict[str, str]:
    """What the history keeps, and undo needs."""
    since = delegate.status_at.isoformat() if delegate.status_at else ""
    return {"status": delegate.status.value, "status_at": since}
