"""What is open about delegates is mended with one click, with its way back."""

import re
from html import unescape

import pytest
from sqlalchemy import select

from tests.services.delegates import crowd
from tests.world import World
from tests.world_trip import SLUG, UIDS
from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding
from trips.domain.mail import MailKind, MailState
from trips.domain.participation import DelegateStatus as Status
from trips.extensions import db
from trips.models.mail import MailRow
from trips.services.delegation import edit_delegation

BASE = f"/trips/{SLUG}"
OLENA, UKRAINE = UIDS["olena-part"], UIDS["ukraine"]


@pytest.fixture(autouse=True)
def without_tokens(world: World) -> None:
    world.app.config["WTF_CSRF_ENABLED"] = False


def add(world: World, status: Status, seats: int | None = None) -> str:
    """Ivan, and so many seats on the trip."""
    with world.app.app_context():
        uid = crowd.add("Ivan", status)
        crowd.set_seats(seats)
        return uid


def status_of(world: World, uid: str) -> Status:
    with world.app.app_context():
        return crowd.status_of(uid)


def head(world: World) -> str | None:
    with world.app.app_context():
        return crowd.snapshot().delegation_by_uid[UKRAINE].head


def found(world: World, code: Code) -> Finding | None:
    with world.app.app_context():
        snapshot = crowd.snapshot()
        today = clock.now(snapshot.trip).date()
        return next((each for each in find_all(snapshot, today=today) if each.code is code), None)


def mend(world: World, code: Code, facts: str = "") -> str:
    finding = found(world, code)
    assert finding
    fields = {"facts": facts or finding.facts_hash}
    url = f"{BASE}/findings/{finding.key}/fix/0"
    answer = world.client("organiser").post(url, data=fields, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def take_back(world: World, page: str, part: str) -> None:
    undo = re.search(rf'action="([^"]*{part}[^"]*)"', page)
    assert undo
    assert world.client("organiser").post(unescape(undo[1])).status_code == 303


def drafts(world: World) -> list[MailKind]:
    with world.app.app_context():
        query = select(MailRow.kind).where(MailRow.state == MailState.DRAFT)
        return [kind for kind in db.session.scalars(query) if kind is not MailKind.CHANGE]


def test_whoever_waits_moves_up_with_a_draft_and_the_way_back(world: World) -> None:
    ivan = add(world, Status.WAITLISTED, seats=9)
    page = mend(world, Code.WAITING_FOR_FREE_SEATS)
    assert status_of(world, ivan) is Status.CONFIRMED
    assert drafts(world) == [MailKind.CONFIRMATION]
    assert "is-done" in page
    take_back(world, page, "undo")
    assert status_of(world, ivan) is Status.WAITLISTED
    assert drafts(world) == [MailKind.WAITLISTED]


def test_a_seat_that_was_taken_meanwhile_is_not_taken_twice(world: World) -> None:
    ivan = add(world, Status.WAITLISTED, seats=9)
    finding = found(world, Code.WAITING_FOR_FREE_SEATS)
    assert finding
    with world.app.app_context():
        crowd.set_seats(2)
    url = f"{BASE}/findings/{finding.key}/fix/0"
    fields = {"facts": finding.facts_hash}
    answer = world.client("organiser").post(url, data=fields, follow_redirects=True)
    assert answer.status_code == 200
    assert status_of(world, ivan) is Status.WAITLISTED


def test_a_vacant_delegation_gets_its_first_as_head_and_gives_them_back(world: World) -> None:
    add(world, Status.CONFIRMED)
    change = Change({"head": head(world)}, {"head": None})
    with world.app.app_context():
        edit_delegation(UIDS["trip"], UKRAINE, change, actor=COMMAND_LINE, now=clock.now())
    page = mend(world, Code.HEAD_MISSING)
    assert head(world)
    assert found(world, Code.HEAD_MISSING) is None
    take_back(world, page, "/head")
    assert head(world) is None


def test_a_head_of_another_delegation_is_refused(world: World) -> None:
    url = f"{BASE}/delegations/{UKRAINE}/head"
    answer = world.client("organiser").post(url, data={"head": UIDS["thandi-part"]})
    assert answer.status_code == 404


def test_where_too_many_sit_the_last_to_answer_waits(world: World) -> None:
    ivan = add(world, Status.SUBMITTED, seats=1)
    mend(world, Code.TRIP_SEATS_SHORT)
    assert status_of(world, ivan) is Status.WAITLISTED
    assert drafts(world) == [MailKind.WAITLISTED]


def test_the_list_says_the_verb_in_the_reader_s_language(world: World) -> None:
    add(world, Status.WAITLISTED, seats=9)
    client = world.client("organiser")
    for locale, words in (("de", "Nachrücken: Ivan Bondar"), ("en", "Move up: Ivan Bondar")):
        client.post("/language", data={"locale": locale, "language": locale, "lang": locale})
        assert words in client.get(f"{BASE}/tasks").text
