"""Mails that were written as files for want of a server: forgetting those that are over."""

from collections.abc import Iterable
from pathlib import Path

FOLDER = "mail"


def forget_letters(instance: Path, kept: Iterable[str]) -> int:
    """Delete .eml files of other messages than `kept`; how many.

    The outbox knows a message before its file is written.
    """
    names = {_name(message) for message in kept}
    old = [path for path in (instance / FOLDER).glob("*.eml") if path.name not in names]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _name(message: str) -> str:
    local = message.partition("@")[0]
    return f"{''.join(sign for sign in local if sign.isalnum())}.eml"
