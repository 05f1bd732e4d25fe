from datetime import date, datetime, time

import pytest

from trips.domain.values.slug import is_slug, slug_of
from trips.domain.values.spans import (
    EnteredSpan,
    FlawedTime,
    TimeFlaw,
    named_end_day,
    passes_of,
    read_span,
)

BERLIN = ("Europe/Berlin", "Europe/Berlin")


def at(day: int, hour: int, minute: int = 0, *, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute)


def entered(start: str, end: str, on: date = date(2026, 3, 16), **more: object) -> EnteredSpan:
    return EnteredSpan(on=on, start=time.fromisoformat(start), end=time.fromisoformat(end), **more)


def test_a_day_and_two_times_make_a_span() -> None:
    assert read_span(entered("09:45", "11:45")) == (at(16, 9, 45, month=3), at(16, 11, 45, month=3))


def test_an_end_after_midnight_is_the_next_day() -> None:
    assert read_span(entered("19:30", "00:15"))[1] == at(17, 0, 15, month=3)


def test_an_end_before_the_start_names_the_earliest_that_would_do() -> None:
    flaws = read_span(entered("09:45", "09:30"))
    assert flaws == (FlawedTime(TimeFlaw.END_BEFORE_START, True, at(16, 9, 50, month=3)),)


def test_a_named_last_day_is_taken_at_its_word() -> None:
    span = entered("09:00", "12:00", ends_on=date(2026, 3, 18))
    assert read_span(span)[1] == at(18, 12, month=3)
    assert named_end_day(at(16, 9, month=3), at(18, 12, month=3)) == date(2026, 3, 18)
    assert named_end_day(at(16, 19, 30, month=3), at(17, 0, 15, month=3)) is None


def test_a_time_the_clocks_skip_is_refused_with_the_one_behind_it() -> None:
    flaws = read_span(entered("02:30", "04:00", date(2026, 3, 29)))
    assert flaws == (FlawedTime(TimeFlaw.SKIPPED, False, at(29, 3, 30, month=3)),)


def test_a_time_that_comes_twice_needs_a_choice() -> None:
    night = date(2026, 10, 25)
    flaws = read_span(entered("02:30", "04:00", night))
    assert flaws == (FlawedTime(TimeFlaw.REPEATED, False, at(25, 2, 30)),)
    starts, ends = read_span(entered("02:30", "04:00", night, passes=(1, None)))
    assert (starts.fold, ends.fold) == (1, 0)
    assert passes_of(starts, ends, BERLIN) == (1, None)


def test_from_the_first_to_the_second_pass_is_an_hour() -> None:
    span = entered("02:30", "02:30", date(2026, 10, 25), passes=(0, 1), ends_on=date(2026, 10, 25))
    starts, ends = read_span(span)
    assert (starts.fold, ends.fold) == (0, 1)


def test_a_journey_west_may_arrive_before_it_left_by_the_clock() -> None:
    zones = ("Europe/Berlin", "America/New_York")
    span = entered("10:00", "09:30", zones=zones, ends_on=date(2026, 3, 16))
    assert read_span(span) == (at(16, 10, month=3), at(16, 9, 30, month=3))


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        (("Städtedialog Köln", "2027"), "staedtedialog-koeln-2027"),
        (("  Łódź – São Paulo ",), "lodz-sao-paulo"),
        (("Київ",), ""),
    ],
)
def test_an_address_is_made_of_words(words: tuple[str, ...], slug: str) -> None:
    assert slug_of(*words) == slug


def test_pages_beside_the_trips_are_no_addresses() -> None:
    assert [is_slug(text) for text in ("dialog-2027", "new", "Dialog", "a--b", "")] == [
        True, False, False, False, False,
    ]  # fmt: skip
