import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trips.domain.notations.times import find_duration, find_time


def at(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("9.30 Uhr", "9:30"),
        ("9:30", "9:30"),
        ("09:30", "9:30"),
        ("09:30:00", "9:30"),
        ("09h30", "9:30"),
        ("9 Uhr 30", "9:30"),
        ("9\u00b3\u2070", "9:30"),
        ("9", "9:00"),
        ("9 Uhr", "9:00"),
        ("9h", "9:00"),
        ("0930", "9:30"),
        ("0930 hrs", "9:30"),
        ("ab 10 Uhr", "10:00"),
        ("ab 10:00", "10:00"),
        ("von 10 Uhr", "10:00"),
        ("um 10 Uhr", "10:00"),
        ("gegen 20 Uhr", "20:00"),
        ("ca. 18:30", "18:30"),
        ("ca 18.30 Uhr", "18:30"),
        ("etwa 18:30 Uhr", "18:30"),
        ("approx. 6:30 pm", "18:30"),
        ("around 6.30 p.m.", "18:30"),
        ("at 7.30 pm", "19:30"),
        ("from 9:30", "9:30"),
        ("2 pm", "14:00"),
        ("2pm", "14:00"),
        ("2 p.m.", "14:00"),
        ("2:15 PM", "14:15"),
        ("12 am", "0:00"),
        ("12 pm", "12:00"),
        ("12:30 am", "0:30"),
        ("8 o'clock", "8:00"),
        ("12 noon", "12:00"),
        ("noon", "12:00"),
        ("Mitternacht", "24:00"),
        ("midnight", "24:00"),
        ("24:00", "24:00"),
        ("00:00", "0:00"),
        ("17.00 Uhr ff.", "17:00"),
        ("19:00 \u2013", "19:00"),
        ("Beginn: 19:00", "19:00"),
        ("anschließend, 19:00 Uhr", "19:00"),
    ],
)
def test_a_start_is_read_however_it_is_written(text, start):
    found = find_time(text)
    assert found is not None
    assert (found.start, found.end, found.problem) == (at(start), None, "")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9\u201310.30", "9:00", "10:30"),
        ("9-11", "9:00", "11:00"),
        ("9 \u2013 11 Uhr", "9:00", "11:00"),
        ("14:00 - 15:30 Uhr", "14:00", "15:30"),
        ("14.00\u201315.30 Uhr", "14:00", "15:30"),
        ("14.00 Uhr \u2013 15.00 Uhr", "14:00", "15:00"),
        ("14 Uhr bis 15:30 Uhr", "14:00", "15:30"),
        ("von 9 bis 10 Uhr", "9:00", "10:00"),
        ("zwischen 9 und 10 Uhr", "9:00", "10:00"),
        ("9:30 Uhr bis ca. 10:15 Uhr", "9:30", "10:15"),
        ("from 9:30 to 10:30", "9:30", "10:30"),
        ("between 9 and 10:30", "9:00", "10:30"),
        ("9:30 until 10:30", "9:30", "10:30"),
        ("0930-1100", "9:30", "11:00"),
        ("9h30 \u2014 11h00", "9:30", "11:00"),
        ("10 h \u2013 11 h", "10:00", "11:00"),
        ("09:30\u2010\u200911:00", "9:30", "11:00"),
        ("2:30\u20134 p.m.", "14:30", "16:00"),
        ("2 pm - 4", "14:00", "16:00"),
        ("11-1 pm", "11:00", "13:00"),
        ("9 am \u2013 5 pm", "9:00", "17:00"),
        ("8\u20139.30 a.m.", "8:00", "9:30"),
        ("10 a.m.-12 noon", "10:00", "12:00"),
        ("6 p.m. \u2013 midnight", "18:00", "24:00"),
        ("20:00\u201324:00", "20:00", "24:00"),
        ("20:00\u20130:00", "20:00", "24:00"),
        ("22:00\u201301:30", "22:00", "25:30"),
        ("22 Uhr bis 1 Uhr", "22:00", "25:00"),
        ("11 pm - 1 am", "23:00", "25:00"),
    ],
)
def test_a_span_is_read_however_it_is_written(text, start, end):
    found = find_time(text)
    assert found is not None
    assert (found.start, found.end) == (at(start), at(end))


FOLLOWING = ("anschließend", "anschl.", "danach", "im Anschluss", "followed by", "afterwards")
UNKNOWN = ("tbd", "TBC", "n.n.", "offen", "-", "\u2013", "?", "")


@pytest.mark.parametrize("text", [*FOLLOWING, *UNKNOWN, "then"])
def test_a_row_without_a_clock_follows(text):
    found = find_time(text)
    assert found is not None
    assert (found.start, found.end, found.follows) == (None, None, True)


@pytest.mark.parametrize("text", ["bis 17:00", "until 5 pm", "- 17:00", "anschließend bis 17 Uhr"])
def test_an_end_alone_follows_what_was_before(text):
    found = find_time(text)
    assert found is not None
    assert (found.start, found.end, found.follows) == (None, at("17:00"), True)


@pytest.mark.parametrize("text", ["ganztägig", "all day", "nachmittags", "in the evening"])
def test_a_part_of_the_day_is_assumed(text):
    found = find_time(text)
    assert found is not None
    assert found.is_assumed is True


@pytest.mark.parametrize("text", ["14:00\u201313:00", "9:00-9:00", "18 Uhr bis 8 Uhr"])
def test_an_end_before_the_start_is_a_problem(text):
    found = find_time(text)
    assert found is not None
    assert found.problem == "end_before_start"


@pytest.mark.parametrize("text", ["3 Gruppen", "25:00", "9:75", "Leipzig", "13 pm", "siehe oben"])
def test_what_is_no_time_is_none(text):
    assert find_time(text) is None


def test_words_behind_the_time_are_kept():
    found = find_time("9.00\u20139.45 Uhr Treffpunkt Lobby")
    assert found is not None
    assert (found.start, found.end, found.rest) == (540, 585, "Treffpunkt Lobby")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("90 Min.", 90), ("1,5 Std.", 90), ("1 h 30 min", 90), ("2h", 120), ("45'", 45), ("x", None)],
)
def test_a_duration_is_minutes(text, minutes):
    assert find_duration(text) == minutes


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_is_read_back(hour, minute):
    half = "am" if hour < 12 else "pm"
    for text in (
        f"{hour}:{minute:02}",
        f"{hour:02}.{minute:02} Uhr",
        f"{hour:02}{minute:02}",
        f"{hour:02}h{minute:02}",
        f"{hour % 12 or 12}:{minute:02} {half}",
    ):
        found = find_time(text)
        assert found is not None
        assert found.start == hour * 60 + minute


@given(st.text(max_size=60))
def test_any_text_is_a_time_or_none(text):
    found = find_time(text)
    if found is not None and found.start is not None and found.end is not None:
        assert found.start < found.end


@pytest.mark.parametrize(
    "text", ["9" * 5000, "9-" * 3000, "1 " * 9000, "ca. " * 5000, "a.m." * 5000]
)
def test_long_nonsense_is_read_quickly(text):
    begun = time.process_time()
    find_time(text)
    assert time.process_time() - begun < 5
