"""The outbox in the browser, with a real mail server behind it."""

import email
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default

import html5lib
import pytest
from flask.testing import FlaskClient

from tests.mailbox import Mailbox
from tests.views.fields import Fields
from tests.world import World
from trips.domain.mail import MailState
from trips.doors.mail import open_mailer
from trips.jobs.run import run_due_jobs
from trips.queries.mail import find_mail

PLACE = "/trips/leipzig-nuernberg/mails"


@pytest.fixture
def jana(world: World) -> FlaskClient:
    world.app.config["WTF_CSRF_ENABLED"] = False
    return world.client("organiser")


def work(world: World, smtp_url: str = "") -> None:
    """Let a worker do what is due, with this mail server."""
    with world.app.app_context():
        doors = world.app.extensions["doors"]
        settings = replace(doors.settings, smtp_url=smtp_url)
        run_due_jobs(replace(doors, settings=settings, mailer=open_mailer(settings)))


def state(world: World) -> MailState:
    with world.app.app_context():
        mail = find_mail(world.uid("trip"), world.uid("mail"))
        assert mail is not None
        return mail.state


def plain_words(letter: EmailMessage) -> str:
    """What somebody reads whose program shows no pages."""
    plain = letter.get_body(("plain",))
    assert plain is not None
    return str(plain.get_content())


def typed(client: FlaskClient, address: str, **changed: str) -> dict[str, list[str]]:
    page = client.get(address).get_data(as_text=True)
    return {**Fields(page).values, **{name: [value] for name, value in changed.items()}}


def test_a_draft_is_changed_sent_and_arrives(
    world: World, jana: FlaskClient, box: Mailbox, port: int
) -> None:
    address = f"{PLACE}/{world.uid('mail')}"
    words = typed(jana, address, body="At 14:30, not 14:00.\r\nBring an umbrella.", send="1")
    answer = jana.post(address, data=words)
    assert (answer.status_code, answer.location) == (303, PLACE)
    assert state(world) is MailState.APPROVED
    work(world, f"smtp://127.0.0.1:{port}")
    (letter,) = box.letters
    assert letter["To"] == "Thandiwe Mokoena <thandiwe@example.org>"
    assert letter["Reply-To"] == "jana@example.org"
    assert plain_words(letter).splitlines() == ["At 14:30, not 14:00.", "Bring an umbrella."]
    assert state(world) is MailState.SENT
    work(world, f"smtp://127.0.0.1:{port}")
    assert len(box.letters) == 1


def test_all_drafts_go_after_a_look(
    world: World, jana: FlaskClient, box: Mailbox, port: int
) -> None:
    page = jana.get(f"{PLACE}/send")
    html5lib.HTMLParser(strict=True).parse(page.get_data())
    shown = Fields(page.get_data(as_text=True)).values["mail"]
    assert shown == [world.uid("mail")]
    jana.post(f"{PLACE}/send", data={"mail": shown})
    work(world, f"smtp://127.0.0.1:{port}")
    assert [letter["Subject"] for letter in box.letters] == ["Changes of your programme"]


def test_a_busy_server_is_named_and_tried_again_later(
    world: World, jana: FlaskClient, box: Mailbox, port: int
) -> None:
    box.rcpt_answer = "450 4.2.0 Greylisted"
    jana.post(f"{PLACE}/send", data={"mail": [world.uid("mail")]})
    work(world, f"smtp://127.0.0.1:{port}")
    page = jana.get(PLACE, headers={"Accept-Language": "en"}).get_data(as_text=True)
    assert state(world) is MailState.APPROVED
    assert "does not know this address" in page
    assert "Next attempt" in page


def test_a_refusal_for_good_waits_for_somebody_and_can_be_sent_again(
    world: World, jana: FlaskClient, box: Mailbox, port: int
) -> None:
    box.data_answer = "554 5.7.1 Spam"
    jana.post(f"{PLACE}/send", data={"mail": [world.uid("mail")]})
    work(world, f"smtp://127.0.0.1:{port}")
    assert state(world) is MailState.FAILED
    box.data_answer = "250 OK"
    address = f"{PLACE}/{world.uid('mail')}"
    jana.post(address, data=typed(jana, address, send="1"))
    work(world, f"smtp://127.0.0.1:{port}")
    assert (state(world), len(box.letters)) == (MailState.SENT, 1)


