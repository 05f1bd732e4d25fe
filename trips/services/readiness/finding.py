"""What people say about findings: accepted with a reason, cared for by somebody until a day."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding
from trips.models.task import FindingMarkRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.readiness.task import owner_id
from trips.services.unit import MissingError, Unit, unit


class FactsChangedError(Exception):
    """The finding is no longer what somebody looked at."""


@dataclass(frozen=True, kw_only=True)
class Acceptance:
    """A finding that is accepted, and why."""

    key: str
    facts: str
    """The hash of what the actor saw."""
    reason: str
    today: date
    """The day in the trip's zone on which the actor saw it."""


def accept_finding(trip: str, said: Acceptance, *, actor: Actor, now: datetime) -> None:
    """Accept a finding as it is; it stays accepted until its facts change.

    Raises `MissingError` where it is mended by now, `FactsChangedError` where it says something
    else by now.
    """
    with unit(actor, now, trip=trip) as work:
        if _finding(trip, said.key, said.today).facts_hash != said.facts:
            raise FactsChangedError
        row = _row(work, said.key)
        row.accepted_facts, row.reason = said.facts, said.reason
        row.accepted_by, row.accepted_at = actor.name, now
        row.version += 1
        work.record(
            "accept", ("finding", said.key), None, {"reason": said.reason}, is_revision=False
        )


def take_back_acceptance(trip: str, key: str, *, actor: Actor, now: datetime) -> None:
    """Open an accepted finding again. Raises `MissingError` where nothing was accepted."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, key)
        if not row.accepted_facts:
            raise MissingError(key)
        before = {"reason": row.reason}
        row.accepted_facts, row.reason, row.accepted_by, row.accepted_at = "", "", "", None
        row.version += 1
        work.record("reopen", ("finding", key), before, None, is_revision=False)


def assign_finding(
    trip: str, key: str, owner: str, due_on: date | None, *, actor: Actor, now: datetime
) -> None:
    """Say who cares for a finding until when. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        _finding(trip, key)
        row = _row(work, key)
        row.owner_id, row.due_on = owner_id(work, owner), due_on
        row.version += 1
        after = {"owner": owner, "due_on": due_on.isoformat() if due_on else None}
        work.record("assign", ("finding", key), None, after, is_revision=False)


def _finding(trip: str, key: str, today: date | None = None) -> Finding:
    findings = find_all(get_snapshot(trip), today=today)
    found = next((each for each in findings if each.key == key), None)
    if found is None:
        raise MissingError(key)
    return found


def _row(work: Unit, key: str) -> FindingMarkRow:
    if work.trip is None:
        message = "a finding belongs to a trip"
        raise RuntimeError(message)
    row = work.session.scalar(
        select(FindingMarkRow).where(
            FindingMarkRow.trip_id == work.trip.id, FindingMarkRow.key == key
        )
    )
    if row is None:
        row = FindingMarkRow(uid=new_uid(), trip_id=work.trip.id, key=key)
        row.accepted_facts = row.reason = row.accepted_by = ""
        row.version = 0
        work.session.add(row)
    return row
