"""All rules over one snapshot, and again over the same trip after a step."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from trips.domain.findings import (
    day_rules,
    hours_rules,
    language_rules,
    leg_rules,
    overlap_rules,
    people_rules,
    programme_rules,
    space_rules,
    visa_rules,
    way_rules,
)
from trips.domain.findings.crowd import Crowd
from trips.domain.findings.delegates import seat_rules, station_rules
from trips.domain.findings.fixes import mend
from trips.domain.findings.interpreting import rest_rules, team_rules
from trips.domain.findings.model import Finding, order_key
from trips.domain.findings.plan import DayPlan, Plan
from trips.domain.findings.thresholds import Thresholds, limits_of
from trips.domain.snapshot import TripSnapshot

DayRule = Callable[[Plan, DayPlan], Iterable[Finding]]
TripRule = Callable[[Plan], Iterable[Finding]]

DAY_RULES: tuple[DayRule, ...] = (
    programme_rules.find_unconfirmed,
    programme_rules.find_placeless,
    programme_rules.find_clock_traps,
    overlap_rules.find_group_overlaps,
    overlap_rules.find_person_overlaps,
    overlap_rules.find_place_overlaps,
    overlap_rules.find_person_ways,
    way_rules.find_tight_ways,
    hours_rules.find_days_off,
    day_rules.find_missing_lunch,
    day_rules.find_long_days,
    day_rules.find_many_visits,
    day_rules.find_missing_breaks,
    space_rules.find_crowded,
)
"""What they find depends on the items of one day and on everything but items."""

PROGRAMME_RULES: tuple[TripRule, ...] = (
    programme_rules.find_no_contacts,
    programme_rules.find_outside_stop,
    language_rules.find_not_understood,
    people_rules.find_unknown_access,
    language_rules.find_silent_floors,
    language_rules.find_untranslated,
    hours_rules.find_closed,
    leg_rules.find_missed_legs,
    leg_rules.find_during_legs,
    day_rules.find_missing_dinners,
    people_rules.find_missed_programme,
    people_rules.find_unsorted,
    team_rules.find_absent,
    team_rules.find_alone,
    team_rules.find_unsuited,
    rest_rules.find_overwork,
)
"""What they find depends on all items."""

FRAME_RULES: tuple[TripRule, ...] = (
    leg_rules.find_missing_legs,
    leg_rules.find_wrong_legs,
    leg_rules.find_leg_traps,
    space_rules.find_missing_rooms,
    people_rules.find_unanswered,
    people_rules.find_speechless,
    seat_rules.find_short_seats,
    seat_rules.find_waiting,
    station_rules.find_vacant_heads,
    station_rules.find_unpermitted,
    station_rules.find_changed,
    visa_rules.find_open_visas,
    visa_rules.find_hopeless_visas,
)
"""What they find does not depend on any item."""


@dataclass(frozen=True)
class Pass:
    """The findings of a trip, kept in parts so that only some need to be found again."""

    plan: Plan
    by_day: Mapping[date, tuple[Finding, ...]]
    of_frame: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    """All of them, gravest first, then by deadline."""


def find_all(
    snapshot: TripSnapshot, limits: Thresholds | None = None, *, today: date | None = None
) -> tuple[Finding, ...]:
    """Everything wrong or missing, gravest first, then by deadline.

    `limits` are the trip's own if none are given. `today` is a day in the trip's zone; without
    it everything counts as due.
    """
    return first_pass(snapshot, limits, today=today).findings


def first_pass(
    snapshot: TripSnapshot, limits: Thresholds | None = None, *, today: date | None = None
) -> Pass:
    """Every rule over every day."""
    limits = limits or limits_of(snapshot.trip.limits)
    return _pass(Plan(snapshot, limits, Crowd(snapshot), today), None)


def next_pass(before: Pass, snapshot: TripSnapshot, *, today: date | None = None) -> Pass:
    """The same as a first pass, but days that are as they were are not looked at again.

    Where anything but items has changed, all is found anew.
    """
    old = before.plan
    limits = limits_of(snapshot.trip.limits)
    is_same_frame = (
        (old.limits, old.today) == (limits, today)
        and old.snapshot.holidays == snapshot.holidays
        and replace(old.snapshot, items=()) == replace(snapshot, items=())
    )
    crowd = old.crowd if is_same_frame else Crowd(snapshot)
    return _pass(Plan(snapshot, limits, crowd, today), before if is_same_frame else None)


def _pass(plan: Plan, before: Pass | None) -> Pass:
    by_day = {
        on: before.by_day[on]
        if before and before.plan.days.get(on) == day
        else tuple(mend(plan, finding) for rule in DAY_RULES for finding in rule(plan, day))
        for on, day in plan.days.items()
    }
    of_items = [mend(plan, finding) for rule in PROGRAMME_RULES for finding in rule(plan)]
    of_frame = (
        before.of_frame
        if before
        else tuple(mend(plan, finding) for rule in FRAME_RULES for finding in rule(plan))
    )
    of_days = [finding for found in by_day.values() for finding in found]
    findings = tuple(sorted((*of_days, *of_items, *of_frame), key=order_key))
    return Pass(plan, by_day, of_frame, findings)
