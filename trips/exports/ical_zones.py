"""VTIMEZONE for any IANA zone, with nothing but the years that are needed.

The library's own component starts daylight saving at the time the clock is put forward *to*;
RFC 5545 (3.6.5) wants the time it is put forward *from*. So the onsets are taken from the
zone data here: each is the local time on the clock that is about to change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur
from icalendar.cal.component import Component

_DAY: Final = timedelta(days=1)
_SECOND: Final = timedelta(seconds=1)
_YEARS_OF_A_RULE: Final = 8
"""For so many years after the trip a rule must hold before it is written as one."""
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Onset:
    """A change of the clock: the last time on the old clock, both offsets, the new name."""

    at: datetime
    """Naive local time by the old offset."""
    before: timedelta
    after: timedelta
    name: str


def find_onsets(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Onset]:
    """Changes of offset between two aware instants, to the second."""
    days = int((last - first) / _DAY) + 1
    samples = [first + index * _DAY for index in range(days + 1)]
    for early, late in pairwise(samples):
        if _offset(zone, early) != _offset(zone, late):
            yield _locate(zone, early, late)


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta()


def _locate(zone: ZoneInfo, early: datetime, late: datetime) -> Onset:
    before = _offset(zone, early)
    while late - early > _SECOND:
        middle = (early + (late - early) / 2).replace(microsecond=0)
        if middle <= early:
            break
        early, late = (middle, late) if _offset(zone, middle) == before else (early, middle)
    name = late.astimezone(zone).tzname() or ""
    return Onset((late + before).replace(tzinfo=None), before, _offset(zone, late), name)


def zone_component(key: str, instants: Iterable[datetime]) -> Component:
    """The VTIMEZONE of an IANA zone that is right at the aware instants. Needs at least one."""
    zone = ZoneInfo(key)
    needed = sorted(instants)
    first = datetime(needed[0].year - 1, 1, 1, tzinfo=UTC)
    last = datetime(needed[-1].year + 1, 1, 1, tzinfo=UTC)
    onsets = list(find_onsets(zone, first, last))
    component = Timezone()
    component.add("tzid", key)
    if not onsets or onsets[0].at.replace(tzinfo=UTC) - onsets[0].before > needed[0]:
        local = first.astimezone(zone)
        offset = _offset(zone, first)
        start = Onset(local.replace(tzinfo=None), offset, offset, local.tzname() or "")
        component.add_component(_observance([start]))
    later = datetime(needed[-1].year + _YEARS_OF_A_RULE, 1, 1, tzinfo=UTC)
    for group in _group(onsets, list(find_onsets(zone, first, later))):
        component.add_component(_observance(*group))
    return component


def _group(
    onsets: list[Onset], long_view: list[Onset]
) -> Iterator[tuple[list[Onset], dict[str, object]] | tuple[list[Onset]]]:
    """Onsets of one sort under a yearly rule, where zone data keep to it; else each alone."""
    sorts = dict.fromkeys((onset.before, onset.after, onset.name) for onset in onsets)
    for sort in sorts:
        mine = [onset for onset in onsets if (onset.before, onset.after, onset.name) == sort]
        view = [onset for onset in long_view if (onset.before, onset.after, onset.name) == sort]
        rule = _rule(view)
        if rule:
            yield mine[:1], rule
        else:
            yield from (([onset],) for onset in mine)


def _rule(onsets: list[Onset]) -> dict[str, object] | None:
    """The yearly rule all these onsets follow: the nth or the last weekday of a month."""
    years = [onset.at.year for onset in onsets]
    is_yearly = len(years) >= _YEARS_OF_A_RULE and years == list(range(years[0], years[-1] + 1))
    if not is_yearly or len({(o.at.month, o.at.weekday(), o.at.time()) for o in onsets}) > 1:
        return None
    first = onsets[0].at
    base = {"freq": "yearly", "bymonth": first.month}
    weekday = _WEEKDAYS[first.weekday()]
    if all((onset.at + 7 * _DAY).month != first.month for onset in onsets):
        return {**base, "byday": f"-1{weekday}"}
    weeks = {(onset.at.day + 6) // 7 for onset in onsets}
    return {**base, "byday": f"{weeks.pop()}{weekday}"} if len(weeks) == 1 else None


def _observance(onsets: list[Onset], rule: dict[str, object] | None = None) -> Component:
    onset = onsets[0]
    is_daylight = onset.after > onset.before
    component = TimezoneDaylight() if is_daylight else TimezoneStandard()
    component.add("dtstart", onset.at)
    component.add("tzoffsetfrom", onset.before)
    component.add("tzoffsetto", onset.after)
    if onset.name:
        component.add("tzname", onset.name)
    if rule:
        component.add("rrule", vRecur(rule))
    return component
