"""Mails: what the outbox holds until somebody sends it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from trips.domain.findings.crowd import understands
from trips.domain.person import Person
from trips.domain.values.text import LANGUAGES

GERMAN_SPEAKING: Final = frozenset({"DE", "AT", "LI"})
"""Where mail in German is expected from a German agency; Switzerland is not, it asks."""
PAUSES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 240))
"""Waits between attempts. Greylisting servers take a mail after 5 to 15 minutes (RFC 6647)."""


class MailKind(StrEnum):
    """What a mail is for."""

    CHANGE = "change"
    """What a release changes for one person."""
    HOST_REQUEST = "host_request"
    """Whether a host can receive the group."""
    HOST_REMINDER = "host_reminder"
    """To a host who was asked and has not answered."""


class MailState(StrEnum):
    """How far a mail is."""

    DRAFT = "draft"
    APPROVED = "approved"
    """On its way: a worker will send it, or write it as a file where there is no SMTP server."""
    SENDING = "sending"
    """Handed to the server; a worker that dies now leaves open whether it arrived."""
    SENT = "sent"
    WRITTEN = "written"
    """Written as an .eml file, for want of an SMTP server."""
    FAILED = "failed"
    DISCARDED = "discarded"


EDITABLE: Final = frozenset({MailState.DRAFT, MailState.FAILED})
TOLD: Final = frozenset(
    {MailState.APPROVED, MailState.SENDING, MailState.SENT, MailState.WRITTEN, MailState.FAILED}
)
"""States in which somebody has decided that the person shall know."""


@dataclass(frozen=True, kw_only=True)
class MailText:
    """The part of a mail that people may change."""

    recipient: str = ""
    """The address; empty where none is known."""
    subject: str = ""
    body: str = ""
    """Plain text."""


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A mail to one person."""

    uid: str
    kind: MailKind
    state: MailState
    locale: str
    text: MailText
    recipient_name: str
    person: str | None = None
    release: int | None = None
    """Number of the release that it tells about."""
    heads: tuple[str, ...] = ()
    """What it tells of, one line for each change, in its own language."""
    is_edited: bool = False
    message_id: str = ""
    attempts: int = 0
    error: str = ""
    """Code of the last failure."""
    created_at: datetime
    due_at: datetime | None = None
    sent_at: datetime | None = None
    version: int = 1

    @property
    def is_editable(self) -> bool:
        """True while its words may still change."""
        return self.state in EDITABLE

    @property
    def is_moving(self) -> bool:
        """True while a worker has it."""
        return self.state in {MailState.APPROVED, MailState.SENDING}


def language_for(person: Person) -> str:
    """The language to write to somebody in: German for those who speak it or live with it."""
    is_unasked = not person.languages
    if understands(person, {"de"}) or (is_unasked and person.country in GERMAN_SPEAKING):
        return LANGUAGES[0]
    return LANGUAGES[1]


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many failures; none when it is enough."""
    return now + PAUSES[attempts - 1] if attempts <= len(PAUSES) else None
