"""Putting people into groups, several at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.delegates.seats import Ledger, holder_of
from trips.domain.participation import Participation
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot
from trips.services.delegates.review import Noted
from trips.services.participation import get_row, write_participation
from trips.services.seats.ledger import load_ledger
from trips.services.unit import MissingError, Unit, unit


def set_group(trip: str, uids: Sequence[str], code: str, *, actor: Actor, now: datetime) -> Noted:
    """Put people into a group, or into none.

    All or none: raises `MissingError`, and `NoSeatError` if the group has not a seat for each.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        changed = [each for each in _chosen(snapshot, uids) if each.group != code]
        ledger = load_ledger(work)
        for each in changed:
            change_group(work, ledger, each, code)
        return Noted(number=len(changed), step=work.step)


def change_group(work: Unit, ledger: Ledger, old: Participation, code: str) -> None:
    """Put one person into a group inside another write. Raises `NoSeatError`."""
    new = replace(old, group=code)
    holder = holder_of(new)
    if holder is not None:
        ledger.move(holder_of(old), holder)
    row = get_row(work, old.uid)
    row.version += 1
    write_participation(work, row, new)
    work.record("edit", ("participation", old.uid), {"group": old.group}, {"group": code})


def _chosen(snapshot: TripSnapshot, uids: Sequence[str]) -> list[Participation]:
    missing = [uid for uid in uids if uid not in snapshot.participation_by_uid]
    if missing:
        raise MissingError(missing[0])
    return [snapshot.participation_by_uid[uid] for uid in uids]
