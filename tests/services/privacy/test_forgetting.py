"""On its day a thing is gone from rows, files, history and mails; the day before it is there."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from tests.services.privacy import canaries
from tests.services.privacy.canaries import PART, PERSON, TRIP, after, birds, put_everywhere
from tests.world import World
from trips.domain.account.user import COMMAND_LINE
from trips.domain.participation import Consent, ConsentPurpose
from trips.domain.privacy.retention import Due, Periods
from trips.domain.privacy.sealed import EMERGENCY, PASSPORT
from trips.domain.values.wire import to_wire
from trips.extensions import db, doors
from trips.jobs.purge import purge
from trips.models.delegates.protection import PurgeRunRow
from trips.models.participation import ParticipationRow
from trips.models.person import PersonRow
from trips.models.trip import TripRow
from trips.queries.snapshot import get_snapshot
from trips.services.privacy.forgetting import forget_people
from trips.services.unit import unit

pytestmark = pytest.mark.either_database

USUAL = Periods()
OWN = {
    "passport_days": {field.name for field in PASSPORT} | {"RESULT", "CACHED"},
    "emergency_days": {field.name for field in EMERGENCY},
    "needs_days": {"DIET_NOTE", "ACCESS_NOTE", "ATTACHED"},
    "visa_days": {"VISA"},
    "travel_days": {"TRAVEL"},
    "contact_days": {"CONTACT"},
    "people_days": {"PEOPLE"},
    "history_days": {"HISTORY"},
}


@pytest.fixture(autouse=True)
def _inside(world: World) -> Iterator[None]:
    with world.app.app_context():
        put_everywhere()
        yield


@pytest.mark.parametrize("period", OWN)
def test_the_day_before_it_is_there_and_on_the_day_it_is_gone(period: str) -> None:
    days = getattr(USUAL, period)
    purge(doors(), after(days - 1))
    assert OWN[period] - {"RESULT", "CACHED"} <= birds()
    purge(doors(), after(days))
    assert birds() & OWN[period] == set()


def test_drafts_go_the_day_after_the_trip_and_links_a_month_after_they_ended() -> None:
    purge(doors(), after(0))
    assert {"DRAFT", "LINK"} <= birds()
    purge(doors(), after(1))
    assert "DRAFT" not in birds()
    purge(doors(), after(USUAL.link_days))
    assert "LINK" in birds()
    purge(doors(), after(USUAL.link_days + 1))
    assert "LINK" not in birds()


def test_mails_go_with_their_files_half_a_year_after_they_were_sent() -> None:
    sent = canaries.BEFORE.date().toordinal() - canaries.ENDS.toordinal()
    purge(doors(), after(sent + USUAL.mail_days - 1))
    assert {"MAIL", "EML"} <= birds()
    purge(doors(), after(sent + USUAL.mail_days))
    assert birds() & {"MAIL", "EML"} == set()


def test_in_the_end_nobody_is_named_and_everybody_is_counted() -> None:
    before = get_snapshot(TRIP)
    purge(doors(), after(USUAL.people_days))
    assert birds() == set()
    everything = canaries.dump() + canaries.files()
    assert [name for name in canaries.NAMES if name in everything] == []
    after_all = get_snapshot(TRIP)
    assert len(after_all.participations) == len(before.participations)
    assert after_all.person_by_uid[PERSON].country == before.person_by_uid[PERSON].country
    team = {each.person for each in before.participations if each.delegate is None}
    assert all(after_all.person_by_uid[uid] == before.person_by_uid[uid] for uid in team)


def test_a_second_run_changes_nothing_and_both_stand_in_the_protocol() -> None:
    late = after(USUAL.people_days)
    first = purge(doors(), late)
    assert {Due.NEEDS, Due.PEOPLE} <= first.people.total.keys()
    written = len(canaries.history())
    state = canaries.dump()
    second = purge(doors(), late)
    assert second.people.total == {}
    assert len(canaries.history()) == written
    runs = db.session.scalars(sa.select(PurgeRunRow).order_by(PurgeRunRow.id)).all()
    assert [bool(run.counts) for run in runs] == [True, False]
    rows = state.split("\n")
    assert sum(a != b for a, b in zip(rows, canaries.dump().split("\n"), strict=True)) == 1


def test_a_rehearsal_counts_and_takes_nothing() -> None:
    late = after(USUAL.people_days)
    before = canaries.dump()
    foreseen = forget_people(actor=COMMAND_LINE, now=late, is_rehearsal=True)
    assert canaries.dump() == before
    assert forget_people(actor=COMMAND_LINE, now=late).total == foreseen.total


def agree(purpose: ConsentPurpose) -> None:
    with unit(COMMAND_LINE, canaries.BEFORE) as work:
        row = work.session.scalars(
            sa.select(ParticipationRow).where(ParticipationRow.uid == PART)
        ).one()
        row.consents = [to_wire(Consent(purpose=purpose, is_given=True))]


def test_whoever_agreed_stays_in_the_address_book() -> None:
    agree(ConsentPurpose.NETWORK)
    purge(doors(), after(USUAL.people_days))
    assert {"CONTACT", "PEOPLE"} <= birds()
    assert get_snapshot(TRIP).person_by_uid[PERSON].family_name == "Dlamini"


def test_a_trip_may_set_a_period_of_its_own_and_a_sample_has_its_own_day() -> None:
    with unit(COMMAND_LINE, canaries.BEFORE) as work:
        trip = work.session.scalars(sa.select(TripRow).where(TripRow.uid == TRIP)).one()
        trip.limits = [{"name": "emergency_days", "value": 20}]
    purge(doors(), after(19))
    assert "EMERGENCY_PHONE" in birds()
    with unit(COMMAND_LINE, canaries.BEFORE) as work:
        trip = work.session.scalars(sa.select(TripRow).where(TripRow.uid == TRIP)).one()
        trip.pretend_now = canaries.BEFORE
    purge(doors(), after(USUAL.people_days))
    assert "EMERGENCY_PHONE" in birds()


def test_somebody_who_comes_back_on_a_later_trip_is_kept() -> None:
    with unit(COMMAND_LINE, canaries.BEFORE) as work:
        other = work.session.scalars(sa.select(TripRow).where(TripRow.uid != TRIP)).first()
        other.starts_on = other.ends_on = after(3000).date()
        person = work.session.scalars(sa.select(PersonRow).where(PersonRow.uid == PERSON)).one()
        part = work.session.scalars(
            sa.select(ParticipationRow).where(ParticipationRow.uid == PART)
        ).one()
        work.session.add(
            ParticipationRow(
                trip_id=other.id,
                person_id=person.id,
                role=part.role,
                present_from=other.starts_on,
                present_to=other.ends_on,
                counts=[],
                contact_for=part.contact_for,
                consents=[],
                extra=[],
            )
        )
    purge(doors(), after(USUAL.people_days))
    assert "CONTACT" in birds()
