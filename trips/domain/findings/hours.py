"""When a place is closed: its hours, its closures, Sundays and public holidays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from trips.domain.site import Closure, OpenHours, Site
from trips.domain.stop import Stop
from trips.domain.values.holidays import Holiday
from trips.domain.values.text import EMPTY, Text

MIDNIGHT = time(0)


class ClosedCode(StrEnum):
    """Why nobody is there."""

    CLOSURE = "closure"
    HOLIDAY = "holiday"
    WEEKDAY = "weekday"
    """Its hours name no time on that weekday."""
    HOURS = "hours"
    """Open that day, but not at that time."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a place is closed during a span, with what one can do about it."""

    code: ClosedCode
    on: date
    opens: time | None = None
    closes: time | None = None
    """The hours of the day that come nearest, with HOURS."""
    name: Text = EMPTY
    """Of the holiday or the closure."""


def closed_reason(
    site: Site, stop: Stop | None, span: tuple[datetime, datetime], holidays: Iterable[Holiday] = ()
) -> Reason | None:
    """Why `site` is closed during `span` [starts, ends), or none if it is open or not known.

    A place whose hours are known is taken to be closed on a public holiday of its region; where
    they are not known, only its closures count.
    """
    starts, ends = span
    on = starts.date()
    for closure in site.closures:
        if _covers(closure, starts, ends):
            return Reason(code=ClosedCode.CLOSURE, on=on, name=closure.reason)
    if not site.hours:
        return None
    if (holiday := holiday_on(holidays, stop, on)) and not holiday.is_local:
        return Reason(code=ClosedCode.HOLIDAY, on=on, name=holiday.name)
    return _outside_hours(site.hours, starts, ends)


def holiday_on(holidays: Iterable[Holiday], stop: Stop | None, on: date) -> Holiday | None:
    """The public holiday of the stop's region on a day, one of the whole region before others."""
    region = stop.region if stop else ""
    found = [each for each in holidays if each.on == on and each.region == region]
    return min(found, key=lambda each: each.is_local, default=None)


def _covers(closure: Closure, starts: datetime, ends: datetime) -> bool:
    last = max(starts, ends - timedelta(minutes=1)).date()
    return closure.first <= last and starts.date() <= closure.last


def _outside_hours(hours: tuple[OpenHours, ...], starts: datetime, ends: datetime) -> Reason | None:
    on = starts.date()
    if any(begins <= starts and ends <= closes for begins, closes in _last_night(hours, on)):
        return None
    todays = [each for each in hours if each.weekday == on.isoweekday()]
    if not todays:
        return Reason(code=ClosedCode.WEEKDAY, on=on)
    spans = [(each, *opening_span(each, on)) for each in todays]
    if any(opens <= starts and ends <= closes for _, opens, closes in spans):
        return None
    nearest = max(spans, key=lambda span: min(ends, span[2]) - max(starts, span[1]))[0]
    return Reason(code=ClosedCode.HOURS, on=on, opens=nearest.opens, closes=nearest.closes)


def _last_night(hours: tuple[OpenHours, ...], on: date) -> Iterator[tuple[datetime, datetime]]:
    """Opening hours of the day before that go on after midnight."""
    before = on - timedelta(days=1)
    for each in hours:
        if each.weekday == before.isoweekday() and each.closes <= each.opens:
            yield opening_span(each, before)


def opening_span(hours: OpenHours, on: date) -> tuple[datetime, datetime]:
    """Opening hours on a day as a span; closing at or before the opening is after midnight."""
    opens, closes = datetime.combine(on, hours.opens), datetime.combine(on, hours.closes)
    return opens, closes if closes > opens else closes + timedelta(days=1)
