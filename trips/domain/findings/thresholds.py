"""The numbers that rules compare with, each with its source; later a setting of each agency."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import timedelta

from trips.domain.trip import Limit


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """Deadlines count days before the trip's first day; speeds are along a straight line."""

    host_due_days: int = 13
    """Practice: papers are printed two weeks ahead, so hosts must be certain before."""
    interpreting_due_days: int = 9
    """Practice: interpreters get their papers a week ahead, so the plan must stand before."""
    booking_due_days: int = 12
    arrival_due_days: int = 7
    answer_due_days: int = 14
    translation_due_days: int = 6
    consent_due_days: int = 2
    walking_km_h: float = 3.6
    """4.5 km/h on foot in a group, with a detour factor of 1.25 over the straight line."""
    driving_km_h: float = 18.0
    """Coach in a city: 25 km/h with a detour factor of 1.4."""
    walking_limit_km: float = 1.2
    """Farther than this a group is driven."""
    boarding: timedelta = field(default=timedelta(minutes=8))
    """Getting a group of 24 into and out of a coach."""


def limits_of(own: Iterable[Limit]) -> Thresholds:
    """The usual thresholds with those that a trip sets for itself; unknown names say nothing."""
    usual = Thresholds()
    known = {each.name: getattr(usual, each.name) for each in fields(usual)}
    return replace(usual, **{limit.name: limit.value for limit in own if limit.name in known})
