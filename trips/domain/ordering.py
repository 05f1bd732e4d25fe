"""The order of people: protocol first, names second; the same on screen and on paper."""

from collections.abc import Iterable
from datetime import date

from trips.domain.participation import Delegation, Participation, Role
from trips.domain.protocol.order import UNRANKED, Precedence, precedence
from trips.domain.snapshot import TripSnapshot, once
from trips.domain.values.collation import sort_key

ROLE_ORDER = (
    Role.DELEGATE,
    Role.INVITING_BODY,
    Role.CLIENT,
    Role.ORGANISER,
    Role.ESCORT,
    Role.INTERPRETER,
    Role.SPEAKER,
    Role.HOST,
    Role.DRIVER,
)


def protocol_key(snapshot: TripSnapshot, participation: Participation) -> tuple[int, Precedence]:
    """The head of the delegation, then by precedence."""
    delegate = participation.delegate
    delegation = snapshot.delegation_by_uid.get((delegate and delegate.delegation) or "")
    is_head = delegation is not None and delegation.head == participation.uid
    person = snapshot.person_by_uid[participation.person]
    return (0 if is_head else 1, precedence(person, participation))


@once
def order_delegations(snapshot: TripSnapshot) -> tuple[Delegation, ...]:
    """Delegations by the precedence of their heads, then by the folded English name."""

    def key(delegation: Delegation) -> tuple[int, int, date, str]:
        name = sort_key(delegation.name.shown("en").text, delegation.uid)
        head = snapshot.participation_by_uid.get(delegation.head or "")
        if head is None:
            return (UNRANKED, UNRANKED, date.max, name)
        return (*precedence(snapshot.person_by_uid[head.person], head)[:-1], name)

    return tuple(sorted(snapshot.delegations, key=key))


@once
def order_participations(snapshot: TripSnapshot) -> tuple[Participation, ...]:
    """Delegations in order, within them by protocol; then the others by role and name."""
    places = {each.uid: index for index, each in enumerate(order_delegations(snapshot))}

    def key(participation: Participation) -> tuple[int, int, tuple[int, Precedence]]:
        delegate = participation.delegate
        place = places.get((delegate and delegate.delegation) or "", len(places))
        standing = protocol_key(snapshot, participation)
        return (ROLE_ORDER.index(participation.role), place, standing)

    return tuple(sorted(snapshot.participations, key=key))


def in_delegation(
    participations: Iterable[Participation], delegation: Delegation
) -> tuple[Participation, ...]:
    """Those who belong to a delegation, in the order given."""
    return tuple(
        each
        for each in participations
        if each.delegate is not None and each.delegate.delegation == delegation.uid
    )
