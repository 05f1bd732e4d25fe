"""The letters of the visa desk as PDF: each begins a page of its own."""

from typing import Final

from trips.domain.briefs.letter import LettersBrief
from trips.exports.ink import Ink, colour_of
from trips.exports.letters.wording import LetterWords, letter_words
from trips.exports.paper import Words, environment
from trips.exports.pdf import Layout, Sheet
from trips.i18n.catalogue import N_, say

_STYLES: Final = ("base/base.css", "visa_letter/document.css")
_LINE_AT: Final = 42.0
_FIRST_RING: Final = 25.0
_WIDTH: Final = 210.0
_STROKE: Final = 1.6


def render(brief: LettersBrief, locale: str) -> bytes:
    """The letters as PDF/UA; the same brief gives the same bytes."""
    words = Words(locale)
    letters = [letter_words(brief, each, locale) for each in brief.letters]
    html = (
        environment(locale)
        .get_template("visa_letter/document.html")
        .render(
            locale=locale,
            letters=letters,
            title=_title(letters, locale),
            sender=brief.sender,
            sender_name=words.plain(brief.sender.name) if brief.sender else "",
            sender_lines=_sender_lines(brief),
            is_single=len(letters) == 1,
        )
    )
    layout = Layout(html, _STYLES)

    def draw(sheet: Sheet, ink: Ink) -> None:
        if any(anchor.startswith("letter") for anchor in sheet.boxes):
            draw_line(ink, brief.hues)

    return layout.write(draw, at=brief.as_of, languages=words.languages)


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


def _title(letters: list[LetterWords], locale: str) -> str:
    references = ", ".join(each.reference for each in letters[:3])
    more = f" + {len(letters) - 3}" if len(letters) > 3 else ""  # noqa: PLR2004 as many as named
    return f"{say(N_('Visa letters'), locale)} {references}{more}"


def _sender_lines(brief: LettersBrief) -> list[str]:
    sender = brief.sender
    if sender is None:
        return []
    street = [part.strip() for part in sender.address.split(",")]
    return [part for part in (*street, sender.phone, sender.email) if part]
