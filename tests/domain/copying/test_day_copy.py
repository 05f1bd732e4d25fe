"""A day of one trip in another."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from tests.world_trip import UIDS, trip
from trips.domain.copying.day_copy import DayWish, copy_day, days_with_items, items_of_day
from trips.domain.item import HostStatus, ItemStatus

SOURCE = trip()
TARGET = trip()
VISIT = SOURCE.item_by_uid[UIDS["visit"]]
ON = VISIT.starts.date()
TO = date(2026, 3, 18)
WISH = DayWish(on=ON, to=TO)


def test_the_items_of_a_day_keep_their_times_places_and_texts():
    items = {item.title: item for item in copy_day(SOURCE, TARGET, WISH)}
    assert len(items) == len(items_of_day(SOURCE, ON))
    copy = items[VISIT.title]
    assert copy.starts == VISIT.starts + (TO - ON)
    assert (copy.site, copy.text, copy.ends - copy.starts) == (
        VISIT.site,
        VISIT.text,
        VISIT.ends - VISIT.starts,
    )
    assert (copy.uid, copy.status, copy.is_unplaced) == ("", ItemStatus.IDEA, False)


def test_people_and_internal_notes_stay_behind():
    full = replace(VISIT, internal_note="Frau Vogel anrufen", extra=(("Bus", "Herr Meyer"),))
    for copy in copy_day(replace(SOURCE, items=(full,)), TARGET, WISH):
        assert (copy.speakers, copy.internal_note, copy.extra) == ((), "", ())
        assert [host.person for host in copy.hosts] == [None] * len(copy.hosts)
        assert {host.status for host in copy.hosts} <= {HostStatus.OPEN}


def test_items_go_to_the_stop_of_the_day_or_the_chosen_one():
    there = next(stop for stop in TARGET.stops if stop.arrives_on <= TO <= stop.departs_on)
    stops = {item.stop for item in copy_day(SOURCE, TARGET, WISH)}
    assert len(stops) == 1
    assert there.departs_on >= TO
    chosen = copy_day(SOURCE, TARGET, replace(WISH, stop=UIDS["leipzig"]))
    assert {item.stop for item in chosen} == {UIDS["leipzig"]}


def test_groups_that_the_target_lacks_stay_behind():
    item = replace(VISIT, groups=("A", "ZZ"))
    (copy,) = copy_day(replace(SOURCE, items=(item,)), TARGET, WISH)
    assert copy.groups == tuple(group.code for group in TARGET.trip.groups if group.code == "A")


def test_they_may_wait_without_a_time():
    items = copy_day(SOURCE, TARGET, replace(WISH, is_unplaced=True))
    assert {item.is_unplaced for item in items} == {True}


def test_what_was_cancelled_or_has_no_time_is_no_item_of_the_day():
    items = (
        replace(VISIT, uid="off", status=ItemStatus.CANCELLED),
        replace(VISIT, uid="open", is_unplaced=True),
        replace(VISIT, uid="next", starts=VISIT.starts + timedelta(days=1)),
    )
    source = replace(SOURCE, items=(VISIT, *items))
    assert [item.uid for item in items_of_day(source, ON)] == [VISIT.uid]
    assert days_with_items(source) == (ON, ON + timedelta(days=1))
    assert isinstance(VISIT.starts, datetime)
