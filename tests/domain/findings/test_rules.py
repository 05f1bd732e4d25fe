"""Each rule on the smallest trip that breaks it, and on the same trip mended."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.findings.broken_trips import BROKEN
from tests.domain.findings.small_trip import (
    COMING,
    PERSON,
    SOUND,
    at,
    host,
    item,
    leg,
    munich,
    with_hours,
    with_item,
    with_person,
)
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding, FindingCode, Severity
from trips.domain.interpreter import Assignment, Interpreter, InterpretingMode
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.participation import Counts, Role
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus
from trips.domain.values.text import Text


def codes(snapshot: TripSnapshot) -> list[FindingCode]:
    return [finding.code for finding in find_all(snapshot)]


def test_a_sound_trip_has_no_findings() -> None:
    assert find_all(SOUND) == ()


@pytest.mark.parametrize("code", FindingCode)
def test_a_flaw_is_found_alone_and_as_grave_as_it_is(code: FindingCode) -> None:
    severity, broken = BROKEN[code]
    found = find_all(broken())
    assert [(finding.code, finding.severity) for finding in found] == [(code, severity)]


def test_a_booked_leg_is_no_finding() -> None:
    snapshot = replace(SOUND, stops=(*SOUND.stops, munich()), legs=(leg(BookingStatus.BOOKED),))
    assert codes(snapshot) == []


def test_ideas_and_cancelled_items_break_no_rule() -> None:
    for status in (ItemStatus.IDEA, ItemStatus.CANCELLED):
        assert codes(with_item(status=status, starts=at(10, 30), site=None)) == []


def test_groups_apart_do_not_overlap() -> None:
    items = (
        replace(SOUND.items[0], groups=("A",)),
        replace(SOUND.items[1], starts=at(10, 30), groups=("B",)),
    )
    assert codes(replace(SOUND, items=items)) == []


@pytest.mark.parametrize(
    ("gap", "code"),
    [
        (22, FindingCode.WAY_IMPOSSIBLE),
        (23, FindingCode.WAY_TOO_TIGHT),
        (44, FindingCode.WAY_TOO_TIGHT),
        (45, FindingCode.TRANSFER_MISSING),
    ],
)
def test_a_way_needs_the_time_of_its_distance(gap: int, code: FindingCode) -> None:
    """Eleven kilometres at 18 km/h and eight minutes of boarding are 45 minutes."""
    assert codes(with_item(site="far", starts=at(11, gap))) == [code]


def test_interpreting_covers_those_who_do_not_follow_the_floor() -> None:
    foreign = with_item(floor_languages=("fr",))
    interpreter = Interpreter(uid="voice", person="thabo")
    assignment = Assignment(
        uid="assigned",
        item="second",
        interpreter="voice",
        mode=InterpretingMode.CONSECUTIVE,
        source="fr",
        target="de",
    )
    covered = replace(foreign, interpreters=(interpreter,), assignments=(assignment,))
    assert codes(covered) == []


def test_whoever_is_not_there_that_day_misses_nothing() -> None:
    snapshot = replace(
        with_person(present_to=date(2015, 9, 17)),
        items=(item("late", at(10, day=18), at(11, day=18), floor_languages=("fr",)),),
    )
    assert codes(snapshot) == []


def test_findings_come_gravest_first_then_by_deadline() -> None:
    snapshot = replace(
        with_item(status=ItemStatus.REQUESTED, title=Text(de="Nur deutsch")),
        stops=(replace(SOUND.stops[0], hotels=()),),
    )
    found = find_all(snapshot)
    assert [finding.severity for finding in found] == sorted(
        (finding.severity for finding in found), key=list(Severity).index
    )
    assert found[0].code is FindingCode.HOTEL_MISSING


def test_two_people_at_two_places_at_once_are_two_findings() -> None:
    hosts = (host(), host(person="lerato"))
    items = (
        replace(SOUND.items[0], groups=("A",), hosts=hosts),
        replace(SOUND.items[1], starts=at(10, 30), groups=("B",), hosts=hosts),
    )
    lerato = replace(PERSON, uid="lerato", given_name="Lerato")
    found = find_all(replace(SOUND, items=items, persons=(PERSON, lerato)))
    assert [finding.code for finding in found] == [FindingCode.PERSON_OVERLAP] * 2
    assert len({finding.key for finding in found}) == 2


def test_a_long_item_overlaps_with_everything_in_it() -> None:
    long = item("long", at(8), at(14))
    found = find_all(replace(SOUND, items=(long, *SOUND.items)))
    assert codes_of(found) == {FindingCode.GROUP_OVERLAP: 2, FindingCode.BREAK_MISSING: 1}


def codes_of(found: tuple[Finding, ...]) -> Counter[FindingCode]:
    return Counter(
        finding.code for finding in found if finding.code is not FindingCode.LUNCH_MISSING
    )


def test_staff_and_interpreters_take_chairs_too() -> None:
    staff = replace(
        COMING, uid="staff", role=Role.ORGANISER, delegate=None, counts=(Counts.SEAT,), group=""
    )
    seated = replace(COMING, counts=(Counts.SEAT, Counts.ROOM), group="A")
    joint = item("first", at(10), at(11), capacity=1)
    snapshot = replace(SOUND, participations=(seated, staff), items=(joint,))
    (finding,) = find_all(snapshot)
    assert (finding.facts["delegates"], finding.facts["staff"]) == (1, 1)
    apart = replace(snapshot, items=(replace(joint, groups=("A",)),))
    assert find_all(apart) == ()


def test_a_host_who_has_agreed_opens_at_odd_hours() -> None:
    shut = with_hours(9, 17, 1)
    agreed = replace(shut.items[0], hosts=(host(),))
    assert codes(replace(shut, items=(agreed,))) == []


def test_a_trip_by_day_and_back_leaves_nobody_behind() -> None:
    """Two legs there and back on one day: the evening in the first city is no clash."""
    munich_day = replace(munich(), arrives_on=date(2015, 9, 17), departs_on=date(2015, 9, 17))
    there = leg(uid="there", departs=at(7, day=17), arrives=at(10, day=17))
    back = leg(
        uid="back",
        from_stop="munich",
        to_stop="leipzig",
        departs=at(16, day=17),
        arrives=at(19, day=17),
    )
    dinner = item("dinner", at(20, day=17), at(21, day=17))
    found = find_all(
        replace(SOUND, stops=(SOUND.stops[0], munich_day), legs=(there, back), items=(dinner,))
    )
    clashing = {FindingCode.AFTER_DEPARTURE, FindingCode.BEFORE_ARRIVAL}
    assert {finding.code for finding in found} & clashing == set()


def test_lunch_may_be_free_time_or_a_journey() -> None:
    morning, noon = item("first", at(10), at(12)), item("second", at(13), at(15))
    assert codes(replace(SOUND, items=(morning, noon))) == [FindingCode.LUNCH_MISSING]
    free = item("free", at(12), at(13), kind=ItemKind.FREE)
    assert codes(replace(SOUND, items=(morning, free, noon))) == []
