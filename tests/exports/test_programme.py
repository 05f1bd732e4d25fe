"""The booklet read back: with poppler, pypdf, pikepdf and PDFium, none of which wrote it."""

import re
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest

from tests.exports.booklets import COUNTRIES, PEOPLE, a_booklet, a_stop, a_talk
from trips.domain.briefs.programme import RowBrief
from trips.domain.values.text import Text
from trips.exports.programme import render
from trips.i18n.formats import country_name

# Strings of the kind of the Big List of Naughty Strings, and some of our own.
NAUGHTY = (
    "<script>alert(1)</script>",
    '"><img src=http://127.0.0.1:9/x.png onerror=alert(1)>',
    "</style><link rel=attachment href=file:///etc/passwd>",
    "url(http://127.0.0.1:9/x)",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "%(name)s %s {0} {a.__class__}",
    "\u202egnirts desrever\u202c",
    "a\x00b\x07c\x1b[31m",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "ﷺ مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ اللُّغَةِ",
    "田中さんにあげて下さい",
    "👩🏽‍🚀 🇩🇪",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
    "'; DROP TABLE trip; --",
)


@cache
def booklet(locale: str) -> bytes:
    return render(a_booklet(), locale)


def tool(name: str, data: bytes, folder: Path, *options: str) -> str:
    path = folder / "booklet.pdf"
    path.write_bytes(data)
    tail = ["-"] if name == "pdftotext" else []
    done = subprocess.run(  # noqa: S603 our own file
        [name, *options, str(path), *tail], capture_output=True, check=True, text=True
    )
    return done.stdout


