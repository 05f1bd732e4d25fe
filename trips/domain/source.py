"""Where a fact came from."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class Source:
    """The origin of what an item, person, leg or hotel says: a file, a mail, a telephone call."""

    uid: str
    subject: str
    """uid of the object it is about."""
    text: str
    entered_at: datetime | None = None
    entered_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file somebody gave us, as it came."""

    uid: str
    filename: str
    content_type: str
    size: int
    """In bytes."""
    added_at: datetime
    purge_on: date | None = None


@dataclass(frozen=True)
class SourceEntry:
    """A source with the file it was read from, if that is kept."""

    source: Source
    file: Attachment | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of the source line by line; an import writes one line for each cell."""
        return tuple(line for line in self.source.text.split("\n") if line)
