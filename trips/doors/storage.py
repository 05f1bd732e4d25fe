"""Files: a folder by default. A name is ours (a uid or a hash), never a user's."""

import os
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_NAME = re.compile(r"[a-z0-9]{8,64}(\.[a-z0-9]{1,5})?")


@dataclass(frozen=True)
class Storage:
    """A folder of files that are written whole or not at all."""

    folder: Path

    def put(self, name: str, data: bytes) -> None:
        """Keep `data` under `name`; a reader sees the old file or the new one, never half of it."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        try:
            with draft.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)

    def find(self, name: str) -> bytes | None:
        """What is kept under `name`, if anything."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None

    def size(self, name: str) -> int | None:
        """How many bytes are kept under `name`; none where nothing is."""
        try:
            return self._path(name).stat().st_size
        except FileNotFoundError:
            return None

    def names(self, suffix: str) -> tuple[str, ...]:
        """The names that end so, in alphabetical order."""
        return tuple(sorted(path.name for path in self.folder.glob(f"??/*{suffix}")))

    def names_before(self, moment: datetime) -> tuple[str, ...]:
        """The names of what was written before then, in alphabetical order."""
        old = (
            path for path in self.folder.glob("??/*") if path.stat().st_mtime < moment.timestamp()
        )
        return tuple(sorted(path.name for path in old))

    def remove(self, name: str) -> None:
        """Forget `name`; a name that is not there is no error."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            message = f"not a name for storage: {name!r}"
            raise ValueError(message)
        return self.folder / name[:2] / name
