"""Findings and tasks in one list: order, owners, what is accepted, what is late."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.domain.findings.small_trip import at, with_item
from trips.domain.findings.engine import find_all
from trips.domain.item import ItemStatus
from trips.domain.readiness.entries import (
    Entry,
    Show,
    State,
    choose,
    list_entries,
    open_findings,
)
from trips.domain.readiness.milestones import Milestone, milestones_of, offset_of
from trips.domain.readiness.task import Mark, Task, due_of
from trips.domain.trip import TripKind
from trips.domain.values.text import Text

TODAY = date(2015, 9, 2)
BLOCKING = find_all(with_item(starts=at(10, 45)))[0]
WARNING = find_all(with_item(status=ItemStatus.REQUESTED))[0]
SOON = Task(uid="soon", title=Text(de="Bald"), due_on=date(2015, 9, 1), owner="jana")
SOME_DAY = Task(uid="some", title=Text(de="Irgendwann"))
DONE = Task(uid="done", title=Text(de="Fertig"), done_at=datetime(2015, 9, 1, tzinfo=UTC))


def entries(*marks: Mark) -> tuple[Entry, ...]:
    known = {mark.key: mark for mark in marks}
    return list_entries([WARNING, BLOCKING], known, [SOME_DAY, DONE, SOON], TODAY)


def test_what_blocks_comes_first_then_the_nearest_deadline_and_what_is_done_last() -> None:
    assert [entry.key for entry in entries()] == [
        BLOCKING.key,
        "soon",
        WARNING.key,
        "some",
        "done",
    ]


def test_an_accepted_finding_is_open_no_more_until_its_facts_change() -> None:
    mark = Mark(key=BLOCKING.key, accepted_facts=BLOCKING.facts_hash, reason="meant so")
    states = {entry.key: entry.state for entry in entries(mark)}
    assert states[BLOCKING.key] is State.ACCEPTED
    assert open_findings([BLOCKING, WARNING], {mark.key: mark}) == (WARNING,)
    worse = replace(BLOCKING, facts={**BLOCKING.facts, "until": at(12)})
    assert worse.key == BLOCKING.key
    assert open_findings([worse], {mark.key: mark}) == (worse,)


def test_somebodys_day_goes_before_the_rules_own() -> None:
    mark = Mark(key=WARNING.key, owner="tom", due_on=date(2015, 8, 30))
    found = {entry.key: entry for entry in entries(mark)}[WARNING.key]
    assert (found.owner, found.due, found.is_overdue) == ("tom", mark.due_on, True)


@pytest.mark.parametrize(
    ("show", "keys"),
    [
        (Show.MINE, {"soon"}),
        (Show.OVERDUE, {"soon"}),
        (Show.FINDINGS, {BLOCKING.key, WARNING.key}),
        (Show.TASKS, {"soon", "some"}),
        (Show.DONE, {"done"}),
        (Show.ACCEPTED, set()),
    ],
)
def test_a_filter_shows_its_own(show: Show, keys: set[str]) -> None:
    assert {entry.key for entry in choose(entries(), show, "jana")} == keys


def test_what_comes_after_the_trip_counts_from_its_last_day() -> None:
    trip = with_item().trip
    proof = next(each for each in milestones_of(trip.kind) if each.milestone is Milestone.PROOF)
    due = due_of(offset_of(proof, trip), None, trip.starts_on)
    assert due is not None
    assert (due - trip.ends_on).days == 42


@pytest.mark.parametrize("kind", TripKind)
def test_every_kind_of_trip_has_milestones_from_the_beginning_to_the_proof(kind: TripKind) -> None:
    periods = milestones_of(kind)
    days = [period.days for period in periods]
    assert days == sorted(days)
    assert (min(days) <= -56, max(days)) == (True, 42)
    assert len({period.milestone for period in periods}) == len(periods)


def test_only_tours_ask_hosts_and_only_meetings_need_a_venue() -> None:
    tour = {period.milestone for period in milestones_of(TripKind.STUDY_TOUR)}
    conference = {period.milestone for period in milestones_of(TripKind.CONFERENCE)}
    assert Milestone.HOSTS_ASKED in tour - conference
    assert Milestone.VENUE in conference - tour
