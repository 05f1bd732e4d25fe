"""A release: a numbered, named, immutable version of the programme."""

from dataclasses import dataclass
from datetime import datetime

DRAFT = "draft"
"""What addresses and commands call the state that is not released."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """What is known of a release without reading it."""

    uid: str
    number: int
    name: str
    note: str
    author: str
    made_at: datetime
    digest: str
    """SHA-256 of its bundle."""
    revision: int
    """The revision of the trip that making it led to: at the same one nothing has changed since."""
    counts: tuple[tuple[str, int], ...] = ()
    """Kind of change and number of objects it happened to, against the release before."""
