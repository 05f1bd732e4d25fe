"""Rules about seats: more people than seats, and people who wait while seats are free."""

from collections.abc import Iterator
from typing import Any

from trips.domain.delegates.seats import Bench, Ledger, Seats, holder_of, ledger_of, list_waiting
from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import Plan
from trips.domain.participation import Participation

_CODES = {
    Bench.TRIP: FindingCode.TRIP_SEATS_SHORT,
    Bench.DELEGATION: FindingCode.DELEGATION_SEATS_SHORT,
    Bench.GROUP: FindingCode.GROUP_SEATS_SHORT,
}


def find_short_seats(plan: Plan) -> Iterator[Finding]:
    """Benches with more people than seats; a hint while only invitations go beyond them."""
    for seats in ledger_of(plan.snapshot).list_seats():
        if seats.seats is not None and (seats.unpromised or 0) < 0:
            yield Finding(
                code=_CODES[seats.bench],
                severity=Severity.WARNS if seats.is_over else Severity.INFORMS,
                subjects=(_subject(plan, seats),),
                facts={
                    "seats": seats.seats,
                    "taken": seats.taken,
                    "promised": seats.promised,
                    **_name(plan, seats),
                },
                due=plan.before_start(plan.limits.answer_due_days),
            )


def find_waiting(plan: Plan) -> Iterator[Finding]:
    """People who wait although there is a seat that nobody was promised."""
    ledger = ledger_of(plan.snapshot)
    waiting = [each for each in list_waiting(plan.snapshot) if _has_room(ledger, each)]
    if waiting:
        persons = plan.snapshot.person_by_uid
        yield Finding(
            code=FindingCode.WAITING_FOR_FREE_SEATS,
            severity=Severity.WARNS,
            subjects=tuple(Subject("participation", each.uid) for each in waiting),
            facts={
                "number": len(waiting),
                "names": tuple(persons[each.person].name for each in waiting),
            },
            due=plan.before_start(plan.limits.answer_due_days),
            cause="waiting",
        )


def _has_room(ledger: Ledger, waiting: Participation) -> bool:
    """Where nothing limits the seats nobody knows why they wait: that is for people to say."""
    holder = holder_of(waiting)
    if holder is None:
        return False
    left = [ledger.get_seats(key).unpromised for key in holder.benches]
    limited = [each for each in left if each is not None]
    return bool(limited) and all(each > 0 for each in limited)


def _subject(plan: Plan, seats: Seats) -> Subject:
    return Subject(seats.bench.value, seats.key or plan.snapshot.trip.uid)


def _name(plan: Plan, seats: Seats) -> dict[str, Any]:
    if seats.bench is Bench.GROUP:
        return {"group": seats.key}
    known = plan.snapshot.delegation_by_uid.get(seats.key)
    return {"name": known.name} if known else {}
