"""The draft of a trip that a workbook alone describes."""

from collections.abc import Iterable
from datetime import date

from trips.domain.importing.workbook import WorkbookReading
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import Trip, TripKind
from trips.domain.values.text import Text


def draft_trip(reading: WorkbookReading, uid: str, slug: str, title: Text) -> TripSnapshot:
    """A trip over the days of the rows, without anything in it yet.

    Raises `ValueError` for a reading without a single day.
    """
    days = list(_days(reading))
    if not days:
        message = "a draft needs at least one day"
        raise ValueError(message)
    trip = Trip(
        uid=uid,
        slug=slug,
        kind=TripKind.STUDY_TOUR,
        title=title,
        starts_on=min(days),
        ends_on=max(days),
    )
    return TripSnapshot(trip=trip)


def _days(reading: WorkbookReading) -> Iterable[date]:
    for row in reading.programme_rows:
        yield row.starts.date()
    for delegate in reading.delegate_rows:
        yield from (day for day in (delegate.present_from, delegate.present_to) if day)
