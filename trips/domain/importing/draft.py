"""The draft of a trip that a workbook alone describes."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from trips.domain.importing.workbook import WorkbookReading
from trips.domain.snapshot import TripSnapshot
from trips.domain.trip import Trip, TripKind
from trips.domain.values.collation import fold
from trips.domain.values.text import Text

LONGEST_SLUG = 80


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
        yield _day(row.starts)
    for delegate in reading.delegate_rows:
        yield from (day for day in (delegate.present_from, delegate.present_to) if day)


def _day(moment: datetime) -> date:
    return moment.date()


def slug_of(title: str) -> str:
    """An address for a title: lower case ASCII words joined by hyphens; `trip` for none."""
    spelled = title.casefold()
    for letter, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        spelled = spelled.replace(letter, letters)
    plain = unicodedata.normalize("NFKD", fold(spelled)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-") or "trip"
