"""Stations of delegates as they are written, with their seats, and taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.services.delegates.crowd import (
    BY,
    TRIP,
    add,
    set_group_seats,
    set_seats,
    snapshot,
    status_of,
    taken,
)
from tests.world import NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.delegates.lifecycle import By, StepRefusedError
from trips.domain.delegates.seats import Bench, NoSeatError, list_waiting
from trips.domain.editing import change_between
from trips.domain.participation import DelegateStatus as Status
from trips.domain.participation import Permission
from trips.extensions import db
from trips.models.history import HistoryRow
from trips.services import participation as people
from trips.services.delegates.group import set_group
from trips.services.delegates.review import set_permission
from trips.services.delegates.status import change_status, set_status
from trips.services.delegates.undo import UndoRefusedError, undo_step
from trips.services.participation import Edit
from trips.services.unit import MissingError, unit

OLENA, THANDI = UIDS["olena-part"], UIDS["thandi-part"]
LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def inside(world: World):
    with world.app.app_context():
        yield


def answer(uid: str, to: Status) -> Status:
    """What the registration writes for a delegate."""
    with unit(COMMAND_LINE, NOW, trip=TRIP) as work:
        return set_status(work, uid, to)


def test_a_status_holds_since_the_instant_it_was_given() -> None:
    outcome = change_status(TRIP, [OLENA], Status.CONFIRMED, actor=COMMAND_LINE, now=LATER)
    assert (outcome.changed, outcome.refused) == ((OLENA,), ())
    delegate = snapshot().participation_by_uid[OLENA].delegate
    assert delegate.status is Status.CONFIRMED
    assert abs(delegate.status_at - LATER) < timedelta(seconds=1)


def test_the_history_says_from_what_to_what() -> None:
    change_status(TRIP, [OLENA], Status.CONFIRMED, **BY)
    row = db.session.scalar(select(HistoryRow).order_by(HistoryRow.id.desc()).limit(1))
    assert (row.verb, row.subject_uid) == ("status", OLENA)
    assert (row.before["status"], row.after["status"]) == ("invited", "confirmed")


def test_who_may_not_take_the_step_stays_and_the_others_go() -> None:
    change_status(TRIP, [THANDI], Status.ATTENDED, **BY)
    outcome = change_status(TRIP, [THANDI, OLENA], Status.DECLINED, **BY)
    assert outcome.changed == (OLENA,)
    assert [(each.uid, each.seats) for each in outcome.refused] == [(THANDI, None)]
    assert status_of(THANDI) is Status.ATTENDED


def test_staying_writes_nothing() -> None:
    revision = version()
    outcome = change_status(TRIP, [THANDI], Status.CONFIRMED, **BY)
    assert (outcome.changed, outcome.refused) == ((), ())
    assert version() == revision


def version() -> int:
    return snapshot().participation_by_uid[THANDI].version


@pytest.mark.parametrize("uid", ["stranger", UIDS["hanna-part"]])
def test_a_stranger_and_staff_refuse_it_all(uid: str) -> None:
    with pytest.raises(MissingError):
        change_status(TRIP, [OLENA, uid], Status.CONFIRMED, **BY)
    assert status_of(OLENA) is Status.INVITED


def test_seats_go_in_the_order_given_until_none_is_left() -> None:
    ivan, oksana = add("Ivan", Status.INVITED), add("Oksana", Status.INVITED)
    set_seats(2)  # Thandi has one
    outcome = change_status(TRIP, [oksana, OLENA, ivan], Status.CONFIRMED, **BY)
    assert outcome.changed == (oksana,)
    full = outcome.refused[0].seats
    assert [each.uid for each in outcome.refused] == [OLENA, ivan]
    assert (full.bench, full.seats, full.taken) == (Bench.TRIP, 2, 2)
    assert taken() == 2


def test_an_answer_without_a_seat_waits_in_its_order() -> None:
    ivan = add("Ivan", Status.STARTED)
    set_seats(1)
    assert answer(ivan, Status.SUBMITTED) is Status.WAITLISTED
    assert answer(OLENA, Status.SUBMITTED) is Status.WAITLISTED
    assert answer(OLENA, Status.SUBMITTED) is Status.WAITLISTED
    assert {each.uid for each in list_waiting(snapshot())} == {ivan, OLENA}


def test_those_who_wait_by_one_step_keep_the_order_in_which_they_were_named() -> None:
    more = [add(name, Status.NOMINATED) for name in ("A", "B", "C", "D", "E")]
    wanted = [*reversed(more), OLENA]
    change_status(TRIP, wanted, Status.WAITLISTED, **BY)
    assert [each.uid for each in list_waiting(snapshot())] == wanted


def test_who_has_answered_stays_confirmed_while_they_type_again() -> None:
    assert answer(THANDI, Status.STARTED) is Status.CONFIRMED
    assert answer(THANDI, Status.SUBMITTED) is Status.CONFIRMED
    with pytest.raises(StepRefusedError):
        answer(THANDI, Status.DECLINED)
    assert answer(THANDI, Status.WITHDRAWN) is Status.WITHDRAWN


def test_the_client_approves_and_nothing_more() -> None:
    ivan = add("Ivan", Status.NOMINATED)
    assert change_status(TRIP, [ivan], Status.APPROVED, by=By.CLIENT, **BY).changed == (ivan,)
    refused = change_status(TRIP, [OLENA], Status.CONFIRMED, by=By.CLIENT, **BY).refused
    assert [each.uid for each in refused] == [OLENA]


def test_a_group_without_seats_takes_nobody() -> None:
    set_group_seats("B", 0)
    change_status(TRIP, [OLENA], Status.CONFIRMED, **BY)
    with pytest.raises(NoSeatError):
        set_group(TRIP, [OLENA], "B", **BY)
    assert snapshot().participation_by_uid[OLENA].group == "A"


def test_the_form_takes_no_seat_that_is_not_there() -> None:
    set_seats(1)
    with pytest.raises(NoSeatError):
        add("Ivan", Status.CONFIRMED)
    old = snapshot().participation_by_uid[OLENA].delegate
    change = change_between(old, {"status": Status.CONFIRMED})
    nothing = change_between(old, {})
    edit = Edit(person=nothing, participation=nothing, delegate=change)
    with pytest.raises(NoSeatError):
        people.edit_participant(TRIP, OLENA, edit, **BY)


def test_who_was_removed_comes_back_only_to_a_seat() -> None:
    set_seats(1)
    people.remove_participant(TRIP, THANDI, **BY)
    change_status(TRIP, [OLENA], Status.CONFIRMED, **BY)
    with pytest.raises(NoSeatError):
        people.restore_participant(TRIP, THANDI, **BY)
    change_status(TRIP, [OLENA], Status.WITHDRAWN, **BY)
    people.restore_participant(TRIP, THANDI, **BY)
    assert taken() == 1


def test_a_step_is_taken_back_whole_and_once() -> None:
    ivan = add("Ivan", Status.NOMINATED)
    before = snapshot().participation_by_uid[ivan].delegate.status_at
    step = change_status(TRIP, [OLENA, ivan], Status.DECLINED, **BY).step
    assert set(undo_step(TRIP, step, actor=COMMAND_LINE, now=LATER).moved) == {OLENA, ivan}
    assert (status_of(OLENA), status_of(ivan)) == (Status.INVITED, Status.NOMINATED)
    assert snapshot().participation_by_uid[ivan].delegate.status_at == before
    with pytest.raises(UndoRefusedError):
        undo_step(TRIP, step, **BY)


def test_what_somebody_changed_since_is_not_taken_back() -> None:
    ivan = add("Ivan", Status.NOMINATED)
    step = change_status(TRIP, [OLENA, ivan], Status.WAITLISTED, **BY).step
    change_status(TRIP, [OLENA], Status.CONFIRMED, **BY)
    with pytest.raises(UndoRefusedError):
        undo_step(TRIP, step, **BY)
    assert status_of(ivan) is Status.WAITLISTED


def test_a_seat_that_is_gone_is_not_given_back() -> None:
    set_seats(1)
    step = change_status(TRIP, [THANDI], Status.WITHDRAWN, **BY).step
    change_status(TRIP, [OLENA], Status.CONFIRMED, **BY)
    with pytest.raises(NoSeatError):
        undo_step(TRIP, step, **BY)
    assert status_of(THANDI) is Status.WITHDRAWN


def test_a_step_that_is_nobodys_is_not_found() -> None:
    with pytest.raises(MissingError):
        undo_step(TRIP, "no-such-step", **BY)
    with pytest.raises(MissingError):
        undo_step(TRIP, "", **BY)


def test_groups_and_permissions_of_several_are_taken_back_at_once() -> None:
    grouped = set_group(TRIP, [OLENA, THANDI], "B", **BY)
    permitted = set_permission(TRIP, [OLENA], Permission.GRANTED, **BY)
    undone = undo_step(TRIP, permitted.step, **BY)
    assert (undone.uids, undone.moved) == ((OLENA,), ())
    set_group(TRIP, [THANDI], "A", **BY)
    with pytest.raises(UndoRefusedError):
        undo_step(TRIP, grouped.step, **BY)
    people_now = snapshot().participation_by_uid
    assert (people_now[OLENA].group, people_now[THANDI].group) == ("B", "A")
    olena = people_now[OLENA].delegate
    assert olena
    assert olena.permission is Permission.UNKNOWN
