"""Findings and tasks as one list: what must be done, by whom, until when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from trips.domain.findings.codes import Severity
from trips.domain.findings.model import Finding
from trips.domain.readiness.task import Mark, Task


class State(StrEnum):
    """Where an entry stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DONE = "done"


class Show(StrEnum):
    """What of the list is wanted."""

    OPEN = "open"
    MINE = "mine"
    OVERDUE = "overdue"
    FINDINGS = "findings"
    TASKS = "tasks"
    ACCEPTED = "accepted"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A finding or a task: exactly one of the two."""

    finding: Finding | None = None
    mark: Mark | None = None
    task: Task | None = None
    due: date | None = None
    owner: str = ""
    """uid of the user who cares for it."""
    state: State = State.OPEN
    is_overdue: bool = False

    @property
    def key(self) -> str:
        """What the entry is known by."""
        return self.finding.key if self.finding else self.task.uid if self.task else ""

    @property
    def severity(self) -> Severity | None:
        """How grave; a task is not."""
        return self.finding.severity if self.finding else None


def list_entries(
    findings: Iterable[Finding], marks: Mapping[str, Mark], tasks: Iterable[Task], today: date
) -> tuple[Entry, ...]:
    """Everything: what blocks first, then by deadline, findings before tasks, gravest first."""
    entries = [_of_finding(finding, marks.get(finding.key), today) for finding in findings]
    entries += [_of_task(task, today) for task in tasks]
    return tuple(sorted(entries, key=_order))


def _of_finding(finding: Finding, mark: Mark | None, today: date) -> Entry:
    due = (mark.due_on if mark else None) or finding.due
    is_accepted = mark is not None and mark.accepts(finding)
    return Entry(
        finding=finding,
        mark=mark,
        due=due,
        owner=mark.owner if mark else "",
        state=State.ACCEPTED if is_accepted else State.OPEN,
        is_overdue=not is_accepted and due is not None and due < today,
    )


def _of_task(task: Task, today: date) -> Entry:
    is_open = task.done_at is None
    return Entry(
        task=task,
        due=task.due_on,
        owner=task.owner,
        state=State.OPEN if is_open else State.DONE,
        is_overdue=is_open and task.due_on is not None and task.due_on < today,
    )


def _order(entry: Entry) -> tuple[int, bool, date, int, datetime, str]:
    severities = list(Severity)
    rank = severities.index(entry.severity) if entry.severity else len(severities)
    return (
        list(State).index(entry.state),
        entry.severity is not Severity.BLOCKS,
        entry.due or date.max,
        rank,
        _begins(entry.finding),
        entry.key,
    )


def _begins(finding: Finding | None) -> datetime:
    """When that happens which a finding is about; the end of time where nothing tells."""
    facts = finding.facts if finding else {}
    moment = facts.get("starts") or facts.get("begins") or facts.get("departs") or facts.get("ends")
    return moment if isinstance(moment, datetime) else datetime.max  # noqa: DTZ901 a wall time


def choose(entries: Iterable[Entry], show: Show, actor: str) -> tuple[Entry, ...]:
    """The entries that are wanted; `actor` is whose "mine" are."""
    tests: dict[Show, Callable[[Entry], bool]] = {
        Show.OPEN: lambda entry: entry.state is State.OPEN,
        Show.MINE: lambda entry: entry.state is State.OPEN and entry.owner == actor,
        Show.OVERDUE: lambda entry: entry.is_overdue,
        Show.FINDINGS: lambda entry: entry.state is State.OPEN and entry.finding is not None,
        Show.TASKS: lambda entry: entry.state is State.OPEN and entry.task is not None,
        Show.ACCEPTED: lambda entry: entry.state is State.ACCEPTED,
        Show.DONE: lambda entry: entry.state is State.DONE,
    }
    return tuple(entry for entry in entries if tests[show](entry))


def open_findings(findings: Iterable[Finding], marks: Mapping[str, Mark]) -> tuple[Finding, ...]:
    """Findings that nobody has accepted as they are."""
    return tuple(
        finding
        for finding in findings
        if not (finding.key in marks and marks[finding.key].accepts(finding))
    )
