"""Rules about the way of delegates: heads who do not come, permissions, changed answers."""

from collections.abc import Iterator

from trips.domain.delegates.lifecycle import AFTER_CONFIRMATION
from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import Plan
from trips.domain.participation import Participation, Permission


def find_absent_heads(plan: Plan) -> Iterator[Finding]:
    """Delegations whose head is named but does not come."""
    coming = {each.uid for each in plan.crowd.delegates}
    known = plan.snapshot.participation_by_uid
    persons = plan.snapshot.person_by_uid
    for delegation in plan.snapshot.delegations:
        head = known.get(delegation.head or "")
        is_led = any(_is_of(each, delegation.uid) for each in plan.crowd.delegates)
        if head is not None and head.uid not in coming and is_led:
            yield Finding(
                code=FindingCode.HEAD_NOT_COMING,
                severity=Severity.WARNS,
                subjects=(Subject("delegation", delegation.uid),),
                facts={"name": delegation.name, "who": persons[head.person].name},
                due=plan.before_start(plan.limits.answer_due_days),
            )


def find_unpermitted(plan: Plan) -> Iterator[Finding]:
    """Delegates whose employer has refused, or was asked and has not answered."""
    refused = _with(plan, Permission.REFUSED)
    if refused:
        yield _of_people(plan, FindingCode.PERMISSION_REFUSED, Severity.WARNS, refused)
    asked = _with(plan, Permission.ASKED)
    if asked:
        due = plan.before_start(plan.limits.answer_due_days)
        is_near = plan.today is None or plan.today >= due
        severity = Severity.WARNS if is_near else Severity.INFORMS
        yield _of_people(plan, FindingCode.PERMISSION_MISSING, severity, asked)


def find_changed(plan: Plan) -> Iterator[Finding]:
    """Delegates who changed after the confirmation what the trip wants to look at again."""
    changed = [
        each
        for each in plan.crowd.delegates
        if each.delegate and each.delegate.to_review and each.delegate.status in AFTER_CONFIRMATION
    ]
    if changed:
        yield _of_people(plan, FindingCode.CHANGED_SINCE, Severity.WARNS, changed)


def _is_of(each: Participation, delegation: str) -> bool:
    return each.delegate is not None and each.delegate.delegation == delegation


def _with(plan: Plan, permission: Permission) -> list[Participation]:
    return [
        each
        for each in plan.crowd.delegates
        if each.delegate and each.delegate.permission is permission
    ]


def _of_people(
    plan: Plan, code: FindingCode, severity: Severity, people: list[Participation]
) -> Finding:
    persons = plan.snapshot.person_by_uid
    return Finding(
        code=code,
        severity=severity,
        subjects=tuple(Subject("participation", each.uid) for each in people),
        facts={
            "number": len(people),
            "names": tuple(persons[each.person].name for each in people),
        },
        due=plan.before_start(plan.limits.answer_due_days),
        cause=code.value,
    )
