"""What is open on a trip, and where it is mended."""

from typing import Any

from flask import url_for

from trips import clock
from trips.domain.findings.codes import FindingCode
from trips.domain.findings.model import Finding, Subject
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.queries.readiness.finding import open_findings_of

_LISTS: dict[FindingCode, dict[str, Any]] = {
    FindingCode.ANSWER_MISSING: {"missing": "answer"},
    FindingCode.ARRIVAL_MISSING: {"missing": "arrival"},
    FindingCode.CONSENT_MISSING: {"missing": "photo"},
}
_VISAS = frozenset(
    {
        FindingCode.VISA_UNCLEAR,
        FindingCode.VISA_APPOINTMENT_MISSING,
        FindingCode.VISA_NOT_APPLIED,
        FindingCode.VISA_UNDECIDED,
        FindingCode.VISA_REFUSED,
        FindingCode.PASSPORT_TOO_SHORT,
    }
)
_INTERPRETING = frozenset({FindingCode.NOT_UNDERSTOOD, FindingCode.INTERPRETER_OVERLAP})


def still_open(snapshot: TripSnapshot) -> tuple[Finding, ...]:
    """What is wrong or missing today and nobody has accepted as it is."""
    today = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    return open_findings_of(snapshot, today)


def finding_url(finding: Finding, slug: str, back: str = "") -> str:
    """The page where the first subject of a finding is changed; a form there leads `back`."""
    if finding.code in _LISTS:
        return url_for("delegate.index", slug=slug, **_LISTS[finding.code])
    if finding.code in _VISAS:
        return url_for("visa.index", slug=slug)
    if finding.code is FindingCode.VISA_LETTER_MISSING:
        return url_for("visa_letter.new", slug=slug)
    subject = finding.subjects[0]
    if finding.code in _INTERPRETING:
        return url_for("interpreter.index", slug=slug, _anchor=f"item-{subject.uid}")
    if finding.code is FindingCode.LEG_MISSING:
        return url_for("route.new_leg", slug=slug, next=back or None)
    return _url_of(subject, slug, back or None)


def _url_of(subject: Subject, slug: str, back: str | None) -> str:
    if subject.kind == "participation":
        return url_for("delegate.index", slug=slug)
    if subject.kind == "day":
        return f"{url_for('board.index', slug=slug)}?from={subject.uid}"
    if subject.kind == "delegation":
        return url_for("delegation.edit", slug=slug, uid=subject.uid, next=back)
    if subject.kind == "item":
        return url_for("programme.edit_item", slug=slug, uid=subject.uid, next=back)
    if subject.kind == "leg":
        return url_for("route.edit_leg", slug=slug, uid=subject.uid, next=back)
    return url_for("route.edit_stop", slug=slug, uid=subject.uid, next=back)
