"""The numbers that rules compare with, each with its unit, its bounds and its source.

A trip overrides them by `Trip.limits`. Sources name what the number comes from; their words are
in `i18n.limit_wording`.
"""

from collections.abc import Iterable
from dataclasses import Field, dataclass, field, fields, replace
from datetime import time
from enum import StrEnum
from typing import Any, cast

from trips.domain.trip import Limit


class Unit(StrEnum):
    """What a threshold counts."""

    DAYS = "days"
    MINUTES = "minutes"
    HOURS = "hours"
    CLOCK = "clock"
    """Hours since midnight, 12.5 is half past twelve."""
    KM = "km"
    KM_H = "km_h"
    ITEMS = "items"
    TIMES = "times"
    DAYS_AFTER = "days_after"
    """After the trip's last day."""
    DAYS_SINCE = "days_since"
    """After what the name says."""
    PEOPLE = "people"


class LimitArea(StrEnum):
    """What a threshold is about."""

    DEADLINES = "deadlines"
    WAYS = "ways"
    DAY = "day"
    MEALS = "meals"
    INTERPRETING = "interpreting"
    PRIVACY = "privacy"


def _limit(usual: float, unit: Unit, area: LimitArea, bounds: tuple[float, float]) -> Any:
    """A field with its metadata; `bounds` are the lowest and the highest sensible value."""
    return field(default=usual, metadata={"unit": unit, "area": area, "bounds": bounds})


