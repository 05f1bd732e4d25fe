"""The smallest trips with an open visa, one for each of its findings."""

from collections.abc import Callable
from datetime import date

from tests.domain.findings.small_trip import with_delegate
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.codes import Severity
from trips.domain.snapshot import TripSnapshot
from trips.domain.visa_case import HeldDocument, TravelDocument, VisaCase, VisaStatus


def with_visa(status: VisaStatus) -> TripSnapshot:
    return with_delegate(visa=VisaCase(status=status))


def with_passport(valid_until: date) -> TripSnapshot:
    kind = TravelDocument.ORDINARY_PASSPORT
    return with_delegate(documents=(HeldDocument(kind=kind, valid_until=valid_until),))


BROKEN_VISAS: dict[Code, tuple[Severity, Callable[[], TripSnapshot]]] = {
    Code.VISA_UNCLEAR: (Severity.INFORMS, lambda: with_delegate(nationality="", visa=None)),
    Code.VISA_LETTER_MISSING: (Severity.WARNS, lambda: with_delegate(visa=None)),
    Code.VISA_APPOINTMENT_MISSING: (Severity.WARNS, lambda: with_visa(VisaStatus.LETTER_SENT)),
    Code.VISA_NOT_APPLIED: (Severity.WARNS, lambda: with_visa(VisaStatus.APPOINTMENT)),
    Code.VISA_UNDECIDED: (Severity.WARNS, lambda: with_visa(VisaStatus.APPLIED)),
    Code.VISA_REFUSED: (Severity.BLOCKS, lambda: with_visa(VisaStatus.REFUSED)),
    Code.PASSPORT_TOO_SHORT: (Severity.WARNS, lambda: with_passport(date(2015, 12, 17))),
}
