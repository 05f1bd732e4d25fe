"""Where a fact came from."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Source:
    """The origin of what an item, person, leg or hotel says: a file, a mail, a telephone call."""

    uid: str
    subject: str
    """uid of the object it is about."""
    text: str
    entered_at: datetime | None = None
    entered_by: str = ""
