"""How far somebody's visa has come, and which documents they travel on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class VisaStatus(StrEnum):
    """Where a visa stands."""

    OPEN = "open"
    NOT_NEEDED = "not_needed"
    LETTER_SENT = "letter_sent"
    APPOINTMENT = "appointment"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"


class TravelDocument(StrEnum):
    """A document to travel on or to stay with."""

    ORDINARY_PASSPORT = "ordinary_passport"
    SERVICE_PASSPORT = "service_passport"
    DIPLOMATIC_PASSPORT = "diplomatic_passport"
    RESIDENCE_PERMIT = "residence_permit"
    """Of a state of the Schengen area."""
    SCHENGEN_VISA = "schengen_visa"


@dataclass(frozen=True, kw_only=True)
class HeldDocument:
    """A document that somebody holds; its number stands elsewhere, encrypted."""

    kind: TravelDocument
    valid_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class VisaCase:
    """What the visa desk knows about one delegate."""

    status: VisaStatus = VisaStatus.OPEN
    appointment_on: date | None = None
    applied_on: date | None = None
    decided_on: date | None = None
    is_insured: bool = False
    note: str = ""
