"""Whom a difference concerns: for each person on the trip only their own changes.

Delegates and those who travel along: what their group does while they are present. Interpreters:
what they are assigned to, and the journeys. Hosts and speakers: their own items. Drivers: transfers
and journeys by road. What moves into or out of somebody's own programme is new or cancelled for
them, whatever it is for the others.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from trips.domain.item import ItemKind
from trips.domain.participation import Participation, Role
from trips.domain.releases.difference import (
    Changed,
    ChangeKind,
    Difference,
    Side,
    Subject,
    compare_all,
    kinds_of,
)
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import LegMode

DRIVEN: Final = frozenset({ItemKind.TRANSFER.value, LegMode.BUS.value, LegMode.CAR.value})


def concerned(
    difference: Difference, snapshot: TripSnapshot, before: TripSnapshot | None = None
) -> dict[str, tuple[Changed, ...]]:
    """By uid of the participations in `snapshot` that anything concerns: the changes, in order.

    With `before`, the older state, also those are told whose own group, role or days of presence
    have changed. Whoever is not coming is not told.
    """
    was = before.participation_by_uid if before else {}
    everything = compare_all(before, snapshot) if before else ()
    homes = {each.uid: each.organisation for each in snapshot.persons}
    found = {}
    for now in snapshot.participations:
        if not now.is_coming:
            continue
        former = was.get(now.uid, now)
        changes = difference.changes if _place(former) == _place(now) else everything
        own = tuple(_personal(each, former, now, homes.get(now.person)) for each in changes)
        if any(own):
            found[now.uid] = tuple(each for each in own if each)
    return found


def _place(participation: Participation) -> tuple[object, ...]:
    each = participation
    return (each.role, each.group, each.present_from, each.present_to)


def _personal(
    changed: Changed, was: Participation, now: Participation, organisation: str | None
) -> Changed | None:
    """The change as one person sees it; none if it does not concern them."""
    had = changed.old is not None and reaches(changed.subject, changed.old, was, organisation)
    has = changed.new is not None and reaches(changed.subject, changed.new, now, organisation)
    if had and has:
        return _without_staff(changed, now)
    if not (had or has):
        return None
    return replace(changed, kinds=(ChangeKind.NEW if has else ChangeKind.CANCELLED,), facts=())


def _without_staff(changed: Changed, participation: Participation) -> Changed | None:
    """Who interprets is said to interpreters only."""
    if participation.role is Role.INTERPRETER or not changed.is_a(ChangeKind.STAFF):
        return changed if changed.kinds else None
    facts = tuple(each for each in changed.facts if each.kind is not ChangeKind.STAFF)
    return replace(changed, facts=facts, kinds=kinds_of(facts)) if facts else None


def reaches(
    subject: Subject, side: Side, participation: Participation, organisation: str | None
) -> bool:
    """True if the object as `side` has it is part of the person's own programme."""
    if participation.role in {Role.HOST, Role.SPEAKER}:
        return subject is Subject.ITEM and _receives(side, participation.person, organisation)
    if subject is Subject.TRIP:
        return True
    if not _is_present(side, participation):
        return False
    rule = _BY_ROLE.get(participation.role, _in_group)
    return subject is Subject.STOP or rule(subject, side, participation)


def _receives(side: Side, person: str, organisation: str | None) -> bool:
    return person in side.persons or (not side.persons and organisation in side.organisations)


def _is_present(side: Side, participation: Participation) -> bool:
    first, last = side.starts.date(), side.ends.date()
    return first <= participation.present_to and participation.present_from <= last


def _in_group(subject: Subject, side: Side, participation: Participation) -> bool:
    if subject is not Subject.ITEM or not side.groups or not participation.group:
        return True
    return participation.group in side.groups


def _interprets(subject: Subject, side: Side, participation: Participation) -> bool:
    return subject is not Subject.ITEM or participation.person in side.interpreters


def _drives(_subject: Subject, side: Side, _participation: Participation) -> bool:
    return side.sort in DRIVEN


_BY_ROLE: Final[dict[Role, Callable[[Subject, Side, Participation], bool]]] = {
    Role.INTERPRETER: _interprets,
    Role.DRIVER: _drives,
}
