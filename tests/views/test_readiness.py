"""Findings and tasks on one list: looked at, mended, accepted, cared for."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask.testing import FlaskClient

from tests.forms_on_pages import filled
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.board.steps import read_step
from trips.domain.findings.codes import FindingCode
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding
from trips.domain.item import HostStatus
from trips.domain.readiness.task import Mark, Task
from trips.queries.readiness.finding import find_marks
from trips.queries.readiness.task import list_tasks
from trips.queries.snapshot import get_snapshot
from trips.services.item import set_host_status
from trips.services.planning.board import take_step

BASE = f"/trips/{SLUG}"
TASK = f"{BASE}/tasks/{UIDS['task']}"


@pytest.fixture(name="jana")
def jana_fixture(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


def findings(world: World) -> dict[FindingCode, Finding]:
    with world.app.app_context():
        trip = get_snapshot(UIDS["trip"])
        today = clock.now(trip.trip).date()
        return {finding.code: finding for finding in find_all(trip, today=today)}


def tasks(world: World) -> dict[str, Task]:
    with world.app.app_context():
        return {task.uid: task for task in list_tasks(UIDS["trip"])}


def marks(world: World) -> dict[str, Mark]:
    with world.app.app_context():
        return find_marks(UIDS["trip"])


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def overlap(world: World) -> Finding:
    """Let the visit begin while the talk goes on."""
    with world.app.app_context():
        talk = get_snapshot(UIDS["trip"]).item_by_uid[UIDS["talk"]]
        step = {
            "verb": "create",
            "kind": "talk",
            "title": {"de": "Vortrag", "en": "Lecture"},
            "starts": talk.starts.strftime("%Y-%m-%dT%H:%M"),
            "ends": talk.ends.strftime("%Y-%m-%dT%H:%M"),
            "stop": talk.stop,
            "status": "confirmed",
            "groups": list(talk.groups),
        }
        take_step(UIDS["trip"], read_step(step), versions={}, actor=COMMAND_LINE, now=clock.now())
    return findings(world)[FindingCode.GROUP_OVERLAP]


def test_findings_and_tasks_stand_on_the_overview(world: World) -> None:
    page = main_of(world.client("viewer").get(f"{BASE}/?lang=en").text)
    assert "Ring the hotel" in page
    assert "Readiness: " in page
    assert "<form" not in page


def test_viewers_read_the_list_and_one_finding_but_change_nothing(world: World) -> None:
    viewer, finding = world.client("viewer"), next(iter(findings(world).values()))
    for url in (f"{BASE}/tasks?lang=en", f"{BASE}/findings/{finding.key}?lang=en"):
        answer = viewer.get(url)
        assert answer.status_code == 200
        assert "<form" not in main_of(answer.text)


@pytest.mark.parametrize(
    ("show", "is_there"),
    [("open", True), ("mine", True), ("tasks", True), ("findings", False), ("done", False)],
)
def test_the_list_is_filtered(jana: FlaskClient, show: str, *, is_there: bool) -> None:
    page = main_of(jana.get(f"{BASE}/tasks?show={show}&lang=en").text)
    assert ("Ring the hotel" in page) is is_there


def test_a_finding_is_mended_with_one_click_and_the_way_back(
    world: World, jana: FlaskClient
) -> None:
    finding = overlap(world)
    url = f"{BASE}/findings/{finding.key}/fix/0"
    page = jana.post(
        f"{url}?lang=en", data={"facts": finding.facts_hash}, follow_redirects=True
    ).text
    assert FindingCode.GROUP_OVERLAP not in findings(world)
    assert "is-done" in main_of(page)
    undo = re.search(r'action="([^"]*board/back[^"]*)"', page)
    assert undo is not None
    jana.post(undo[1].replace("&amp;", "&"))
    assert FindingCode.GROUP_OVERLAP in findings(world)


def test_a_fix_of_other_facts_is_not_taken(world: World, jana: FlaskClient) -> None:
    finding = overlap(world)
    url = f"{BASE}/findings/{finding.key}/fix/0?lang=en"
    page = jana.post(url, data={"facts": "of yesterday"}, follow_redirects=True).text
    assert "has changed meanwhile" in page
    assert FindingCode.GROUP_OVERLAP in findings(world)


def test_a_finding_stays_accepted_until_its_facts_change(world: World, jana: FlaskClient) -> None:
    finding = open_host(world)
    url = f"{BASE}/findings/{finding.key}"
    fields = {"facts": finding.facts_hash, "reason": ""}
    assert jana.post(f"{url}/accept", data=fields).status_code == 422
    jana.post(f"{url}/accept", data=fields | {"reason": "They always come"})
    assert marks(world)[finding.key].accepts(finding)
    page = main_of(jana.get(f"{BASE}/tasks?show=accepted&lang=en").text)
    assert "They always come" in page
    declare(world, finding, HostStatus.DECLINED)
    assert "They always come" not in jana.get(f"{BASE}/tasks?show=accepted&lang=en").text


def open_host(world: World) -> Finding:
    """The host of the visit has been asked and has not answered."""
    with world.app.app_context():
        host = get_snapshot(UIDS["trip"]).item_by_uid[UIDS["visit"]].hosts[0].key
        who = {"actor": COMMAND_LINE, "now": clock.now()}
        set_host_status(UIDS["trip"], UIDS["visit"], host, HostStatus.REQUESTED, **who)
    return findings(world)[FindingCode.HOST_UNCONFIRMED]


def declare(world: World, finding: Finding, status: HostStatus) -> None:
    uid = finding.subjects[0].uid
    with world.app.app_context():
        host = get_snapshot(UIDS["trip"]).item_by_uid[uid].hosts[0].key
        set_host_status(UIDS["trip"], uid, host, status, actor=COMMAND_LINE, now=clock.now())


def test_an_acceptance_is_taken_back(world: World, jana: FlaskClient) -> None:
    finding = open_host(world)
    url = f"{BASE}/findings/{finding.key}"
    jana.post(f"{url}/accept", data={"reason": "Known", "facts": finding.facts_hash})
    jana.post(f"{url}/take-back")
    assert not marks(world)[finding.key].accepts(finding)


def test_somebody_cares_for_a_finding_until_a_day(world: World, jana: FlaskClient) -> None:
    finding = open_host(world)
    url = f"{BASE}/findings/{finding.key}"
    page = jana.get(f"{url}?lang=en").text
    jana_uid = re.search(r'<option value="(\w+)">Jana', page)
    assert jana_uid is not None
    jana.post(f"{url}/assign", data={"owner": jana_uid[1], "due_on": "2026-03-01"})
    mark = marks(world)[finding.key]
    assert (mark.owner, str(mark.due_on)) == (jana_uid[1], "2026-03-01")
    assert "host has not agreed" in main_of(jana.get(f"{BASE}/tasks?show=mine&lang=en").text)


def test_a_task_is_written_done_and_opened_again(world: World, jana: FlaskClient) -> None:
    fields = {"title": "Visa prüfen", "due_on": "2026-02-20", "owner": "", "note": "Konsulat"}
    assert jana.post(f"{BASE}/tasks/new", data=fields).status_code == 303
    task = next(each for each in tasks(world).values() if "Visa prüfen" in each.title.values())
    assert (str(task.due_on), task.offset_days, task.note) == ("2026-02-20", None, "Konsulat")
    jana.post(f"{BASE}/tasks/{task.uid}/finish")
    assert tasks(world)[task.uid].done_by == "Jana Brandt"
    jana.post(f"{BASE}/tasks/{task.uid}/reopen")
    assert tasks(world)[task.uid].done_at is None


def test_a_task_is_edited_removed_and_restored(world: World, jana: FlaskClient) -> None:
    fields = filled(jana.get(f"{TASK}/edit?lang=en").text)
    assert (fields["title"], fields["moves"]) == ("Ring the hotel", "y")
    jana.post(f"{TASK}/edit?lang=en", data=fields | {"note": "Ask for the quiet side"})
    assert tasks(world)[UIDS["task"]].note == "Ask for the quiet side"
    assert set(tasks(world)[UIDS["task"]].title) == {"de", "en"}
    jana.post(f"{TASK}/remove")
    assert UIDS["task"] not in tasks(world)
    jana.post(f"{TASK}/restore")
    assert UIDS["task"] in tasks(world)


def test_two_edits_of_a_task_are_laid_side_by_side(world: World, jana: FlaskClient) -> None:
    kofi = world.client("colleague")
    hers, his = (filled(one.get(f"{TASK}/edit?lang=en").text) for one in (jana, kofi))
    jana.post(f"{TASK}/edit", data=hers | {"note": "By telephone"})
    answer = kofi.post(f"{TASK}/edit", data=his | {"note": "By mail"})
    assert answer.status_code == 409
    assert "By telephone" in answer.text


def test_milestones_come_at_once_move_with_the_trip_and_go(world: World, jana: FlaskClient) -> None:
    jana.post(f"{BASE}/tasks/milestones")
    found = {task.milestone: task for task in tasks(world).values() if task.milestone}
    with world.app.app_context():
        trip = get_snapshot(UIDS["trip"]).trip
    assert (found["hosts_confirmed"].due_on - trip.starts_on).days == -28  # type: ignore[operator]
    assert (found["proof"].due_on - trip.ends_on).days == 42  # type: ignore[operator]
    fields = filled(jana.get(f"{BASE}/edit").text)
    later = {"starts_on": str(trip.starts_on.replace(day=trip.starts_on.day + 1))}
    assert jana.post(f"{BASE}/edit", data=fields | later).status_code == 303
    moved = {task.milestone: task for task in tasks(world).values() if task.milestone}
    assert (moved["hosts_confirmed"].due_on - found["hosts_confirmed"].due_on).days == 1  # type: ignore[operator]
    jana.post(f"{BASE}/tasks/milestones")
    assert len(tasks(world)) == len(found) + 1
    jana.post(f"{BASE}/tasks/milestones/remove")
    assert set(tasks(world)) == {UIDS["task"]}


def test_thresholds_are_set_in_the_notation_of_people(world: World, jana: FlaskClient) -> None:
    url = f"{BASE}/limits"
    fields = filled(jana.get(url).text)
    typed = {"walking_km_h": "4,5", "lunch_from": "11:45", "boarding_minutes": "8"}
    assert jana.post(url, data=fields | typed).status_code == 303
    with world.app.app_context():
        limits = {each.name: each.value for each in get_snapshot(UIDS["trip"]).trip.limits}
    assert limits == {"walking_km_h": 4.5, "lunch_from": 11.75}
    shown = filled(jana.get(f"{url}?lang=de").text)
    assert (shown["walking_km_h"], shown["lunch_from"]) == ("4,5", "11:45")
    refused = jana.post(url, data=fields | {"walking_km_h": "99"})
    assert refused.status_code == 422
    assert filled(refused.text)["walking_km_h"] == "99"


def test_pages_take_as_many_queries_for_many_tasks_as_for_one(
    jana: FlaskClient, query_counter: Callable[[], AbstractContextManager]
) -> None:
    def count(url: str) -> int:
        jana.get(url)
        with query_counter() as counted:
            assert jana.get(url).status_code == 200
        return len(counted)

    urls = (f"{BASE}/", f"{BASE}/tasks")
    few = [count(url) for url in urls]
    jana.post(f"{BASE}/tasks/milestones")
    for number in range(60):
        jana.post(f"{BASE}/tasks/new", data={"title": f"Call {number}", "owner": ""})
    assert [count(url) for url in urls] == few
    page = main_of(jana.get(f"{BASE}/tasks?lang=en").text)
    assert len(re.findall(r'<li class="finding\b', page)) == 50


def test_a_new_trip_is_offered_its_milestones(jana: FlaskClient) -> None:
    jana.post(f"{TASK}/remove")
    page = main_of(jana.get(f"{BASE}/?lang=en").text)
    assert "Add the milestones" in page
    fields = filled(jana.get("/trips/new").text) | {"title-de": "Leer", "slug": "leer"}
    assert jana.post("/trips/new", data=fields).status_code == 303
    assert "Add the milestones" in main_of(jana.get("/trips/leer/?lang=en").text)
    jana.post("/trips/leer/tasks/milestones")
    page = main_of(jana.get("/trips/leer/?lang=en").text)
    assert "Ask the partners for their nominations" in page
    assert "Add the milestones" not in page
