"""What every answer must say to the browser, whoever asked for whatever."""

from werkzeug.test import TestResponse

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
SECRET = ("public.", "registration.", "own_data.")
"""Endpoints whose addresses are secrets."""

OUR_OWN = ("static", "sheet.")
"""Endpoints that give our own files, which everybody may keep."""


def unsafe(endpoint: str, answer: TestResponse) -> list[str]:
    """What an answer lacks."""
    headers = answer.headers
    rules = policy(headers["Content-Security-Policy"])
    referrer = "no-referrer" if endpoint.startswith(SECRET) else "same-origin"
    wanted = {
        "headers": {name: headers.get(name) for name in ALWAYS} == ALWAYS,
        "default": rules["default-src"] == ["'none'"],
        "frames": rules["frame-ancestors"] == ["'none'"],
        "base": rules["base-uri"] == ["'none'"],
        "inline": "'unsafe-inline'" not in headers["Content-Security-Policy"],
        "referrer": headers["Referrer-Policy"] == referrer,
        "cache": endpoint.startswith(OUR_OWN) or "no-store" in cache_rule(headers),
    }
    return [f"{endpoint}: {name}" for name, is_kept in wanted.items() if not is_kept]


def policy(header: str) -> dict[str, list[str]]:
    parts = (part.split() for part in header.split(";"))
    return {name: values for name, *values in parts}


def cache_rule(headers: object) -> str:
    rule = headers["Cache-Control"]  # type: ignore[index]
    # What an answer may be kept for, it says itself, and never for everybody.
    return "no-store" if "private" in rule else rule
