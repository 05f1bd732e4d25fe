"""Sending mail: over SMTP, or as .eml files in a folder where no server is named.

`SMTP_URL`: smtp://host:port, smtp+starttls://user:password@host:587, smtps://user:password@host;
`?from=trips@agency.example` is the sender's address.
"""

import re
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from trips.config import Settings

TIMEOUT: Final = 20.0
"""Seconds for each answer of the server."""
PORTS: Final = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
TAKEN: Final = 200
REFUSED: Final = 300
PERMANENT: Final = 500
"""From here on SMTP codes say that trying again is of no use (RFC 5321, 4.2.1)."""
SENDER_NAME: Final = "Lernreise"
_BREAKS: Final = re.compile("[ \\t\\r\\n\\v\\f\\x1c-\\x1f\\x85\\u2028\\u2029]+")
_ENCODING: Final = "quoted-printable"


class _WholeWords(EmailPolicy):
    """Headers beyond ASCII whose words stay apart: the library loses spaces where it folds."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        """See `EmailPolicy`: the lines of a header as they go."""
        if str(value).isascii():
            return super().fold_binary(name, value)
        if name == "Subject":
            words = _encoded(name, str(value))
        elif name in {"From", "To"}:
            words = ", ".join(
                f"{_encoded(name, each.display_name)} <{each.addr_spec}>"
                for each in value.addresses
            )
        else:
            return super().fold_binary(name, value)
        return f"{name}: {words}\r\n".encode("ascii")


_POLICY: Final = _WholeWords(linesep="\r\n", max_line_length=78)


def _encoded(header: str, words: str) -> str:
    """Words as RFC 2047 has them, in as many pieces as lines need."""
    return Header(words, "utf-8", header_name=header).encode(linesep="\r\n")


class MailError(Exception):
    """A mail that was not taken: a code, and whether trying again may help."""

    def __init__(self, code: str, *, is_temporary: bool) -> None:
        super().__init__(code)
        self.code = code
        self.is_temporary = is_temporary


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What goes over the wire."""

    message_id: str
    """Without brackets; the same letter tried again bears the same."""
    recipient: str
    recipient_name: str
    subject: str
    body: str
    locale: str
    at: datetime
    sender_name: str = SENDER_NAME
    reply_to: str = ""
    page: str = ""
    """The same words as HTML; empty for plain text alone."""
    thread: tuple[str, ...] = ()
    """Ids of earlier letters about the same, the oldest first: programs show them together."""
    list_id: tuple[str, str] = ("", "")
    """Name and id of what is told to many, for those who sort their mail (RFC 2919)."""


class Mailer(Protocol):
    """A way out for mail."""

    @property
    def is_real(self) -> bool:
        """True if mail leaves the house."""

    @property
    def sender(self) -> str:
        """The address that mail comes from."""

    def send(self, letter: Letter) -> None:
        """Hand a letter over. Raises `MailError`."""


def open_mailer(settings: Settings) -> Mailer:
    """SMTP where `SMTP_URL` names a server, else a folder of .eml files in the instance."""
    host = settings.host
    if not settings.smtp_url:
        return FolderMailer(settings.instance / "mail", f"lernreise@{host}")
    url = urlsplit(settings.smtp_url)
    user = unquote(url.username or "")
    given = parse_qs(url.query).get("from", [""])[0]
    sender = given or (user if "@" in user else f"lernreise@{host}")
    return SmtpMailer(url, sender)


def build_message(letter: Letter, sender: str) -> EmailMessage:
    """The message of a letter: plain text and page, with headers in which no line break can hide.

    Raises `MailError` for an address that no mail can bear.
    """
    try:
        return _build(letter, sender)
    except (ValueError, IndexError, MessageError) as error:
        raise MailError("bad_address", is_temporary=False) from error


