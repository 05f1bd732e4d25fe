"""The files of the keys: putting a new one in front, dropping those that open nothing any more."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from trips.config import FORMER_KEYS
from trips.doors.crypto import key_id

NEWEST = "field.key"


def put_new_key(instance: Path) -> str:
    """Make a key that seals from now on, and keep the former one; the name of the new one.

    Whenever the power goes, either the old or the new key is in front, and none is lost.
    """
    former = (instance / NEWEST).read_bytes()
    _write(_former(instance, key_id(former)), former)
    new = secrets.token_bytes(32)
    _write(instance / NEWEST, new)
    return key_id(new)


def list_former_keys(instance: Path) -> tuple[str, ...]:
    """Names of the keys that seal no more."""
    newest = key_id((instance / NEWEST).read_bytes())
    names = {path.stem for path in (instance / FORMER_KEYS).glob("*.key")}
    return tuple(sorted(names - {newest}))


def drop_keys(instance: Path, names: Iterable[str]) -> None:
    """Delete former keys; what they sealed in old backups opens no more."""
    for name in names:
        _former(instance, name).unlink(missing_ok=True)


def _former(instance: Path, name: str) -> Path:
    return instance / FORMER_KEYS / f"{name}.key"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.part")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
