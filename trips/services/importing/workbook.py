"""Importing a workbook: all of it as it was shown, or nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import update

from trips.domain.account.user import Actor
from trips.domain.importing.apply_delegates import apply_delegates
from trips.domain.importing.apply_programme import apply_programme
from trips.domain.importing.book import Book
from trips.domain.importing.circumstances import Importing
from trips.domain.importing.conflicts import open_conflicts
from trips.domain.importing.delegate_plan import plan_delegates
from trips.domain.importing.plan import Decisions, DelegatePlan, ProgrammePlan
from trips.domain.importing.programme_plan import plan_programme
from trips.domain.importing.workbook import WorkbookReading
from trips.domain.nominations.plan import plan_nominations
from trips.domain.snapshot import TripSnapshot
from trips.extensions import db
from trips.models.source import AttachmentRow, SourceRow
from trips.models.types import new_uid
from trips.queries.book import get_book
from trips.queries.outlines import get_cities
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import MovedError, check_slug, storing
from trips.services.importing.bundle_book import BookWriter
from trips.services.importing.bundle_trip import TripWriter
from trips.services.unit import MissingError, Unit, unit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT_DAYS = 365


class UndecidedError(Exception):
    """Questions without a decision: whom a row means, which value is to stand."""

    def __init__(self, refs: tuple[str, ...]) -> None:
        super().__init__(", ".join(refs))
        self.refs = refs


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A workbook as it came: what was read, and the file itself for later."""

    reading: WorkbookReading
    filename: str
    data: bytes
    """Empty for what was pasted: of that the sources keep the words."""
    uid: str
    """Of the attachment it becomes; it lies in storage under this name."""
    decisions: dict[str, str]
    """See `plan.Decisions`."""
    delegation: str = ""
    """uid of the delegation that it nominates people for; empty if it is about the trip."""


@dataclass(frozen=True)
class Plans:
    """What an import would do."""

    programme: ProgrammePlan
    delegates: DelegatePlan

    @property
    def changes_anything(self) -> bool:
        """False for the second import of an unchanged file."""
        return self.programme.changes_anything or self.delegates.changes_anything

    def undecided(self, decisions: Decisions) -> tuple[str, ...]:
        """The refs of everything that somebody has to decide first."""
        conflicts = (*self.programme.conflicts, *self.delegates.conflicts)
        return (
            *(each.ref for each in self.delegates.ambiguous),
            *(each.ref for each in open_conflicts(conflicts, decisions)),
        )


def make_plans(
    reading: WorkbookReading,
    snapshot: TripSnapshot,
    book: Book,
    decisions: Decisions,
    delegation: str = "",
) -> Plans:
    """What importing a reading would change in a trip, or in one delegation of it."""
    origin = reading.origin
    if origin is not None and origin.trip != snapshot.trip.uid:
        origin = None
    if delegation:
        rows, people = reading.delegate_rows, book.persons
        named = plan_nominations(rows, snapshot, people, decisions, origin, delegation)
        return Plans(ProgrammePlan(), named)
    return Plans(
        plan_programme(reading.programme_rows, snapshot, decisions, origin),
        plan_delegates(reading.delegate_rows, snapshot, book.persons, decisions, origin),
    )


def import_into(
    trip: str, upload: Upload, *, revision: int | None, actor: Actor, now: datetime
) -> Plans:
    """Import a workbook into a trip; what was done.

    Raises `UndecidedError`, `UnstorableError`, and `MovedError` if the trip is not at `revision`
    any more.
    """
    with storing(), unit(actor, now, trip=trip) as work:
        if work.trip is None or (revision is not None and work.trip.revision != revision):
            raise MovedError
        snapshot = get_snapshot(trip)
        plans, changed = _carry_out(snapshot, upload, actor, now)
        if plans.changes_anything:
            _write(work, changed, upload, new_sources(snapshot, changed))
        return plans


def import_new(draft: TripSnapshot, upload: Upload, *, actor: Actor, now: datetime) -> Plans:
    """Make a trip of a draft and the workbook it was drafted from.

    Raises `UndecidedError`, `UnstorableError`, `SlugTakenError`.
    """
    with storing(), unit(actor, now) as work:
        check_slug(work.session, draft)
        plans, changed = _carry_out(draft, upload, actor, now)
        _write(work, changed, upload, new_sources(draft, changed))
        return plans


def _carry_out(
    snapshot: TripSnapshot, upload: Upload, actor: Actor, now: datetime
) -> tuple[Plans, TripSnapshot]:
    book = get_book()
    if upload.delegation and upload.delegation not in snapshot.delegation_by_uid:
        raise MissingError(upload.delegation)
    plans = make_plans(upload.reading, snapshot, book, upload.decisions, upload.delegation)
    if undecided := plans.undecided(upload.decisions):
        raise UndecidedError(undecided)
    importing = Importing(
        new_uid=new_uid,
        now=now.replace(microsecond=0),
        actor=actor.name,
        filename=upload.filename,
        positions=_positions(),
    )
    changed = apply_programme(snapshot, plans.programme, book, importing)
    return plans, apply_delegates(changed, plans.delegates, book, importing)


def _positions() -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for city in get_cities():
        for name in (city.name_de, city.name_en):
            found[name.casefold()] = (city.place.latitude, city.place.longitude)
    return found


def new_sources(before: TripSnapshot, after: TripSnapshot) -> tuple[str, ...]:
    """The uids of the sources that an import added."""
    known = {source.uid for source in before.sources}
    return tuple(source.uid for source in after.sources if source.uid not in known)


def _write(work: Unit, snapshot: TripSnapshot, upload: Upload, sources: tuple[str, ...]) -> None:
    book = BookWriter(db.session())
    book.write(snapshot)
    work.trip = TripWriter(db.session(), book, work.now).write(snapshot, work.trip)
    kept = _keep_file(work, upload) if upload.data else None
    work.session.execute(
        update(SourceRow).where(SourceRow.uid.in_(sources)).values(attachment_id=kept)
    )
    subject = ("trip", snapshot.trip.uid)
    verb = "import_workbook" if upload.data else "nominate"
    work.record(verb, subject, None, {"file": upload.filename})


def _keep_file(work: Unit, upload: Upload) -> int:
    """Keep the file as it came, for a year; the key of its row."""
    if work.trip is None:
        raise MovedError
    attachment = AttachmentRow(
        uid=upload.uid,
        trip_id=work.trip.id,
        filename=upload.filename[:200],
        content_type=XLSX,
        size=len(upload.data),
        sha256=sha256(upload.data).hexdigest(),
        purpose="import",
        added_at=work.now,
        purge_on=(work.now + timedelta(days=KEPT_DAYS)).date(),
    )
    work.session.add(attachment)
    work.session.flush()
    return attachment.id
