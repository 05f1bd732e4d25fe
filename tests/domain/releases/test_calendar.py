"""What calendars are told from release to release."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.world_trip import UIDS, at, trip
from trips.domain.item import Item, ItemStatus
from trips.domain.releases.calendar import (
    CalendarEntry,
    in_calendar,
    list_cancelled,
    next_entries,
)
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import read_value, to_wire

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
VISIT, TALK, LEG = UIDS["visit"], UIDS["talk"], UIDS["leg"]


def with_visit(**values: object) -> TripSnapshot:
    items = [replace(each, **values) if each.uid == VISIT else each for each in trip().items]
    return replace(trip(), items=tuple(items))


def orders(entries: dict[str, CalendarEntry]) -> dict[str, int]:
    return {uid: entry.order for uid, entry in entries.items()}


def test_the_first_release_goes_on_from_the_draft() -> None:
    drafted = with_visit(sequence=3)
    first = next_entries({}, None, drafted, NOW)
    assert orders(first) == {VISIT: 3, TALK: 0, LEG: 0}
    moved = with_visit(sequence=9, starts=at(16, 9))
    second = next_entries(first, drafted, moved, LATER)
    assert orders(second) == {VISIT: 4, TALK: 0, LEG: 0}
    assert (second[VISIT].changed_at, second[TALK].changed_at) == (LATER, NOW)


def test_what_no_calendar_shows_is_no_change() -> None:
    first = next_entries({}, None, trip(), NOW)
    quiet = with_visit(internal_note="x", capacity=3)
    assert next_entries(first, trip(), quiet, LATER) == first
    others = replace(trip(), assignments=())
    assert orders(next_entries(first, trip(), others, LATER))[VISIT] == 1


def test_a_city_that_gets_another_zone_is_a_change() -> None:
    first = next_entries({}, None, trip(), NOW)
    stops = (replace(trip().stops[0], zone="Europe/Kyiv"), *trip().stops[1:])
    assert orders(next_entries(first, trip(), replace(trip(), stops=stops), LATER))[VISIT] == 1


def test_what_is_gone_is_cancelled_once_and_comes_back_with_a_higher_sequence() -> None:
    first = next_entries({}, None, trip(), NOW)
    gone = with_visit(status=ItemStatus.CANCELLED)
    second = next_entries(first, trip(), gone, LATER)
    assert [(each.uid, each.order) for each in list_cancelled(second)] == [(VISIT, 1)]
    assert next_entries(second, gone, gone, LATER + timedelta(days=1)) == second
    third = next_entries(second, gone, trip(), LATER)
    assert (third[VISIT].order, list_cancelled(third)) == (2, ())


def test_a_group_is_told_only_of_what_it_ever_had() -> None:
    old, new = with_visit(groups=("A",)), with_visit(groups=("B",))
    entries = next_entries(next_entries({}, None, old, NOW), old, new, LATER)
    assert [each.uid for each in list_cancelled(entries, "A")] == [VISIT]
    assert list_cancelled(entries, "B") == ()
    assert list_cancelled(entries) == ()
    everyone = with_visit()
    narrowed = next_entries(next_entries({}, None, everyone, NOW), everyone, new, LATER)
    assert [each.uid for each in list_cancelled(narrowed, "A")] == [VISIT]


def test_entries_survive_their_json_form_and_reach_the_snapshot() -> None:
    entries = next_entries({}, None, with_visit(sequence=2), NOW)
    kept = tuple(entries.values())
    assert read_value(tuple[CalendarEntry, ...], to_wire(kept)) == kept
    shown = in_calendar(trip(), entries)
    found: Item = shown.item_by_uid[VISIT]
    assert (found.sequence, found.changed_at) == (2, NOW)
    assert (shown.legs[0].sequence, shown.legs[0].changed_at) == (0, NOW)
