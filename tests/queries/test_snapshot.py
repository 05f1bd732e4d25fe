from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from trips.config import ROOT
from trips.domain.account.user import COMMAND_LINE
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.extensions import db
from trips.imports.bundle import read
from trips.models.stop import StopRow
from trips.queries.snapshot import TripNotFoundError, get_snapshot
from trips.services.importing.bundle import store_bundle

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
Counter = Callable[[], AbstractContextManager[Any]]


def load(name: str) -> TripSnapshot:
    snapshot = read((ROOT / "trips" / "data" / f"{name}.json").read_bytes()).snapshot
    assert snapshot is not None
    return snapshot


def test_a_trip_takes_the_same_number_of_queries_whatever_its_size(
    app: Flask, query_counter: Counter
) -> None:
    whole = load("leipzig-nuernberg-muenchen-2015")
    few = replace(whole, items=(), assignments=(), sources=())
    counts = []
    for snapshot in (few, whole):
        with app.app_context():
            store_bundle(snapshot, actor=COMMAND_LINE, now=NOW)
        with app.app_context(), query_counter() as counted:
            get_snapshot(snapshot.trip.uid)
            counts.append(len(counted))
    assert counts[0] == counts[1]
    assert counts[1] <= 24


def test_a_trip_that_is_not_there_is_an_error(app: Flask) -> None:
    with app.app_context(), pytest.raises(TripNotFoundError):
        get_snapshot("z" * 16)


def test_what_the_session_has_not_written_yet_is_read(app: Flask) -> None:
    snapshot = load("leipzig-nuernberg-muenchen-2015")
    with app.app_context():
        store_bundle(snapshot, actor=COMMAND_LINE, now=NOW)
        row = db.session.scalars(select(StopRow).where(StopRow.uid == snapshot.stops[0].uid)).one()
        row.city = Text(en="Elsewhere")
        assert get_snapshot(snapshot.trip.uid).stops[0].city == row.city
        db.session.rollback()
