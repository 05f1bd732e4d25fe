"""The list of findings and tasks as pages show it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import request, url_for

from trips import clock
from trips.domain.account.user import Action
from trips.domain.findings.model import Finding, Fix
from trips.domain.readiness.entries import Entry, State, list_entries
from trips.domain.readiness.task import Member
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_wall
from trips.i18n.finding_wording import FindingWords, finding_words, fix_words
from trips.queries.readiness.finding import find_marks, findings_of
from trips.queries.readiness.task import list_tasks, list_team
from trips.views import guards
from trips.views.finding_links import finding_url
from trips.views.preferences import locale


@dataclass(frozen=True)
class Readiness:
    """Everything that is to be done on a trip, and the team that does it."""

    snapshot: TripSnapshot
    today: date
    entries: tuple[Entry, ...]
    team: tuple[Member, ...]

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that nobody has accepted, in the order of the list."""
        return tuple(
            entry.finding for entry in self.entries if entry.finding and entry.state is State.OPEN
        )


@dataclass(frozen=True)
class Act:
    """A button: a form that posts, or a link."""

    word: str
    url: str
    is_post: bool = False
    fields: Mapping[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class ShownEntry:
    """An entry with its words, its place and what can be done about it."""

    entry: Entry
    code: str
    """The sign in front of it: a severity, or `task`, `accepted`, `done`."""
    title: str
    lang: str = ""
    text: str = ""
    who: str = ""
    url: str
    act: Act | None
    hue: int | None = None
    place: str = ""


@dataclass(frozen=True)
class ShownFinding:
    """A finding with its words, its place and where it is mended."""

    finding: Finding
    words: FindingWords
    url: str
    hue: int | None
    place: str


def show_finding(snapshot: TripSnapshot, finding: Finding) -> ShownFinding:
    """A finding alone, in the reader's language."""
    stop = snapshot.stop_by_uid.get(finding.stop or "")
    return ShownFinding(
        finding=finding,
        words=finding_words(finding, locale()),
        url=finding_url(finding, snapshot.trip.slug, _here()),
        hue=snapshot.hue_by_stop[stop.uid] if stop else None,
        place=stop.city.shown(locale()).text if stop else "",
    )


def today_of(snapshot: TripSnapshot) -> date:
    """The day it is in the trip's zone."""
    return to_wall(clock.now(snapshot.trip), snapshot.trip.zone).date()


def read_readiness(snapshot: TripSnapshot) -> Readiness:
    """Findings, tasks and what was said about them, in three queries."""
    uid, today = snapshot.trip.uid, today_of(snapshot)
    found = findings_of(snapshot, today)
    entries = list_entries(found, find_marks(uid), list_tasks(uid), today)
    return Readiness(snapshot, today, entries, list_team(uid))


def show_entries(readiness: Readiness, entries: Iterable[Entry]) -> list[ShownEntry]:
    """Entries in the reader's language."""
    names = {member.uid: member.name for member in readiness.team}
    return [_show(readiness.snapshot, entry, names) for entry in entries]


def _show(snapshot: TripSnapshot, entry: Entry, names: Mapping[str, str]) -> ShownEntry:
    who = names.get(entry.owner, "")
    if entry.finding:
        return _show_finding(snapshot, entry, entry.finding, who)
    return _show_task(snapshot, entry, who)


def _show_finding(snapshot: TripSnapshot, entry: Entry, finding: Finding, who: str) -> ShownEntry:
    slug, words = snapshot.trip.slug, finding_words(finding, locale())
    stop = snapshot.stop_by_uid.get(finding.stop or "")
    is_accepted = entry.state is State.ACCEPTED
    reason = entry.mark.reason if entry.mark and is_accepted else ""
    return ShownEntry(
        entry=entry,
        code="accepted" if is_accepted else finding.severity.value,
        title=words.title,
        text=reason or words.text,
        who=(entry.mark.accepted_by if entry.mark and is_accepted else "") or who,
        url=url_for("finding.show", slug=slug, key=finding.key),
        act=None if is_accepted else act_of(finding, slug),
        hue=snapshot.hue_by_stop[stop.uid] if stop else None,
        place=stop.city.shown(locale()).text if stop else "",
    )


def _show_task(snapshot: TripSnapshot, entry: Entry, who: str) -> ShownEntry:
    task, slug = entry.task, snapshot.trip.slug
    if task is None:
        message = "an entry is a finding or a task"
        raise ValueError(message)
    title = task.title.shown(locale())
    is_done = entry.state is State.DONE
    form = url_for("task.edit", slug=slug, uid=task.uid)
    return ShownEntry(
        entry=entry,
        code="done" if is_done else "task",
        title=title.text,
        lang=title.lang if title.is_fallback else "",
        text=task.note,
        who=(task.done_by if is_done else "") or who,
        url=form if guards.allows(Action.WRITE_TRIP) else "",
        act=None,
    )


def act_of(finding: Finding, slug: str) -> Act:
    """The one verb that mends a finding: its first fix, or the form where it is mended."""
    if finding.fixes:
        return fix_act(finding, 0, slug)
    return Act(finding_words(finding, locale()).action, finding_url(finding, slug, _here()))


def _here() -> str:
    """The page that is looked at, to come back to; empty where it is the answer to a form."""
    return request.full_path.removesuffix("?") if request.method == "GET" else ""


def fix_act(finding: Finding, index: int, slug: str) -> Act:
    """The button of a fix; it says which facts it was offered for."""
    url = url_for("finding.fix", slug=slug, key=finding.key, index=index)
    word = fix_words(finding.fixes[index], locale())
    return Act(word, url, is_post=True, fields={"facts": finding.facts_hash})


def fixes_of(finding: Finding, slug: str) -> list[Act]:
    """A button for each fix."""
    return [fix_act(finding, index, slug) for index in range(len(finding.fixes))]


def is_step(fix: Fix) -> bool:
    """Whether a fix is taken on the board; the others are services of their own."""
    return fix.change is not None


def find_entry(readiness: Readiness, key: str) -> Entry | None:
    """The finding with a key."""
    return next((each for each in readiness.entries if each.finding and each.key == key), None)


def numbers_of(entries: Sequence[Entry]) -> dict[str, Any]:
    """How many of each severity are open, and how many tasks."""
    still = [entry for entry in entries if entry.state is State.OPEN]
    return {
        "tasks": sum(entry.task is not None for entry in still),
        **{
            code: sum(entry.severity == code for entry in still)
            for code in ("blocks", "warns", "informs")
        },
    }
