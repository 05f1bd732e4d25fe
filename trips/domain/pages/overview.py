"""What the overview of a trip says: how far it is, what comes next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trips.domain.findings.crowd import delegates_of
from trips.domain.findings.model import Finding, FindingCode, Severity
from trips.domain.findings.plan import SPOKEN, planned_items
from trips.domain.item import HostStatus
from trips.domain.participation import DelegateStatus
from trips.domain.readiness.task import Task
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import LANGUAGES

NEXT_DATES = 4


class Phase(StrEnum):
    """Where today lies to the trip."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True)
class Figure:
    """So many of so many."""

    done: int
    total: int


@dataclass(frozen=True, kw_only=True)
class NextDate:
    """A day on which something is due: findings and tasks that end then, or the trip's dates."""

    on: date
    findings: tuple[Finding, ...] = ()
    tasks: tuple[Task, ...] = ()
    stop: str | None = None
    """uid of the stop that begins."""


@dataclass(frozen=True, kw_only=True)
class Overview:
    """A trip at a glance."""

    phase: Phase
    days: int
    """Until the first day, of the trip so far (1 for the first), or since the last."""
    severities: dict[Severity, int]
    delegates: Figure
    hosts: Figure
    interpreting: Figure
    translations: Figure
    next_dates: tuple[NextDate, ...]
    is_begun: bool = True
    """False where there is no stop yet: then nothing can be checked."""


def overview_of(
    snapshot: TripSnapshot, findings: Sequence[Finding], today: date, tasks: Sequence[Task] = ()
) -> Overview:
    """The overview on a day in the trip's zone; `findings` and `tasks` are the open ones."""
    phase, days = _phase(snapshot, today)
    counts = Counter(finding.severity for finding in findings)
    return Overview(
        phase=phase,
        days=days,
        severities={severity: counts[severity] for severity in Severity},
        delegates=_delegates(snapshot),
        hosts=_hosts(snapshot),
        interpreting=_interpreting(snapshot, findings),
        translations=_translations(snapshot),
        next_dates=_next_dates(snapshot, findings, tasks, today),
        is_begun=bool(snapshot.stops),
    )


def _phase(snapshot: TripSnapshot, today: date) -> tuple[Phase, int]:
    trip = snapshot.trip
    if today < trip.starts_on:
        return Phase.BEFORE, (trip.starts_on - today).days
    if today <= trip.ends_on:
        return Phase.DURING, (today - trip.starts_on).days + 1
    return Phase.AFTER, (today - trip.ends_on).days


def _delegates(snapshot: TripSnapshot) -> Figure:
    firm = {DelegateStatus.CONFIRMED, DelegateStatus.ATTENDED}
    people = delegates_of(snapshot)
    done = sum(each.delegate is not None and each.delegate.status in firm for each in people)
    return Figure(done, len(people))


def _hosts(snapshot: TripSnapshot) -> Figure:
    hosted = [item for item in planned_items(snapshot) if item.hosts]
    done = sum(all(host.status is HostStatus.CONFIRMED for host in item.hosts) for item in hosted)
    return Figure(done, len(hosted))


def _interpreting(snapshot: TripSnapshot, findings: Sequence[Finding]) -> Figure:
    holes = {
        subject.uid
        for finding in findings
        if finding.code is FindingCode.NOT_UNDERSTOOD
        for subject in finding.subjects
    }
    spoken = [
        item for item in planned_items(snapshot) if item.kind in SPOKEN and item.floor_languages
    ]
    return Figure(sum(item.uid not in holes for item in spoken), len(spoken))


def _translations(snapshot: TripSnapshot) -> Figure:
    """Items in the languages of the papers; further ones may be for the registration only."""
    public = [item for item in planned_items(snapshot) if item.is_public]
    done = sum(not item.title.missing() and not item.text.missing() for item in public)
    return Figure(done, len(public))


def translated_into(snapshot: TripSnapshot) -> dict[str, int]:
    """How many public items are there in each language beyond those of the papers."""
    public = [item for item in planned_items(snapshot) if item.is_public]
    return {
        language: sum(
            not item.title.missing((language,)) and not item.text.missing((language,))
            for item in public
        )
        for language in snapshot.trip.languages
        if language not in LANGUAGES
    }


def _next_dates(
    snapshot: TripSnapshot, findings: Sequence[Finding], tasks: Sequence[Task], today: date
) -> tuple[NextDate, ...]:
    found: dict[date, list[Finding]] = {}
    for finding in findings:
        if finding.due:
            found.setdefault(max(finding.due, today), []).append(finding)
    owed: dict[date, list[Task]] = {}
    for task in tasks:
        if task.due_on:
            owed.setdefault(max(task.due_on, today), []).append(task)
    dates = [
        NextDate(on=on, findings=tuple(found.get(on, ())), tasks=tuple(owed.get(on, ())))
        for on in sorted({*found, *owed})
    ]
    ahead = [stop for stop in snapshot.stops if stop.arrives_on >= today]
    dates = dates[: NEXT_DATES - 1] if ahead else dates[:NEXT_DATES]
    if ahead:
        dates.append(NextDate(on=ahead[0].arrives_on, stop=ahead[0].uid))
    return tuple(sorted(dates, key=lambda each: each.on))
