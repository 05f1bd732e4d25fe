"""What the templates of all papers share: their Jinja environment, texts and icons."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from trips.domain.values.text import Text
from trips.exports.pdf import FOREIGN_TAGS, STATIC, TEMPLATES
from trips.i18n.catalogue import translations

_SVG: Final = "{http://www.w3.org/2000/svg}"
_BIDI: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_KEPT: Final = frozenset("\n\t")
_RUN: Final = re.compile(r"(\w{24})(?=\w)")
# Compounds that the hyphenation dictionary breaks in the wrong place.
_JOINTS: Final = (
    "Kultur|arbeit",
    "kultur|arbeit",
    "Stadt|erneuerung",
    "stadt|erneuerung",
    "Städte|agenda",
    "Verpflegungs|geld",
)
_COMPOUNDS: Final = {word.replace("|", ""): word.replace("|", "\u00ad") for word in _JOINTS}
_PARAGRAPHS: Final = re.compile(r"\n\s*\n")


def clean(text: str) -> str:
    """`text` without control characters and without switches of the writing direction.

    The direction of a name follows from its letters; a switch could make a line read otherwise
    than it is stored.
    """
    return "".join(char for char in text if char in _KEPT or _is_printable(char))


def _is_printable(char: str) -> bool:
    if char in _BIDI:
        return False
    category = unicodedata.category(char)
    return category not in {"Cc", "Cs", "Co", "Cn"} and char not in "\u2028\u2029\ufeff"


class Words:
    """The texts of one document in the reader's language, with its foreign languages counted."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._tags: dict[str, str] = {}

    @property
    def languages(self) -> dict[str, str]:
        """Which element stands for which language."""
        return {tag: lang for lang, tag in self._tags.items()}

    def foreign(self, text: str, lang: str) -> Markup:
        """Words in `lang`, marked as such for screen readers."""
        tag = self._tag(lang)
        return Markup(f"<{tag} class=foreign lang='{{}}'>{{}}</{tag}>").format(  # noqa: S704
            clean(lang), clean(text)
        )

    def __call__(self, text: Text) -> Markup:
        """The text, or its fallback with a visible mark of the language it is in."""
        shown = text.shown(self.locale)
        if not shown.is_fallback:
            return escape(clean(shown.text))
        mark = Markup(" <small class=fallback>[{}]</small>").format(clean(shown.lang.upper()))
        return self.foreign(shown.text, shown.lang) + mark

    def plain(self, text: Text) -> str:
        """The words alone, where no mark-up can stand: titles, bookmarks, alternative texts."""
        return clean(text.shown(self.locale).text)

    def prose(self, text: Text) -> Markup:
        """Running text: paragraphs, and soft hyphens where the dictionary errs."""
        shown = text.shown(self.locale)
        words = clean(shown.text)
        for compound, broken in _COMPOUNDS.items() if shown.lang == "de" else ():
            words = words.replace(compound, broken)
        parts = [part.strip() for part in _PARAGRAPHS.split(words) if part.strip()]
        whole = {shown.lang: "\n\n".join(parts)}
        if shown.is_fallback:
            return Markup("<p>{}</p>").format(self(Text(whole)))
        return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)

    def _tag(self, lang: str) -> str:
        if lang not in self._tags:
            free = [tag for tag in FOREIGN_TAGS if tag not in self._tags.values()]
            if not free:
                return "span"
            self._tags[lang] = free[0]
        return self._tags[lang]


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    return clean(value) if isinstance(value, str) else value


@cache
def environment(locale: str) -> Environment:
    """The templates with the texts of `locale`."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    catalogue = translations(locale)
    install: Callable[..., None] = made.install_gettext_callables  # type: ignore[attr-defined]
    install(catalogue.gettext, catalogue.ngettext, newstyle=True)
    return made


@cache
def icon_styles(names: Sequence[str], colour: str = "#55606b") -> str:
    """A style rule per icon of the screen's sprite: the drawing as a background."""
    sprite = ET.parse(STATIC / "img" / "icons.svg").getroot()  # noqa: S314 our own file
    ET.register_namespace("", _SVG.strip("{}"))
    symbols = {symbol.get("id"): symbol for symbol in sprite.iter(f"{_SVG}symbol")}
    return "\n".join(_icon_rules(names, symbols, colour))


def _icon_rules(names: Sequence[str], symbols: dict[Any, Any], colour: str) -> Iterable[str]:
    for name in names:
        if name not in symbols:
            continue
        body = "".join(ET.tostring(part, encoding="unicode") for part in symbols[name])
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20" '
            f'fill="none" stroke="{colour}" stroke-width="1.4" stroke-linecap="round" '
            f'stroke-linejoin="round">{body.replace("currentColor", colour)}</svg>'
        )
        yield f'.icon-{name}{{background-image:url("data:image/svg+xml,{quote(svg)}")}}'
