"""What a release tells: to each person in their language what changes for them, once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.world import TOKEN, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change
from trips.domain.mail import Mail, MailState
from trips.domain.values.text import Text
from trips.extensions import doors
from trips.jobs.run import run_due_jobs
from trips.queries.mail import list_mails
from trips.queries.snapshot import get_snapshot
from trips.services.item import edit_item
from trips.services.outbox import approve_mails, discard_mail
from trips.services.release import make_release

TRIP = UIDS["trip"]
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _inside(world: World) -> Iterator[None]:
    with world.app.app_context():
        release("First")
        yield


def release(name: str) -> None:
    """Publish the draft and let a worker write the mails."""
    make_release(TRIP, name, actor=COMMAND_LINE, now=START, reason="it is a test")
    run_due_jobs(doors())


def move(minutes: int, item: str = "visit") -> None:
    old = get_snapshot(TRIP).item_by_uid[UIDS[item]]
    by = timedelta(minutes=minutes)
    was = {"starts": old.starts, "ends": old.ends}
    now = {"starts": old.starts + by, "ends": old.ends + by}
    edit_item(TRIP, old.uid, Change(was, now), actor=COMMAND_LINE, now=START)


def retitle(title: Text, item: str = "visit") -> None:
    old = get_snapshot(TRIP).item_by_uid[UIDS[item]]
    edit_item(
        TRIP, old.uid, Change({"title": old.title}, {"title": title}), actor=COMMAND_LINE, now=START
    )


def drafts() -> dict[str, Mail]:
    """The drafts that wait, by name, without the one that the world begins with."""
    mails = list_mails(TRIP, MailState.DRAFT, 1).mails
    return {mail.recipient_name: mail for mail in mails if mail.uid != UIDS["mail"]}


def test_the_first_release_writes_to_nobody() -> None:
    assert drafts() == {}


def test_everybody_concerned_is_told_in_their_language() -> None:
    move(30)
    release("Second")
    found = drafts()
    assert {name: mail.locale for name, mail in found.items()} == {
        "Thandiwe Dlamini": "en",
        "Olena Ґалаґан": "uk",
        "Hanna Öztürk": "de",
    }
    letter = found["Thandiwe Dlamini"]
    assert letter.text.recipient == "thandiwe@example.org"
    assert letter.text.subject == "A change in your programme: Social City"
    assert letter.text.body == (
        "Dear Ms Dlamini,\n\n"
        "The programme of “Social City” (16–18 March 2026) has changed for you since release 1:"
        "\n\nMonday, 16 March\n"
        "10:30–12:30  Town hall, New Town Hall\n"
        "    10:30–12:30 instead of 10:00–12:00\n\n"
        "Everything else stays as it is.\n\nKind regards\n\n-- \n"
        "Release 2: Second · as of 2 Mar 2026, 10:00\n"
    )
    german = found["Hanna Öztürk"].text
    assert german.subject == "Eine Änderung in Ihrem Programm: Soziale Stadt"
    assert german.body.startswith("Guten Tag Hanna Öztürk,\n\nim Programm der Reise")


def test_nobody_is_told_what_is_not_theirs() -> None:
    move(15, "talk")
    move(60, "secret")
    release("Second")
    found = drafts()
    assert set(found) == {"Olena Ґалаґан", "Thandiwe Dlamini"}, "Hanna does not interpret there"
    assert "Blumen" not in found["Olena Ґалаґан"].text.body
    assert "Fetch" not in found["Olena Ґалаґан"].text.body


def test_releases_in_a_row_are_one_mail_with_everything_since_the_last_one_sent() -> None:
    move(30)
    release("Second")
    retitle(Text(de="Rathaus mit Turm", en="Town hall with tower"))
    release("Third")
    body = drafts()["Thandiwe Dlamini"].text.body
    assert "10:30–12:30 instead of 10:00–12:00" in body
    assert "Title: Town hall with tower instead of Town hall" in body
    assert "since release 1" in body


def test_what_is_sent_is_not_told_again() -> None:
    move(30)
    release("Second")
    uid = drafts()["Thandiwe Dlamini"].uid
    approve_mails(TRIP, [uid], "trips.example", actor=COMMAND_LINE, now=START)
    retitle(Text(de="Rathaus mit Turm", en="Town hall with tower"))
    release("Third")
    body = drafts()["Thandiwe Dlamini"].text.body
    assert "since release 2" in body
    assert "instead of 10:00" not in body


def test_what_was_put_aside_is_not_told_again_either() -> None:
    move(30)
    release("Second")
    discard_mail(TRIP, drafts()["Thandiwe Dlamini"].uid, actor=COMMAND_LINE, now=START)
    retitle(Text(de="Rathaus mit Turm", en="Town hall with tower"))
    release("Third")
    assert "since release 2" in drafts()["Thandiwe Dlamini"].text.body


def test_what_was_taken_back_before_anybody_knew_is_no_mail() -> None:
    move(30)
    release("Second")
    move(-30)
    release("Third")
    assert drafts() == {}


def test_a_link_is_given_only_where_it_leads_somewhere(world: World) -> None:
    house = doors()
    assert house.settings.is_local
    move(30)
    release("Second")
    assert "http" not in drafts()["Thandiwe Dlamini"].text.body
    public = replace(house.settings, base_url="https://trips.example")
    world.app.extensions["doors"] = replace(house, settings=public)
    move(30)
    release("Third")
    world.app.extensions["doors"] = house
    assert f"https://trips.example/p/{TOKEN}?lang=en" in drafts()["Thandiwe Dlamini"].text.body
