from datetime import date

import pytest

from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.editing import Change, ConflictError
from trips.domain.interpreter import Assignment, InterpretingMode, LanguagePair
from trips.domain.item import HostStatus
from trips.domain.participation import Role
from trips.domain.snapshot import TripSnapshot
from trips.queries.snapshot import get_snapshot
from trips.services.interpreter import (
    StillAssignedError,
    add_assignment,
    add_interpreter,
    edit_interpreter,
    remove_assignment,
    remove_interpreter,
    restore_assignment,
)
from trips.services.item import set_host_status
from trips.services.participation import AlreadyThereError, restore_participant
from trips.services.unit import MissingError

BY = {"actor": COMMAND_LINE, "now": NOW}
TRIP, HANNA = UIDS["trip"], UIDS["hanna-int"]
DAYS = (date(2026, 3, 16), date(2026, 3, 17))


@pytest.fixture(autouse=True)
def _inside(world: World) -> object:
    with world.app.app_context():
        yield


def snapshot() -> TripSnapshot:
    return get_snapshot(TRIP)


def whispering(item: str = "talk") -> Assignment:
    return Assignment(
        uid="",
        item=UIDS[item],
        interpreter=HANNA,
        mode=InterpretingMode.WHISPERED,
        source="de",
        target="uk",
    )


@pytest.mark.both_databases
def test_a_person_joins_as_an_interpreter_with_an_empty_profile() -> None:
    added = add_interpreter(TRIP, UIDS["jana-person"], *DAYS, **BY)
    assert snapshot().interpreter_by_uid[added.uid] == added
    roles = [p.role for p in snapshot().participations if p.person == UIDS["jana-person"]]
    assert sorted(roles) == [Role.INTERPRETER, Role.ORGANISER]


def test_nobody_interprets_twice_on_a_trip() -> None:
    with pytest.raises(AlreadyThereError):
        add_interpreter(TRIP, UIDS["hanna"], *DAYS, **BY)


def test_a_known_profile_comes_along_to_another_trip() -> None:
    added = add_interpreter(UIDS["other"], UIDS["hanna"], *DAYS, **BY)
    assert (added.uid, added.city) == (HANNA, "Leipzig")


def test_a_profile_changes_where_it_was_touched_and_conflicts_are_found() -> None:
    pairs = snapshot().interpreter_by_uid[HANNA].pairs
    more = (*pairs, LanguagePair("uk", "de"))
    edit_interpreter(TRIP, HANNA, Change({"pairs": pairs}, {"pairs": more}), **BY)
    assert snapshot().interpreter_by_uid[HANNA].pairs == more
    with pytest.raises(ConflictError):
        edit_interpreter(TRIP, HANNA, Change({"pairs": pairs}, {"pairs": ()}), **BY)


def test_an_assigned_interpreter_stays_and_a_free_one_can_come_back() -> None:
    with pytest.raises(StillAssignedError):
        remove_interpreter(TRIP, HANNA, **BY)
    remove_assignment(TRIP, UIDS["assignment"], **BY)
    part = remove_interpreter(TRIP, HANNA, **BY)
    assert snapshot().interpreters == ()
    restore_participant(TRIP, part, **BY)
    assert [each.uid for each in snapshot().interpreters] == [HANNA]


def test_an_assignment_goes_and_comes_back_the_same() -> None:
    saved = add_assignment(TRIP, whispering(), **BY)
    before = snapshot().assignments
    remove_assignment(TRIP, saved.uid, **BY)
    assert saved not in snapshot().assignments
    restore_assignment(TRIP, saved.uid, **BY)
    assert snapshot().assignments == before
    with pytest.raises(MissingError):
        restore_assignment(TRIP, saved.uid, **BY)


def test_an_assignment_of_one_trip_is_out_of_reach_for_another() -> None:
    with pytest.raises(MissingError):
        add_assignment(UIDS["other"], whispering(), **BY)
    with pytest.raises(MissingError):
        remove_assignment(UIDS["other"], UIDS["assignment"], **BY)


def test_a_host_s_answer_is_written_down_and_the_former_one_returned() -> None:
    (host,) = snapshot().item_by_uid[UIDS["visit"]].hosts
    before = set_host_status(TRIP, UIDS["visit"], host.key, HostStatus.DECLINED, **BY)
    (now,) = snapshot().item_by_uid[UIDS["visit"]].hosts
    assert (before, now.status) == (HostStatus.CONFIRMED, HostStatus.DECLINED)
    with pytest.raises(MissingError):
        set_host_status(TRIP, UIDS["visit"], "nobody.-", HostStatus.OPEN, **BY)
