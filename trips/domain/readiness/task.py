"""The team's own tasks, the milestones among them, and what was said about findings."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from trips.domain.findings.model import Finding
from trips.domain.values.text import Text


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to do until a day."""

    uid: str
    title: Text
    note: str = ""
    owner: str = ""
    """uid of the user who cares for it; empty for nobody yet."""
    due_on: date | None = None
    offset_days: int | None = None
    """Days from the first day of the trip; then `due_on` follows the trip's dates."""
    milestone: str = ""
    done_at: datetime | None = None
    done_by: str = ""
    version: int = 1


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What was said about a finding: who cares for it until when, why it is accepted."""

    key: str
    owner: str = ""
    due_on: date | None = None
    accepted_facts: str = ""
    reason: str = ""
    accepted_by: str = ""
    accepted_at: datetime | None = None

    def accepts(self, finding: Finding) -> bool:
        """True while the facts are those that were accepted."""
        return bool(self.accepted_facts) and self.accepted_facts == finding.facts_hash


@dataclass(frozen=True)
class Member:
    """Somebody of the team, who can own a task."""

    uid: str
    name: str


def due_of(offset_days: int | None, due_on: date | None, starts_on: date) -> date | None:
    """When a task is due: so many days from the trip's first day, or on a day of its own."""
    return due_on if offset_days is None else starts_on + timedelta(days=offset_days)
