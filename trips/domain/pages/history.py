"""What was done, as a list shows it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Final

from trips.domain.account.user import REGISTRANT

SENT: Final = "register"
"""The verb of sending a registration."""
IN_ONE_GO: Final = timedelta(minutes=15)
"""Changes of the same kind that follow one another within this time are told together."""


@dataclass(frozen=True, kw_only=True)
class HistoryEntry:
    """One change: who did what to which object, from what to what."""

    id: int
    at: datetime
    actor: str
    """Name of the account, or of the program."""
    verb: str
    subject_kind: str
    subject_uid: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True)
class HistoryLine:
    """One line of the history: the same thing done to one object, or to several in one go.

    What people do in one go behind their link is one line too: sending is what it tells.
    """

    entry: HistoryEntry
    """The latest of them, or what tells most."""
    uids: tuple[str, ...]
    """What it was done to, each once, the latest first."""


def history_lines(entries: Iterable[HistoryEntry], limit: int) -> tuple[HistoryLine, ...]:
    """At most `limit` lines out of entries that come newest first; the order stays."""
    return tuple(islice(_lines(entries), limit))


def _lines(entries: Iterable[HistoryEntry]) -> Iterator[HistoryLine]:
    together: list[HistoryEntry] = []
    for entry in entries:
        if together and not _goes_with(together[-1], entry):
            yield _line(together)
            together = []
        together.append(entry)
    if together:
        yield _line(together)


def _goes_with(later: HistoryEntry, earlier: HistoryEntry) -> bool:
    is_same = (later.verb, later.subject_kind) == (earlier.verb, earlier.subject_kind)
    return (
        later.actor == earlier.actor
        and (is_same or later.actor == REGISTRANT.name)
        and later.at - earlier.at <= IN_ONE_GO
    )


def _line(entries: list[HistoryEntry]) -> HistoryLine:
    sent = [entry for entry in entries if entry.verb == SENT]
    entry, told = (sent[0], sent) if sent else (entries[0], entries)
    return HistoryLine(entry, tuple(dict.fromkeys(each.subject_uid for each in told)))
