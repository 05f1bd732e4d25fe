"""What is open on a trip, and where it is mended."""

from typing import Any

from flask import url_for

from trips import clock
from trips.domain.findings.codes import FindingCode
from trips.domain.findings.model import Finding, Subject
from trips.domain.registration_setup import Station
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.queries.readiness.finding import open_findings_of

_LISTS: dict[FindingCode, dict[str, Any]] = {
    FindingCode.ANSWER_MISSING: {"missing": "answer"},
    FindingCode.ARRIVAL_MISSING: {"missing": "arrival"},
    FindingCode.CONSENT_MISSING: {"missing": "photo"},
    FindingCode.WAITING_FOR_FREE_SEATS: {"role": "waiting"},
    FindingCode.CHANGED_SINCE: {"missing": "review"},
    FindingCode.PERMISSION_MISSING: {"missing": "permission"},
    FindingCode.PERMISSION_REFUSED: {"missing": "permission"},
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
_PAGES = {
    **dict.fromkeys(_VISAS, "visa.index"),
    FindingCode.VISA_LETTER_MISSING: "visa_letter.new",
}
_BY_STATION: dict[Any, dict[str, Any]] = {
    Station.PERSON: {"missing": "answer"},
    Station.JOURNEY: {"missing": "arrival"},
}
_TRIP_FORMS: dict[str, tuple[str, str | None]] = {
    "participation": ("delegate.index", None),
    "trip": ("registration_setup.edit", None),
    "group": ("trip_form.edit", "groups"),
}
_FORMS = {
    "delegation": "delegation.edit",
    "item": "programme.edit_item",
    "leg": "route.edit_leg",
}
_INTERPRETING = frozenset({FindingCode.NOT_UNDERSTOOD, FindingCode.INTERPRETER_OVERLAP})


def still_open(snapshot: TripSnapshot) -> tuple[Finding, ...]:
    """What is wrong or missing today and nobody has accepted as it is."""
    today = to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()
    return open_findings_of(snapshot, today)


def finding_url(finding: Finding, slug: str, back: str = "") -> str:
    """The page where the first subject of a finding is changed; a form there leads `back`."""
    people = _people_of(finding)
    if people is not None:
        return url_for("delegate.index", slug=slug, next=back or None, **people)
    if finding.code in _PAGES:
        return url_for(_PAGES[finding.code], slug=slug, next=back or None)
    subject = finding.subjects[0]
    if finding.code in _INTERPRETING:
        return url_for("interpreter.index", slug=slug, _anchor=f"item-{subject.uid}")
    if finding.code is FindingCode.LEG_MISSING:
        return url_for("route.new_leg", slug=slug, next=back or None)
    return _url_of(subject, slug, back or None)


def _people_of(finding: Finding) -> dict[str, Any] | None:
    """Which people the list shows; none where the finding is mended elsewhere."""
    if finding.code is FindingCode.DEADLINE_PASSED:
        return _BY_STATION.get(finding.facts["station"], {})
    return _LISTS.get(finding.code)


def _url_of(subject: Subject, slug: str, back: str | None) -> str:
    if subject.kind == "day":
        return f"{url_for('board.index', slug=slug)}?from={subject.uid}"
    if subject.kind in _TRIP_FORMS:
        endpoint, anchor = _TRIP_FORMS[subject.kind]
        return url_for(endpoint, slug=slug, next=back, _anchor=anchor)
    endpoint = _FORMS.get(subject.kind, "route.edit_stop")
    return url_for(endpoint, slug=slug, uid=subject.uid, next=back)
