import io
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.imports.hostile import (
    LAUGHS,
    OUTSIDE,
    bomb,
    packed,
    parts,
    sheet,
    text_cell,
    with_encrypted_flag,
    with_lying_size,
    workbook,
)
from trips.domain.importing.workbook import ReadingContext
from trips.i18n.import_wording import issue_line
from trips.imports.workbook import read_workbook

CONTEXT = ReadingContext(language="de")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAST = "XFD1048576"

BLOW_UP = 10
"""Seconds of CPU: a bomb that goes off takes minutes, a loaded machine never this long."""


def many_rows(count: int) -> str:
    return "".join(f'<row r="{n}">{text_cell(f"A{n}", "x")}</row>' for n in range(3, count))


def merges(*ranges: str) -> str:
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in ranges)
    return f"<mergeCells>{cells}</mergeCells>"


def stored_bomb() -> bytes:
    data = {**parts(), "xl/sharedStrings.xml": "<sst>" + "<si><t>a</t></si>" * 3_000_000 + "</sst>"}
    return packed(data)


HOSTILE = {
    "empty file": (b"", "empty"),
    "text": (b"Datum;Zeit;Titel", "not_a_workbook"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "not_a_workbook"),
    "old Excel": (OLE + bytes(600), "old_excel"),
    "password": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "too many bytes": (b"PK\x03\x04" + bytes(11 << 20), "too_large"),
    "cut off": (workbook()[:-200], "damaged"),
    "encrypted parts": (with_encrypted_flag(workbook()), "encrypted"),
    "a plain archive": (packed({"readme.txt": "hello"}), "not_a_workbook"),
    "a text document": (
        packed({**parts(), "xl/workbook.xml": "", "_rels/.rels": "<Relationships/>"}),
        "not_a_workbook",
    ),
    "binary workbook": (packed({**parts(), "xl/workbook.bin": b"x"}), "binary_workbook"),
    "OpenDocument": (packed({"mimetype": "x", "content.xml": "<a/>"}), "open_document"),
    "bomb of half a gigabyte": (bomb(1 << 29), "bomb"),
    "bomb below the total": (bomb(20 << 20), "bomb"),
    "bomb that lies about its size": (with_lying_size(bomb(100 << 20)), "damaged"),
    "three million texts": (stored_bomb(), "bomb"),
    "many entries": (
        packed({**parts(), **{f"xl/media/{n}.png": b"" for n in range(5000)}}),
        "too_many_entries",
    ),
    "climbing names": (packed({**parts(), "../../etc/cron.d/x": "x"}), "unsafe_name"),
    "absolute names": (packed({**parts(), "/etc/passwd": "x"}), "unsafe_name"),
    "Windows names": (packed({**parts(), "C:/x.xml": "x"}), "unsafe_name"),
    "nested archive": (packed({**parts(), "xl/embeddings/a.zip": workbook()}), "nested_archive"),
    "billion laughs": (workbook(LAUGHS), "entities"),
    "external entity": (workbook(OUTSIDE), "entities"),
    "many sheets": (packed(parts(sheets=60)), "too_many_sheets"),
    "many rows": (workbook(sheet(many_rows(20_000))), "too_many_rows"),
    "a row at the end": (
        workbook(sheet(f'<row r="1048576">{text_cell("A1048576", "x")}</row>')),
        "too_many_rows",
    ),
    "a column at the end": (
        workbook(sheet(f'<row r="3">{text_cell("XFD3", "x")}</row>')),
        "too_many_columns",
    ),
    "many merges": (
        workbook(sheet(after=merges(*[f"A{n}:B{n}" for n in range(1, 9000)]))),
        "too_many_merged",
    ),
    "a long text": (
        workbook(sheet(f'<row r="3">{text_cell("A3", "x" * 40_000)}</row>')),
        "text_too_long",
    ),
    "deep nesting": (workbook("<a>" * 100_000 + "</a>" * 100_000), "damaged"),
    "a million formatted rows": (
        workbook(sheet("".join(f'<row r="{n}" s="1"/>' for n in range(3, 1_000_000, 3)) * 4)),
        "too_many_elements",
    ),
    "broken markup": (workbook("<worksheet><sheetData><row>"), "damaged"),
    "no markup": (workbook("\x00\x01"), "damaged"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_within_a_second_in_both_languages(data, code):
    begun = time.process_time()
    reading = read_workbook(data, CONTEXT)
    assert time.process_time() - begun < BLOW_UP
    assert [issue.code for issue in reading.errors] == [code]
    assert not reading.is_importable
    german, english = (issue_line(reading.errors[0], locale) for locale in ("de", "en"))
    assert german != english
    assert "%(" not in german + english


def test_a_claimed_dimension_is_not_believed():
    data = workbook(sheet(dimension=f"A1:{LAST}"))
    begun = time.process_time()
    reading = read_workbook(data, CONTEXT)
    assert time.process_time() - begun < BLOW_UP
    assert [row.title["de"] for row in reading.programme_rows] == ["Eröffnung"]


def test_a_merge_of_the_whole_sheet_reaches_only_what_is_used():
    begun = time.process_time()
    reading = read_workbook(workbook(sheet(after=merges(f"D2:{LAST}"))), CONTEXT)
    assert time.process_time() - begun < BLOW_UP
    assert [row.venue for row in reading.programme_rows] == ["Rathaus"]


def test_a_million_empty_formatted_rows_do_not_hinder():
    empty = "".join(f'<row r="{n}"/>' for n in range(3, 100_000))
    begun = time.process_time()
    reading = read_workbook(workbook(sheet(empty)), CONTEXT)
    assert time.process_time() - begun < BLOW_UP
    assert len(reading.programme_rows) == 1


def test_macros_and_links_are_left_alone_and_named():
    more = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": "<a/>"}
    reading = read_workbook(packed({**parts(), **more}), CONTEXT)
    assert reading.is_importable
    assert [issue.code for issue in reading.issues] == ["macros_ignored", "external_links_ignored"]


def test_many_bad_cells_are_counted_not_listed():
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", "kein Datum")}{text_cell(f"C{n}", "x")}</row>'
        for n in range(3, 303)
    )
    reading = read_workbook(workbook(sheet(rows)), CONTEXT)
    assert (len(reading.issues), reading.more_issues) == (200, 100)


@settings(max_examples=examples(40, 100))
@given(st.binary(max_size=400))
def test_random_bytes_are_refused_never_raised(data):
    assert not read_workbook(data, CONTEXT).is_importable
    assert not read_workbook(b"PK\x03\x04" + data, CONTEXT).is_importable


SOUND = workbook(sheet(f'<row r="3">{text_cell("A3", "Mi 16.9.")}</row>', merges("A2:A3")))


@settings(
    max_examples=examples(40, 150), suppress_health_check=[HealthCheck.too_slow], deadline=None
)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=12))
def test_a_workbook_with_changed_bytes_is_read_or_refused(changes):
    data = bytearray(SOUND)
    for place, value in changes:
        data[place] = value
    reading = read_workbook(bytes(data), CONTEXT)
    assert reading.programme_rows or reading.issues


@settings(max_examples=examples(40, 150), deadline=None)
@given(st.sampled_from(sorted(parts())), st.data())
def test_a_workbook_with_changed_markup_is_read_or_refused(name, data):
    content = parts()
    text = content[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    content[name] = text[:start] + data.draw(st.text(max_size=12)) + text[end:]
    try:
        mutated = packed(content)
    except UnicodeEncodeError:
        return
    reading = read_workbook(mutated, CONTEXT)
    assert reading.programme_rows or reading.issues


def test_the_cases_are_what_they_say():
    data = bomb(1 << 29)
    assert len(data) < 1 << 22
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.getinfo("xl/worksheets/sheet1.xml").file_size == 1 << 29
