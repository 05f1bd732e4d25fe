"""Files between being uploaded and being imported.

Each lies in storage with a note beside it: whose it is, and what it is for. Importing it makes it
an attachment and takes the note away; what is left with a note after a day is thrown away.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from trips.doors.storage import Storage
from trips.queries.source import find_attached

KEPT: Final = timedelta(days=1)
NOTE: Final = ".note"
FILE: Final = ".xlsx"
"""The name that the attachment has later; what is in it, the note says."""


@dataclass(frozen=True, kw_only=True)
class Pending:
    """A file that somebody uploaded and has not decided about."""

    uid: str
    actor: str
    """uid of the user who uploaded it; nobody else gets to see it."""
    trip: str
    """uid of the trip it is for, or that the new trip will have."""
    is_new: bool
    """True if it is to become a trip of its own."""
    name: str
    """The user's name for the file."""
    kept_at: datetime
    title: str = ""
    is_bundle: bool = False
    delegation: str = ""
    """uid of the delegation that it nominates people for."""


def keep_upload(files: Storage, pending: Pending, data: bytes) -> None:
    """Keep a file until it is imported, the note first: no file is ever left without one."""
    note = {**vars(pending), "kept_at": pending.kept_at.isoformat()}
    files.put(f"{pending.uid}{NOTE}", json.dumps(note).encode())
    files.put(f"{pending.uid}{FILE}", data)


def find_upload(files: Storage, uid: str, actor: str) -> tuple[Pending, bytes] | None:
    """A file that waits, if it is the actor's."""
    pending = _read(files, uid)
    if pending is None or pending.actor != actor:
        return None
    data = files.find(f"{uid}{FILE}")
    return None if data is None else (pending, data)


def release_upload(files: Storage, uid: str) -> None:
    """The file has become an attachment: it stays, the note goes."""
    files.remove(f"{uid}{NOTE}")


def forget_upload(files: Storage, uid: str) -> None:
    """Throw a file away."""
    files.remove(f"{uid}{FILE}")
    files.remove(f"{uid}{NOTE}")


def purge_uploads(files: Storage, now: datetime) -> int:
    """Throw away what has waited for more than a day; how many files that were."""
    uids = [name.removesuffix(NOTE) for name in files.names(NOTE)]
    waiting = [pending for uid in uids if (pending := _read(files, uid))]
    old = [each.uid for each in waiting if now - each.kept_at > KEPT]
    attached = find_attached(old) if old else frozenset()
    for uid in old:
        if uid in attached:
            release_upload(files, uid)
        else:
            forget_upload(files, uid)
    return len(set(old) - attached)


def _read(files: Storage, uid: str) -> Pending | None:
    try:
        note = files.find(f"{uid}{NOTE}")
    except ValueError:
        return None
    if note is None:
        return None
    values = json.loads(note)
    return Pending(**{**values, "kept_at": datetime.fromisoformat(values["kept_at"])})
