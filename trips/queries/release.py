"""Releases: listing them, opening one with the people as they are today."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import defer

from trips.domain.findings.model import Finding, Severity
from trips.domain.organisation import Organisation
from trips.domain.person import Person
from trips.domain.releases.calendar import CalendarEntry, Entries, entries_of
from trips.domain.releases.content import (
    ReleaseUnreadableError,
    digest_of,
    load_content,
    people_of,
    published,
    read_content,
    with_people,
    write_content,
)
from trips.domain.releases.model import Release
from trips.domain.releases.personal import SharedTurns, Turns, turns_of
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.domain.values.wire import read_value
from trips.extensions import db
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.release import ReleaseRow
from trips.models.site import SiteRow
from trips.models.trip import TripRow
from trips.queries.addressbook import organisation_of, organisation_rows, person_of
from trips.queries.readiness.finding import open_findings_of
from trips.queries.snapshot import get_snapshot


class ReleaseNotFoundError(LookupError):
    """The trip has no release of this number."""


class DamagedReleaseError(Exception):
    """What is stored of a release cannot be read any more; the others can."""

    def __init__(self, release: Release, entries: Entries, turns: Turns) -> None:
        super().__init__(f"release {release.number} cannot be read")
        self.release = release
        self.entries = entries
        self.turns = turns


@dataclass(frozen=True)
class OpenedRelease:
    """A release with its content, people as they are today, and what calendars were told."""

    release: Release
    snapshot: TripSnapshot
    entries: Entries
    turns: Turns
    """What left somebody's own programme or came back into it."""


@dataclass(frozen=True)
class Told:
    """What calendars were told by the newest release."""

    entries: Entries
    turns: Turns
    snapshot: TripSnapshot | None
    """Its programme; none where it is damaged."""
    readable: TripSnapshot | None
    """The same, or that of the newest release before it that can be read."""


def list_releases(trip_uid: str) -> tuple[Release, ...]:
    """The releases of a trip, the newest first."""
    query = _of_trip(trip_uid).order_by(ReleaseRow.number.desc()).options(defer(ReleaseRow.bundle))
    return tuple(release_of(row) for row in db.session.scalars(query))


def find_newest(trip_uid: str) -> Release | None:
    """The newest release of a trip; none as long as there is only the draft."""
    query = _of_trip(trip_uid).order_by(ReleaseRow.number.desc()).limit(1)
    row = db.session.scalar(query.options(defer(ReleaseRow.bundle)))
    return release_of(row) if row else None


def find_newest_number(trip_uid: str) -> int | None:
    """The number of the newest release of a trip."""
    query = (
        select(ReleaseRow.number)
        .join(TripRow, TripRow.id == ReleaseRow.trip_id)
        .where(TripRow.uid == trip_uid)
        .order_by(ReleaseRow.number.desc())
    )
    return db.session.scalar(query.limit(1))


def find_next_number(draft: TripSnapshot, revision: int) -> int | None:
    """The number the next release would have; none if the programme is as it was released last."""
    newest = find_newest(draft.trip.uid)
    if newest is None:
        return 1
    is_same = newest.revision == revision or newest.digest == digest_of(
        write_content(published(draft))
    )
    is_same = is_same and not is_damaged(draft.trip.uid, newest.number)
    return None if is_same else newest.number + 1


def is_damaged(trip_uid: str, number: int) -> bool:
    """True if a release is not what was stored; looks at its text, makes no values of it."""
    columns = (ReleaseRow.bundle, ReleaseRow.digest)
    query = _of_trip(trip_uid).where(ReleaseRow.number == number).with_only_columns(*columns)
    row = db.session.execute(query).one()
    try:
        load_content(row.bundle, row.digest)
    except ReleaseUnreadableError:
        return True
    return False


