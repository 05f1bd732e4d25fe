"""Marks of a list that comes back: the same for the same cell, and of no use to anybody else."""

from datetime import date, datetime

from trips.domain.briefs.list_memory import cell_words, marker, memory_key

KEY = memory_key("trip", "a secret of the installation")


def test_a_mark_belongs_to_its_row_column_and_installation() -> None:
    mark = marker(KEY)
    marks = {
        mark("one", "diet", "Vegan"),
        mark("two", "diet", "Vegan"),
        mark("one", "access", "Vegan"),
        mark("one", "diet", "Halal"),
        marker(memory_key("trip", "another secret"))("one", "diet", "Vegan"),
        marker(memory_key("other", "a secret of the installation"))("one", "diet", "Vegan"),
    }
    assert len(marks) == 6
    assert mark("one", "diet", "Vegan") in marks


def test_what_excel_changes_by_itself_changes_no_mark() -> None:
    mark = marker(KEY)
    assert mark("one", "note", "a\r\n b  c ") == mark("one", "note", "a\nb c")
    assert mark("one", "note", "a\x00b\x7f\ud800") == mark("one", "note", "ab")


def test_a_day_says_the_same_as_a_moment_at_midnight() -> None:
    assert cell_words(date(2015, 9, 16)) == cell_words(datetime(2015, 9, 16)) == "2015-09-16"
    assert cell_words(datetime(2015, 9, 16, 14, 5)) == "2015-09-16 14:05"
    assert cell_words(None) == ""
