"""When a place is open, in words."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from trips.domain.interpreter import Availability
from trips.domain.site import Closure, OpenHours
from trips.i18n.catalogue import N_, say
from trips.i18n.formats import DASH, clock, day_range, weekday_long, weekday_short

WEEK = range(1, 8)
"""ISO 8601: Monday is 1."""


def weekday(number: int, locale: str, *, is_long: bool = False) -> str:
    """Di or Dienstag, by the number of ISO 8601."""
    on = date.fromisocalendar(2024, 1, number)
    return weekday_long(on, locale) if is_long else weekday_short(on, locale)


def hours_words(hours: Iterable[OpenHours], locale: str) -> str:
    """Mo geschlossen · Di–Fr 10:00–18:00 · Sa–So 10:00–14:00, 15:00–18:00; empty if not known."""
    known = sorted(hours, key=lambda each: (each.weekday, each.opens))
    if not known:
        return ""
    days = [(number, _day(known, number, locale)) for number in WEEK]
    parts = []
    for words, run in groupby(days, key=lambda day: day[1]):
        numbers = [number for number, _ in run]
        ends = dict.fromkeys((numbers[0], numbers[-1]))
        parts.append(f"{DASH.join(weekday(number, locale) for number in ends)} {words}")
    return " · ".join(parts)


def closure_words(closure: Closure, locale: str) -> str:
    """Geschlossen 1.–15. August 2027: Betriebsferien."""
    days = day_range(closure.first, closure.last, locale)
    words = say(N_("Closed %(days)s"), locale) % {"days": days}
    reason = closure.reason.shown(locale).text
    return f"{words}: {reason}" if reason else words


def availability_words(each: Availability, locale: str) -> str:
    """19.–21. September, 9:00–14:00; ab 9:00; bis 14:00; whole days without hours."""
    days = day_range(each.first, each.last, locale, with_year=False)
    begins = clock(each.begins) if each.begins else ""
    ends = clock(each.ends) if each.ends else ""
    if begins and ends:
        return f"{days}, {begins}{DASH}{ends}"
    if begins:
        return say(N_("%(days)s, from %(time)s"), locale) % {"days": days, "time": begins}
    if ends:
        return say(N_("%(days)s, until %(time)s"), locale) % {"days": days, "time": ends}
    return days


def _day(hours: list[OpenHours], number: int, locale: str) -> str:
    spans = [
        f"{clock(each.opens)}{DASH}{clock(each.closes)}" for each in hours if each.weekday == number
    ]
    return ", ".join(spans) or say(N_("closed"), locale)
