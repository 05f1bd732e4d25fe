"""A fix is a step of the board that makes its finding go away."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.domain.findings.broken_trips import BROKEN
from tests.domain.findings.small_trip import (
    COMING,
    PERSON,
    SOUND,
    at,
    item,
    with_hours,
    with_item,
)
from trips.domain.board.engine import apply_step
from trips.domain.board.steps import read_step
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import Finding, FindingCode, Fix, FixCode
from trips.domain.item import HostStatus, ItemHost
from trips.domain.participation import Counts
from trips.domain.site import StepFree
from trips.domain.snapshot import TripSnapshot, canonical


def taken(snapshot: TripSnapshot, fix: Fix) -> TripSnapshot:
    """The trip after the fix."""
    effects = apply_step(snapshot, read_step(dict(fix.change or {})))
    changed = {item.uid: item for item in effects.changed}
    items = [changed.get(item.uid, item) for item in snapshot.items]
    added = [replace(item, uid=f"new-{n}") for n, item in enumerate(effects.added)]
    return canonical(replace(snapshot, items=(*items, *added)))


def steps(snapshot: TripSnapshot) -> Iterator[tuple[Finding, Fix]]:
    for finding in find_all(snapshot):
        for fix in finding.fixes:
            if fix.change is not None:
                yield finding, fix


MENDABLE = sorted(code for code in FindingCode if any(True for _ in steps(BROKEN[code][1]())))


def test_the_rules_of_the_board_offer_fixes() -> None:
    assert set(MENDABLE) >= {
        FindingCode.GROUP_OVERLAP,
        FindingCode.PERSON_OVERLAP,
        FindingCode.WAY_TOO_TIGHT,
        FindingCode.TRANSFER_MISSING,
        FindingCode.LUNCH_MISSING,
        FindingCode.DINNER_MISSING,
        FindingCode.OUTSIDE_HOURS,
        FindingCode.CLOSED_THAT_DAY,
        FindingCode.OUTSIDE_STOP,
        FindingCode.AFTER_DEPARTURE,
        FindingCode.DEPARTURE_TIGHT,
        FindingCode.ARRIVAL_TIGHT,
    }


@pytest.mark.parametrize("code", MENDABLE)
def test_every_fix_mends_its_finding_and_breaks_no_stronger_rule(code: FindingCode) -> None:
    broken = BROKEN[code][1]()
    for finding, fix in steps(broken):
        after = find_all(taken(broken, fix))
        assert finding.key not in {each.key for each in after}, fix
        assert {each.code for each in after} <= {
            FindingCode.ITEM_WITHOUT_PLACE,
            FindingCode.ITEM_REQUESTED,
            FindingCode.TRANSFER_MISSING,
        }, fix


def test_the_end_moves_to_a_round_time() -> None:
    (finding,) = find_all(with_item(site="far", starts=at(11, 38), ends=at(12, 30)))
    (earlier, later) = finding.fixes
    assert (earlier.code, earlier.facts["at"]) == (FixCode.END_EARLIER, at(10, 50))
    assert (later.code, later.facts["at"]) == (FixCode.START_LATER, at(11, 45))


def test_an_item_is_never_cut_to_almost_nothing() -> None:
    snapshot = replace(
        SOUND,
        items=(item("first", at(10), at(10, 25)), item("second", at(10, 10), at(10, 35))),
    )
    (finding,) = find_all(snapshot)
    assert [fix.code for fix in finding.fixes] == [FixCode.MOVE_TO_GAP]


def test_an_item_moves_to_when_the_place_is_open() -> None:
    (finding,) = find_all(with_hours(14, 17, 3))
    (fix,) = finding.fixes
    assert (fix.code, fix.facts["at"]) == (FixCode.MOVE_TO_GAP, at(14))


def test_groups_swap_where_the_other_place_is_large_enough() -> None:
    people = tuple(
        replace(COMING, uid=f"p{n}", person=f"p{n}", group="A" if n else "B", counts=(Counts.SEAT,))
        for n in range(3)
    )
    snapshot = replace(
        SOUND,
        persons=tuple(replace(PERSON, uid=f"p{n}") for n in range(3)),
        participations=people,
        delegations=(),
        items=(
            item("small", at(10), at(11), groups=("A",), capacity=1),
            item("large", at(10), at(11), groups=("B",), capacity=5, site="far"),
        ),
    )
    (finding,) = find_all(snapshot)
    (fix,) = finding.fixes
    assert fix.code is FixCode.SWAP_GROUPS
    assert find_all(taken(snapshot, fix)) == ()
    inaccessible = replace(snapshot.sites[1], step_free=StepFree.NO)
    (finding,) = find_all(replace(snapshot, sites=(snapshot.sites[0], inaccessible)))
    assert finding.fixes == ()


def test_a_host_nobody_has_asked_can_be_noted_as_asked() -> None:
    asked = with_item(hosts=(ItemHost(organisation="city", status=HostStatus.OPEN),))
    (finding,) = find_all(asked)
    assert (FixCode.ASK_HOST, "city.-") in [(fix.code, fix.facts["host"]) for fix in finding.fixes]
