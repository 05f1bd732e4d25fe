"""Whoever gets diets and access needs by name with a list stands in the log of readings."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from tests.world import CAST, NOW, World
from tests.world_trip import UIDS
from trips.domain.account.user import COMMAND_LINE
from trips.domain.briefs.document import DocumentKind
from trips.domain.privacy.sealed import NEEDS
from trips.extensions import db, doors
from trips.jobs.run import run_due_jobs
from trips.models.delegates.protection import ReadingRow
from trips.models.job import JobRow
from trips.models.user import UserRow
from trips.queries.account import actor_of
from trips.services.job import Wish, request_job
from trips.services.unit import unit

TRIP, THANDI = UIDS["trip"], UIDS["thandi-part"]


@pytest.fixture(autouse=True)
def _inside(world: World) -> Iterator[None]:
    with world.app.app_context():
        with unit(COMMAND_LINE, NOW) as work:
            work.session.execute(sa.delete(JobRow))
        yield


def make(**more: object) -> list[ReadingRow]:
    """The readings after Jana has asked for the roster and it was made."""
    email = CAST["organiser"].email
    user = db.session.scalars(sa.select(UserRow).where(UserRow.email == email)).one()
    payload = {"kind": "roster", "trip": TRIP, "locale": "en", "group": "", "url": "", **more}
    wish = Wish(
        kind=DocumentKind.ROSTER.value,
        payload=payload,
        filename="roster.xlsx",
        content_type="x",
        trip=TRIP,
    )
    request_job(wish, actor=actor_of(user), now=NOW)
    assert run_due_jobs(doors()) == 1
    db.session.remove()
    return list(db.session.scalars(sa.select(ReadingRow)))


@pytest.mark.both_databases
def test_the_complete_roster_names_its_reader_and_whose_needs_are_on_it(clock) -> None:
    assert clock
    row = make()[0]
    assert (row.subject, row.actor_name, row.purpose) == (THANDI, "Jana Brandt", "list: giz")
    assert row.fields == sorted(field.value for field in NEEDS)


@pytest.mark.parametrize("more", [{"reduced": True}, {"preset": "public"}, {"preset": "kitchen"}])
def test_lists_without_needs_by_name_leave_no_line(clock, more: dict[str, object]) -> None:
    assert clock
    assert make(**more) == []
