"""The sample trip comes with the releases it has had."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from flask import Flask

from trips.config import ROOT
from trips.domain.releases.difference import ChangeKind, difference
from trips.extensions import doors
from trips.jobs.bundle import export_bundle
from trips.jobs.samples import load_sample
from trips.queries.release import get_release_snapshot, list_releases
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import find_revision, find_trip_uid
from trips.services.importing.bundle import Stored

SLUG = "leipzig-nuernberg-muenchen-2015"
PATH = ROOT / "trips" / "data" / f"{SLUG}.json"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield
        doors().press.close()


def test_the_sample_trip_has_two_releases_and_is_the_bundle_itself() -> None:
    press = doors().press
    assert load_sample(PATH, press, now=NOW) == Stored(SLUG, is_new=True, is_changed=True)
    trip = find_trip_uid(SLUG) or ""
    first, second = reversed(list_releases(trip))
    assert (first.number, first.name, second.number) == (1, "Vorprogramm", 2)
    draft = get_snapshot(trip)
    assert first.made_at < second.made_at < draft.trip.pretend_now
    kinds = {kind for kind, _ in second.counts}
    assert kinds >= {ChangeKind.NEW, ChangeKind.CANCELLED, ChangeKind.TIME, ChangeKind.GROUP}
    waiting = difference(get_release_snapshot(trip, 2), draft)
    assert waiting.changes
    assert (waiting.joined, waiting.left) == ((), ())
    assert export_bundle(trip, press) == PATH.read_bytes()
    revision = find_revision(trip)
    assert load_sample(PATH, press, now=NOW) == Stored(SLUG, is_new=False, is_changed=False)
    assert find_revision(trip) == revision
    assert len(list_releases(trip)) == 2
