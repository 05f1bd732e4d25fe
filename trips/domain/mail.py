"""Mails: what the outbox holds until somebody sends it."""

from enum import StrEnum


class MailKind(StrEnum):
    """What a mail is for."""

    CHANGE = "change"
    """What a release changes for one person."""
    FREE = "free"


class MailState(StrEnum):
    """How far a mail is."""

    DRAFT = "draft"
    APPROVED = "approved"
    """On its way: a worker sends it, or writes it as a file where there is no SMTP server."""
    SENT = "sent"
    WRITTEN = "written"
    """Written as an .eml file, for want of an SMTP server."""
    FAILED = "failed"
    DISCARDED = "discarded"
