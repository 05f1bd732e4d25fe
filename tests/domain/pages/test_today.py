from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.exports.briefs import a_leg, a_programme, an_item
from trips.domain.briefs.programme import (
    DayBrief,
    ItemBrief,
    LaneBrief,
    LegBrief,
    ProgrammeBrief,
    RowBrief,
)
from trips.domain.item import ItemKind
from trips.domain.pages.today import Standing, entries_of, look_at

BERLIN = ZoneInfo("Europe/Berlin")


def at(day: int, hour: int, minute: int = 0, *, month: int = 9, fold: int = 0) -> datetime:
    return datetime(2015, month, day, hour, minute, fold=fold)


def berlin(wall: datetime) -> datetime:
    return wall.replace(tzinfo=BERLIN).astimezone(UTC)


def programme(*days: Sequence[ItemBrief | LegBrief | tuple[ItemBrief, ...]]) -> ProgrammeBrief:
    """A programme with these days from 18 September on; a tuple of items is apart."""
    brief = a_programme([])
    first = brief.days[0]
    made = tuple(
        replace(first, on=date(2015, 9, 18) + timedelta(days=number), rows=rows_of(day))
        for number, day in enumerate(days)
    )
    return replace(brief, days=made)


def rows_of(entries: Sequence[object]) -> tuple[RowBrief, ...]:
    rows = []
    for entry in entries:
        if isinstance(entry, LegBrief):
            rows.append(RowBrief(leg=entry))
        elif isinstance(entry, ItemBrief):
            rows.append(RowBrief(item=entry))
        else:
            lanes = tuple(LaneBrief(groups=each.groups, items=(each,)) for each in entry)
            rows.append(RowBrief(lanes=lanes))
    return tuple(rows)


VISIT = an_item(at(18, 9), at(18, 10, 30), uid="visit")
BUS = an_item(at(18, 10, 45), at(18, 11, 15), uid="bus", kind=ItemKind.TRANSFER)
TALK = an_item(at(18, 11, 30), at(18, 12, 30), uid="talk")
REST = an_item(at(18, 12, 30), at(18, 14), uid="rest", kind=ItemKind.FREE)
DINNER = an_item(at(18, 19), at(19, 0, 30), uid="dinner")
TRAIN = a_leg(at(19, 8), at(19, 11), uid="train")
FORUM_A = an_item(at(19, 14), at(19, 16), uid="forum-a", groups=("A",))
FORUM_B = an_item(at(19, 14), at(19, 15), uid="forum-b", groups=("B",))
TRIP = programme([VISIT, BUS, TALK, REST, DINNER], [TRAIN, (FORUM_A, FORUM_B)])


def standings(now: datetime, brief: ProgrammeBrief = TRIP) -> dict[str, str]:
    return {uid: each.value for uid, each in look_at(brief, now).standings.items()}


def test_long_before_the_trip_the_first_day_is_shown_and_nothing_is_over() -> None:
    today = look_at(TRIP, berlin(at(5, 12)))
    assert today.on == date(2015, 9, 18)
    assert today.standings["visit"] is Standing.NEXT
    assert set(today.standings.values()) == {Standing.NEXT, Standing.LATER}
    assert today.until_next == timedelta(days=12, hours=21)


def test_after_the_trip_the_last_day_is_shown_and_everything_is_over() -> None:
    today = look_at(TRIP, berlin(at(30, 12)))
    assert today.on == date(2015, 9, 19)
    assert set(today.standings.values()) == {Standing.PAST}
    assert today.until_next is None


def test_an_item_is_on_from_its_first_minute_until_before_its_last() -> None:
    assert standings(berlin(at(18, 8, 59)))["visit"] == "next"
    assert standings(berlin(at(18, 9)))["visit"] == "now"
    assert standings(berlin(at(18, 10, 29)))["visit"] == "now"
    assert standings(berlin(at(18, 10, 30)))["visit"] == "past"


def test_ways_and_free_time_are_never_what_is_next() -> None:
    found = standings(berlin(at(18, 10, 35)))
    assert (found["bus"], found["talk"]) == ("later", "next")
    assert standings(berlin(at(18, 10, 50)))["bus"] == "now"
    assert standings(berlin(at(18, 12)))["dinner"] == "next"
    assert standings(berlin(at(18, 12)))["rest"] == "later"


def test_a_train_can_be_next() -> None:
    assert standings(berlin(at(19, 7)))["train"] == "next"


def test_groups_that_are_apart_have_each_their_next() -> None:
    found = standings(berlin(at(19, 13)))
    assert (found["forum-a"], found["forum-b"]) == ("next", "next")
    found = standings(berlin(at(19, 15, 30)))
    assert (found["forum-a"], found["forum-b"]) == ("now", "past")


def test_an_evening_past_midnight_belongs_to_its_day_until_it_ends() -> None:
    assert look_at(TRIP, berlin(at(19, 0, 29))).on == date(2015, 9, 18)
    assert look_at(TRIP, berlin(at(19, 0, 30))).on == date(2015, 9, 19)


def test_the_day_turns_at_midnight_in_the_zone_of_the_trip() -> None:
    short = programme([VISIT], [FORUM_A])
    assert look_at(short, datetime(2015, 9, 18, 21, 59, tzinfo=UTC)).on == date(2015, 9, 18)
    assert look_at(short, datetime(2015, 9, 18, 22, 0, tzinfo=UTC)).on == date(2015, 9, 19)


def test_a_phone_still_set_to_another_zone_changes_nothing() -> None:
    seoul = berlin(at(18, 9, 30)).astimezone(ZoneInfo("Asia/Seoul"))
    assert standings(seoul) == standings(berlin(at(18, 9, 30)))


@pytest.mark.parametrize(
    ("now", "standing"),
    [
        (datetime(2015, 10, 25, 0, 15, tzinfo=UTC), "now"),  # 02:15, first time
        (datetime(2015, 10, 25, 0, 45, tzinfo=UTC), "past"),
        (datetime(2015, 10, 25, 1, 15, tzinfo=UTC), "past"),  # 02:15, second time
    ],
)
def test_an_hour_that_comes_twice_is_counted_once(now: datetime, standing: str) -> None:
    night = an_item(at(25, 2, month=10), at(25, 2, 30, month=10), uid="night")
    assert standings(now, programme([night]))["night"] == standing


def test_the_second_pass_of_an_hour_is_its_own() -> None:
    night = an_item(at(25, 2, month=10, fold=1), at(25, 2, 30, month=10, fold=1), uid="night")
    first, second = (datetime(2015, 10, 25, hour, 15, tzinfo=UTC) for hour in (0, 1))
    brief = programme([night])
    assert (standings(first, brief)["night"], standings(second, brief)["night"]) == ("next", "now")


def test_a_trip_without_days_shows_its_first_day() -> None:
    empty = replace(TRIP, days=())
    today = look_at(empty, berlin(at(18, 9)))
    assert (today.on, today.standings, today.until_next) == (TRIP.starts_on, {}, None)


def test_what_is_not_in_the_programme_is_over() -> None:
    stranger = an_item(at(30, 9), at(30, 10), uid="stranger")
    assert look_at(TRIP, berlin(at(18, 9))).of(stranger) is Standing.PAST


def test_every_entry_of_a_day_is_found_in_order() -> None:
    second: DayBrief = TRIP.days[1]
    assert [entry.uid for entry in entries_of(second)] == ["train", "forum-a", "forum-b"]
