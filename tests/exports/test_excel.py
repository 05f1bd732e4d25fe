"""What the workbook writer promises for any text, read by another library and as raw XML."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from trips.exports.excel.book import FITTING, Book, Printing, SheetPlan, Value
from trips.exports.excel.styles import Style
from trips.exports.excel.text import LONGEST_TEXT, count_lines, safe_text, text_width

PRINTING = Printing(first_row=1, last_row=1, area="A1:B9", left="A & B", centre="", right="{page}")


def write(*rows: list[tuple[Value, Style]], language: str = "de-DE") -> bytes:
    book = Book(
        title="Liste", creator="bgh.", language=language, at=datetime(2015, 9, 11, 14, tzinfo=UTC)
    )
    sheet = book.add_sheet(SheetPlan(title="Liste", widths=(20, 20), printing=PRINTING))
    for row in rows:
        sheet.append(row, height=FITTING)
    return book.save()


def read(data: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("start", ["=1+1", "+49 341", "-5", "@SUM(A1)", "\t=1", "=cmd|'/C'!A0"])
def test_text_is_never_a_formula_and_loses_nothing(start: str) -> None:
    data = write([(start, Style.TEXT), ("x", Style.PROSE)])
    assert read(data) == [[start, "x"]]
    assert "<f" not in part(data, "xl/worksheets/sheet1.xml").split("sheetData")[1]


def test_characters_that_no_workbook_can_hold_are_removed() -> None:
    data = write([("a\x00b\x0bc\x1fd\ud800e\uffff", Style.TEXT), ("1\r\n2\r3", Style.PROSE)])
    assert read(data) == [["abcde", "1\n2\n3"]]


@pytest.mark.parametrize(
    "text", ["Đà Nẵng", "निगम", "大阪", "أحمد", "Ґалина", "👩🏽‍🔧", " spaced "]
)
def test_every_script_comes_back_as_it_was(text: str) -> None:
    assert read(write([(text, Style.TEXT)])) == [[text]]


def test_what_looks_like_an_escape_stays_what_was_typed() -> None:
    assert safe_text("_x0041_") == "_x005F_x0041_"
    assert read(write([("_x0041_", Style.TEXT)])) == [["_x0041_"]]


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark() -> None:
    long = "ä" * 40_000
    [[cell]] = read(write([(long, Style.PROSE)]))
    assert isinstance(cell, str)
    assert len(cell) == LONGEST_TEXT
    assert cell.endswith("ä […]")
    pairs = safe_text("😀" * 20_000)
    assert len(pairs.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert pairs.endswith("😀 […]")
    assert safe_text("a" * LONGEST_TEXT) == "a" * LONGEST_TEXT


def test_days_and_moments_are_real_and_shown_in_the_readers_way() -> None:
    row: list[tuple[Value, Style]] = [
        (date(2015, 9, 16), Style.DAY),
        (datetime(2015, 9, 16, 14, 5), Style.MOMENT),
    ]
    for language, day in (("de-DE", "dd.mm.yyyy"), ("en-GB", "[$-809]d mmm yyyy")):
        data = write(row, language=language)
        assert read(data) == [[date(2015, 9, 16), datetime(2015, 9, 16, 14, 5)]]
        styles = part(data, "xl/styles.xml")
        assert f'formatCode="{day}"' in styles
        assert f'formatCode="{day} hh:mm"' in styles


def test_numbers_and_gaps_stay_numbers_and_gaps() -> None:
    data = write([(7, Style.NUMBER), (None, Style.TEXT), (0.25, Style.PERCENT)][:2])
    assert read(data) == [[7.0]]


def test_the_same_content_gives_the_same_bytes() -> None:
    row: list[tuple[Value, Style]] = [("a", Style.TEXT), (date(2015, 9, 16), Style.DAY)]
    assert write(row) == write(row)


def test_the_file_says_what_it_is() -> None:
    core = part(write([("a", Style.TEXT)]), "docProps/core.xml")
    for fact in (">Liste<", ">bgh.<", ">de-DE<", "2015-09-11T14:00:00Z"):
        assert fact in core


def test_an_ampersand_in_the_footer_is_printed() -> None:
    sheet = part(write([("a", Style.TEXT)]), "xl/worksheets/sheet1.xml")
    assert "A &amp;&amp; B" in sheet
    assert "&amp;P" in sheet


def test_wide_characters_count_twice_and_marks_not_at_all() -> None:
    assert text_width("大阪") == 4
    assert text_width("e\u0301") == 1
    assert text_width("ab\nabcd") == 4
    assert text_width("") == 0


def test_a_row_is_as_high_as_its_longest_text() -> None:
    assert count_lines("one two three", 20) == 1
    assert count_lines("one two three", 8) == 2
    assert count_lines("a" * 25, 10) == 3
    assert count_lines("a\nb", 10) == 2
    sheet = part(write([("word " * 20, Style.TEXT)]), "xl/worksheets/sheet1.xml")
    assert '<row r="1" ht="71">' in sheet