def _due(days: float) -> Any:
    return _limit(days, Unit.DAYS, LimitArea.DEADLINES, (0, 365))


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """Deadlines count days before the trip's first day; speeds are along a straight line."""

    host_due_days: float = _due(13)
    """Practice of agencies: papers are printed two weeks ahead, hosts must be certain before."""
    host_blocks_days: float = _due(28)
    """From then on an open host blocks; before it warns. Milestone "hosts confirmed" at T−28."""
    interpreting_due_days: float = _due(9)
    """AIIC asks for documents well ahead; practice is a week, so the plan must stand before."""
    booking_due_days: float = _due(12)
    """Options of hotels and groups by rail commonly end two weeks ahead."""
    arrival_due_days: float = _due(7)
    answer_due_days: float = _due(14)
    """Schengen visa: applications at the latest 15 calendar days before (Visa Code, Art. 9)."""
    translation_due_days: float = _due(6)
    consent_due_days: float = _due(2)

    walking_km_h: float = _limit(3.6, Unit.KM_H, LimitArea.WAYS, (1, 8))
    """4.5 km/h for a group on foot (RiLSA, FGSV 2015: 1.0–1.5 m/s), detour factor 1.25."""
    transit_km_h: float = _limit(12, Unit.KM_H, LimitArea.WAYS, (4, 60))
    """Underground, tram and city train door to door: 17 km/h, detour factor 1.4."""
    driving_km_h: float = _limit(18, Unit.KM_H, LimitArea.WAYS, (5, 80))
    """Coach in a city: 25 km/h with a detour factor of 1.4."""
    walking_limit_km: float = _limit(1.2, Unit.KM, LimitArea.WAYS, (0, 5))
    """Farther than this a group is driven: a quarter of an hour on foot."""
    boarding_minutes: float = _limit(8, Unit.MINUTES, LimitArea.WAYS, (0, 60))
    """Getting a group of 24 into and out of a coach, or onto a platform."""
    hopeless_factor: float = _limit(2, Unit.TIMES, LimitArea.WAYS, (1, 10))
    """A way that would have to be so many times faster cannot be made at all; else it is tight."""
    station_minutes: float = _limit(15, Unit.MINUTES, LimitArea.WAYS, (0, 120))
    """At the platform or the coach before it leaves (German railways to groups: 15 minutes)."""
    airport_minutes: float = _limit(120, Unit.MINUTES, LimitArea.WAYS, (30, 300))
    """At the airport before departure: the airlines' and airports' usual two hours."""
    leaving_minutes: float = _limit(10, Unit.MINUTES, LimitArea.WAYS, (0, 120))
    """From the platform to the forecourt after arrival, with luggage."""

    day_hours: float = _limit(13, Unit.HOURS, LimitArea.DAY, (4, 24))
    """Eleven hours of rest a night (Working Hours Act § 5, by analogy) leave thirteen."""
    visits_per_day: float = _limit(4, Unit.ITEMS, LimitArea.DAY, (1, 12))
    """Five is the most that planners of routes reckon with; each needs questions and a way."""
    break_hours: float = _limit(3, Unit.HOURS, LimitArea.DAY, (1, 8))
    """Interpreters' associations: a pause every 2 to 2½ hours, three at the most."""
    break_minutes: float = _limit(15, Unit.MINUTES, LimitArea.DAY, (5, 60))
    """The same source: 15 to 20 minutes."""

    lunch_from: float = _limit(11.5, Unit.CLOCK, LimitArea.MEALS, (9, 15))
    """Planners of routes: lunch of 60 minutes between 11:30 and 14:00 …"""
    lunch_until: float = _limit(14.5, Unit.CLOCK, LimitArea.MEALS, (11, 17))
    """… with half an hour of grace."""
    lunch_minutes: float = _limit(30, Unit.MINUTES, LimitArea.MEALS, (15, 120))
    """Working Hours Act § 4: 30 minutes of rest in a day of more than six hours."""
    dinner_from: float = _limit(17.5, Unit.CLOCK, LimitArea.MEALS, (16, 21))
    dinner_until: float = _limit(21.5, Unit.CLOCK, LimitArea.MEALS, (18, 24))
    """Practice: kitchens of hotels and inns take the last order at half past nine."""

    solo_minutes: float = _limit(40, Unit.MINUTES, LimitArea.INTERPRETING, (10, 240))
    """AIIC Canada 2014: one interpreter at most 40 minutes; it applies to whispering, too."""
    solo_most_minutes: float = _limit(90, Unit.MINUTES, LimitArea.INTERPRETING, (10, 480))
    """AICE (Spain), SYDISE (Greece): one interpreter in a booth at most 90 minutes."""
    solo_pause_minutes: float = _limit(180, Unit.MINUTES, LimitArea.INTERPRETING, (30, 600))
    """SYDISE: consecutive alone at most three hours a day; tour-guide systems as long."""
    interpreter_day_hours: float = _limit(7, Unit.HOURS, LimitArea.INTERPRETING, (2, 12))
    """APIC (Portugal), AICE: seven hours a day for a team of two."""
    interpreter_rest_hours: float = _limit(11, Unit.HOURS, LimitArea.INTERPRETING, (6, 16))
    """Working Hours Act § 5, by analogy: freelancers are not bound by it."""


def clock_of(hours: float) -> time:
    """The time of day that a number of hours since midnight means; 24 is midnight again."""
    minutes = round(hours * 60) % (24 * 60)
    return time(minutes // 60, minutes % 60)


@dataclass(frozen=True)
class LimitEntry:
    """A threshold as a page shows it."""

    name: str
    unit: Unit
    area: LimitArea
    lowest: float
    highest: float
    usual: float


def _entry(each: "Field[Any]") -> LimitEntry:
    known = each.metadata
    lowest, highest = known["bounds"]
    usual = cast("float", each.default)
    return LimitEntry(each.name, known["unit"], known["area"], lowest, highest, usual)


LIMITS: tuple[LimitEntry, ...] = tuple(_entry(each) for each in fields(Thresholds))
"""Every threshold in the order of the pages."""


def limits_of(own: Iterable[Limit]) -> Thresholds:
    """The usual thresholds with those that a trip sets for itself; unknown names say nothing."""
    known = {entry.name for entry in LIMITS}
    return replace(Thresholds(), **{each.name: each.value for each in own if each.name in known})
