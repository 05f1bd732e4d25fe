"""Mails: what the outbox holds until somebody sends it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from trips.domain.findings.crowd import understands
from trips.domain.person import LanguageLevel, Person
from trips.domain.values.text import LANGUAGES

GERMAN_SPEAKING: Final = frozenset({"DE", "AT", "LI"})
"""Where mail in German is expected from a German agency; Switzerland is not, it asks."""
LETTER_LANGUAGES: Final = ("de", "en", "uk", "ar", "fr", "es")
"""Languages in which delegates get pages and mails, in the order of preference."""
_LOCAL_LINK: Final = re.compile(
    r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?/(?=[rp]/)", re.IGNORECASE
)
BULLET: Final = "\N{EN DASH} "
"""Begins the lines of a list in a mail."""
PAUSES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 240))
"""Waits between attempts. Greylisting servers take a mail after 5 to 15 minutes (RFC 6647)."""


class MailKind(StrEnum):
    """What a mail is for."""

    CHANGE = "change"
    """What a release changes for one person."""
    INVITATION = "invitation"
    """To register: the personal link and until when."""
    REMINDER = "reminder"
    """What is still missing."""
    CONFIRMATION = "confirmation"
    WAITLISTED = "waitlisted"
    PROMOTED = "promoted"
    """Confirmed after having waited."""
    DECLINED = "declined"
    """Thanks to somebody who said that they do not come."""
    REGRET = "regret"
    """There is no place for somebody who waits or was nominated."""
    HOST_REQUEST = "host_request"
    """Whether a host can receive the group."""
    HOST_REMINDER = "host_reminder"
    """To a host who was asked and has not answered."""
    REPLACED = "replaced"
    """Somebody else comes instead."""


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
    def gist(self) -> str:
        """What tells this mail from its neighbours: what changes, what is missing, the subject."""
        listed = [line[2:] for line in self.text.body.splitlines() if line.startswith(BULLET)]
        if self.kind is MailKind.REMINDER and listed:
            return " · ".join(listed)
        return self.heads[0] if self.heads else self.text.subject

    @property
    def is_moving(self) -> bool:
        """True while a worker has it."""
        return self.state in {MailState.APPROVED, MailState.SENDING}


def language_for(person: Person) -> str:
    """The language to write to somebody in.

    The one chosen for their letters, else the one they know best among those that letters are
    written in; German where nothing is known of somebody who lives with it, else English.
    """
    if person.letter_language in LETTER_LANGUAGES:
        return person.letter_language
    known = [
        skill
        for skill in person.languages
        if skill.code in LETTER_LANGUAGES and understands(person, {skill.code})
    ]
    if known:
        levels = list(LanguageLevel)
        order = LETTER_LANGUAGES.index
        return max(known, key=lambda each: (levels.index(each.level), -order(each.code))).code
    is_unasked = not person.languages
    return LANGUAGES[0 if is_unasked and person.country in GERMAN_SPEAKING else 1]


def leads_nowhere(body: str) -> bool:
    """True if a link in a mail works on the machine only that wrote it."""
    return bool(_LOCAL_LINK.search(body))


def with_public_links(body: str, base_url: str) -> str:
    """A mail that was written before the installation had a public address, made good."""
    return _LOCAL_LINK.sub(f"{base_url}/", body)


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many failures; none when it is enough."""
    return now + PAUSES[attempts - 1] if attempts <= len(PAUSES) else None
