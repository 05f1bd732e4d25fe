"""Putting people into groups, several at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.delegates.seats import holder_of
from trips.domain.participation import Participation
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot
from trips.services.participation import get_row, write_participation
from trips.services.seats.ledger import load_ledger
from trips.services.unit import MissingError, unit


def set_group(trip: str, uids: Sequence[str], code: str, *, actor: Actor, now: datetime) -> int:
    """Put people into a group, or into none; how many that changed.

    All or none: raises `MissingError`, and `NoSeatError` if the group has not a seat for each.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        changed = [each for each in _chosen(snapshot, uids) if each.group != code]
        ledger = load_ledger(work)
        for each in changed:
            new = replace(each, group=code)
            holder = holder_of(new)
            if holder is not None:
                ledger.move(holder_of(each), holder)
            row = get_row(work, each.uid)
            row.version += 1
            write_participation(work, row, new)
            told = ({"group": each.group}, {"group": code})
            work.record("edit", ("participation", each.uid), *told)
        return len(changed)


def _chosen(snapshot: TripSnapshot, uids: Sequence[str]) -> list[Participation]:
    missing = [uid for uid in uids if uid not in snapshot.participation_by_uid]
    if missing:
        raise MissingError(missing[0])
    return [snapshot.participation_by_uid[uid] for uid in uids]
