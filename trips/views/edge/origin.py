"""Requests are meant for us, and writes come from our own pages: a lock beside the CSRF token."""

from urllib.parse import urlsplit

from flask import Flask, abort, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import RequestRedirect

from trips.config import Settings

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
"""How the machine itself asks whether the application is well."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def bind(app: Flask) -> None:
    """Refuse what is sent to another name, and writes that another site's page sends."""
    app.before_request(_refuse_foreign_names)
    app.before_request(_refuse_foreign_writes)


def _refuse_foreign_names() -> None:
    """A published installation answers to its own name: redirects repeat the one asked for."""
    settings: Settings = current_app.extensions["settings"]
    name = urlsplit(f"//{request.host}").hostname
    if not settings.is_local and name not in {settings.host, *LOCAL_NAMES}:
        abort(400)


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


def readable(target: str, otherwise: str) -> str:
    """Give `target`, or the next page above it if it only takes forms (an answer to a mistake)."""
    adapter = current_app.url_map.bind(request.host)
    path, query = urlsplit(target).path, urlsplit(target).query
    while True:
        try:
            adapter.match(path, method="GET")
        except RequestRedirect:
            break
        except MethodNotAllowed:
            path, query = path.rpartition("/")[0], ""
            continue
        except HTTPException:
            return target if path == urlsplit(target).path else otherwise
        break
    return f"{path}?{query}" if query else path
