"""Rules about the way of delegates: heads who do not come, permissions, changed answers."""

from collections import Counter
from collections.abc import Iterator

from trips.domain.delegates.lifecycle import AFTER_CONFIRMATION
from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.people_rules import about_people
from trips.domain.findings.plan import Plan
from trips.domain.participation import Delegation, Participation, Permission


def find_vacant_heads(plan: Plan) -> Iterator[Finding]:
    """Delegations of some who come, whose head does not; and of several with nobody named."""
    members = Counter(
        each.delegate.delegation for each in plan.crowd.delegates if each.delegate is not None
    )
    coming = {each.uid for each in plan.crowd.delegates}
    for delegation in plan.snapshot.delegations:
        head = plan.snapshot.participation_by_uid.get(delegation.head or "")
        number = members[delegation.uid]
        if head is None and number > 1:
            yield _about_head(plan, FindingCode.HEAD_MISSING, delegation, number=number)
        elif head is not None and head.uid not in coming and number:
            who = plan.snapshot.person_by_uid[head.person].name
            yield _about_head(plan, FindingCode.HEAD_NOT_COMING, delegation, who=who)


def _about_head(
    plan: Plan, code: FindingCode, delegation: Delegation, **facts: str | int
) -> Finding:
    is_missing = code is FindingCode.HEAD_MISSING
    return Finding(
        code=code,
        severity=Severity.INFORMS if is_missing else Severity.WARNS,
        subjects=(Subject("delegation", delegation.uid),),
        facts={"name": delegation.name, **facts},
        due=plan.before_start(plan.limits.answer_due_days),
    )


def find_unpermitted(plan: Plan) -> Iterator[Finding]:
    """Delegates whose employer has refused, or was asked and has not answered."""
    days = plan.limits.answer_due_days
    refused = _with(plan, Permission.REFUSED)
    if refused:
        yield about_people(plan, FindingCode.PERMISSION_REFUSED, Severity.WARNS, refused, days)
    asked = _with(plan, Permission.ASKED)
    if asked:
        is_near = plan.today is None or plan.today >= plan.before_start(days)
        severity = Severity.WARNS if is_near else Severity.INFORMS
        yield about_people(plan, FindingCode.PERMISSION_MISSING, severity, asked, days)


def find_changed(plan: Plan) -> Iterator[Finding]:
    """Delegates who changed after the confirmation what the trip wants to look at again."""
    changed = [
        each
        for each in plan.crowd.delegates
        if each.delegate and each.delegate.to_review and each.delegate.status in AFTER_CONFIRMATION
    ]
    if changed:
        days = plan.limits.answer_due_days
        yield about_people(plan, FindingCode.CHANGED_SINCE, Severity.WARNS, changed, days)


def _with(plan: Plan, permission: Permission) -> list[Participation]:
    return [
        each
        for each in plan.crowd.delegates
        if each.delegate and each.delegate.permission is permission
    ]
