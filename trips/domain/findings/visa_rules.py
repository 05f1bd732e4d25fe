"""Rules about visas: who may need one and where it stands, reckoned back from the journey."""

from collections.abc import Iterator

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import Plan
from trips.domain.visa.deadlines import VisaStep
from trips.domain.visa.desk import DeskEntry, VisaDesk, is_question
from trips.domain.visa_case import VisaStatus

_STEPS = {
    VisaStep.LETTER: FindingCode.VISA_LETTER_MISSING,
    VisaStep.APPOINTMENT: FindingCode.VISA_APPOINTMENT_MISSING,
    VisaStep.APPLICATION: FindingCode.VISA_NOT_APPLIED,
    VisaStep.DECISION: FindingCode.VISA_UNDECIDED,
}


def find_open_visas(plan: Plan) -> Iterator[Finding]:
    """Delegates by what their visa waits for; past its last good day it blocks a release."""
    entries = VisaDesk(plan.snapshot).entries
    for step, code in _STEPS.items():
        waiting = [each for each in entries if each.step is step]
        if waiting:
            yield _finding(plan, code, Severity.WARNS, waiting)
    asked = [each for each in entries if is_question(each)]
    if asked:
        yield _finding(plan, FindingCode.VISA_UNCLEAR, Severity.INFORMS, asked)


def find_hopeless_visas(plan: Plan) -> Iterator[Finding]:
    """A refused visa, and a passport that ends too soon after the stay (Visa Code, Art. 12)."""
    entries = VisaDesk(plan.snapshot).entries
    refused = [each for each in entries if each.case.status is VisaStatus.REFUSED]
    if refused:
        yield _finding(plan, FindingCode.VISA_REFUSED, Severity.BLOCKS, refused)
    short = [each for each in entries if each.is_passport_too_short]
    if short:
        yield _finding(plan, FindingCode.PASSPORT_TOO_SHORT, Severity.WARNS, short)


def _finding(
    plan: Plan, code: FindingCode, severity: Severity, entries: list[DeskEntry]
) -> Finding:
    due = min(each.due or each.deadlines.apply_by for each in entries)
    is_late = severity is Severity.WARNS and plan.today is not None and plan.today > due
    return Finding(
        code=code,
        severity=Severity.BLOCKS if is_late else severity,
        subjects=tuple(Subject("participation", each.participation.uid) for each in entries),
        facts={
            "number": len(entries),
            "names": tuple(each.person.name for each in entries),
        },
        due=due,
        cause="delegates",
    )
