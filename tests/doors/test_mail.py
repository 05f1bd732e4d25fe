"""The way out for mail, against a real server on loopback and a real folder."""

import email
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.policy import compat32, default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from tests.mailbox import Mailbox, free_port, mail_server
from trips.config import read_settings
from trips.doors.mail import Letter, Mailer, MailError, build_message, open_mailer

LETTER = Letter(
    message_id="abc123.1@trips.example",
    recipient="thandi.mokoena@example.org",
    recipient_name="Thandi Mokoena",
    subject="Änderung: Mo 21. September",
    body="Guten Tag,\n\nBeginn 14:30 statt 14:00 – Київ, München.\n",
    locale="de",
    at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    sender_name="Jana Brandt",
    reply_to="jana.brandt@example.org",
)


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest.fixture
def serve(box: Mailbox) -> Iterator[Callable[..., int]]:
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(mail_server(box, **options))


def mailer(tmp_path: Path, url: str, base: str = "https://trips.example") -> Mailer:
    return open_mailer(
        read_settings({"LERNREISE_INSTANCE": str(tmp_path), "SMTP_URL": url, "BASE_URL": base})
    )


def test_a_letter_arrives_whole(box: Mailbox, serve: Callable[..., int], tmp_path: Path) -> None:
    url = f"smtp://127.0.0.1:{serve()}?from=trips@agency.example"
    mailer(tmp_path, url).send(LETTER)
    (letter,) = box.letters
    assert box.recipients == [LETTER.recipient]
    assert letter["From"] == "Jana Brandt <trips@agency.example>"
    assert letter["To"] == "Thandi Mokoena <thandi.mokoena@example.org>"
    assert letter["Reply-To"] == "jana.brandt@example.org"
    assert letter["Subject"] == LETTER.subject
    assert letter["Message-ID"] == "<abc123.1@trips.example>"
    assert letter["Content-Language"] == "de"
    assert letter.get_content().replace("\r\n", "\n") == LETTER.body


def test_a_domain_beyond_ascii_is_written_as_servers_know_it(
    box: Mailbox, serve: Callable[..., int], tmp_path: Path
) -> None:
    letter = replace(LETTER, recipient="rathaus@münchen.example")
    mailer(tmp_path, f"smtp://127.0.0.1:{serve()}").send(letter)
    assert box.recipients == ["rathaus@xn--mnchen-3ya.example"]


REFUSALS = [
    ("450 4.2.0 Greylisted", "250 OK", "recipient_refused", True),
    ("550 5.1.1 No such user", "250 OK", "recipient_refused", False),
    ("", "451 4.3.0 Try later", "refused", True),
    ("", "554 5.7.1 Spam", "refused", False),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=[each[0] or each[1] for each in REFUSALS])
def test_a_refusal_says_whether_to_try_again(
    box: Mailbox, serve: Callable[..., int], tmp_path: Path, refusal: tuple[str, str, str, bool]
) -> None:
    box.rcpt_answer, box.data_answer, code, is_temporary = refusal
    with pytest.raises(MailError) as refused:
        mailer(tmp_path, f"smtp://127.0.0.1:{serve()}").send(LETTER)
    assert (refused.value.code, refused.value.is_temporary) == (code, is_temporary)
    assert box.letters == []


def test_a_server_that_falls_silent_after_the_letter_leaves_open_whether_it_arrived(
    box: Mailbox, serve: Callable[..., int], tmp_path: Path
) -> None:
    box.hangs_up = True
    with pytest.raises(MailError) as unclear:
        mailer(tmp_path, f"smtp://127.0.0.1:{serve()}").send(LETTER)
    assert (unclear.value.code, unclear.value.is_temporary) == ("outcome_unknown", False)


def test_no_server_is_worth_another_try(tmp_path: Path) -> None:
    with pytest.raises(MailError) as failed:
        mailer(tmp_path, f"smtp://127.0.0.1:{free_port()}").send(LETTER)
    assert (failed.value.code, failed.value.is_temporary) == ("no_server", True)


