"""The language and the theme of a page: what was asked for, what was chosen, what fits."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from flask import Flask, current_app, g, request
from werkzeug.wrappers import Response

from trips.domain.account.user import Theme
from trips.i18n.catalogue import LOCALES, READER_LOCALES, direction_of
from trips.views.guards import current_actor

FOR_READERS = frozenset({"public", "registration", "own_data"})
"""Blueprints whose pages speak every language that delegates are written to in."""
LANG_COOKIE = "lang"
THEME_COOKIE = "theme"
MAX_AGE = 365 * 24 * 3600


def bind(app: Flask) -> None:
    """Tell every template the language and the theme."""
    app.context_processor(_words_of_the_frame)


def locale() -> str:
    """The language of this page: `?lang=`, the account's, the device's, the browser's."""
    if "locale" not in g:
        g.locale = _chosen_locale()
    return str(g.locale)


def theme() -> Theme:
    """How this page is lit."""
    actor = current_actor()
    if actor is not None:
        return actor.theme
    kept = request.cookies.get(THEME_COOKIE, "")
    return Theme(kept) if kept in list(Theme) else Theme.AUTO


def keep(response: Response, cookie: str, value: str) -> None:
    """Keep a choice on this device for a year."""
    response.set_cookie(
        cookie,
        value,
        max_age=MAX_AGE,
        httponly=True,
        samesite="Lax",
        secure=current_app.config["SESSION_COOKIE_SECURE"],
    )


def _chosen_locale() -> str:
    actor = current_actor()
    known = READER_LOCALES if request.blueprint in FOR_READERS else LOCALES
    wishes = (
        request.args.get("lang", ""),
        actor.locale if actor else "",
        request.cookies.get(LANG_COOKIE, ""),
    )
    for wish in wishes:
        if wish in known:
            return wish
    return request.accept_languages.best_match(known) or LOCALES[0]


def _words_of_the_frame() -> dict[str, Any]:
    light = theme()
    return {
        "locale": locale(),
        "theme": None if light is Theme.AUTO else light.value,
        "direction": direction_of(locale()),
        "area": None,
        "languages": None,
    }


def without_lang(target: str) -> str:
    """Give an address without its `?lang=`, which would overrule the choice just made."""
    parts = urlsplit(target)
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != "lang"]
    return urlunsplit(parts._replace(query=urlencode(query)))
