"""From the stops of a trip to its map."""

from dataclasses import replace

from trips.config import ROOT
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.imports.bundle import read
from trips.queries.briefs.programme import map_of


def founding_trip() -> TripSnapshot:
    path = ROOT / "trips" / "data" / "leipzig-nuernberg-muenchen-2015.json"
    snapshot = read(path.read_bytes()).snapshot
    assert snapshot is not None
    return snapshot


def test_stops_bear_their_names_in_the_readers_language_and_fall_back() -> None:
    snapshot = founding_trip()
    leipzig, nuremberg, munich = snapshot.stops
    renamed = replace(munich, city=Text(de="Minga"))
    drawing = map_of(replace(snapshot, stops=(leipzig, nuremberg, renamed)), "en")
    assert drawing
    assert drawing.names == ("Leipzig", "Nuremberg", "Minga")


def test_a_stop_without_coordinates_is_passed_by() -> None:
    snapshot = founding_trip()
    leipzig, nuremberg, munich = snapshot.stops
    nowhere = replace(nuremberg, latitude=None, longitude=None)
    drawing = map_of(replace(snapshot, stops=(leipzig, nowhere, munich)), "de")
    assert drawing
    assert drawing.names == ("Leipzig", "München")
    assert map_of(replace(snapshot, stops=(nowhere,)), "de") is None
