"""What is to be done about delegates, and who has to move."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.domain.findings.small_trip import COMING, SOUND
from trips.domain.delegates.agenda import Duty, Turn, count_stations, list_tasks
from trips.domain.participation import (
    Delegate,
    DelegateStatus,
    Delegation,
    Participation,
    Permission,
)
from trips.domain.registration_setup import Deadline, Station
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text

TODAY = date(2026, 3, 20)


def delegate(uid: str, status: DelegateStatus, day: int = 1, **facts: object) -> Participation:
    at = datetime(2026, 3, day, tzinfo=UTC)
    made = Delegate(status=status, status_at=at, **facts)  # type: ignore[arg-type]  # by name
    return replace(COMING, uid=uid, delegate=made)


def trip(*people: Participation, **changes: object) -> TripSnapshot:
    registration = replace(SOUND.trip.registration, **changes)  # type: ignore[arg-type]
    given = replace(SOUND.trip, registration=registration)
    return replace(SOUND, trip=given, participations=people, delegations=())


def duties(snapshot: TripSnapshot) -> dict[Duty, tuple[str, ...]]:
    tasks = list_tasks(snapshot, TODAY)
    return {task.duty: tuple(each.uid for each in task.stuck) for task in tasks}


def test_everybody_stands_where_somebody_has_to_move() -> None:
    found = trip(
        delegate("n", DelegateStatus.NOMINATED),
        delegate("late", DelegateStatus.SUBMITTED, 9),
        delegate("early", DelegateStatus.SUBMITTED, 2),
        delegate("a", DelegateStatus.APPROVED),
        delegate("i", DelegateStatus.INVITED),
        delegate("w", DelegateStatus.WITHDRAWN, to_review=("diet",)),
        delegate("c", DelegateStatus.CONFIRMED, to_review=("diet",)),
        delegate("p", DelegateStatus.CONFIRMED, permission=Permission.ASKED),
    )
    assert duties(found) == {
        Duty.CONFIRM: ("early", "late"),
        Duty.REVIEW: ("c",),
        Duty.INVITE: ("a",),
        Duty.APPROVE: ("n",),
        Duty.ANSWER: ("i",),
        Duty.PERMISSION: ("p",),
    }
    assert list_tasks(found, TODAY)[3].turn is Turn.CLIENT
    assert count_stations(found)[DelegateStatus.CONFIRMED] == 2


def test_who_has_not_answered_is_late_from_the_first_deadline_on() -> None:
    due = (Deadline(Station.JOURNEY, TODAY), Deadline(Station.PERSON, TODAY - timedelta(days=3)))
    found = trip(delegate("i", DelegateStatus.STARTED), deadlines=due)
    (task,) = list_tasks(found, TODAY)
    assert (task.duty, task.days_late) == (Duty.ANSWER, 3)


def test_an_unknown_arrival_is_asked_for_when_its_deadline_is_near() -> None:
    unknown = replace(delegate("c", DelegateStatus.CONFIRMED), arrival=None)
    far = (Deadline(Station.JOURNEY, TODAY + timedelta(days=15)),)
    near = (Deadline(Station.JOURNEY, TODAY + timedelta(days=14)),)
    assert duties(trip(unknown, deadlines=far)) == {}
    assert duties(trip(unknown, deadlines=near)) == {Duty.JOURNEY: ("c",)}


def test_whoever_waits_moves_up_only_to_a_free_seat() -> None:
    people = (
        delegate("w", DelegateStatus.WAITLISTED),
        replace(
            delegate("c", DelegateStatus.CONFIRMED),
        ),
    )
    assert duties(trip(*people, seats=1)) == {}
    assert duties(trip(*people, seats=2)) == {Duty.MOVE_UP: ("w",)}


def test_a_delegation_whose_head_does_not_come_needs_another() -> None:
    gone = delegate("gone", DelegateStatus.WITHDRAWN, delegation="za")
    here = delegate("here", DelegateStatus.CONFIRMED, delegation="za")
    head = Delegation(uid="za", name=Text(de="Südafrika"), head="gone")
    alone = replace(head, head=None)
    assert duties(replace(trip(gone, here), delegations=(head,))) == {Duty.LEAD: ("za",)}
    assert duties(replace(trip(gone, here), delegations=(alone,))) == {}
