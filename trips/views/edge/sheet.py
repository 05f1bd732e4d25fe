"""The style sheets of the registration as one: a first visit over a slow network waits once."""

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any, Final

from flask import Blueprint, Response, current_app, request

bp = Blueprint("sheet", __name__)

SHEETS: Final = (
    *(
        f"css/{name}.css"
        for name in (
            *("tokens", "base", "line", "shell", "page", "controls"),
            *("marks", "fields", "choices", "data", "print"),
        )
    ),
    "fonts/fonts.css",
    "css/pages/public.css",
    *(f"css/pages/registration{part}.css" for part in ("", "_asked", "_overview", "_line")),
)
"""In the order of the cascade."""
_REFERENCE: Final = re.compile(r'url\("(?!data:)([^"]+)"\)')
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)


@bp.get("/static/sheets/registration.css")
def registration() -> Response:
    """All of them, packed where the browser can unpack."""
    packed, _ = _sheet(*_state())
    is_packed = request.accept_encodings["gzip"] > 0
    answer = Response(packed if is_packed else gzip.decompress(packed), mimetype="text/css")
    answer.headers["Vary"] = "Accept-Encoding"
    if is_packed:
        answer.headers["Content-Encoding"] = "gzip"
    return answer


@bp.app_url_defaults
def add_version(endpoint: str, values: dict[str, Any]) -> None:
    """Name the content in the address: browsers may keep it for ever."""
    if endpoint == "sheet.registration":
        values.setdefault("v", _sheet(*_state())[1])


def _state() -> tuple[Path, tuple[int, ...]]:
    """Where the sheets lie, and when each was changed."""
    folder = Path(str(current_app.static_folder))
    return folder, tuple((folder / name).stat().st_mtime_ns for name in _there(folder))


def _there(folder: Path) -> tuple[str, ...]:
    """The fonts' sheet is made at set-up, and may be missing."""
    return tuple(name for name in SHEETS if (folder / name).exists())


@lru_cache(maxsize=4)
def _sheet(folder: Path, _changed: tuple[int, ...]) -> tuple[bytes, str]:
    """The bytes, packed, and the hash that stands in their address."""
    parts = [_part(folder, name) for name in _there(folder)]
    plain = "\n".join(parts).encode()
    return gzip.compress(plain, mtime=0), hashlib.sha256(plain).hexdigest()[:10]


def _part(folder: Path, name: str) -> str:
    """A sheet without its comments, its references as they are seen from `static/sheets/`."""

    def moved(found: re.Match[str]) -> str:
        return f'url("../{normpath(join(dirname(name), found[1]))}")'

    words = _COMMENT.sub("", (folder / name).read_text(encoding="utf-8"))
    return _REFERENCE.sub(moved, words)