def test_without_a_server_mails_are_files_and_the_page_says_so(
    world: World, jana: FlaskClient
) -> None:
    assert "SMTP_URL" in jana.get(PLACE).get_data(as_text=True)
    jana.post(f"{PLACE}/send", data={"mail": [world.uid("mail")]})
    work(world)
    assert state(world) is MailState.WRITTEN
    folder = world.app.extensions["doors"].settings.instance / "mail"
    (path,) = folder.iterdir()
    letter = email.message_from_bytes(path.read_bytes(), policy=default)
    assert letter["To"] == "Thandiwe Mokoena <thandiwe@example.org>"
    download = jana.get(f"{PLACE}/{world.uid('mail')}/file")
    again = email.message_from_bytes(download.get_data(), policy=default)
    assert (again["Subject"], plain_words(again)) == (letter["Subject"], plain_words(letter))
    assert download.content_type == "message/rfc822"


def test_what_was_typed_stays_when_the_address_is_none(world: World, jana: FlaskClient) -> None:
    address = f"{PLACE}/{world.uid('mail')}"
    answer = jana.post(address, data=typed(jana, address, recipient="nobody", body="Mine."))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "nobody" in page
    assert "Mine." in page
    assert state(world) is MailState.DRAFT


def test_two_who_write_the_same_mail_see_both_versions(world: World, jana: FlaskClient) -> None:
    address = f"{PLACE}/{world.uid('mail')}"
    mine, hers = typed(jana, address, body="Mine."), typed(jana, address, body="Hers.")
    jana.post(address, data=hers)
    answer = jana.post(address, data=mine)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Mine." in page
    assert "Hers." in page


def test_put_aside_is_undone_from_the_toast(world: World, jana: FlaskClient) -> None:
    answer = jana.post(f"{PLACE}/{world.uid('mail')}/discard", follow_redirects=True)
    undo = f"{PLACE}/{world.uid('mail')}/restore"
    assert undo in answer.get_data(as_text=True)
    assert state(world) is MailState.DISCARDED
    jana.post(undo)
    assert state(world) is MailState.DRAFT


def test_a_mail_that_has_gone_shows_its_words_and_no_form(world: World, jana: FlaskClient) -> None:
    jana.post(f"{PLACE}/send", data={"mail": [world.uid("mail")]})
    work(world)
    page = jana.get(f"{PLACE}/{world.uid('mail')}").get_data(as_text=True)
    assert "The visit begins at 14:30" in page
    assert "<textarea" not in page


@pytest.mark.parametrize("query", ["", "?state=draft", "?state=nonsense&page=9"])
def test_the_list_is_strict_html_in_both_languages(jana: FlaskClient, query: str) -> None:
    for lang in ("de", "en"):
        page = jana.get(PLACE + query, headers={"Accept-Language": lang})
        html5lib.HTMLParser(strict=True).parse(page.get_data())
        assert "Thandiwe Mokoena" in page.get_data(as_text=True)


def test_mails_of_a_kind_stand_together_and_go_together(world: World, jana: FlaskClient) -> None:
    page = jana.get(PLACE, headers={"Accept-Language": "en"}).get_data(as_text=True)
    html5lib.HTMLParser(strict=True).parse(page)
    assert "mails/send?kind=change" in page
    asked = jana.get(f"{PLACE}/send?kind=change")
    assert Fields(asked.get_data(as_text=True)).values["mail"] == [world.uid("mail")]
    other = jana.get(f"{PLACE}/send?kind=invitation").get_data(as_text=True)
    assert "mail" not in Fields(other).values
    unticked = jana.get(f"{PLACE}/send?none=1").get_data(as_text=True)
    assert "checked" not in unticked.split("<form method")[1]
    answer = jana.post(f"{PLACE}/send", data={})
    assert answer.location == f"{PLACE}/send"
    assert state(world) is MailState.DRAFT
