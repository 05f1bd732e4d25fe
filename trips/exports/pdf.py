"""HTML to PDF/UA, and nothing in between that could fetch, attach or tell the time.

One font configuration per process: the process that renders must have a single thread
(threads that share one corrupt memory).
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from pikepdf import Array, Dictionary, Name, Pdf, String
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from trips.config import ROOT
from trips.exports.ink import Ink

TEMPLATES: Final = ROOT / "pdf_templates"
STATIC: Final = ROOT / "static"
FOREIGN_TAGS: Final = {"article": "/Art", "main": "/Part", "blockquote": "/BlockQuote"}
"""Elements that stand for words in another language, and how WeasyPrint tags them.

It writes no language below the document; `press` turns these into spans that carry theirs.
"""

_MM_PER_PIXEL: Final = 25.4 / 96
# Space before the start or end of a block is never shown, but costs a text node each.
_BETWEEN_BLOCKS: Final = re.compile(
    r"\s+<(?=/?(?:tr|t[dh]|thead|tbody|table|col|colgroup|div|section|p|h[1-6]|d[ltd]|[uo]l|li)\b)"
)

# WeasyPrint gives up on a document where one of these stands behind a blank.
_SEPARATORS: Final = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")


class DeniedFetchError(ValueError):
    """A document asked for something outside its templates."""


class Fetcher(URLFetcher):
    """Reads `data:` and files below pdf_templates/ and static/; everything else is refused."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Open `url`, or raise `DeniedFetchError`."""
        parts = urlsplit(url)
        if parts.scheme == "file" and (parts.netloc or not _is_ours(Path(unquote(parts.path)))):
            raise DeniedFetchError(url)
        if parts.scheme not in {"file", "data"}:
            raise DeniedFetchError(url)
        return super().fetch(url, headers)


def _is_ours(path: Path) -> bool:
    real = path.resolve()
    return any(real.is_relative_to(folder) for folder in (TEMPLATES, STATIC))


@dataclass(frozen=True)
class Box:
    """Where an element with an id lies on its page: millimetres from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """A laid out page: its boxes by id, in reading order, to draw beside."""

    number: int
    width: float
    height: float
    boxes: dict[str, Box]


class Layout:
    """A document that is laid out but not yet written."""

    def __init__(self, html: str, styles: Sequence[str], rules: str = "") -> None:
        """Lay `html` out with style sheets of pdf_templates/ and further `rules`."""
        markup = _BETWEEN_BLOCKS.sub("<", html).translate(_SEPARATORS)
        source = HTML(string=markup, base_url=f"{TEMPLATES}/", url_fetcher=_fetcher())
        sheets = [_style(name) for name in styles] + [_rules(rules)] * bool(rules)
        self._document = source.render(
            font_config=_fonts(), stylesheets=sheets, pdf_variant="pdf/ua-1"
        )
        self.sheets = tuple(
            Sheet(number, page.width * _MM_PER_PIXEL, page.height * _MM_PER_PIXEL, _boxes(page))
            for number, page in enumerate(self._document.pages, start=1)
        )

    def drop(self, anchors: Collection[str]) -> None:
        """Take elements out of the finished pages. Nothing moves: only for what is out of flow."""
        for page in self._document.pages if anchors else ():
            _drop(page._page_box, anchors)  # noqa: SLF001 no public way to a laid out box

    def write(
        self,
        draw: Callable[[Sheet, Ink], None],
        *,
        at: datetime,
        languages: dict[str, str],
    ) -> bytes:
        """The PDF with what `draw` puts below each page's text.

        `at` is the only time the file knows. `languages` says what each of `FOREIGN_TAGS` means
        in this document.
        """
        raw = self._document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"lernreise")
        with Pdf.open(BytesIO(raw)) as pdf:
            for page, sheet in zip(pdf.pages, self.sheets, strict=True):
                ink = Ink(sheet.height)
                draw(sheet, ink)
                if content := ink.content():
                    page.contents_add(content, prepend=True)
            _finish_tags(pdf, languages)
            _keep_used_anchors(pdf)
            _stamp(pdf, at)
            target = BytesIO()
            pdf.save(target, deterministic_id=True)
        return target.getvalue()


def _drop(box: Any, anchors: Collection[str]) -> None:
    real = getattr(box, "_box", box)
    children = getattr(real, "children", ())
    if any(_id_of(child) in anchors for child in children):
        real.children = [child for child in children if _id_of(child) not in anchors]
    for child in getattr(real, "children", ()):
        _drop(child, anchors)


def _id_of(box: Any) -> str:
    element = getattr(box, "element", None)
    return "" if element is None else element.get("id", "")


def _boxes(page: Any) -> dict[str, Box]:
    return {
        name: Box(*(value * _MM_PER_PIXEL for value in corners))
        for name, corners in page.anchors.items()
    }


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _fetcher() -> Fetcher:
    return Fetcher()


@cache
def _style(name: str) -> CSS:
    return CSS(filename=TEMPLATES / name, font_config=_fonts(), url_fetcher=_fetcher())


@cache
def _rules(text: str) -> CSS:
    return CSS(string=text, font_config=_fonts(), url_fetcher=_fetcher())


def _finish_tags(pdf: Pdf, languages: dict[str, str]) -> None:
    """Say which way a header cell heads, and which language foreign words are in."""
    meant = {FOREIGN_TAGS[tag]: lang for tag, lang in languages.items()}
    waiting: list[tuple[Any, str]] = [(pdf.Root.StructTreeRoot.K, "")]
    while waiting:
        node, group = waiting.pop()
        if isinstance(node, Array):
            waiting.extend((kid, group) for kid in node)
            continue
        if not isinstance(node, Dictionary) or "/S" not in node:
            continue
        kind = str(node.S)
        if kind in {"/THead", "/TBody", "/TFoot"}:
            group = kind
        elif kind == "/TH":
            node.A.Scope = Name.Column if group == "/THead" else Name.Row
        elif kind in meant:
            node.S, node.Lang = Name.Span, String(meant[kind])
        if "/K" in node:
            waiting.append((node.K, group))


def _keep_used_anchors(pdf: Pdf) -> None:
    """Forget the names of rows that nothing links to."""
    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return
    used = {
        str(link.A.D)
        for page in pdf.pages
        for link in page.get("/Annots", Array())
        if "/A" in link and "/D" in link.A and isinstance(link.A.D, String)
    } | {
        str(link.Dest)
        for page in pdf.pages
        for link in page.get("/Annots", Array())
        if "/Dest" in link
    }
    names = list(pdf.Root.Names.Dests.Names)
    pairs = zip(names[::2], names[1::2], strict=True)
    kept = [entry for pair in pairs if str(pair[0]) in used for entry in pair]
    pdf.Root.Names.Dests.Names = Array(kept)


def _stamp(pdf: Pdf, at: datetime) -> None:
    moment = f"D:{at.astimezone(UTC):%Y%m%d%H%M%S}Z"
    pdf.docinfo["/CreationDate"] = moment
    pdf.docinfo["/ModDate"] = moment
    pdf.docinfo["/Creator"] = "Lernreise"
