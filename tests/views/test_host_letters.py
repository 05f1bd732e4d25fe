"""A finding about a host leads to a mail that somebody looks through."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.world import NOW, World
from tests.world_trip import SLUG, UIDS, trip
from trips import clock
from trips.domain.account.user import COMMAND_LINE
from trips.domain.findings.codes import FindingCode, FixCode
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding
from trips.domain.item import HostStatus, ItemHost
from trips.domain.mail import MailKind, MailState
from trips.extensions import db
from trips.models.mail import MailRow
from trips.queries.snapshot import get_snapshot
from trips.services.importing.bundle import store_bundle

KINDS = (MailKind.HOST_REQUEST, MailKind.HOST_REMINDER)


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


def host_is(world: World, host: ItemHost) -> None:
    """The visit has this host alone."""
    items = tuple(
        replace(each, hosts=(host,)) if each.uid == UIDS["visit"] else each for each in trip().items
    )
    with world.app.app_context():
        store_bundle(replace(trip(), items=items), actor=COMMAND_LINE, now=NOW)


def finding(world: World) -> Finding:
    with world.app.app_context():
        snapshot = get_snapshot(UIDS["trip"])
        found = find_all(snapshot, today=clock.now(snapshot.trip).date())
    return next(each for each in found if each.code is FindingCode.HOST_UNCONFIRMED)


def take(world: World, jana: FlaskClient, code: FixCode) -> str:
    """Press the button of a fix; the page of the draft."""
    found = finding(world)
    number = [fix.code for fix in found.fixes].index(code)
    answer = jana.post(f"/trips/{SLUG}/findings/{found.key}/fix/{number}")
    assert answer.status_code == 303
    assert f"/trips/{SLUG}/mails/" in answer.location
    page = jana.get(answer.location)
    assert page.status_code == 200
    return page.text


def mails(world: World) -> list[MailRow]:
    with world.app.app_context():
        return list(db.session.scalars(select(MailRow).where(MailRow.kind.in_(KINDS))))


def test_who_has_not_answered_is_reminded_in_their_language(
    world: World, jana: FlaskClient
) -> None:
    host_is(world, ItemHost(organisation=UIDS["city"], status=HostStatus.REQUESTED))
    page = take(world, jana, FixCode.REMIND_HOST)
    (mail,) = mails(world)
    assert (mail.kind, mail.state, mail.locale) == (MailKind.HOST_REMINDER, MailState.DRAFT, "de")
    assert mail.subject in page
    assert "Sehr geehrte Damen und Herren," in mail.body
    assert "10:00–12:00  Rathaus" in mail.body
    assert "2 Teilnehmende" in mail.body
    assert "Jana" in mail.body
    take(world, jana, FixCode.REMIND_HOST)
    assert len(mails(world)) == 1, "one draft for one occasion"


def test_who_was_not_asked_is_written_to_by_name(world: World, jana: FlaskClient) -> None:
    host_is(world, ItemHost(person=UIDS["thandi"], status=HostStatus.OPEN))
    take(world, jana, FixCode.WRITE_HOST)
    (mail,) = mails(world)
    assert (mail.kind, mail.locale) == (MailKind.HOST_REQUEST, "en")
    assert mail.body.startswith("Dear ")
    assert "we would very much like to come to you" in mail.body
    assert "Town hall" in mail.body
    with world.app.app_context():
        hosts = get_snapshot(UIDS["trip"]).item_by_uid[UIDS["visit"]].hosts
    assert hosts[0].status is HostStatus.OPEN, "a draft has asked nobody yet"


def test_a_draft_changed_by_hand_stays(world: World, jana: FlaskClient) -> None:
    host_is(world, ItemHost(organisation=UIDS["city"], status=HostStatus.REQUESTED))
    take(world, jana, FixCode.REMIND_HOST)
    with world.app.app_context():
        row = db.session.scalars(select(MailRow).where(MailRow.kind.in_(KINDS))).one()
        row.body, row.is_edited = "Lieber Herr Muster", True
        db.session.commit()
    assert "Lieber Herr Muster" in take(world, jana, FixCode.REMIND_HOST)
