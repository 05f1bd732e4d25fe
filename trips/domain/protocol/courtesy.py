"""Who is entitled to an honour before the name, and by which name people are addressed.

Protocol of the German federal government (protokoll-inland.de): foreign heads of state and of
government, speakers, ministers and ambassadors are "Exzellenz", monarchs "Majestät".
"""

from typing import Final

from trips.domain.person import Person, Predicate, ProtocolRank

HOME: Final = "DE"
"""Where the letters come from: its own dignitaries are no Excellencies."""
_ENTITLED: Final = frozenset(
    {
        ProtocolRank.HEAD_OF_STATE,
        ProtocolRank.HEAD_OF_GOVERNMENT,
        ProtocolRank.MINISTER,
        ProtocolRank.AMBASSADOR,
    }
)
_BY_GIVEN_NAME: Final = frozenset({"ER", "ET"})
"""The second name is the father's."""
_BY_WHOLE_NAME: Final = frozenset({"IS", "VN"})
"""Icelanders have no family names; Vietnamese family names hardly tell people apart."""
_BY_NAME: Final = frozenset({ProtocolRank.HEAD_OF_DEPARTMENT})


def is_entitled(person: Person) -> bool:
    """True for foreign office holders whom protocol calls Excellency."""
    return person.protocol_rank in _ENTITLED and person.country not in {"", HOME}


def courtesy_of(person: Person) -> Predicate:
    """The honour a letter uses: what was entered, unless a rank or country speaks against it.

    Where no rank was entered, whoever entered "Excellency" is believed: a nuncio has no rank here.
    """
    if person.predicate is Predicate.EXCELLENCY:
        is_known = person.protocol_rank is not ProtocolRank.NONE
        if person.country == HOME or (is_known and person.protocol_rank not in _ENTITLED):
            return Predicate.NONE
    return person.predicate


def is_addressed_by_office(person: Person) -> bool:
    """True where a letter says Mayor, not Dr Müller: elected and state offices."""
    return person.protocol_rank not in _BY_NAME


def name_to_call(person: Person) -> str:
    """The part of the name that follows Ms or Mr: mostly the family name, not everywhere."""
    if not person.family_name or not person.given_name:
        return person.family_name or person.given_name
    if person.country in _BY_GIVEN_NAME:
        return person.given_name
    if person.country in _BY_WHOLE_NAME:
        return plain_name(person)
    return person.family_name


def plain_name(person: Person) -> str:
    """The whole name without titles, in the person's own order."""
    parts = (person.given_name, person.family_name)
    ordered = parts[::-1] if person.family_name_first else parts
    return " ".join(part for part in ordered if part)
