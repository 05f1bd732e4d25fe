"""Writes come from our own pages: a second lock beside the CSRF token."""

from urllib.parse import urlsplit

from flask import Flask, abort, request

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def bind(app: Flask) -> None:
    """Refuse writes that another site's page sends."""
    app.before_request(_refuse_foreign_writes)


def _refuse_foreign_writes() -> None:
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in {"same-origin", "none"}:
        abort(403)
    origin = request.headers.get("Origin")
    if site is None and origin not in {None, "null"} and urlsplit(origin).netloc != request.host:
        abort(403)


def local_target(target: str | None, otherwise: str) -> str:
    """Give `target` if it is a path on this site, else `otherwise`: nobody is sent elsewhere."""
    if not target or not target.startswith("/") or target.startswith("//"):
        return otherwise
    has_trick = "\\" in target or any(ord(char) < 32 or ord(char) == 127 for char in target)  # noqa: PLR2004 control characters
    parts = urlsplit(target) if not has_trick else None
    if parts is None or parts.scheme or parts.netloc or parts.path.startswith("//"):
        return otherwise
    return target
