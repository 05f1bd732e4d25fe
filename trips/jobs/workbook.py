"""Workbooks: reading one in the press, showing what it would change, importing it."""

from dataclasses import dataclass
from typing import Final

from trips.domain.importing.draft import draft_trip
from trips.domain.importing.people import Ambiguous
from trips.domain.importing.workbook import ReadingContext, Severity, WorkbookReading
from trips.domain.nominations.roster import compared_roster
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.slug import is_slug, slug_of
from trips.domain.values.text import Text
from trips.doors.press import Press
from trips.queries.book import get_book
from trips.queries.briefs.roster import get_everybody_brief, get_memory_key
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision, find_trip_uid
from trips.services.importing.workbook import Plans, make_plans

LONGEST_STEM: Final = 74
"""Leaves room for a number within the length of a slug."""


@dataclass(frozen=True)
class Naming:
    """What a new trip is called; an empty slug follows from the title."""

    uid: str
    title: str
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a workbook says and what importing it would do; plans are none where it is refused."""

    reading: WorkbookReading
    snapshot: TripSnapshot | None
    plans: Plans | None
    questions: tuple[Ambiguous, ...] = ()
    """Rows that may mean somebody known, those with a decision included."""

    @property
    def is_refused(self) -> bool:
        """True if any error stands against it: then nothing of it is imported."""
        return self.plans is None


def read_workbook(
    data: bytes, press: Press, *, language: str, snapshot: TripSnapshot | None = None
) -> WorkbookReading:
    """What a workbook says, read with what the trip is known to be. Raises `PressError`."""
    context = ReadingContext(language=language)
    if snapshot is not None:
        trip = snapshot.trip
        context = ReadingContext(
            starts_on=trip.starts_on,
            ends_on=trip.ends_on,
            zone=trip.zone,
            language=language,
            cities=tuple(name for stop in snapshot.stops for name in stop.city.values()),
            groups=tuple(group.code for group in trip.groups),
            memory=get_memory_key(trip.uid),
        )
    found: WorkbookReading = press.read("workbook", data, context)
    return found


def has_errors(reading: WorkbookReading) -> bool:
    """True if the workbook cannot be imported as it is."""
    return any(issue.severity is Severity.ERROR for issue in reading.issues)


def preview_into(
    trip: str,
    data: bytes,
    press: Press,
    *,
    language: str,
    decisions: dict[str, str],
    delegation: str = "",
) -> Preview:
    """What importing into a trip, or one delegation of it, would change. Raises `PressError`."""
    snapshot = get_snapshot(trip)
    reading = read_workbook(data, press, language=language, snapshot=snapshot)
    if reading.roster:
        now = press.render("roster", get_everybody_brief(trip), reading.roster)
        today = read_workbook(now, press, language=language, snapshot=snapshot)
        reading = compared_roster(reading, today, snapshot, find_revision(trip))
    return preview_reading(reading, snapshot, decisions, delegation)


def preview_new(
    data: bytes, press: Press, naming: Naming, *, language: str, decisions: dict[str, str]
) -> Preview:
    """The trip that a workbook alone would make. Raises `PressError`."""
    reading = read_workbook(data, press, language=language)
    if has_errors(reading):
        return Preview(reading=reading, snapshot=None, plans=None)
    address = naming.slug or free_slug(naming.title)
    try:
        draft = draft_trip(reading, naming.uid, address, Text({language: naming.title}))
    except ValueError:
        return Preview(reading=reading, snapshot=None, plans=None)
    return preview_reading(reading, draft, decisions)


def preview_reading(
    reading: WorkbookReading,
    snapshot: TripSnapshot,
    decisions: dict[str, str],
    delegation: str = "",
) -> Preview:
    """What importing a reading would change in a trip, or in one delegation of it."""
    if has_errors(reading):
        return Preview(reading=reading, snapshot=snapshot, plans=None)
    book = get_book()
    plans = make_plans(reading, snapshot, book, decisions, delegation)
    asked = plans.delegates.ambiguous
    if decisions:
        undecided = make_plans(reading, snapshot, book, {}, delegation)
        asked = (*undecided.delegates.ambiguous, *asked)
    questions = sorted({each.ref: each for each in asked}.values(), key=_place)
    return Preview(reading=reading, snapshot=snapshot, plans=plans, questions=tuple(questions))


def _place(question: Ambiguous) -> tuple[str, int]:
    return question.row.sheet, question.row.row


def free_slug(title: str) -> str:
    """The address that follows from a title, with a number behind it if it is taken."""
    wanted = slug_of(title)
    wanted = wanted if is_slug(wanted) else f"{wanted}-trip".strip("-")
    slug, number = wanted, 2
    while find_trip_uid(slug) is not None:
        slug, number = f"{wanted[:LONGEST_STEM]}-{number}", number + 1
    return slug
