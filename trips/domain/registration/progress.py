"""How far a registration has come, station by station."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trips.domain.participation import Capacity
from trips.domain.registration.checking import Checked, CheckFacts, check_station
from trips.domain.registration.filling import given_controls, locked_fields, typed_of
from trips.domain.registration.plan import Plan, StationPlan, plan_of
from trips.domain.registration.registrant import Registrant


class Progress(StrEnum):
    """Where a station stands."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    LATER = "later"
    """Left for its own, later deadline."""
    CLOSED = "closed"
    """Sent, and its deadline is over: it can no longer be changed here."""


@dataclass(frozen=True)
class StationProgress:
    """A station of somebody's registration."""

    plan: StationPlan
    progress: Progress
    checked: Checked
    is_overdue: bool = False
    has_unsent: bool = False
    """Something was typed after everything was sent, and not sent yet."""


def progress_of(
    known: Registrant, plan: Plan, today: date, reader: Capacity, locale: str
) -> tuple[StationProgress, ...]:
    """Every station in order, judged by what was typed or is known."""
    return tuple(_station(known, plan, each, today, reader, locale) for each in plan.stations)


def facts_of(known: Registrant, station: StationPlan, today: date, reader: Capacity) -> CheckFacts:
    """What a check of a station knows about whoever fills it in."""
    return CheckFacts(
        today=today,
        ends_on=known.trip.ends_on,
        given=given_controls(known, station),
        locked=locked_fields(known, station, reader),
    )


def is_closed(known: Registrant, station: StationPlan, today: date) -> bool:
    """True where what was sent can no longer be changed here; late first answers stay welcome."""
    may_wait = plan_of(known.trip.registration).may_wait(station.station)
    is_sent = known.is_submitted and (_is_answered(known, station) or not may_wait)
    return is_sent and _is_over(station, today)


def may_submit(stations: tuple[StationProgress, ...]) -> bool:
    """True where everything that is due can be sent."""
    ready = {Progress.DONE, Progress.LATER, Progress.CLOSED}
    return all(each.progress in ready for each in stations)


def _station(
    known: Registrant,
    plan: Plan,
    station: StationPlan,
    today: date,
    reader: Capacity,
    locale: str,
) -> StationProgress:
    draft = known.draft(station.station)
    typed = typed_of(known, station, locale)
    checked = check_station(station, typed, facts_of(known, station, today, reader))
    is_over = _is_over(station, today)
    return StationProgress(
        plan=station,
        progress=_progress(known, plan, station, today, checked),
        checked=checked,
        is_overdue=is_over and not known.is_submitted and not (draft and draft.is_done),
        has_unsent=known.is_submitted and draft is not None,
    )


def _progress(
    known: Registrant, plan: Plan, station: StationPlan, today: date, checked: Checked
) -> Progress:
    draft = known.draft(station.station)
    if is_closed(known, station, today):
        return Progress.CLOSED
    was_left = known.is_submitted or bool(draft and draft.is_done)
    if checked.is_complete and was_left:
        return Progress.DONE
    may_wait = plan.may_wait(station.station) and not _is_over(station, today)
    if may_wait and checked.is_readable:
        return Progress.LATER
    return Progress.STARTED if draft or known.is_submitted else Progress.OPEN


def _is_over(station: StationPlan, today: date) -> bool:
    return station.deadline is not None and station.deadline < today


def _is_answered(known: Registrant, station: StationPlan) -> bool:
    """True where everything that is required was said, and anything at all."""
    given = given_controls(known, station)
    typed = typed_of(known, station, "")
    answers = {*given, *(name for name, values in typed.items() if any(values))}
    needed = {name for each in station.fields if each.is_required for name in each.needed}
    names = {control.name for control in station.controls} | {"language"}
    return needed - {"languages"} <= answers and bool(names & answers)
