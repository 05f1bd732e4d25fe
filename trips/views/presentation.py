"""What templates can say: formats, names and texts in the language of the page.

Everything here is a filter and a global alike: `{{ day|day_long }}`, `{{ day_range(a, b) }}`.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from flask import Flask, g, request
from flask_babel import gettext as _
from jinja2 import StrictUndefined
from markupsafe import Markup

from trips.domain.values.text import Shown, Text
from trips.i18n import enums, formats, hours_wording
from trips.i18n.catalogue import direction_of, translations
from trips.views import guards
from trips.views.edge import static_files
from trips.views.edge.origin import local_target
from trips.views.preferences import locale

_IN_LOCALE: tuple[Callable[..., Any], ...] = (
    enums.name_of,
    enums.names_of,
    formats.date_long,
    formats.date_medium,
    formats.day_long,
    formats.day_short,
    formats.day_range,
    formats.weekday_short,
    formats.weekday_day,
    formats.instant,
    formats.last_day,
    formats.duration,
    formats.number,
    formats.money,
    formats.country_name,
    formats.language_name,
    formats.language_names,
    formats.join_list,
    hours_wording.weekday,
    hours_wording.hours_words,
    hours_wording.closure_words,
    hours_wording.availability_words,
)
# The order matters: most browsers name the others too.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
_ICON: Final = Markup(
    '<svg class="icon{cls}" {role} focusable="false" width="20" height="20">'
    '<use href="{href}" /></svg>'
)
_LABELLED: Final = Markup('role="img" aria-label="{}"')
_SILENT: Final = Markup('aria-hidden="true"')
_EVERYWHERE: tuple[Callable[..., Any], ...] = (formats.clock, formats.time_span)


def bind(app: Flask) -> None:
    """Give the templates their words."""
    env = app.jinja_env
    env.undefined = StrictUndefined
    words = {function.__name__: _in_locale(function) for function in _IN_LOCALE}
    words |= {function.__name__: function for function in _EVERYWHERE}
    words |= {"device_name": device_name, "shown": shown, "text_in": text_in}
    env.filters.update(words)
    env.globals.update(words)
    env.globals["_"] = env.globals["gettext"] = gettext
    env.globals["icon_of"] = icon_of
    env.globals["may"] = guards.allows
    env.globals["way_out"] = way_out
    app.context_processor(_people)
    app.url_defaults(static_files.add_version)


def gettext(message: str, **facts: Any) -> Markup:
    """The words of a page; what is put into them is escaped."""
    return _words(message, locale()) % facts


@lru_cache(maxsize=4096)
def _words(message: str, lang: str) -> Markup:
    return Markup(translations(lang).gettext(message))  # noqa: S704 catalogues are our own


def icon_of(sprite: str, name: str, label: str = "", cls: str = "") -> Markup:
    """A drawing of the sprite; a page has hundreds of them, and few different ones."""
    return _icon(sprite, str(name), str(label), cls)


@lru_cache(maxsize=1024)
def _icon(sprite: str, name: str, label: str, cls: str) -> Markup:
    return _ICON.format(
        cls=f" {cls}" if cls else "",
        role=_LABELLED.format(label) if label else _SILENT,
        href=f"{sprite}#{name}",
    )


def way_out(otherwise: str) -> str:
    """Where a form leads that is left without saving: to the page that `next` names."""
    return local_target(request.args.get("next"), otherwise)


def text_in(text: Text, lang: str = "") -> Shown:
    """The words of a content text for the reader: `.text`, `.lang`, `.is_fallback`."""
    return text.shown(lang or locale())


def shown(text: Text | Shown, lang: str = "") -> Markup:
    """The words of a content text; those of another language say so to who listens."""
    words = text if isinstance(text, Shown) else text_in(text, lang)
    if not words.is_fallback:
        return Markup.escape(words.text)
    direction = direction_of(words.lang)
    if direction == direction_of(lang or locale()):
        return Markup('<span lang="{}">{}</span>').format(words.lang, words.text)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(words.lang, direction, words.text)


def _in_locale(function: Callable[..., Any]) -> Callable[..., Any]:
    def say(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **{"locale": locale(), **kwargs})

    say.__name__ = function.__name__
    say.__doc__ = function.__doc__
    return say


def _people() -> dict[str, Any]:
    access = guards.current_access()
    return {
        "current_user": guards.current_actor(),
        "access": access,
        "is_sample": bool(access and access.is_sample) or bool(g.get("is_sample")),
    }


def device_name(user_agent: str) -> str:
    """A browser and its system in the words people know; the raw text tells them nothing."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    return ", ".join(part for part in (browser, system) if part) or _("Unknown device")
