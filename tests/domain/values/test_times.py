from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trips.domain.values.times import (
    is_repeated,
    is_skipped,
    read_wall,
    to_utc,
    to_wall,
    write_wall,
)

BERLIN = "Europe/Berlin"


def test_summer_and_winter_time_lie_two_and_one_hours_before_utc() -> None:
    assert to_utc(datetime(2015, 9, 18, 9), BERLIN) == datetime(2015, 9, 18, 7, tzinfo=UTC)
    assert to_utc(datetime(2015, 12, 18, 9), BERLIN) == datetime(2015, 12, 18, 8, tzinfo=UTC)


def test_the_repeated_hour_has_two_passes() -> None:
    first = datetime(2015, 10, 25, 2, 30)
    second = first.replace(fold=1)
    assert is_repeated(first, BERLIN)
    assert to_utc(first, BERLIN) == datetime(2015, 10, 25, 0, 30, tzinfo=UTC)
    assert to_utc(second, BERLIN) == datetime(2015, 10, 25, 1, 30, tzinfo=UTC)
    assert not is_repeated(datetime(2015, 10, 25, 3, 30), BERLIN)


def test_the_skipped_hour_is_never() -> None:
    assert is_skipped(datetime(2015, 3, 29, 2, 30), BERLIN)
    assert not is_skipped(datetime(2015, 3, 29, 3, 30), BERLIN)
    assert not is_skipped(datetime(2015, 3, 29, 2, 30), "Asia/Kolkata")


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)),
    st.sampled_from([BERLIN, "Asia/Kolkata", "Pacific/Apia", "America/New_York"]),
)
def test_an_instant_comes_back_from_the_wall(moment: datetime, zone: str) -> None:
    instant = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    wall = to_wall(instant, zone)
    assert to_utc(wall, zone) == instant
    assert read_wall(write_wall(wall)) == wall
    assert read_wall(write_wall(wall)).fold == wall.fold


@pytest.mark.parametrize("text", ["", "2015-09-18", "2015-09-18 09:00", "2015-09-18T09:00~x"])
def test_other_notations_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_wall(text)
