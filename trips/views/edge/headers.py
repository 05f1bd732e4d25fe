"""What every answer says to the browser about safety, errors and files included."""

import secrets

from flask import Flask, Response, current_app, g, request

_POLICY = (
    "default-src 'none'",
    "script-src 'nonce-{nonce}' 'strict-dynamic'",
    "style-src 'self' 'nonce-{nonce}'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
A_YEAR = 31_536_000
SECRET = frozenset({"public", "registration"})
"""Blueprints whose addresses are secrets."""
NOT_MODIFIED = 304


def bind(app: Flask) -> None:
    """Put the headers on every answer of `app`."""
    app.after_request(_add_headers)
    app.context_processor(lambda: {"csp_nonce": csp_nonce()})


def csp_nonce() -> str:
    """The number that marks this answer's own scripts and styles; fresh for every answer."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(18)
    return str(g.csp_nonce)


def is_secret_page() -> bool:
    """True behind a secret link, refusals included: its address must not travel."""
    return request.blueprint in SECRET or request.path.startswith(("/p/", "/r/"))


def _add_headers(response: Response) -> Response:
    headers = response.headers
    for name, value in _FIXED.items():
        headers.setdefault(name, value)
    if response.status_code != NOT_MODIFIED:  # a kept page keeps the policy with its own nonce
        headers.setdefault("Content-Security-Policy", "; ".join(_POLICY).format(nonce=csp_nonce()))
    headers.setdefault("Referrer-Policy", "no-referrer" if is_secret_page() else "same-origin")
    if is_secret_page():
        headers.setdefault("X-Robots-Tag", "noindex, nofollow")
    if current_app.config["SESSION_COOKIE_SECURE"]:
        headers.setdefault("Strict-Transport-Security", f"max-age={A_YEAR}; includeSubDomains")
    _say_how_long(response)
    return response


def _say_how_long(response: Response) -> None:
    """Nothing is kept, except our own files under an address that names their content."""
    if request.endpoint not in {"static", "sheet.registration"}:
        response.headers.setdefault("Cache-Control", "no-store")
    elif "v" in request.args and response.status_code in {200, 304}:
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    else:
        response.headers["Cache-Control"] = "no-cache"
