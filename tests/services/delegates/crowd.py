"""More delegates on the world's trip, and seats for some of them."""

from dataclasses import replace
from datetime import date

from tests.world import NOW
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.participation import (
    COMING,
    Delegate,
    DelegateStatus,
    Participation,
    Role,
)
from trips.domain.person import Person
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import to_wire
from trips.extensions import db
from trips.models.trip import GroupRow
from trips.queries.snapshot import get_snapshot
from trips.services.participation import Addition, add_participant
from trips.services.unit import unit

BY = {"actor": COMMAND_LINE, "now": NOW}
TRIP = UIDS["trip"]
FIRST = date(2026, 3, 16)


def snapshot() -> TripSnapshot:
    db.session.remove()
    return get_snapshot(TRIP)


def status_of(uid: str) -> DelegateStatus:
    delegate = snapshot().participation_by_uid[uid].delegate
    assert delegate
    return delegate.status


def add(name: str, status: DelegateStatus, **delegate: object) -> str:
    """One more delegate of the delegation from Ukraine; their uid."""
    values = {"delegation": UIDS["ukraine"], "status": status, **delegate}
    new = Participation(
        uid="",
        person="",
        role=Role.DELEGATE,
        present_from=FIRST,
        present_to=FIRST,
        delegate=Delegate(**values),
    )
    person = Person(uid="", given_name=name, family_name="Bondar")
    return add_participant(TRIP, Addition(person=person, participation=new), **BY).uid


def set_seats(seats: int | None) -> None:
    """So many seats on the whole trip."""
    with unit(COMMAND_LINE, NOW, trip=TRIP) as work:
        assert work.trip
        registration = replace(get_snapshot(TRIP).trip.registration, seats=seats)
        work.trip.registration = to_wire(registration)


def set_group_seats(code: str, seats: int) -> None:
    with unit(COMMAND_LINE, NOW, trip=TRIP) as work:
        group = work.session.query(GroupRow).filter_by(code=code, trip_id=work.trip.id).one()
        group.seats = seats


def taken() -> int:
    """How many delegates have a seat."""
    held = {DelegateStatus.SUBMITTED, DelegateStatus.CONFIRMED, DelegateStatus.ATTENDED}
    assert held < COMING
    return sum(each.delegate.status in held for each in snapshot().participations if each.delegate)
