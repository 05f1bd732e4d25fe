"""A logo as it was uploaded: read with suspicion and drawn anew.

What is kept is always a PNG of our own making: no scripts, no links, no places where a photograph
was taken, no bytes of the file. A drawing (SVG) is drawn by WeasyPrint, which may fetch nothing.
"""

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from typing import Final

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from PIL import Image, ImageOps, UnidentifiedImageError
from pypdfium2 import PdfDocument
from weasyprint import HTML
from weasyprint.urls import URLFetcher

from trips.doors.press import PressError

MOST_BYTES: Final = 2 * 1024**2
MOST_PIXELS: Final = 25_000_000
WIDEST: Final = 1400
HIGHEST: Final = 700
_SVG: Final = "{http://www.w3.org/2000/svg}svg"
_SHEET: Final = (
    "<style>@page{{size:280mm 140mm;margin:0}}body{{margin:0}}"
    "img{{display:block;width:280mm;height:140mm;object-fit:contain}}</style>"
    "<img src='data:image/svg+xml;base64,{}'>"
)
_PIXELS_PER_POINT: Final = WIDEST / (280 / 25.4 * 72)


def read_logo(data: bytes, _context: object = None) -> bytes:
    """The picture as PNG, its empty edges cut off, at most 1400 × 700 pixels.

    Raises `PressError`: `too_large`, or `unreadable` for what is no PNG, JPEG or SVG.
    """
    if len(data) > MOST_BYTES:
        raise PressError("too_large")
    is_drawing = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<svg", b"<!--"))
    read: Callable[[bytes], Image.Image] = _drawing if is_drawing else _photograph
    return _written(read(data))


def _photograph(data: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PressError("too_large")
            return ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PressError("unreadable") from error


def _drawing(data: bytes) -> Image.Image:
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise PressError("unreadable") from error
    if root.tag != _SVG:
        raise PressError("unreadable")
    sheet = _SHEET.format(b64encode(data).decode())
    fetcher = URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    with PdfDocument(HTML(string=sheet, url_fetcher=fetcher).write_pdf()) as document:
        drawn = document[0].render(scale=_PIXELS_PER_POINT, fill_color=(255, 255, 255, 0))
        made: Image.Image = drawn.to_pil().convert("RGBA")
        return made


def _written(picture: Image.Image) -> bytes:
    box = picture.getchannel("A").getbbox()
    if box is None:
        raise PressError("unreadable")
    cut = picture.crop(box)
    cut.thumbnail((WIDEST, HIGHEST), Image.Resampling.LANCZOS)
    clean = Image.new("RGBA", cut.size)
    clean.paste(cut)
    target = BytesIO()
    clean.save(target, "PNG", optimize=True)
    return target.getvalue()
