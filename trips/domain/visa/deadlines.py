"""Reckoning back from the journey: until when letter, appointment and application are due.

Sources: Visa Code, Regulation (EC) No 810/2009: Art. 9 (apply at the latest 15 calendar days
before, at the earliest six months; an appointment within two weeks), Art. 12 (the passport: issued
in the last ten years, valid three months beyond the stay), Art. 15 (insurance of 30,000 euros),
Art. 23 (a decision within 15 calendar days, in single cases up to 45).
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from trips.domain.visa_case import HeldDocument, VisaCase, VisaStatus

DECISION_DAYS: Final = 15
APPOINTMENT_DAYS: Final = 14
RETURN_DAYS: Final = 5
"""For the passport to come back from the mission; practice."""
LETTER_DAYS: Final = 7
"""For papers to be gathered after the letter; practice."""
EARLIEST_MONTHS: Final = 6
VALID_MONTHS: Final = 3
PASSPORT_YEARS: Final = 10


class VisaStep(StrEnum):
    """What has to happen next."""

    LETTER = "letter"
    APPOINTMENT = "appointment"
    APPLICATION = "application"
    DECISION = "decision"


@dataclass(frozen=True, kw_only=True)
class VisaDeadlines:
    """The last good day of each step, and the first day on which an application is taken."""

    earliest: date
    letter_by: date
    appointment_by: date
    apply_by: date
    decision_by: date

    def of(self, step: VisaStep) -> date:
        """The last good day of a step."""
        return {
            VisaStep.LETTER: self.letter_by,
            VisaStep.APPOINTMENT: self.appointment_by,
            VisaStep.APPLICATION: self.apply_by,
            VisaStep.DECISION: self.decision_by,
        }[step]


def deadlines_for(enters: date) -> VisaDeadlines:
    """Reckoned back from the day of entry."""
    decision = enters - timedelta(days=RETURN_DAYS)
    apply = decision - timedelta(days=DECISION_DAYS)
    appointment = apply - timedelta(days=APPOINTMENT_DAYS)
    return VisaDeadlines(
        earliest=months_later(enters, -EARLIEST_MONTHS),
        letter_by=appointment - timedelta(days=LETTER_DAYS),
        appointment_by=appointment,
        apply_by=apply,
        decision_by=decision,
    )


_DONE: Final = frozenset({VisaStatus.NOT_NEEDED, VisaStatus.GRANTED, VisaStatus.REFUSED})
_NEXT: Final = {
    VisaStatus.OPEN: VisaStep.LETTER,
    VisaStatus.LETTER_SENT: VisaStep.APPOINTMENT,
    VisaStatus.APPOINTMENT: VisaStep.APPLICATION,
    VisaStatus.APPLIED: VisaStep.DECISION,
}


_AFTER: Final = {
    VisaStep.LETTER: VisaStatus.LETTER_SENT,
    VisaStep.APPOINTMENT: VisaStatus.APPOINTMENT,
    VisaStep.APPLICATION: VisaStatus.APPLIED,
    VisaStep.DECISION: VisaStatus.GRANTED,
}


def status_after(step: VisaStep) -> VisaStatus:
    """Where a visa stands once a step is taken; a decision is hoped to grant it."""
    return _AFTER[step]


def next_step(case: VisaCase) -> VisaStep | None:
    """What has to happen next; none once it is decided."""
    return None if case.status in _DONE else _NEXT[case.status]


def is_valid_long_enough(documents: Iterable[HeldDocument], leaves: date) -> bool:
    """Whether every passport with a date outlasts the stay by three months (Art. 12)."""
    wanted = months_later(leaves, VALID_MONTHS)
    dates = [
        each.valid_until
        for each in documents
        if each.valid_until and each.kind.value.endswith("passport")
    ]
    return not dates or max(dates) >= wanted


def months_later(day: date, months: int) -> date:
    """The same day of another month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
