from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask

from trips.config import ROOT
from trips.domain.account.user import COMMAND_LINE
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.exports.bundle import render
from trips.imports.bundle import read
from trips.queries.snapshot import get_snapshot
from trips.queries.trip import count_trips
from trips.services.importing.bundle import SlugTakenError, Stored, store_bundle

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
SLUG = "leipzig-nuernberg-muenchen-2015"
FILES = sorted((ROOT / "trips" / "data").glob("*-20??.json"))


@pytest.fixture(scope="module")
def founding() -> TripSnapshot:
    snapshot = read((ROOT / "trips" / "data" / f"{SLUG}.json").read_bytes()).snapshot
    assert snapshot is not None
    return snapshot


def store(snapshot: TripSnapshot, *, is_rehearsal: bool = False) -> Stored:
    return store_bundle(snapshot, actor=COMMAND_LINE, now=NOW, is_rehearsal=is_rehearsal)


@pytest.mark.both_databases
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bundle_comes_out_of_an_empty_database_as_it_went_in(app: Flask, path: object) -> None:
    data = path.read_bytes()  # type: ignore[attr-defined]
    snapshot = read(data).snapshot
    assert snapshot is not None
    with app.app_context():
        assert store(snapshot) == Stored(snapshot.trip.slug, is_new=True, is_changed=True)
        assert render(get_snapshot(snapshot.trip.uid)) == data


@pytest.mark.both_databases
def test_the_same_bundle_again_changes_nothing(app: Flask, founding: TripSnapshot) -> None:
    with app.app_context():
        store(founding)
        assert store(founding) == Stored(SLUG, is_new=False, is_changed=False)


@pytest.mark.both_databases
def test_a_changed_bundle_changes_the_trip_and_drops_what_it_lacks(
    app: Flask, founding: TripSnapshot
) -> None:
    gone = {founding.items[0].uid}
    changed = replace(
        founding,
        trip=replace(founding.trip, title=Text(de="Anders", en="Different")),
        items=founding.items[1:],
        assignments=tuple(each for each in founding.assignments if each.item not in gone),
        sources=tuple(each for each in founding.sources if each.subject not in gone),
    )
    with app.app_context():
        store(founding)
        assert store(changed).is_changed
        stored = get_snapshot(founding.trip.uid)
    assert stored.trip.title == Text(de="Anders", en="Different")
    assert len(stored.items) == len(founding.items) - 1


def test_a_rehearsal_leaves_no_trace(app: Flask, founding: TripSnapshot) -> None:
    with app.app_context():
        assert store(founding, is_rehearsal=True).is_changed
        assert count_trips() == 0


def test_another_trip_cannot_take_a_slug(app: Flask, founding: TripSnapshot) -> None:
    other = replace(founding, trip=replace(founding.trip, uid="z" * 16))
    with app.app_context():
        store(founding)
        with pytest.raises(SlugTakenError):
            store(other)
        assert count_trips() == 1
