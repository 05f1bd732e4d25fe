"""The list of 600 people is read from the database as often as that of 24, and shown in pages."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from tests.world import World
from tests.world_trip import UIDS
from trips.domain.participation import DelegateStatus as Status
from trips.domain.participation import Role
from trips.domain.person import FormOfAddress, Sex
from trips.domain.values.text import EMPTY
from trips.extensions import db
from trips.models.participation import DelegateRow, ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import TripRow
from trips.models.types import new_uid

THANDI = UIDS["thandi-part"]
LIST = "/trips/leipzig-nuernberg/delegates"


@pytest.mark.parametrize("people", [24, 600])
def test_the_list_asks_the_database_as_often_for_600_as_for_24(
    world: World, query_counter, people: int
) -> None:
    with world.app.app_context():
        grow(people)
    client = world.client("organiser")
    client.get(LIST)
    with query_counter() as queries:
        answer = client.get(f"{LIST}?person={THANDI}")
    assert answer.status_code == 200
    assert answer.text.count('name="uid"') <= 102
    assert len(queries) == EXPECTED


EXPECTED = 26
EVERYTHING = "name,delegation,level,city,email,arrival_at,diet,note,visa,brings,status"


@pytest.mark.parametrize("people", [24, 600])
def test_more_columns_ask_no_more_of_the_database(world: World, query_counter, people: int) -> None:
    with world.app.app_context():
        grow(people)
    client = world.client("organiser")
    client.get(LIST)
    for columns, more in ((EVERYTHING, 0), (f"{EVERYTHING},passport", 1)):
        with query_counter() as queries:
            answer = client.get(f"{LIST}?person={THANDI}&columns={columns}")
        assert answer.status_code == 200
        assert len(queries) == EXPECTED + more


def grow(people: int) -> None:
    """Fill the trip up to so many delegates."""
    trip = db.session.scalar(select(TripRow.id).where(TripRow.uid == UIDS["trip"]))
    for number in range(people - 2):
        person = PersonRow(
            uid=new_uid(), given_name="P", family_name=f"Number {number:03}",
            form_of_address=FormOfAddress.NEUTRAL, sex=Sex.UNKNOWN, sort_key=f"{number:03}",
            function=EMPTY, languages=[],
        )  # fmt: skip
        db.session.add(person)
        db.session.flush()
        row = ParticipationRow(
            uid=new_uid(), trip_id=trip, person_id=person.id, role=Role.DELEGATE,
            present_from=date(2026, 3, 16), present_to=date(2026, 3, 18), counts=[], consents=[],
            contact_for=EMPTY, extra=[],
        )  # fmt: skip
        db.session.add(row)
        db.session.flush()
        status = Status.CONFIRMED if number % 2 else Status.INVITED
        db.session.add(DelegateRow(participation_id=row.id, status=status, brings=EMPTY))
    db.session.commit()


def test_every_person_of_600_stands_on_one_page_in_the_stated_order(world: World) -> None:
    with world.app.app_context():
        grow(600)
    client = world.client("organiser")
    found: list[str] = []
    for page in range(1, 7):
        found += re.findall(r'id="p-([a-z0-9]{16})"', client.get(f"{LIST}?page={page}").text)
    assert len(found) == len(set(found)) == 600
