"""The list of people who were erased: uids only, beside the database, so that it outlives it.

Whoever restores an older copy of the database gets them back; the next purge erases them again.
"""

import os
import re
from pathlib import Path
from typing import Final

NAME: Final = "erased.txt"
_UID: Final = re.compile(r"[a-z0-9]{16}")


def note_erasure(instance: Path, uid: str) -> None:
    """Add a person's uid; on disk when this returns."""
    with (instance / NAME).open("a", encoding="ascii") as file:
        file.write(f"{uid}\n")
        file.flush()
        os.fsync(file.fileno())


def list_erasures(instance: Path) -> tuple[str, ...]:
    """The uids of everybody who was ever erased, each once, in order of time."""
    try:
        lines = (instance / NAME).read_text(encoding="ascii").split()
    except FileNotFoundError:
        return ()
    return tuple(dict.fromkeys(line for line in lines if _UID.fullmatch(line)))
