"""What mends a finding about delegates with one verb: somebody moves up, leads, or waits again."""

from collections.abc import Iterator
from datetime import UTC, datetime

from trips.domain.delegates.seats import TRIP, Bench, BenchKey, holder_of
from trips.domain.findings.codes import FixCode
from trips.domain.findings.model import Finding, Fix
from trips.domain.findings.plan import Plan
from trips.domain.ordering import in_delegation, order_participations
from trips.domain.participation import DelegateStatus, Participation

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def move_up(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """Whoever has waited longest gets the free seat."""
    first = next((each.uid for each in finding.subjects if each.kind == "participation"), "")
    waiting = plan.snapshot.participation_by_uid.get(first)
    if waiting:
        yield _about(plan, FixCode.MOVE_UP, waiting)


def name_head(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """Whoever comes first by protocol of those of the delegation who come leads it."""
    delegation = plan.snapshot.delegation_by_uid.get(finding.subjects[0].uid)
    if delegation is None:
        return
    coming = {each.uid for each in plan.crowd.delegates}
    members = in_delegation(order_participations(plan.snapshot), delegation)
    first = next((each for each in members if each.uid in coming), None)
    if first:
        yield _about(plan, FixCode.NAME_HEAD, first)


def make_wait(plan: Plan, finding: Finding) -> Iterator[Fix]:
    """Where more sit than there are seats, the last to answer waits; nobody who was confirmed."""
    if finding.facts["taken"] <= finding.facts["seats"]:
        return
    subject = finding.subjects[0]
    key = TRIP if subject.kind == Bench.TRIP else (Bench(subject.kind), subject.uid)
    answered = [each for each in plan.snapshot.participations if _has_answered(each, key)]
    if answered:
        yield _about(plan, FixCode.MAKE_WAIT, max(answered, key=_answered_at))


def _has_answered(participation: Participation, key: BenchKey) -> bool:
    holder = holder_of(participation)
    if holder is None or holder.status is not DelegateStatus.SUBMITTED:
        return False
    return key in set(holder.benches)


def _answered_at(participation: Participation) -> tuple[datetime, str]:
    at = participation.delegate.status_at if participation.delegate else None
    return at or _LONG_AGO, participation.uid


def _about(plan: Plan, code: FixCode, participation: Participation) -> Fix:
    who = plan.snapshot.person_by_uid[participation.person].name
    return Fix(code=code, facts={"who": who, "uid": participation.uid})
