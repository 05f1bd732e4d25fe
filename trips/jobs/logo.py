"""Logos of organisations: drawn anew by the press, kept in storage under their uid."""

from datetime import datetime
from hashlib import sha256

from trips.domain.account.user import Actor
from trips.doors.press import Press
from trips.doors.storage import Storage
from trips.services.address_book import note_logo


def keep_logo(
    uid: str, data: bytes, *, press: Press, files: Storage, actor: Actor, now: datetime
) -> None:
    """Read an uploaded picture and keep it as an organisation's logo.

    Raises `PressError` for what is no picture or too large a one, and `MissingError`.
    """
    png = press.read("logo", data)
    note_logo(uid, is_there=True, actor=actor, now=now)
    files.put(_name(uid), png)


def forget_logo(uid: str, *, files: Storage, actor: Actor, now: datetime) -> None:
    """Take a logo away. Raises `MissingError`."""
    note_logo(uid, is_there=False, actor=actor, now=now)
    drop_logo(files, uid)


def drop_logo(files: Storage, uid: str) -> None:
    """Delete the file of an organisation that is gone."""
    files.remove(_name(uid))


def find_logo(files: Storage, uid: str) -> bytes | None:
    """The logo as PNG, none where there is none."""
    return files.find(_name(uid))


def has_logo(files: Storage, uid: str) -> bool:
    """Whether an organisation has a logo."""
    return files.size(_name(uid)) is not None


def _name(uid: str) -> str:
    return f"{sha256(uid.encode()).hexdigest()[:32]}.logo"
