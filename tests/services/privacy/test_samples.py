"""Delegates of sample trips have invented passports and contacts, sealed like everybody's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from tests.world import NOW, World
from tests.world_trip import UIDS, trip
from trips.domain.account.user import COMMAND_LINE
from trips.domain.privacy.sample_secrets import SAMPLE, sample_secrets
from trips.domain.privacy.sealed import PASSPORT
from trips.domain.privacy.sealed import SealedField as F
from trips.domain.snapshot import TripSnapshot
from trips.domain.visa_case import VisaCase, VisaStatus
from trips.extensions import db
from trips.models.delegates.protection import SealedValueRow
from trips.queries.privacy.sealed import has_sealed
from trips.queries.trip import find_revision
from trips.services.importing.bundle import store_bundle
from trips.services.privacy.reading import read_protected
from trips.services.privacy.samples import seal_samples

TRIP, THANDI, OLENA = UIDS["trip"], UIDS["thandi-part"], UIDS["olena-part"]


def sample() -> TripSnapshot:
    """The small trip as a sample; the visa of one delegate is on its way."""
    snapshot = trip()
    people = tuple(
        replace(each, delegate=replace(each.delegate, visa=VisaCase(status=VisaStatus.APPLIED)))
        if each.uid == THANDI and each.delegate
        else each
        for each in snapshot.participations
    )
    return replace(snapshot, trip=replace(snapshot.trip, is_sample=True), participations=people)


@pytest.fixture
def inside(world: World) -> Iterator[None]:
    with world.app.app_context():
        yield


def seal() -> int:
    return seal_samples(TRIP, now=NOW)


def test_a_real_trip_gets_none() -> None:
    real = replace(sample(), trip=replace(sample().trip, is_sample=False))
    assert sample_secrets(real) == {}


def test_a_sample_says_that_it_is_one_and_is_valid_after_the_trip() -> None:
    (passport,) = sample_secrets(sample()).values()
    assert passport[F.PASSPORT_NUMBER].startswith(SAMPLE)
    assert passport[F.BIRTH_PLACE] == "Musterstadt"
    assert passport[F.EMERGENCY_NAME].startswith("Musterkontakt")
    expires = date.fromisoformat(passport[F.PASSPORT_EXPIRES_ON])
    assert (expires - sample().trip.ends_on).days > 90
    assert sample_secrets(sample()) == sample_secrets(sample())


@pytest.mark.usefixtures("inside")
def test_they_are_sealed_and_a_second_call_changes_nothing() -> None:
    assert seal() == 0
    store_bundle(sample(), actor=COMMAND_LINE, now=NOW)
    revision = find_revision(TRIP)
    assert seal() == 1
    there = has_sealed(TRIP)
    assert there[THANDI] >= {F.PASSPORT_NUMBER, F.BORN_ON, F.EMERGENCY_PHONE}
    assert OLENA not in there
    before = db.session.execute(sa.select(SealedValueRow.sealed)).all()
    assert all(SAMPLE.encode() not in row.sealed for row in before)
    read = read_protected(TRIP, THANDI, PASSPORT, actor=COMMAND_LINE, purpose="x", now=NOW)
    assert read[F.PASSPORT_NUMBER] == f"{SAMPLE}001"
    assert (seal(), find_revision(TRIP)) == (0, revision)
    assert db.session.execute(sa.select(SealedValueRow.sealed)).all() == before
