"""Keys, hashes, and finding again what one step has changed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.findings_trips import Size, a_trip
from tests.domain.findings.small_trip import SOUND, at, item, with_item
from tests.effort import examples
from trips.domain.findings.engine import (
    find_all,
    first_pass,
    next_pass,
)
from trips.domain.findings.model import FindingCode, Severity
from trips.domain.item import HostStatus, ItemHost, ItemKind, ItemStatus
from trips.domain.snapshot import canonical
from trips.domain.trip import Limit
from trips.domain.values.text import Text
from trips.i18n.finding_wording import finding_words, fix_words

SMALL = a_trip(Size(days=4, items=48, groups=3, delegates=20))


def test_the_same_finding_has_the_same_key_whatever_its_facts() -> None:
    (before,) = find_all(with_item(site="far", starts=at(11, 30)))
    (after,) = find_all(with_item(site="far", starts=at(11, 31)))
    assert before.key == after.key
    assert before.facts_hash != after.facts_hash


def test_a_new_title_does_not_change_the_facts() -> None:
    (before,) = find_all(with_item(site="far", starts=at(11, 30)))
    renamed = with_item(site="far", starts=at(11, 30), title=Text(de="Neu", en="New"))
    assert find_all(renamed)[0].facts_hash == before.facts_hash


def test_a_list_keeps_its_key_while_it_grows() -> None:
    one = find_all(with_item(title=Text(de="Nur deutsch")))[0]
    snapshot = with_item(title=Text(de="Nur deutsch"))
    first = replace(snapshot.items[0], title=Text(de="Auch nur deutsch"))
    two = find_all(replace(snapshot, items=(first, snapshot.items[1])))[0]
    assert (one.key, one.facts_hash != two.facts_hash) == (two.key, True)


def test_an_open_host_warns_first_and_blocks_as_the_trip_draws_near() -> None:
    snapshot = with_item(hosts=(ItemHost(organisation="city", status=HostStatus.REQUESTED),))
    early, near = date(2015, 8, 18), date(2015, 8, 19)
    assert find_all(snapshot, today=early)[0].severity is Severity.WARNS
    assert find_all(snapshot, today=near)[0].severity is Severity.BLOCKS
    declined = with_item(hosts=(ItemHost(organisation="city", status=HostStatus.DECLINED),))
    assert find_all(declined, today=early)[0].severity is Severity.BLOCKS


def test_a_trip_sets_its_own_limits() -> None:
    snapshot = with_item(site="far", starts=at(11, 44))
    assert [each.code for each in find_all(snapshot)] == [FindingCode.WAY_TOO_TIGHT]
    patient = replace(snapshot.trip, limits=(Limit("driving_km_h", 30), Limit("unknown", 1)))
    assert [each.code for each in find_all(replace(snapshot, trip=patient))] == [
        FindingCode.TRANSFER_MISSING
    ]


@settings(max_examples=examples(20, 60), deadline=None)
@given(
    st.integers(0, len(SMALL.items) - 1),
    st.integers(-300, 300),
    st.integers(-2, 2),
)
def test_finding_again_after_a_move_finds_the_same_as_afresh(
    index: int, minutes: int, days: int
) -> None:
    before = first_pass(SMALL)
    old = SMALL.items[index]
    by = timedelta(minutes=minutes, days=days)
    moved = replace(old, starts=old.starts + by, ends=old.ends + by)
    items = tuple(moved if each.uid == old.uid else each for each in SMALL.items)
    after = replace(SMALL, items=items)
    assert next_pass(before, after).findings == find_all(after)


def test_finding_again_notices_what_is_not_an_item() -> None:
    before = first_pass(SOUND)
    after = replace(SOUND, stops=(replace(SOUND.stops[0], hotels=()),))
    assert [each.code for each in next_pass(before, after).findings] == [FindingCode.HOTEL_MISSING]


def test_an_unplaced_idea_is_no_item_yet() -> None:
    idea = item("idea", at(10), at(11), is_unplaced=True)
    assert find_all(replace(SOUND, items=(*SOUND.items, idea))) == ()


WILD = st.fixed_dictionaries(
    {},
    optional={
        "starts": st.datetimes(datetime(2026, 4, 30), datetime(2026, 5, 12)),
        "ends": st.datetimes(datetime(2026, 4, 30), datetime(2026, 5, 12)),
        "kind": st.sampled_from(ItemKind),
        "status": st.sampled_from(ItemStatus),
        "site": st.sampled_from([None, "site001", "site002"]),
        "stop": st.sampled_from([None, "stop"]),
        "groups": st.sampled_from([(), ("A",), ("A", "B", "C"), ("unknown",)]),
        "hosts": st.sampled_from([(), (ItemHost(organisation=None),)]),
        "capacity": st.sampled_from([None, 0, 10]),
        "floor_languages": st.sampled_from([(), ("xx",)]),
        "room": st.sampled_from(["", "Saal"]),
        "vehicle": st.sampled_from(["", "Bus"]),
    },
)


@settings(max_examples=examples(20, 80), deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SMALL.items) - 1), WILD), max_size=8))
def test_whatever_an_import_brings_the_rules_answer_and_in_words(
    changes: list[tuple[int, dict[str, Any]]],
) -> None:
    items = list(SMALL.items)
    for index, change in changes:
        items[index] = replace(items[index], **change)
    snapshot = canonical(replace(SMALL, items=tuple(items)))
    for finding in find_all(snapshot):
        assert finding_words(finding, "de").title
        assert all(fix_words(fix, "en") for fix in finding.fixes)
        assert len(finding.key) == len(finding.facts_hash) == 64


def test_keys_tell_findings_apart() -> None:
    keys = [finding.key for finding in find_all(SMALL)]
    assert len(keys) == len(set(keys))
