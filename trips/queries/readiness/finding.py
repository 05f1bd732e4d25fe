"""The findings of a trip, found again only where it has changed, and what was said about them."""

from datetime import date
from typing import Final

from sqlalchemy import select

from trips.domain.findings.engine import Pass, first_pass, next_pass
from trips.domain.findings.model import Finding
from trips.domain.readiness.entries import open_findings
from trips.domain.readiness.task import Mark
from trips.domain.snapshot import TripSnapshot
from trips.extensions import db
from trips.models.task import FindingMarkRow
from trips.models.trip import TripRow
from trips.models.user import UserRow

REMEMBERED: Final = 32
_passes: dict[str, Pass] = {}
"""The last pass of some trips, in this process. Its parts are taken only where all that they
were made of is equal, so nobody has to throw them away."""


def findings_of(snapshot: TripSnapshot, today: date | None = None) -> tuple[Finding, ...]:
    """Everything wrong or missing; after one step on the board only its days are looked at."""
    uid = snapshot.trip.uid
    before = _passes.pop(uid, None)
    found = (
        next_pass(before, snapshot, today=today) if before else first_pass(snapshot, today=today)
    )
    _passes[uid] = found
    while len(_passes) > REMEMBERED:
        _passes.pop(next(iter(_passes)), None)
    return found.findings


def find_marks(trip_uid: str) -> dict[str, Mark]:
    """What was said about findings, by their keys."""
    rows = db.session.execute(
        select(FindingMarkRow, UserRow.uid)
        .join(TripRow, TripRow.id == FindingMarkRow.trip_id)
        .outerjoin(UserRow, UserRow.id == FindingMarkRow.owner_id)
        .where(TripRow.uid == trip_uid)
    )
    return {row.key: _mark(row, owner) for row, owner in rows}


def open_findings_of(snapshot: TripSnapshot, today: date | None = None) -> tuple[Finding, ...]:
    """Findings that nobody has accepted: what counts before a release."""
    return open_findings(findings_of(snapshot, today), find_marks(snapshot.trip.uid))


def _mark(row: FindingMarkRow, owner: str | None) -> Mark:
    return Mark(
        key=row.key,
        owner=owner or "",
        due_on=row.due_on,
        accepted_facts=row.accepted_facts,
        reason=row.reason,
        accepted_by=row.accepted_by,
        accepted_at=row.accepted_at,
    )
