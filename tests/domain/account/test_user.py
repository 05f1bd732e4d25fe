from datetime import UTC, datetime, timedelta

import pytest

from trips.domain.account.user import (
    Action,
    Actor,
    InstanceRole,
    TripRole,
    is_session_over,
    may,
    role_on_trip,
    wait_after,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ON_TRIP = {
    Action.READ_TRIP, Action.WRITE_NOTES, Action.READ_NEEDS, Action.READ_PASSPORT,
    Action.WRITE_TRIP, Action.EXPORT_PEOPLE, Action.EXPORT_GATE, Action.MANAGE_LINKS,
}  # fmt: skip


def somebody(role: InstanceRole) -> Actor:
    return Actor(uid="u", name="N", email="n@example.org", role=role)


@pytest.mark.parametrize(
    ("role", "trip_role", "allowed"),
    [
        (InstanceRole.MEMBER, None, set()),
        (InstanceRole.MEMBER, TripRole.VIEWER, {Action.READ_TRIP}),
        (InstanceRole.MEMBER, TripRole.WRITER, {Action.READ_TRIP, Action.WRITE_NOTES}),
        (InstanceRole.MEMBER, TripRole.ORGANISER, ON_TRIP),
        (InstanceRole.ORGANISER, None, set(Action) - {Action.MANAGE_USERS}),
        (InstanceRole.ADMIN, TripRole.VIEWER, set(Action)),
    ],
)
def test_roles_allow_what_they_are_for(
    role: InstanceRole, trip_role: TripRole | None, allowed: set[Action]
) -> None:
    assert {action for action in Action if may(somebody(role), action, trip_role)} == allowed


def test_nobody_may_do_nothing() -> None:
    assert not any(may(None, action, TripRole.ORGANISER) for action in Action)


def test_the_house_organises_every_trip() -> None:
    assert role_on_trip(somebody(InstanceRole.ORGANISER), None) is TripRole.ORGANISER
    assert role_on_trip(somebody(InstanceRole.MEMBER), None) is None


def test_waiting_doubles_up_to_a_quarter_of_an_hour() -> None:
    waits = [int(wait_after(failures).total_seconds()) for failures in (0, 4, 5, 6, 7, 9, 10, 999)]
    assert waits == [0, 0, 30, 60, 120, 480, 900, 900]


@pytest.mark.parametrize(
    ("alive", "idle", "is_over"),
    [
        (timedelta(days=29), timedelta(hours=1), False),
        (timedelta(days=30), timedelta(), True),
        (timedelta(hours=12), timedelta(hours=12), True),
    ],
)
def test_sessions_end(alive: timedelta, idle: timedelta, is_over: bool) -> None:
    assert is_session_over(NOON - alive, NOON - idle, NOON) == is_over
