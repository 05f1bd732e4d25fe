"""From the stops of a trip to its map."""

from dataclasses import dataclass

from trips.domain.route_map.outlines import Outlines
from trips.domain.route_map.trip_map import route_map_of
from trips.domain.values.text import Text

NOTHING = Outlines((), (), ())


@dataclass(frozen=True)
class Stop:
    city: Text
    hue: int
    latitude: float | None
    longitude: float | None


NUERNBERG = Stop(Text(de="Nürnberg", en="Nuremberg"), 2, 49.4521, 11.0767)
MUENCHEN = Stop(Text(de="München"), 7, 48.1372, 11.5756)
SOMEWHERE = Stop(Text(de="Irgendwo"), 3, None, None)


def test_stops_bear_their_names_in_the_readers_language_and_fall_back() -> None:
    drawing = route_map_of([NUERNBERG, MUENCHEN], NOTHING, "en")
    assert drawing is not None
    assert drawing.names == ("Nuremberg", "München")
    assert [station.hue for station in drawing.stations] == [2, 1]


def test_a_stop_without_coordinates_is_passed_by() -> None:
    drawing = route_map_of([NUERNBERG, SOMEWHERE, MUENCHEN], NOTHING, "de")
    assert drawing is not None
    assert drawing.names == ("Nürnberg", "München")
    assert route_map_of([SOMEWHERE], NOTHING, "de") is None