def flat(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", " ", text)


@dataclass(frozen=True)
class Tag:
    kind: str
    scope: str
    alt: str
    lang: str


def tags(data: bytes) -> list[Tag]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [
            Tag(
                str(entry.S),
                str(entry.get("/A", {}).get("/Scope", "")),
                str(entry.get("/Alt", "")),
                str(entry.get("/Lang", "")),
            )
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/StructElem"
        ]


@pytest.mark.parametrize("locale", ["de", "en"])
def test_every_title_and_time_stands_in_order(locale: str, tmp_path: Path) -> None:
    brief = a_booklet()
    text = flat(tool("pdftotext", booklet(locale), tmp_path, "-raw"))
    place = text.index("Donnerstag, 17. September" if locale == "de" else "Thursday, 17 September")
    for day in brief.days:
        for row in day.rows:
            items = [row.item] if row.item else [item for lane in row.lanes for item in lane.items]
            for item in filter(None, items):
                if not row.lanes:
                    place = text.index(f"{item.starts:%H:%M}", place)
                place = text.index(item.title.shown(locale).text, place)
            if row.leg:
                place = text.index(f"{row.leg.departs:%H:%M}", place)
                place = text.index("ICE 1509 Leipzig Hbf – Nürnberg Hbf", place)


@pytest.mark.parametrize(
    ("locale", "stamp"),
    [
        ("de", "Fassung 3 · Stand 11.09.2015, 16:20 Uhr · Muster"),
        ("en", "Release 3 · as of 11 Sept 2015, 16:20 · Sample"),
    ],
)
def test_release_and_date_stand_on_every_page_with_its_number(locale: str, stamp: str) -> None:
    reader = pypdf.PdfReader(BytesIO(booklet(locale)))
    assert len(reader.pages) >= 8
    for number, page in enumerate(reader.pages, start=1):
        text = flat(page.extract_text())
        if number > 1:
            assert stamp in text
            assert re.search(rf"(^|\D){number}(\D|$)", text)
    first = flat(reader.pages[0].extract_text())
    assert all(part in first for part in stamp.split(" · "))


@cache
def draft(locale: str) -> bytes:
    """One day of a draft with everybody and three groups."""
    brief = a_booklet(stops=1, delegations=len(PEOPLE), lanes=3)
    return render(replace(brief, stamp=replace(brief.stamp, number=None)), locale)


@pytest.mark.parametrize(("locale", "word"), [("de", "Entwurf"), ("en", "Draft")])
def test_a_draft_says_so_on_every_page(locale: str, word: str) -> None:
    for page in pypdf.PdfReader(BytesIO(draft(locale))).pages:
        assert word in page.extract_text()


def test_page_numbers_of_the_overview_are_true() -> None:
    reader = pypdf.PdfReader(BytesIO(booklet("de")))
    texts = [flat(page.extract_text()) for page in reader.pages]
    pages = list(zip(reader.pages, texts, strict=True))
    overview = next(page for page, text in pages if "Nacht in" in text)
    names = [link.get_object()["/Dest"] for link in overview["/Annots"]]
    found = [reader.named_destinations[name] for name in names]
    targets = [reader.get_destination_page_number(each) + 1 for each in found]
    days = [number for number, text in enumerate(texts, start=1) if "Ort, Gastgeber" in text]
    assert targets
    assert set(targets) <= set(days)
    assert all(re.search(rf"\b{target}\b", flat(overview.extract_text())) for target in targets)


@pytest.mark.parametrize("locale", ["de", "en"])
def test_all_fonts_are_embedded(locale: str, tmp_path: Path) -> None:
    rows = tool("pdffonts", booklet(locale), tmp_path).splitlines()[2:]
    assert len(rows) >= 4
    for row in rows:
        embedded, subset, unicode_map = row.split()[-5:-2]
        assert (embedded, subset, unicode_map) == ("yes", "yes", "yes"), row
    assert any("Inter" in row for row in rows)


def test_names_of_all_scripts_can_be_read_back(tmp_path: Path) -> None:
    data = draft("en")
    text = flat(tool("pdftotext", data, tmp_path))
    for name, own in PEOPLE:
        assert name.replace("-", "") in text.replace("-", "").replace("\N{HYPHEN}", "")
        if own[:1] < "\u0900":
            assert own.split("-")[0] in text
    assert "李小明" in text
    glyphs = pypdfium2.PdfDocument(data)
    assert all(".notdef" not in page.get_textpage().get_text_range() for page in glyphs)


@pytest.mark.parametrize("locale", ["de", "en"])
def test_the_document_is_tagged_named_and_in_its_language(locale: str, tmp_path: Path) -> None:
    data = booklet(locale)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == locale
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()
        assert a_booklet().title[locale] in str(pdf.docinfo.Title)
        assert not pdf.attachments
    assert "Tagged:          yes" in tool("pdfinfo", data, tmp_path)


def test_tables_and_figures_tell_what_they_are() -> None:
    found = tags(booklet("de"))
    assert {tag.scope for tag in found if tag.kind == "/TH"} == {"/Column", "/Row"}
    assert all(tag.alt for tag in found if tag.kind == "/Figure")
    assert {"/H1", "/H2", "/H3", "/Table", "/L"} <= {tag.kind for tag in found}


def test_a_fallback_is_marked_for_eye_and_ear(tmp_path: Path) -> None:
    text = flat(tool("pdftotext", booklet("en"), tmp_path))
    assert "Empfang am Abend [DE]" in text
    marked = {(tag.kind, tag.lang) for tag in tags(booklet("en")) if tag.lang}
    assert marked == {("/Span", "de")}


def test_bookmarks_lead_to_every_part_and_day() -> None:
    outline = pypdf.PdfReader(BytesIO(booklet("de"))).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    assert titles[1:3] == ["Worum es geht", "Die Reise auf einen Blick"]
    assert [title for title in titles if "September" in title] == [
        "Donnerstag, 17. September · Leipzig – Nürnberg",
        "Freitag, 18. September · Nürnberg – München",
        "Samstag, 19. September · München",
    ]
    assert titles[-1] == "Praktische Hinweise"


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert render(a_booklet(), "de") == booklet("de")


def test_hostile_texts_are_text(tmp_path: Path) -> None:
    nasty = " ".join(NAUGHTY)
    everywhere = Text(de=nasty, en=nasty)
    brief = a_booklet(stops=2)
    talk = a_talk(
        0, 9, title=everywhere, text=everywhere, address=nasty, room=nasty, site=everywhere
    )
    day = replace(
        brief.days[0], rows=(RowBrief(item=talk), *brief.days[0].rows), sentence=everywhere
    )
    delegation = replace(brief.delegations[0], head=nasty, name=everywhere)
    data = render(
        replace(
            brief,
            title=everywhere,
            subtitle=everywhere,
            stops=(a_stop(0, city=everywhere), brief.stops[1]),
            days=(day, brief.days[1]),
            delegations=(delegation,),
            stamp=replace(brief.stamp, name=nasty),
            provenance=everywhere,
            url="javascript:alert(1)",
        ),
        "de",
    )
    text = flat(tool("pdftotext", data, tmp_path))
    assert "<script>alert(1)</script>" in text
    assert "{{ 7 * 7 }}" in text
    assert "gnirts desrever" in text
    assert "root:" not in text
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not pdf.attachments
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        assert all("/URI" not in link.get("/A", {}) for link in links)


@pytest.mark.parametrize("lanes", [3, *(pytest.param(n, marks=pytest.mark.full) for n in (4, 6))])
def test_any_number_of_groups_stands_beside_each_other(lanes: int, tmp_path: Path) -> None:
    data = draft("de") if lanes == 3 else render(a_booklet(stops=1, lanes=lanes), "de")
    text = flat(tool("pdftotext", data, tmp_path))
    assert all(f"Rundgang {group}" in text for group in "ABCDEF"[:lanes])


@pytest.mark.parametrize(
    ("stops", "delegations"),
    [(0, 0), (1, 1), *(pytest.param(*each, marks=pytest.mark.full) for each in ((2, 8), (7, 4)))],
)
def test_any_number_of_stops_and_delegations_makes_a_cover(stops: int, delegations: int) -> None:
    brief = a_booklet(stops=stops, delegations=delegations)
    page = pypdf.PdfReader(BytesIO(render(brief, "de"))).pages[0]
    text = flat(page.extract_text())
    assert all(stop.city["de"] in text for stop in brief.stops)
    assert all(country_name(code, "de") in text for code in COUNTRIES[:delegations])


def test_notes_never_open_a_page() -> None:
    for page in pypdf.PdfReader(BytesIO(booklet("de"))).pages:
        text = flat(page.extract_text())
        if "Für heute Abend" in text:
            assert re.search(r"\d\d:\d\d", text.split("Für heute Abend")[0])


def test_the_list_says_how_many_are_not_named(tmp_path: Path) -> None:
    text = flat(tool("pdftotext", booklet("de"), tmp_path))
    assert "4 weitere Teilnehmende sind hier nicht genannt." in text
    assert "Eine weitere Person, nicht genannt" in text
