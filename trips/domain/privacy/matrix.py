"""Person × purpose: who agreed to what, by the wording that holds today.

Every list, page and document that shows people to others asks here. Only what rests on an
agreement is asked: an organiser's own work with the list of delegates rests on the contract.
"""

import re
from collections.abc import Iterable
from typing import Final

from trips.domain.participation import Consent, ConsentPurpose, Participation
from trips.domain.snapshot import TripSnapshot

_NUMBER: Final = re.compile(r"\d+")


def find_answer(participation: Participation, purpose: ConsentPurpose) -> Consent | None:
    """The newest answer to a purpose, yes or no; the one that counts."""
    answers = (each for each in reversed(participation.consents) if each.purpose is purpose)
    return next(answers, None)


def wording_of(consent: Consent) -> int:
    """The version of the wording answered to; the first one where none is named."""
    found = _NUMBER.search(consent.wording)
    return int(found.group()) if found else 1


def may_show(participation: Participation, purpose: ConsentPurpose, wording_version: int) -> bool:
    """True only where the newest answer is a yes to the wording of today or a later one.

    No answer is a no; a yes to an older wording no longer counts (GDPR, Art. 7(1)); a
    revocation counts at once.
    """
    answer = find_answer(participation, purpose)
    if answer is None or not participation.agrees(purpose):
        return False
    return wording_of(answer) >= wording_version


def has_withdrawn(before: Iterable[Consent], after: Participation) -> bool:
    """True if something that the newest answer agreed to before is agreed to no longer."""
    newest = {each.purpose: each.is_given for each in before}
    return any(is_given and not after.agrees(purpose) for purpose, is_given in newest.items())


def may_use_needs(participation: Participation) -> bool:
    """False once somebody has refused or revoked that diet and access needs are used.

    What an organiser entered before anybody was asked is used; the registration asks.
    """
    answer = find_answer(participation, ConsentPurpose.NEEDS)
    return answer is None or answer.is_given


def agreed_by(
    snapshot: TripSnapshot, purpose: ConsentPurpose, among: Iterable[Participation] | None = None
) -> tuple[Participation, ...]:
    """Those of a trip (or of `among`) who may be shown for a purpose, in the order given."""
    version = snapshot.trip.data_protection.version
    people = snapshot.participations if among is None else among
    return tuple(each for each in people if may_show(each, purpose, version))
