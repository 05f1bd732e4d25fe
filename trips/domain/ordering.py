"""The order of people: protocol first, names second; the same on screen and on paper."""

from collections.abc import Iterable

from trips.domain.participation import Delegation, Participation, Role
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.collation import sort_key

UNRANKED = 10_000
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


def name_key(person: Person) -> str:
    """Alphabetical by family name, then given name."""
    return sort_key(person.family_name, person.given_name)


def protocol_key(snapshot: TripSnapshot, participation: Participation) -> tuple[int, int, str]:
    """The head of the delegation, then by rank, then by name."""
    delegate = participation.delegate
    delegation = snapshot.delegation_by_uid.get((delegate and delegate.delegation) or "")
    is_head = delegation is not None and delegation.head == participation.uid
    rank = delegate.rank if delegate and delegate.rank is not None else UNRANKED
    return (0 if is_head else 1, rank, name_key(snapshot.person_by_uid[participation.person]))


def order_delegations(snapshot: TripSnapshot) -> tuple[Delegation, ...]:
    """Delegations by the rank of their heads, then by the folded English name."""

    def key(delegation: Delegation) -> tuple[int, str]:
        head = snapshot.participation_by_uid.get(delegation.head or "")
        rank = head.delegate.rank if head and head.delegate else None
        return (
            UNRANKED if rank is None else rank,
            sort_key(delegation.name.shown("en").text, delegation.uid),
        )

    return tuple(sorted(snapshot.delegations, key=key))


def order_participations(snapshot: TripSnapshot) -> tuple[Participation, ...]:
    """Delegations in order, within them by protocol; then the others by role and name."""
    places = {each.uid: index for index, each in enumerate(order_delegations(snapshot))}

    def key(participation: Participation) -> tuple[int, int, int, int, str]:
        delegate = participation.delegate
        place = places.get((delegate and delegate.delegation) or "", len(places))
        head, rank, name = protocol_key(snapshot, participation)
        return (ROLE_ORDER.index(participation.role), place, head, rank, name)

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
