"""The order of protocol among people of a trip and among their delegations.

State rank first, those longer in office before those newly come, names last. A rank that the
organiser gave on this trip overrides all of it, and the head leads the delegation.
"""

from datetime import date
from typing import Final

from trips.domain.participation import Participation
from trips.domain.person import Person, ProtocolRank
from trips.domain.values.collation import sort_key

UNRANKED: Final = 10_000
_RANKS: Final = {rank: place for place, rank in enumerate(ProtocolRank)}

Precedence = tuple[int, int, date, str]


def name_key(person: Person) -> str:
    """Alphabetical by family name, then given name."""
    return sort_key(person.family_name, person.given_name)


def precedence(person: Person, participation: Participation | None) -> Precedence:
    """Where somebody stands: rank on the trip, rank of the office, since when, name."""
    delegate = participation.delegate if participation else None
    given = delegate.rank if delegate and delegate.rank is not None else UNRANKED
    since = person.office_since or date.max
    return (given, _RANKS[person.protocol_rank], since, name_key(person))
