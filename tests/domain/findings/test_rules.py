"""Each rule on the smallest trip that breaks it, and on the same trip mended."""

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.findings.broken_trips import BROKEN
from tests.domain.findings.small_trip import (
    SOUND,
    at,
    item,
    leg,
    munich,
    with_item,
    with_person,
)
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import FindingCode, Severity
from trips.domain.interpreter import Assignment, Interpreter, InterpretingMode
from trips.domain.item import ItemStatus
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
        mode=InterpretingMode.WHISPERED,
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
