"""Passports and emergency contacts of invented people, for sample trips: nothing is anybody's."""

from datetime import date, timedelta
from typing import Final

from trips.domain.participation import DelegateStatus, Participation
from trips.domain.privacy.sealed import SealedField
from trips.domain.snapshot import TripSnapshot
from trips.domain.visa_case import VisaStatus

SAMPLE: Final = "MUSTER"
"""Begins every number: no state gives out such a passport."""
PLACE: Final = "Musterstadt"
CONTACT: Final = "Musterkontakt"
PHONE: Final = "+49 30 23125"
"""Numbers that begin so are kept free for films: nobody answers."""
RELATIONS: Final = ("Partner", "Schwester", "Bruder", "Büro")
KINDS: Final = frozenset({VisaStatus.LETTER_SENT, VisaStatus.APPLIED, VisaStatus.GRANTED})
"""Whoever has come so far has shown a passport."""
BEGUN: Final = frozenset(
    {DelegateStatus.STARTED, DelegateStatus.SUBMITTED, DelegateStatus.CONFIRMED}
)
"""Whoever has told us anything."""
_YEAR: Final = timedelta(days=365)
_VALID: Final = timedelta(days=10 * 365)
_FIRST_YEAR: Final = 1958
_YEARS: Final = 30


def sample_secrets(snapshot: TripSnapshot) -> dict[str, dict[SealedField, str]]:
    """What delegates of a sample trip whose visas are on their way have told, by uid.

    The same trip gives the same passports and contacts; a trip that is no sample gives none.
    """
    if not snapshot.trip.is_sample:
        return {}
    chosen = [
        each
        for each in sorted(snapshot.participations, key=lambda each: each.uid)
        if each.delegate
        and each.delegate.status in BEGUN
        and each.delegate.visa
        and each.delegate.visa.status in KINDS
    ]
    return {
        each.uid: _passport(snapshot, each, number) | _contact(number)
        for number, each in enumerate(chosen, start=1)
    }


def _passport(
    snapshot: TripSnapshot, participation: Participation, number: int
) -> dict[SealedField, str]:
    person = snapshot.person_by_uid[participation.person]
    delegate = participation.delegate
    issued = snapshot.trip.starts_on - _YEAR - timedelta(days=37 * number)
    born = date(_FIRST_YEAR + 7 * number % _YEARS, number % 12 + 1, number % 28 + 1)
    return {
        SealedField.PASSPORT_NUMBER: f"{SAMPLE}{number:03}",
        SealedField.PASSPORT_COUNTRY: (delegate and delegate.nationality) or person.country,
        SealedField.PASSPORT_ISSUED_ON: issued.isoformat(),
        SealedField.PASSPORT_EXPIRES_ON: (issued + _VALID).isoformat(),
        SealedField.BORN_ON: born.isoformat(),
        SealedField.BIRTH_PLACE: PLACE,
    }


def _contact(number: int) -> dict[SealedField, str]:
    return {
        SealedField.EMERGENCY_NAME: f"{CONTACT} {number}",
        SealedField.EMERGENCY_PHONE: f"{PHONE} {number:03}",
        SealedField.EMERGENCY_RELATION: RELATIONS[number % len(RELATIONS)],
    }
