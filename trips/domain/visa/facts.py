"""What the visa desk enters about one delegate, as one value that a form can edit."""

from dataclasses import dataclass, replace
from datetime import date

from trips.domain.participation import Delegate
from trips.domain.visa_case import HeldDocument, VisaCase, VisaStatus


@dataclass(frozen=True, kw_only=True)
class VisaFacts:
    """Nationality, documents and the state of the visa of one delegate."""

    nationality: str = ""
    documents: tuple[HeldDocument, ...] = ()
    status: VisaStatus = VisaStatus.OPEN
    appointment_on: date | None = None
    applied_on: date | None = None
    decided_on: date | None = None
    is_insured: bool = False
    note: str = ""


def facts_of(delegate: Delegate) -> VisaFacts:
    """What is known of a delegate."""
    case = delegate.visa or VisaCase()
    return VisaFacts(
        nationality=delegate.nationality,
        documents=delegate.documents,
        status=case.status,
        appointment_on=case.appointment_on,
        applied_on=case.applied_on,
        decided_on=case.decided_on,
        is_insured=case.is_insured,
        note=case.note,
    )


def with_facts(delegate: Delegate, facts: VisaFacts) -> Delegate:
    """The delegate with what the desk entered; a case that says nothing is none."""
    case = VisaCase(
        status=facts.status,
        appointment_on=facts.appointment_on,
        applied_on=facts.applied_on,
        decided_on=facts.decided_on,
        is_insured=facts.is_insured,
        note=facts.note,
    )
    return replace(
        delegate,
        nationality=facts.nationality,
        documents=facts.documents,
        visa=None if case == VisaCase() else case,
    )


def with_status(case: VisaCase, status: VisaStatus, on: date) -> VisaCase:
    """The case one step on or back; the day of an application and of a decision is noted with it.

    A day that stands there already is kept, one that the status denies is taken out.
    """
    has_applied = status in {VisaStatus.APPLIED, *_DECIDED}
    applied = case.applied_on or (on if status is VisaStatus.APPLIED else None)
    return replace(
        case,
        status=status,
        applied_on=applied if has_applied else None,
        decided_on=(case.decided_on or on) if status in _DECIDED else None,
    )


_DECIDED = frozenset({VisaStatus.GRANTED, VisaStatus.REFUSED})
