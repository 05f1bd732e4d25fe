"""What any paper may read and say: nothing from outside, no clock, languages marked."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from trips.domain.values.text import Text
from trips.exports.ink import Ink
from trips.exports.paper import Words, clean
from trips.exports.pdf import STATIC, TEMPLATES, DeniedFetchError, Fetcher, Layout, Sheet

AT = datetime(2015, 9, 11, 14, 20, tzinfo=UTC)
HOSTILE = """<html lang=de><head><title>T</title><link rel=attachment href="file:///etc/passwd">
<link rel=stylesheet href="http://127.0.0.1:9/x.css">
<style>@import "file:///etc/passwd"; p {{ background: url(http://127.0.0.1:9/x.png) }}</style>
</head><body><p>Text</p><img src="{}" alt="x"><table><tr><th>a</th></tr></table></body></html>"""


def written(html: str, languages: dict[str, str] | None = None) -> bytes:
    layout = Layout(html, ["base/base.css"])
    return layout.write(draw_nothing, at=AT, languages=languages or {})


def draw_nothing(_sheet: Sheet, _ink: Ink) -> None:
    """A page of text only."""


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/",
        "https://example.org/a.png",
        "ftp://example.org/a",
        "file:///etc/passwd",
        f"file://{TEMPLATES}/../README.md",
        f"file://{TEMPLATES}/%2e%2e/README.md",
        f"file://{TEMPLATES}x/a.css",
        f"file://host{TEMPLATES}/base/base.css",
        "FILE:///etc/passwd",
        "jar:file:///etc/passwd",
    ],
)
def test_everything_outside_is_refused(url: str) -> None:
    with pytest.raises(DeniedFetchError):
        Fetcher().fetch(url)


def test_a_link_out_of_the_templates_is_refused(tmp_path: Path) -> None:
    link = STATIC / "fonts" / "test-link-outside"
    secret = tmp_path / "secret"
    secret.write_text("secret")
    link.symlink_to(secret)
    try:
        with pytest.raises(DeniedFetchError):
            Fetcher().fetch(f"file://{link}")
    finally:
        link.unlink()


def test_templates_and_data_are_read() -> None:
    css = Fetcher().fetch(f"file://{TEMPLATES}/base/base.css").read()
    assert b"@page" in css
    assert Fetcher().fetch("data:text/plain,abc").read() == b"abc"


@pytest.mark.parametrize("src", ["http://127.0.0.1:9/a.png", "file:///etc/passwd"])
def test_hostile_markup_attaches_and_embeds_nothing(src: str) -> None:
    data = written(HOSTILE.format(src))
    assert b"root:" not in data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not pdf.attachments
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
        assert not [page for page in pdf.pages if page.get_images()]


def test_the_only_time_in_the_file_is_the_one_given() -> None:
    data = written("<html lang=de><title>T</title><p>Text")
    assert data == written("<html lang=de><title>T</title><p>Text")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20150911142000Z"


def test_header_cells_say_what_they_head() -> None:
    html = """<html lang=de><title>T</title><table><thead><tr><th>Zeit<th>Ort</thead>
    <tbody><tr><th scope=row>9 Uhr<td>Leipzig</table>"""
    with pikepdf.open(BytesIO(written(html))) as pdf:
        scopes = [
            str(entry.A.Scope)
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/TH"
        ]
    assert sorted(scopes) == ["/Column", "/Column", "/Row"]


def test_words_in_another_language_carry_it() -> None:
    words = Words("de")
    shown = words(Text(en="round table"))
    html = f"<html lang=de><title>T</title><p>Runder Tisch: {shown}"
    with pikepdf.open(BytesIO(written(html, words.languages))) as pdf:
        marked = [
            (str(entry.S), str(entry.Lang))
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and "/Lang" in entry and "/S" in entry
        ]
    assert set(marked) == {("/Span", "en")}
    assert "[EN]" in shown


def test_control_characters_and_direction_switches_are_taken_out() -> None:
    assert clean("a\x00b\x1b\u202ec\u2066d\ufeff\ud800e\tf") == "abcde\tf"
    assert clean("Ґ देश منى 李 👩\u200d👧 🇩🇪") == "Ґ देश منى 李 👩\u200d👧 🇩🇪"
