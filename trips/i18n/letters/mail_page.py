"""A mail as a page: the same words as its plain text, with one button and good lines.

The plain text is what people write, read and change; the page is made of it when the mail goes.
No pictures, nothing from elsewhere, nothing that tells who has read it. Styles stand in a sheet
for programs that know sheets (light and dark), and on the elements for those that do not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from trips.domain.mail import BULLET
from trips.i18n.catalogue import N_, direction_of, say

_URL: Final = re.compile(r"https?://[^\s<>\"]+")
_OWN: Final = re.compile(r"https?://[^\s/]+/(?P<area>[rp])/[^\s<>\"]+")
_LABELS: Final = {"r": N_("Open the registration"), "p": N_("Open the programme")}
_STEP: Final = "    "
_STAMP: Final = "-- \n"
_FONT: Final = "-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"
_PREHEADER: Final = 140
_SHEET: Final = """
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground,.ground td{background:#14181b!important}
.sheet{background:#1c2226!important;border-color:#303940!important}
.sheet td,.sheet p,.sheet li,.sheet b{color:#eceff1!important}
.sheet .soft,.sheet .soft a{color:#a7b1ba!important}
.sheet a{color:#5cc3d3!important}
.sheet a.button{background:#5cc3d3!important;color:#0d1214!important}
.head{border-color:#5cc3d3!important}}
@media (max-width:480px){.ground>tbody>tr>td{padding:0!important}
.sheet{border-width:0!important;border-radius:0!important}
.sheet td{padding:20px!important}
.sheet a.button{display:block!important;text-align:center!important}}
"""


_TEXT: Final = "margin:0 0 16px;font-size:16px;line-height:1.5"
_SOFT: Final = "margin:0 0 16px;font-size:13px;line-height:1.45;color:#55606b"
_LIST: Final = "margin:0 0 16px;padding:0;padding-inline-start:22px"
_ITEM: Final = "margin:0 0 4px;font-size:16px;line-height:1.5"
_DAY: Final = "display:block;margin:4px 0 0;font-size:17px;font-weight:700"
_ITEM_HEAD: Final = "display:block;margin:8px 0 0;font-weight:600"
_SET_IN: Final = "padding-inline-start:18px"
_ADDRESS: Final = "color:#0b5c6b;overflow-wrap:anywhere;word-break:break-word"
_BUTTON: Final = (
    "display:inline-block;padding:12px 22px;border-radius:8px;background:#0b5c6b;"
    "color:#ffffff;font-size:16px;font-weight:600;text-decoration:none"
)
_FRAME: Final = f"""<!DOCTYPE html>
<html lang="{{lang}}" dir="{{direction}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title></title>
<style>{{sheet}}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#fbfaf6;font-family:{_FONT}">
<div style="display:none;max-height:0;overflow:hidden">{{preheader}}</div>
<table class="ground" role="presentation" width="100%" cellpadding="0" cellspacing="0"
 style="background:#fbfaf6;border-collapse:collapse"><tbody><tr><td align="center"
 style="padding:24px 12px">
<table class="sheet" role="presentation" width="600" cellpadding="0" cellspacing="0"
 style="width:100%;max-width:600px;background:#ffffff;border:1px solid #dedacf;border-radius:12px"
><tbody><tr><td class="head"
 style="padding:28px 32px 16px;border-top:4px solid #0b5c6b;border-radius:12px;color:#17212b">
{{heading}}
{{words}}
{{foot}}
</td></tr></tbody></table>
</td></tr></tbody></table>
</body>
</html>
"""


@dataclass(frozen=True)
class _Page:
    """What holds for the whole mail."""

    locale: str
    button: str
    """The address that the one button opens, empty for none."""


def mail_page(body: str, locale: str, heading: str = "") -> str:
    """The page of a mail: `body` is its plain text, `heading` the name of the trip.

    The first link to a page of ours becomes the button; every other address is a plain link.
    """
    found = _OWN.search(body)
    page = _Page(locale, found.group() if found else "")
    words, _, stamp = body.strip("\n").partition(f"\n{_STAMP}")
    blocks = [block for block in re.split(r"\n{2,}", words.strip("\n")) if block.strip()]
    parts = [part for block in blocks for part in _block(block, page)]
    foot = f'<p class="soft" style="{_SOFT}">{escape(stamp.strip())}</p>' if stamp.strip() else ""
    return _FRAME.format(
        lang=escape(locale),
        direction=direction_of(locale),
        sheet=_SHEET,
        preheader=escape(_preheader(blocks)),
        heading=f'<p class="soft" style="{_SOFT}"><bdi>{escape(heading)}</bdi></p>'
        if heading
        else "",
        words="\n".join(parts),
        foot=foot,
    )


def _preheader(blocks: list[str]) -> str:
    """What a list of mails shows behind the subject: the first sentence after the greeting."""
    first = " ".join(blocks[1].split()) if len(blocks) > 1 else ""
    return first[:_PREHEADER]


def _block(block: str, page: _Page) -> Iterator[str]:
    lines = block.split("\n")
    if all(line.startswith(BULLET) for line in lines):
        items = "".join(
            f'<li style="{_ITEM}">{_linked(line.removeprefix(BULLET))}</li>' for line in lines
        )
        yield f'<ul style="{_LIST}">{items}</ul>'
        return
    if page.button and page.button in lines:
        at = lines.index(page.button)
        before, after = lines[:at], lines[at + 1 :]
        if before:
            yield _paragraph(before)
        yield _button(page)
        if after:
            yield _paragraph(after)
        return
    if page.button and page.button in block:
        sentence = block.replace(page.button, "").rstrip(" :\u202f")
        yield _paragraph(sentence.split("\n"))
        yield _button(page)
        return
    yield _paragraph(lines)


def _paragraph(lines: list[str]) -> str:
    """Lines as they are broken; those that stand below another are set in."""
    has_steps = any(line.startswith(_STEP) for line in lines)
    shown = []
    for number, line in enumerate(lines):
        text = _linked(line.strip())
        if line.startswith(_STEP):
            text = f'<span style="display:block;{_SET_IN}">{text}</span>'
        elif has_steps:
            text = f'<b style="{_ITEM_HEAD if line[:1].isdigit() else _DAY}">{text}</b>'
        elif number:
            text = f"<br>{text}"
        shown.append(text)
    return f'<p style="{_TEXT}">{"".join(shown)}</p>'


def _button(page: _Page) -> str:
    url = escape(page.button)
    area = _OWN.fullmatch(page.button)
    label = say(_LABELS[area["area"] if area else "p"], page.locale)
    help_words = say(N_("If the button does not work, open this address:"), page.locale)
    return (
        f'<p style="{_TEXT}"><a class="button" href="{url}" '
        f'style="{_BUTTON}">{escape(label)}</a></p>'
        f'<p class="soft" style="{_SOFT}">{escape(help_words)}<br>'
        f'<a href="{url}" dir="ltr" style="{_ADDRESS}">{url}</a></p>'
    )


def _linked(text: str) -> str:
    """Text with its addresses as links."""
    shown, at = [], 0
    for found in _URL.finditer(text):
        url = found.group().rstrip(".,;:)")
        end = found.start() + len(url)
        shown.append(escape(text[at : found.start()]))
        shown.append(f'<a href="{escape(url)}" dir="ltr" style="{_ADDRESS}">{escape(url)}</a>')
        at = end
    return "".join((*shown, escape(text[at:])))
