"""Releasing the programme: a numbered version that is never changed."""

from datetime import datetime
from typing import Final

from trips.domain.account.user import Actor
from trips.domain.findings.model import Finding
from trips.domain.releases.calendar import next_entries
from trips.domain.releases.content import digest_of, published, write_content
from trips.domain.releases.difference import difference
from trips.domain.releases.model import Release
from trips.domain.releases.personal import next_turns, share
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import to_wire
from trips.models.release import ReleaseRow
from trips.models.types import new_uid
from trips.queries.release import (
    Told,
    find_newest,
    find_told,
    list_blocking,
    release_of,
)
from trips.queries.snapshot import get_snapshot
from trips.services.job import add_job
from trips.services.unit import Unit, unit

TELL: Final = "changes"
"""The kind of job that prepares the mails to those whom a release concerns."""
LONGEST_NAME: Final = 120


class NothingChangedError(Exception):
    """The programme is what the newest release says; its number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class BlockedError(Exception):
    """Findings block, and nobody gave a reason to release all the same."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def make_release(
    trip: str, name: str, note: str = "", *, actor: Actor, now: datetime, reason: str = ""
) -> Release:
    """Release the programme as it stands, under the next number.

    `reason` says why findings that block are put up with; it goes into the history. The mails to
    those concerned are prepared by a job that is committed with the release. Raises
    `NothingChangedError`, `BlockedError` and `MissingError`.
    """
    with unit(actor, now, trip=trip) as work:
        draft = get_snapshot(trip)
        newest = find_newest(trip)
        text = write_content(published(draft))
        told = find_told(draft)
        if newest and newest.digest == digest_of(text) and told and told.snapshot:
            raise NothingChangedError(newest.number)
        blocking = list_blocking(draft, now)
        if blocking and not reason:
            raise BlockedError(blocking)
        row = ReleaseRow(
            uid=new_uid(),
            number=newest.number + 1 if newest else 1,
            name=name.strip()[:LONGEST_NAME],
            note=note.strip(),
            author=actor.name,
            made_at=now,
            bundle=text,
            digest=digest_of(text),
            calendar=_calendar(told, draft, now),
        )
        _store(work, row, reason if blocking else "")
        return release_of(row)


def _calendar(told: Told | None, draft: TripSnapshot, now: datetime) -> dict[str, object]:
    """What calendars are told from now on, and how much has changed, to be listed."""
    old = told.snapshot if told else None
    entries = next_entries(told.entries if told else {}, old, draft, now)
    counts = difference(old, draft).counts() if old else ()
    turns = next_turns(told.turns if told else {}, told.readable if told else None, draft, now)
    return {
        "entries": to_wire(tuple(entries[uid] for uid in sorted(entries))),
        "turns": to_wire(share(turns)),
        "counts": [list(count) for count in counts],
    }


def _store(work: Unit, row: ReleaseRow, reason: str) -> None:
    if work.trip is None:
        message = "a release is of a trip"
        raise RuntimeError(message)
    after = {"number": row.number, "name": row.name, **({"despite": reason} if reason else {})}
    work.record("release", ("release", row.uid), None, after)
    row.trip_id, row.revision = work.trip.id, work.trip.revision
    work.session.add(row)
    if row.number > 1:
        payload = {"trip": work.trip.uid, "release": row.number}
        add_job(work, TELL, payload, f"{TELL}:{row.uid}")