def get_release(trip_uid: str, number: int, draft: TripSnapshot | None = None) -> OpenedRelease:
    """A release as it is to be shown; `draft` is the trip today, if the caller has it already.

    Raises `ReleaseNotFoundError`, and `DamagedReleaseError` where it is not what was stored.
    """
    row = db.session.scalar(_of_trip(trip_uid).where(ReleaseRow.number == number))
    if row is None:
        raise ReleaseNotFoundError(number)
    release, told = release_of(row), (entries_from(row.calendar), turns_from(row.calendar))
    try:
        content = read_content(row.bundle, row.digest)
    except ReleaseUnreadableError as error:
        raise DamagedReleaseError(release, *told) from error
    today = draft or get_snapshot(trip_uid)
    persons, organisations = _people(people_of(content), today)
    return OpenedRelease(release, with_people(content, today, persons, organisations), *told)


def find_told(draft: TripSnapshot) -> Told | None:
    """What calendars hold when the draft is released; none before the first release."""
    newest = find_newest_number(draft.trip.uid)
    if newest is None:
        return None
    try:
        opened = get_release(draft.trip.uid, newest, draft)
    except DamagedReleaseError as damaged:
        before = find_readable(draft, newest - 1)
        return Told(damaged.entries, damaged.turns, None, before.snapshot if before else None)
    return Told(opened.entries, opened.turns, opened.snapshot, opened.snapshot)


def find_readable(draft: TripSnapshot, number: int) -> OpenedRelease | None:
    """Release `number` or, if that is damaged, the newest before it that can be read."""
    for each in range(number, 0, -1):
        try:
            return get_release(draft.trip.uid, each, draft)
        except DamagedReleaseError:
            continue
    return None


def get_release_snapshot(trip_uid: str, number: int) -> TripSnapshot:
    """The content of a release with the people as they are today; raises as `get_release`."""
    return get_release(trip_uid, number).snapshot


def list_known(released: TripSnapshot) -> frozenset[str]:
    """The uids of the sites, persons and organisations of a release that there still are."""
    found: set[str] = set()
    for row, entries in (
        (SiteRow, released.sites),
        (PersonRow, released.persons),
        (OrganisationRow, released.organisations),
    ):
        wanted = [each.uid for each in entries]
        found.update(db.session.scalars(select(row.uid).where(row.uid.in_(wanted))))
    return frozenset(found)


def list_blocking(snapshot: TripSnapshot, now: datetime) -> tuple[Finding, ...]:
    """What blocks and nobody has accepted as it is; a sample trip lives at a time of its own."""
    trip = snapshot.trip
    today = to_wall(trip.pretend_now or now, trip.zone).date()
    found = open_findings_of(snapshot, today)
    return tuple(each for each in found if each.severity is Severity.BLOCKS)


def entries_from(calendar: Any) -> dict[str, CalendarEntry]:
    """What calendars were told, from the stored form."""
    return entries_of(read_value(tuple[CalendarEntry, ...], calendar["entries"]))


def turns_from(calendar: Any) -> Turns:
    """The turns from the stored form; releases made before there were any have none."""
    return turns_of(read_value(tuple[SharedTurns, ...], calendar.get("turns", [])))


def _of_trip(trip_uid: str) -> Any:
    return (
        select(ReleaseRow)
        .join(TripRow, TripRow.id == ReleaseRow.trip_id)
        .where(TripRow.uid == trip_uid)
    )


def release_of(row: ReleaseRow) -> Release:
    """The value of a row."""
    return Release(
        uid=row.uid,
        number=row.number,
        name=row.name,
        note=row.note,
        author=row.author,
        made_at=row.made_at,
        digest=row.digest,
        revision=row.revision,
        counts=tuple((kind, number) for kind, number in row.calendar["counts"]),
    )


def _people(
    wanted: frozenset[str], today: TripSnapshot
) -> tuple[tuple[Person, ...], tuple[Organisation, ...]]:
    """Today's persons of these uids with their organisations, whether on the trip or not."""
    known = [each for each in today.persons if each.uid in wanted]
    others = wanted - {each.uid for each in known}
    rows = list(db.session.scalars(select(PersonRow).where(PersonRow.uid.in_(others))))
    homes = organisation_rows(row.organisation_id for row in rows)
    persons = (*known, *(person_of(row, homes) for row in rows))
    return persons, (*today.organisations, *(organisation_of(each) for each in homes.values()))
