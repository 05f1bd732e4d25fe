"""Somebody comes instead of somebody else: what they take over, and what never passes on."""

from typing import Final

from trips.domain.delegates.lifecycle import HOLDS_SEAT
from trips.domain.participation import Delegate, DelegateStatus, Participation

REPLACEABLE: Final = frozenset(DelegateStatus) - {DelegateStatus.REPLACED, DelegateStatus.ATTENDED}


class NotReplaceableError(Exception):
    """They were replaced already, or have been there."""


def substitute_for(
    old: Participation, *, uid: str, person: str, offers_room: bool
) -> Participation:
    """The participation of `person` in the place of `old`.

    Seat, delegation, group and days pass on, what is counted, and if offered the wish for the
    room. Everything else is the person's own and begins empty: passport, visa, diet, access,
    agreements, journey, answers, rank, notes. Raises `NotReplaceableError`.
    """
    delegate = old.delegate
    if delegate is None or delegate.status not in REPLACEABLE:
        raise NotReplaceableError(old.uid)
    return Participation(
        uid=uid,
        person=person,
        role=old.role,
        present_from=old.present_from,
        present_to=old.present_to,
        counts=old.counts,
        group=old.group,
        delegate=Delegate(
            delegation=delegate.delegation,
            status=_status_after(delegate.status),
            status_at=delegate.status_at if _waits(delegate) else None,
            room_wish=delegate.room_wish if offers_room else "",
            replaces=old.uid,
        ),
    )


def _waits(delegate: Delegate) -> bool:
    return delegate.status is DelegateStatus.WAITLISTED


def _status_after(old: DelegateStatus) -> DelegateStatus:
    """A seat is kept by being confirmed, a place on the waiting list by waiting.

    Whoever was only invited leaves an invitation that is still to be written.
    """
    if old in HOLDS_SEAT:
        return DelegateStatus.CONFIRMED
    if old in {DelegateStatus.WAITLISTED, DelegateStatus.NOMINATED}:
        return old
    return DelegateStatus.APPROVED
