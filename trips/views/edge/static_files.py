"""Addresses of our own files name their content, so that browsers may keep them for ever."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import current_app


def add_version(endpoint: str, values: dict[str, Any]) -> None:
    """Add `v=<hash>` to the address of a static file."""
    if endpoint != "static" or "v" in values:
        return
    path = Path(str(current_app.static_folder)) / str(values.get("filename", ""))
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return
    values["v"] = _version(path, changed)


@lru_cache(maxsize=512)
def _version(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
