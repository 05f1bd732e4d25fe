"""What was done, as a list shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


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
