"""The letters of the visa desk as PDF: each begins a page of its own, after DIN 5008, form B."""

from base64 import b64encode
from collections.abc import Sequence
from typing import Final

from trips.domain.briefs.letter import LettersBrief
from trips.exports.ink import SOFT, Ink, colour_of
from trips.exports.letters.wording import LetterWords, letter_words
from trips.exports.paper import Words, environment
from trips.exports.pdf import Layout, Sheet
from trips.i18n.catalogue import N_, say

_STYLES: Final = ("base/base.css", "visa_letter/document.css")
_LINE_AT: Final = 42.0
_FIRST_RING: Final = 25.0
_WIDTH: Final = 210.0
_STROKE: Final = 1.6
_FOLDS: Final = ((105.0, 4.0), (148.5, 6.0), (210.0, 4.0))
"""Height and length of the marks at the left edge: first fold, hole, second fold (DIN 5008, B)."""


def render(brief: LettersBrief, locale: str) -> bytes:
    """The letters as PDF/UA; the same brief gives the same bytes."""
    words = Words(locale)
    letters = [letter_words(brief, each, locale) for each in brief.letters]
    layout = _laid_out(letters, [1] * len(letters), locale)
    starts = [sheet.number for sheet in layout.sheets for _ in range(len(_beginning(sheet)))]
    ends = [*starts[1:], len(layout.sheets) + 1]
    pages = [end - start for start, end in zip(starts, ends, strict=True)]
    if any(number > 1 for number in pages):
        layout = _laid_out(letters, pages, locale)

    def draw(sheet: Sheet, ink: Ink) -> None:
        if _beginning(sheet):
            draw_line(ink, brief.hues)
            for height, length in _FOLDS:
                ink.line(((4.0, height), (4.0 + length, height)), SOFT, 0.15)

    return layout.write(draw, at=brief.as_of, languages=words.languages)


def _laid_out(letters: Sequence[LetterWords], pages: Sequence[int], locale: str) -> Layout:
    """The letters with what each says of its number of pages; each counts its own."""
    html = (
        environment(locale)
        .get_template("visa_letter/document.html")
        .render(
            locale=locale,
            letters=letters,
            pages=pages,
            picture=_picture,
            title=_title(letters, locale),
        )
    )
    names = [f"letter{number}" for number in range(1, len(letters) + 1)]
    rules = "".join(
        f".l{number}{{page:{name}}}@page :nth(1 of {name}){{counter-reset:page 1}}"
        for number, name in enumerate(names, start=1)
    )
    return Layout(html, _STYLES, rules)


def _beginning(sheet: Sheet) -> list[str]:
    return [anchor for anchor in sheet.boxes if anchor.startswith("letter")]


def _picture(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode()}"


def draw_line(ink: Ink, hues: tuple[int, ...]) -> None:
    """The trip's line from edge to edge, a ring for each stop; the hue changes half way."""
    hues = hues or (0,)
    step = (_WIDTH - 21) / len(hues)
    rings = [_FIRST_RING + number * step for number in range(len(hues))]
    for number, hue in enumerate(hues):
        start = rings[number] - step / 2 if number else 0.0
        end = rings[number] + step / 2 if number < len(hues) - 1 else _WIDTH
        ink.line(((start, _LINE_AT), (end, _LINE_AT)), colour_of(hue), _STROKE)
    for ring, hue in zip(rings, hues, strict=True):
        ink.ring((ring, _LINE_AT), 4.4, 1.4, colour_of(hue))


def _title(letters: Sequence[LetterWords], locale: str) -> str:
    references = ", ".join(each.reference for each in letters[:3])
    more = f" + {len(letters) - 3}" if len(letters) > 3 else ""  # noqa: PLR2004 as many as named
    return f"{say(N_('Visa letters'), locale)} {references}{more}"
