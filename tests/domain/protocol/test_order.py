"""Who stands before whom."""

from datetime import date
from itertools import pairwise

from trips.domain.participation import Delegate, Participation, Role
from trips.domain.person import Person, ProtocolRank
from trips.domain.protocol.order import precedence

RANK = ProtocolRank


def somebody(
    name: str, office: ProtocolRank = RANK.NONE, since: date | None = None, rank: int | None = None
) -> tuple[Person, Participation]:
    person = Person(
        uid=name, given_name="", family_name=name, protocol_rank=office, office_since=since
    )
    part = Participation(
        uid=name,
        person=name,
        role=Role.DELEGATE,
        present_from=date(2026, 1, 1),
        present_to=date(2026, 1, 2),
        delegate=Delegate(rank=rank),
    )
    return person, part


IN_ORDER = [
    somebody("Zulu", rank=1),
    somebody("Yusuf", RANK.NONE, rank=2),
    somebody("Xaba", RANK.MINISTER),
    somebody("Wu", RANK.AMBASSADOR, date(2019, 5, 1)),
    somebody("Vo", RANK.AMBASSADOR, date(2023, 5, 1)),
    somebody("Uhl", RANK.AMBASSADOR),
    somebody("Tan", RANK.DEPUTY_MINISTER),
    somebody("Sow", RANK.MAYOR),
    somebody("Abel"),
    somebody("Ökten"),
    somebody("Pan"),
]


def test_rank_goes_before_office_before_seniority_before_name() -> None:
    places = [precedence(*each) for each in IN_ORDER]
    assert all(before < after for before, after in pairwise(places))


def test_the_ranks_are_listed_from_the_highest() -> None:
    assert sorted(RANK, key=list(RANK).index)[:: len(RANK) - 1] == [RANK.HEAD_OF_STATE, RANK.NONE]
