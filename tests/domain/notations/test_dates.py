from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trips.domain.notations.dates import DateHints, find_date, is_month_first, resolve_date

TRIP = DateHints(starts_on=date(2015, 9, 16), ends_on=date(2015, 9, 21))
SIXTEENTH = date(2015, 9, 16)


@pytest.mark.parametrize(
    "text",
    [
        "Mi, 16.09.2015",
        "Mi 16.09.2015",
        "Mi. 16.9.",
        "Mi/16.9.",
        "Mittwoch, 16. September 2015",
        "Mittwoch, den 16. September 2015",
        "MITTWOCH, 16. SEPTEMBER",
        "16. September",
        "16. Sept. 2015",
        "16. Sep 2015",
        "16 September",
        "16.09.2015",
        "16.9.2015",
        "16.09.15",
        "16. 9. 2015",
        "16.9.",
        "16.9",
        "16. 09.",
        "2015-09-16",
        "2015/09/16",
        "2015.09.16",
        "16-09-2015",
        "Wed 16 Sept",
        "Wed, 16 Sep 2015",
        "Wednesday 16 September 2015",
        "Wednesday, the 16th of September 2015",
        "16th of September 2015",
        "16th September",
        "16 Sep '15",
        "September 16, 2015",
        "September 16th, 2015",
        "Sept. 16",
        "Sep 16",
        "Wed, September 16",
        "9/16/2015",
        "9/16",
        "16/9/2015",
        "16/09/15",
        "16/9",
        "Wed 9/16",
        "\uff11\uff16.\uff19.\uff12\uff10\uff11\uff15",
        "16.\u00a0September\u00a02015",
        "  16.09.2015  ",
        "Tag 1",
        "Day 1",
        "1. Tag",
        "1st day",
        "Mittwoch",
        "Wednesday",
        "Tag 1: Mittwoch, 16.09.2015",
        "Day 1 \u2013 Wednesday, 16 September 2015",
    ],
)
def test_the_first_day_is_read_however_it_is_written(text):
    written = find_date(text)
    assert written is not None
    assert resolve_date(written, TRIP).on == SIXTEENTH


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("16.\u201318.9.", date(2015, 9, 16), date(2015, 9, 18)),
        ("16.-18.09.2015", date(2015, 9, 16), date(2015, 9, 18)),
        ("16./17.9.2015", date(2015, 9, 16), date(2015, 9, 17)),
        ("16. bis 18. September 2015", date(2015, 9, 16), date(2015, 9, 18)),
        ("16.9. - 18.9.2015", date(2015, 9, 16), date(2015, 9, 18)),
        ("Mi 16.9. \u2013 Fr 18.9.", date(2015, 9, 16), date(2015, 9, 18)),
        ("16\u201318 September 2015", date(2015, 9, 16), date(2015, 9, 18)),
        ("16 to 18 September", date(2015, 9, 16), date(2015, 9, 18)),
        ("September 16-18, 2015", date(2015, 9, 16), date(2015, 9, 18)),
        ("30.9.-2.10.2015", date(2015, 9, 30), date(2015, 10, 2)),
        ("30 September - 2 October 2015", date(2015, 9, 30), date(2015, 10, 2)),
        ("September 30 - October 2, 2015", date(2015, 9, 30), date(2015, 10, 2)),
        ("30.12.-2.1.", date(2015, 12, 30), date(2016, 1, 2)),
    ],
)
def test_a_range_has_a_first_and_a_last_day(text, first, last):
    written = find_date(text)
    assert written is not None
    found = resolve_date(written, TRIP)
    assert (found.on, found.until) == (first, last)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Do 16.09.2015", "weekday_disagrees"),
        ("Thursday, 16 September", "weekday_disagrees"),
        ("31.9.2015", "date_impossible"),
        ("30 February 2015", "date_impossible"),
        ("5/6/2015", "date_ambiguous"),
        ("Tag 9", "day_outside_trip"),
        ("Dienstag", "day_outside_trip"),
    ],
)
def test_a_date_that_cannot_be_says_why(text, problem):
    written = find_date(text)
    assert written is not None
    assert resolve_date(written, TRIP).problem == problem


@pytest.mark.parametrize(
    "text", ["", "foo", "Leipzig", "9.30 Uhr - 10.30 Uhr", "45.13.", "3 Gruppen"]
)
def test_what_is_no_date_is_none(text):
    assert find_date(text) is None


def test_a_month_beside_a_time_is_not_a_year():
    written = find_date("16 Sept 14:00")
    assert written is not None
    assert (written.year, written.rest) == (None, "14:00")


def test_words_beside_the_date_keep_their_capitals():
    written = find_date("Sonntag, 20.9.: München")
    assert written is not None
    assert written.rest == "München"


def test_other_rows_tell_which_number_is_the_month():
    assert is_month_first(["5/6/2015", "9/16/2015"]) is True
    assert is_month_first(["5/6/2015", "16/9/2015"]) is False
    assert is_month_first(["5/6/2015"]) is None
    written = find_date("5/6/2015")
    assert written is not None
    american = DateHints(is_month_first=True)
    assert resolve_date(written, american).on == date(2015, 5, 6)


def test_the_trip_tells_which_number_is_the_month():
    written = find_date("9/10/2015")
    assert written is not None
    assert resolve_date(written, TRIP).problem == "date_ambiguous"
    autumn = DateHints(starts_on=date(2015, 10, 5), ends_on=date(2015, 10, 12))
    assert resolve_date(written, autumn).on == date(2015, 10, 9)


def test_a_date_without_year_needs_a_trip_or_a_year():
    written = find_date("16.9.")
    assert written is not None
    assert resolve_date(written, DateHints()).problem == "year_missing"
    assert resolve_date(written, DateHints(year=2016)).on == date(2016, 9, 16)


@given(st.dates(date(2001, 1, 1), date(2060, 12, 31)))
def test_every_day_is_read_back_from_six_notations(on):
    german = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"]
    german += ["August", "September", "Oktober", "November", "Dezember"]
    for text in (
        f"{on:%d.%m.%Y}",
        on.isoformat(),
        f"{on:%A, %d %B %Y}",
        f"{on:%B %d, %Y}",
        f"{on.day}. {german[on.month - 1]} {on.year}",
        f"{on.day}.{on.month}.{on:%y}",
    ):
        written = find_date(text)
        assert written is not None
        assert resolve_date(written, DateHints()).on == on


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    written = find_date(text)
    if written is not None:
        found = resolve_date(written, TRIP)
        assert (found.on is None) == bool(found.problem)
