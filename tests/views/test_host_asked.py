"""A mail to a host that has gone by a real server makes the host count as asked."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.mailbox import Mailbox
from tests.views.test_host_letters import finding, host_is, mails, take
from tests.views.test_mail import typed, work
from tests.world import CAST, World
from tests.world_trip import SLUG, UIDS
from trips.domain.findings.codes import FixCode
from trips.domain.item import HostStatus, ItemHost
from trips.domain.mail import MailState
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.queries.history import list_history
from trips.queries.snapshot import get_snapshot

ASKED_BY = "host_asked@example.org"


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


def status(world: World) -> HostStatus:
    with world.app.app_context():
        return get_snapshot(UIDS["trip"]).item_by_uid[UIDS["visit"]].hosts[0].status


def let_go(world: World, jana: FlaskClient) -> None:
    """Draft the mail from the finding, look it through, and say yes."""
    host_is(world, ItemHost(person=UIDS["thandi"], status=HostStatus.OPEN))
    take(world, jana, FixCode.WRITE_HOST)
    (mail,) = mails(world)
    place = f"/trips/{SLUG}/mails/{mail.uid}"
    fields = typed(jana, place, recipient=ASKED_BY, send="1")
    assert jana.post(place, data=fields).status_code == 303


def test_once_the_mail_is_sent_the_host_counts_as_asked(
    world: World, jana: FlaskClient, box: Mailbox, port: int
) -> None:
    let_go(world, jana)
    assert status(world) is HostStatus.OPEN, "a yes is not yet a mail"
    work(world, f"smtp://127.0.0.1:{port}")
    assert box.recipients == [ASKED_BY]
    assert [mail.state for mail in mails(world)] == [MailState.SENT]
    assert status(world) is HostStatus.REQUESTED
    fixes = [fix.code for fix in finding(world).fixes]
    assert FixCode.WRITE_HOST not in fixes
    assert FixCode.REMIND_HOST in fixes


def test_the_history_says_when_and_who_and_undo_takes_it_back(
    world: World, jana: FlaskClient, port: int
) -> None:
    let_go(world, jana)
    work(world, f"smtp://127.0.0.1:{port}")
    with world.app.app_context():
        entry = list_history(UIDS["trip"], limit=1)[0]
        (mail,) = mails(world)
    assert (entry.actor, entry.verb, entry.subject_uid) == (
        CAST["organiser"].name, "ask_host", UIDS["visit"],
    )  # fmt: skip
    assert mail.sent_at is not None
    assert abs((entry.at - mail.sent_at).total_seconds()) < 60
    assert "asked the host" in jana.get(f"/trips/{SLUG}/?lang=en").text
    assert jana.post(f"/trips/{SLUG}/board/back").status_code == 303
    assert status(world) is HostStatus.OPEN


def test_a_mail_that_was_refused_has_asked_nobody(
    world: World, jana: FlaskClient, box: Mailbox, port: int
) -> None:
    box.rcpt_answer = "550 no such mailbox"
    let_go(world, jana)
    work(world, f"smtp://127.0.0.1:{port}")
    assert [mail.state for mail in mails(world)] == [MailState.FAILED]
    assert status(world) is HostStatus.OPEN


def test_an_answer_noted_meanwhile_stays(world: World, jana: FlaskClient, port: int) -> None:
    let_go(world, jana)
    host_is(world, ItemHost(person=UIDS["thandi"], status=HostStatus.CONFIRMED))
    work(world, f"smtp://127.0.0.1:{port}")
    assert status(world) is HostStatus.CONFIRMED
    with world.app.app_context():
        asked = select(HistoryRow).where(HistoryRow.verb == "ask_host")
        assert db.session.scalars(asked).all() == []


def test_a_host_who_was_replaced_meanwhile_is_not_touched(
    world: World, jana: FlaskClient, port: int
) -> None:
    let_go(world, jana)
    other = ItemHost(organisation=UIDS["city"], status=HostStatus.OPEN)
    host_is(world, replace(other))
    work(world, f"smtp://127.0.0.1:{port}")
    assert status(world) is HostStatus.OPEN
