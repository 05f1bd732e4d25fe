"""What the findings about visas say; the shape is that of `findings.texts`."""

from trips.domain.findings.codes import FindingCode as Code
from trips.i18n.catalogue import N_

NAMES = N_("%(names)s")
OPEN_DESK = N_("Open the visa desk")

VISA_TEXTS: dict[Code, tuple[str, str, str]] = {
    Code.VISA_UNCLEAR: (N_("Nationality unknown, visa unclear: %(number)s"), NAMES, OPEN_DESK),
    Code.VISA_LETTER_MISSING: (
        N_("Invitation letter for the visa missing: %(number)s"),
        NAMES,
        N_("Write the letters"),
    ),
    Code.VISA_APPOINTMENT_MISSING: (
        N_("No appointment at the mission yet: %(number)s"),
        NAMES,
        OPEN_DESK,
    ),
    Code.VISA_NOT_APPLIED: (N_("Visa not applied for yet: %(number)s"), NAMES, OPEN_DESK),
    Code.VISA_UNDECIDED: (N_("Visa not decided yet: %(number)s"), NAMES, OPEN_DESK),
    Code.VISA_REFUSED: (N_("Visa refused: %(number)s"), NAMES, OPEN_DESK),
    Code.PASSPORT_TOO_SHORT: (
        N_("Passport ends less than three months after the stay: %(number)s"),
        NAMES,
        OPEN_DESK,
    ),
}
