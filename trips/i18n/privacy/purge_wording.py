"""What the purge throws away, in words."""

from collections.abc import Mapping
from typing import Final

from trips.domain.privacy.retention import Due
from trips.i18n.catalogue import N_, say

_DUE: Final[Mapping[Due, str]] = {
    Due.NEEDS: N_("Diet and access needs"),
    Due.PASSPORT: N_("Passport data"),
    Due.EMERGENCY: N_("Emergency contacts"),
    Due.VISA: N_("Visa steps and what letters said"),
    Due.DRAFTS: N_("Registrations that were never sent"),
    Due.TRAVEL: N_("Journeys, rooms and answers"),
    Due.CONTACT: N_("Addresses and notes of people who have left"),
    Due.PEOPLE: N_("People made anonymous"),
    Due.HISTORY: N_("Personal values in the history"),
    Due.MAILS: N_("Wording of mails"),
    Due.LINKS: N_("Secret links that are over"),
    Due.READINGS: N_("Entries in the log of readings"),
    Due.ERASED: N_("People erased again after a restored copy"),
}


def due_name(due: Due, locale: str) -> str:
    """What is thrown away, as the head of a line."""
    return say(_DUE[due], locale)
