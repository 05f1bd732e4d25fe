"""What organisers note about delegates: looked at, and whether the employer lets them travel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.participation import Permission
from trips.services.delegates.status import get_sittings
from trips.services.unit import unit


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What was noted about several people at once; `step` takes it back with `undo_step`."""

    number: int
    step: str


def mark_reviewed(trip: str, uid: str, *, actor: Actor, now: datetime) -> int:
    """Say that what a delegate changed after the confirmation was looked at; how many fields.

    Raises `MissingError`.
    """
    with unit(actor, now, trip=trip) as work:
        sitting = get_sittings(work, (uid,))[uid]
        names = tuple(sitting.delegate.to_review or ())
        if names:
            sitting.delegate.to_review = []
            sitting.row.version += 1
            sitting.row.changed_at = now
            fields = dict.fromkeys(names, "")
            work.record("review", ("participation", uid), fields, fields)
        return len(names)


def set_permission(
    trip: str, uids: Sequence[str], permission: Permission, *, actor: Actor, now: datetime
) -> Noted:
    """Note whether employers let delegates travel, for whom that is new.

    Raises `MissingError`.
    """
    with unit(actor, now, trip=trip) as work:
        changed = 0
        for uid, sitting in get_sittings(work, uids).items():
            delegate = sitting.delegate
            if delegate.permission is permission:
                continue
            before = {"permission": delegate.permission.value}
            delegate.permission = permission
            sitting.row.version += 1
            sitting.row.changed_at = now
            after = {"permission": permission.value}
            work.record("edit", ("participation", uid), before, after)
            changed += 1
        return Noted(number=changed, step=work.step)
