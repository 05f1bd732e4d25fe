"""Logos are read with suspicion: what comes out is always a small PNG of our own."""

from io import BytesIO

import pytest
from PIL import Image

from trips.doors.press import PressError
from trips.imports.pictures.logo import HIGHEST, MOST_BYTES, WIDEST, read_logo

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">
<script>alert(1)</script><image href="file:///etc/hostname" width="9" height="9"/>
<image href="http://198.51.100.1/x.png" width="9" height="9"/>
<rect x="30" y="10" width="40" height="20" fill="#0b5c6b" onclick="alert(1)"/></svg>"""


def picture(kind: str, size: tuple[int, int]) -> bytes:
    target = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    Image.new("RGB", size, "#b23a48").save(target, kind, exif=exif)
    return target.getvalue()


@pytest.mark.parametrize("data", [picture("PNG", (3000, 900)), picture("JPEG", (800, 2000)), SVG])
def test_a_picture_is_drawn_anew(data: bytes) -> None:
    made = read_logo(data)
    for trace in (b"taken at home", b"script", b"alert", b"198.51.100.1", b"hostname"):
        assert trace not in made
    with Image.open(BytesIO(made)) as opened:
        assert opened.format == "PNG"
        assert opened.width <= WIDEST
        assert opened.height <= HIGHEST


def test_empty_edges_are_cut_off() -> None:
    with Image.open(BytesIO(read_logo(SVG))) as opened:
        assert opened.width == pytest.approx(opened.height * 2, rel=0.02)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unreadable"),
        (b"%PDF-1.7", "unreadable"),
        (picture("GIF", (9, 9)), "unreadable"),
        (picture("PNG", (90, 90))[:60], "unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unreadable"),
        (b"<?xml version='1.0'?><!DOCTYPE s [<!ENTITY a 'b'>]><svg>&a;</svg>", "unreadable"),
        (picture("PNG", (5100, 5100)), "too_large"),
        (b"\x89PNG" + bytes(MOST_BYTES), "too_large"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(PressError) as caught:
        read_logo(data)
    assert caught.value.code == code