def _build(letter: Letter, sender: str) -> EmailMessage:
    message = EmailMessage(policy=_POLICY)
    message["From"] = Address(_line(letter.sender_name), addr_spec=sender)
    message["To"] = Address(_line(letter.recipient_name), addr_spec=_mailbox(letter.recipient))
    if letter.reply_to:
        message["Reply-To"] = Address(addr_spec=_mailbox(letter.reply_to))
    message["Subject"] = _line(letter.subject)
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = f"<{letter.message_id}>"
    if letter.thread:
        message["In-Reply-To"] = f"<{_line(letter.thread[-1])}>"
        message["References"] = " ".join(f"<{_line(each)}>" for each in letter.thread)
    name, list_id = letter.list_id
    if list_id:
        phrase = f'"{_line(name).replace(chr(34), "")}" ' if name.isascii() else ""
        message["List-Id"] = f"{phrase}<{_line(list_id)}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body.replace("\r\n", "\n"), charset="utf-8", cte=_ENCODING)
    if letter.page:
        message.add_alternative(letter.page, subtype="html", charset="utf-8", cte=_ENCODING)
    message["Content-Language"] = letter.locale
    return message


def _mailbox(address: str) -> str:
    """The address as every server takes it: a domain beyond ASCII in its IDNA form."""
    name, at, domain = _line(address).rpartition("@")
    return f"{name}{at}{domain.encode('idna').decode('ascii')}"


def _line(text: str) -> str:
    """One line; spaces that must not break stay as they are."""
    return _BREAKS.sub(" ", text).strip()


@dataclass(frozen=True)
class FolderMailer:
    """Writes every letter as a file that mail programs open."""

    folder: Path
    sender: str
    is_real: bool = False

    def send(self, letter: Letter) -> None:
        """See `Mailer`. The same letter again is the same file."""
        message = build_message(letter, self.sender)
        self.folder.mkdir(parents=True, exist_ok=True)
        name = "".join(sign for sign in letter.message_id.partition("@")[0] if sign.isalnum())
        path = self.folder / f"{name}.eml"
        draft = path.with_suffix(".part")
        draft.write_bytes(message.as_bytes())
        draft.replace(path)


@dataclass(frozen=True)
class SmtpMailer:
    """Speaks SMTP, one connection for each letter."""

    url: SplitResult
    sender: str
    is_real: bool = True

    def send(self, letter: Letter) -> None:
        """See `Mailer`."""
        message = build_message(letter, self.sender)
        try:
            server = self._connect()
        except smtplib.SMTPAuthenticationError as error:
            raise MailError("sign_in_refused", is_temporary=False) from error
        except smtplib.SMTPNotSupportedError as error:
            raise MailError("not_supported", is_temporary=False) from error
        except ssl.SSLError as error:
            raise MailError("no_secure_way", is_temporary=True) from error
        except (OSError, smtplib.SMTPException) as error:
            raise MailError("no_server", is_temporary=True) from error
        try:
            _hand_over(server, message, self.sender, _mailbox(letter.recipient))
        finally:
            with suppress(OSError, smtplib.SMTPException):  # what was taken stays taken
                server.quit()

    def _connect(self) -> smtplib.SMTP:
        url = self.url
        host, port = url.hostname or "localhost", url.port or PORTS.get(url.scheme, 25)
        context = ssl.create_default_context()
        if url.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=context)
        else:
            server = smtplib.SMTP(host, port, timeout=TIMEOUT)
        try:
            if url.scheme == "smtp+starttls":
                server.starttls(context=context)
            if url.username:
                server.login(unquote(url.username), unquote(url.password or ""))
            server.ehlo_or_helo_if_needed()
        except BaseException:
            server.close()
            raise
        return server


def _hand_over(server: smtplib.SMTP, message: EmailMessage, sender: str, recipient: str) -> None:
    """Envelope, then letter. Once the letter itself is under way, silence may mean it arrived."""
    try:
        _check(server.mail(sender)[0], "refused")
        _check(server.rcpt(recipient)[0], "recipient_refused")
    except (OSError, smtplib.SMTPException) as error:
        raise MailError("no_server", is_temporary=True) from error
    try:
        _check(server.data(message.as_bytes())[0], "refused")
    except smtplib.SMTPDataError as error:
        _check(error.smtp_code, "refused")
    except (OSError, smtplib.SMTPException) as error:
        raise MailError("outcome_unknown", is_temporary=False) from error


def _check(code: int, fault: str) -> None:
    if not TAKEN <= code < REFUSED:
        raise MailError(fault, is_temporary=code < PERMANENT)
