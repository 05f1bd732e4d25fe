"""A known device: one that opened a trip before, and may show its line at the sign-in page."""

from datetime import date
from typing import Any

from flask import Flask, Response, current_app, g, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from trips.domain.account.user import TripAccess
from trips.domain.pages.line import LineStop, line_view
from trips.domain.stop import Stop
from trips.domain.values.text import Text
from trips.queries.account import list_stations

COOKIE = "device"
MAX_AGE = 180 * 24 * 3600
MOST_STATIONS = 8


def bind(app: Flask) -> None:
    """Send the cookie with the answers that change it."""
    app.after_request(_send)


def remember(access: TripAccess) -> None:
    """Keep the line of the trip that is open, unless this device has it already."""
    known = _read()
    if known.get("trip") == access.uid and known.get("revision") == access.revision:
        return
    stations = [
        [dict(stop.city), stop.arrives_on.isoformat(), stop.departs_on.isoformat()]
        for stop in list_stations(access.uid)[:MOST_STATIONS]
    ]
    g.device = {"trip": access.uid, "revision": access.revision, "stations": stations}


def stations(lang: str) -> tuple[LineStop, ...]:
    """The line of the last trip opened here, for a reader of `lang`; empty on a new device."""
    stops = [
        Stop(
            uid=str(index),
            city=Text(city),
            arrives_on=date.fromisoformat(first),
            departs_on=date.fromisoformat(last),
        )
        for index, (city, first, last) in enumerate(_read().get("stations", []))
    ]
    return line_view(stops, (), lang).stops


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="known-device")


def _read() -> dict[str, Any]:
    try:
        value = _serializer().loads(request.cookies.get(COOKIE, ""), max_age=MAX_AGE)
    except BadSignature:
        return {}
    return value if isinstance(value, dict) else {}


def _send(response: Response) -> Response:
    if "device" in g:
        response.set_cookie(
            COOKIE,
            str(_serializer().dumps(g.device)),
            max_age=MAX_AGE,
            httponly=True,
            samesite="Lax",
            secure=current_app.config["SESSION_COOKIE_SECURE"],
        )
    return response
