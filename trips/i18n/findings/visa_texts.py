"""What the findings about visas say; the shape is that of `findings.texts`."""

from trips.domain.findings.codes import FindingCode as Code
from trips.i18n.catalogue import N_, N_n

NAMES = N_("%(names)s")
OPEN_DESK = N_("Open the visa desk")

VISA_TEXTS: dict[Code, tuple[str | tuple[str, str], str, str]] = {
    Code.VISA_UNCLEAR: (
        N_n(
            "Nationality of %(number)s delegate unknown, visa unclear",
            "Nationality of %(number)s delegates unknown, visa unclear",
        ),
        NAMES,
        OPEN_DESK,
    ),
    Code.VISA_LETTER_MISSING: (
        N_n(
            "%(number)s invitation letter for the visa is missing",
            "%(number)s invitation letters for the visa are missing",
        ),
        NAMES,
        N_("Write the letters"),
    ),
    Code.VISA_APPOINTMENT_MISSING: (
        N_n(
            "%(number)s delegate has no appointment at the mission yet",
            "%(number)s delegates have no appointment at the mission yet",
        ),
        NAMES,
        OPEN_DESK,
    ),
    Code.VISA_NOT_APPLIED: (
        N_n(
            "%(number)s visa has not been applied for yet",
            "%(number)s visas have not been applied for yet",
        ),
        NAMES,
        OPEN_DESK,
    ),
    Code.VISA_UNDECIDED: (
        N_n(
            "%(number)s visa has not been decided yet",
            "%(number)s visas have not been decided yet",
        ),
        NAMES,
        OPEN_DESK,
    ),
    Code.VISA_REFUSED: (
        N_n(
            "%(number)s visa has been refused",
            "%(number)s visas have been refused",
        ),
        NAMES,
        OPEN_DESK,
    ),
    Code.PASSPORT_TOO_SHORT: (
        N_n(
            "%(number)s passport ends less than three months after the stay",
            "%(number)s passports end less than three months after the stay",
        ),
        NAMES,
        OPEN_DESK,
    ),
}
