"""Behind a reverse proxy: who really asks, under what name, and how.

Only what a trusted proxy says is believed (TRUSTED_PROXIES; nobody, by default). Of the addresses
that were passed on, the client is the last one that is no trusted proxy itself: whatever stands
before it anybody could have written.
"""

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Flask

from trips.config import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_HOST = re.compile(r"([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?", re.IGNORECASE)


def bind(app: Flask) -> None:
    """Listen to the proxies of the settings, if there are any."""
    settings: Settings = app.extensions["settings"]
    if settings.trusted_proxies:
        trusted = Proxied(app.wsgi_app, settings.trusted_proxies)
        app.wsgi_app = trusted  # type: ignore[method-assign]


@dataclass(frozen=True)
class Proxied:
    """An application whose requests come through proxies."""

    application: "WSGIApplication"
    trusted: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer as if the client had asked directly."""
        if self._is_trusted(environ.get("REMOTE_ADDR", "")):
            environ.update(self._told(environ))
        return self.application(environ, start_response)

    def _told(self, environ: dict[str, Any]) -> dict[str, str]:
        told = {}
        client = self._client(_values(environ, "FOR"))
        if client:
            told["REMOTE_ADDR"] = client
        scheme = _values(environ, "PROTO")[-1:]
        if scheme in (["http"], ["https"]):
            told["wsgi.url_scheme"] = scheme[0]
        host = _values(environ, "HOST")[-1:]
        if host and _HOST.fullmatch(host[0]):
            told["HTTP_HOST"] = host[0]
        return told

    def _client(self, addresses: list[str]) -> str:
        for address in reversed(addresses):
            if not self._is_trusted(address):
                return address if _parsed(address) else ""
        return addresses[0] if addresses else ""

    def _is_trusted(self, address: str) -> bool:
        parsed = _parsed(address)
        return parsed is not None and any(parsed in network for network in self.trusted)


def _values(environ: dict[str, Any], name: str) -> list[str]:
    said = str(environ.get(f"HTTP_X_FORWARDED_{name}", ""))
    return [part.strip() for part in said.split(",") if part.strip()]


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(address)
    except ValueError:
        return None