def test_a_wrong_password_is_not(serve: Callable[..., int], tmp_path: Path) -> None:
    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: Any, data: Any) -> Any:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.password == b"right:p@ss", handled=False)

    port = serve(authenticator=check, auth_require_tls=False)
    mailer(tmp_path, f"smtp://trips%40agency.example:right%3Ap%40ss@127.0.0.1:{port}").send(LETTER)
    with pytest.raises(MailError) as refused:
        mailer(tmp_path, f"smtp://trips:wrong@127.0.0.1:{port}").send(LETTER)
    assert (refused.value.code, refused.value.is_temporary) == ("sign_in_refused", False)


def test_no_header_can_be_smuggled_in(
    box: Mailbox, serve: Callable[..., int], tmp_path: Path
) -> None:
    letter = replace(
        LETTER,
        recipient_name="Eve\r\nBcc: all@example.org",
        subject="Hi\nX-Evil: 1",
        sender_name='"Jana" <x@y>\r\nCc: all@example.org',
    )
    mailer(tmp_path, f"smtp://127.0.0.1:{serve()}").send(letter)
    (arrived,) = box.letters
    assert (arrived["Bcc"], arrived["Cc"], arrived["X-Evil"]) == (None, None, None)
    assert arrived["Subject"] == "Hi X-Evil: 1"
    assert box.recipients == [LETTER.recipient]


@pytest.mark.parametrize("address", ["", "nobody", "a@b, c@d", "a b@example.org", "@example.org"])
def test_an_address_that_is_none_is_named(tmp_path: Path, address: str) -> None:
    with pytest.raises(MailError) as refused:
        mailer(tmp_path, "").send(replace(LETTER, recipient=address))
    assert (refused.value.code, refused.value.is_temporary) == ("bad_address", False)


def test_without_a_server_letters_become_files(tmp_path: Path) -> None:
    way = mailer(tmp_path, "", base="http://127.0.0.1:8000")
    way.send(LETTER)
    way.send(LETTER)
    (path,) = (tmp_path / "mail").iterdir()
    letter = email.message_from_bytes(path.read_bytes(), policy=default)
    assert (path.suffix, way.is_real) == (".eml", False)
    assert letter["From"] == "Jana Brandt <lernreise@127.0.0.1>"
    assert letter.get_content().replace("\r\n", "\n") == LETTER.body


def test_text_and_page_go_together_and_the_letter_says_what_it_follows() -> None:
    letter = replace(
        LETTER,
        page="<!DOCTYPE html><p>Київ</p>",
        thread=("a@trips.example", "b@trips.example"),
        list_id=('Social "City"', "leipzig.trips.example"),
    )
    data = build_message(letter, "trips@agency.example").as_bytes()
    message = email.message_from_bytes(data, policy=default)
    assert message.get_content_type() == "multipart/alternative"
    kinds = [part.get_content_type() for part in message.iter_parts()]
    assert kinds == ["text/plain", "text/html"]
    assert "Київ" in message.get_body(("html",)).get_content()
    assert message["In-Reply-To"] == "<b@trips.example>"
    assert message["References"] == "<a@trips.example> <b@trips.example>"
    assert message["List-Id"] == '"Social City" <leipzig.trips.example>'
    assert "List-Unsubscribe" not in message


@pytest.mark.parametrize(
    "words",
    [
        "Цього разу місця немає: Соціальний та інклюзивний розвиток міст",
        "Il manque encore des réponses\u202f: Dialogue des villes Dortmund\u202f: la cohésion",
        "دعوتكم: \u2068Socially inclusive urban development\u2069، 16–21 سبتمبر 2015",
        "Reminder: " + "ä" * 280,
    ],
)
def test_headers_keep_their_spaces_where_they_are_folded(words: str) -> None:
    name = "Prof. Ľudovít Čech-Ščepanović z Veľkého Krtíša a okolia, Kancelária primátora"
    letter = replace(LETTER, subject=words, recipient_name=name, sender_name=name)
    data = build_message(letter, "trips@agency.example").as_bytes()
    message = email.message_from_bytes(data, policy=compat32)

    def read(header: str) -> str:
        return str(make_header(decode_header(message[header])))

    assert read("Subject") == words
    assert read("To") == f"{name} <{LETTER.recipient}>"
    assert read("From") == f"{name} <trips@agency.example>"
    assert max(map(len, data.split(b"\r\n"))) <= 120
