"""The line: where cities and days lie on the axis."""

from datetime import date

import pytest

from trips.domain.pages.line import LineDay, LineView, hue_of, line_view
from trips.domain.stop import Leg, LegMode, Stop
from trips.domain.values.text import Text
from trips.domain.values.times import read_wall

LEIPZIG = Stop(
    uid="lei",
    city=Text(de="Leipzig"),
    arrives_on=date(2015, 9, 16),
    departs_on=date(2015, 9, 18),
)
NUREMBERG = Stop(
    uid="nue",
    city=Text(de="Nürnberg", en="Nuremberg"),
    arrives_on=date(2015, 9, 18),
    departs_on=date(2015, 9, 19),
)
RIDE = Leg(
    uid="ice",
    from_stop="lei",
    to_stop="nue",
    mode=LegMode.TRAIN,
    departs=read_wall("2015-09-18T12:00"),
    arrives=read_wall("2015-09-18T18:00"),
)


def test_every_day_is_equally_wide():
    line = line_view([LEIPZIG, NUREMBERG], [RIDE], "de")
    assert [day.at for day in line.days] == [0.0, 0.25, 0.5, 0.75]


def test_the_first_ring_lies_at_the_start():
    line = line_view([LEIPZIG, NUREMBERG], [RIDE], "de")
    assert (line.stops[0].at, line.stops[0].hue_from) == (0.0, 0.0)


def test_a_ring_lies_where_the_group_arrives_and_its_hue_begins_half_way():
    line = line_view([LEIPZIG, NUREMBERG], [RIDE], "de")
    assert line.stops[1].at == pytest.approx(2.75 / 4)
    assert line.stops[1].hue_from == pytest.approx((2 + 15 / 24) / 4)


def test_a_stop_without_a_leg_is_reached_at_noon():
    line = line_view([LEIPZIG, NUREMBERG], [], "de")
    assert line.stops[1].at == pytest.approx(2.5 / 4)
    assert line.stops[1].hue_from < line.stops[1].at


def test_a_day_wears_the_hue_of_the_city_people_wake_up_in():
    line = line_view([LEIPZIG, NUREMBERG], [RIDE], "de")
    assert line.days[2] == LineDay(date(2015, 9, 18), 0.5, 1)
    assert line.days[3] == LineDay(date(2015, 9, 19), 0.75, 2)


def test_room_for_a_label_reaches_to_the_next_ring_and_the_last_to_the_end():
    line = line_view([LEIPZIG, NUREMBERG], [RIDE], "de")
    assert [stop.room for stop in line.stops] == [pytest.approx(0.6875), pytest.approx(0.3125)]


def test_names_fall_back_visibly():
    line = line_view([LEIPZIG, NUREMBERG], [RIDE], "en")
    assert [(stop.name.text, stop.name.lang) for stop in line.stops] == [
        ("Leipzig", "de"),
        ("Nuremberg", "en"),
    ]


def test_a_note_stands_beside_its_city_only():
    line = line_view([LEIPZIG, NUREMBERG], [], "de", {"lei": Text(de="Kongress")})
    assert [stop.note for stop in line.stops] == ["Kongress", ""]


def test_hues_repeat_after_six():
    assert [hue_of(index) for index in range(8)] == [1, 2, 3, 4, 5, 6, 1, 2]


def test_the_shown_days_are_a_span_with_its_last_day_included():
    line = line_view([LEIPZIG, NUREMBERG], [RIDE], "de")
    assert line.span(date(2015, 9, 17), date(2015, 9, 18)) == (0.25, 0.75)


def test_a_span_is_cut_off_at_the_ends_of_the_trip():
    line = line_view([LEIPZIG, NUREMBERG], [RIDE], "de")
    assert line.span(date(2015, 9, 1), date(2015, 9, 30)) == (0.0, 1.0)


def test_an_arrival_after_the_last_day_stays_on_the_line():
    late = Leg(
        uid="late",
        from_stop="lei",
        to_stop="nue",
        mode=LegMode.BUS,
        departs=read_wall("2015-09-19T20:00"),
        arrives=read_wall("2015-09-20T06:00"),
    )
    line = line_view([LEIPZIG, NUREMBERG], [late], "de")
    assert line.stops[1].at == 1.0


def test_a_trip_without_stops_has_an_empty_line():
    line = line_view([], [], "de")
    assert line == LineView((), ())
    assert line.span(date(2015, 9, 16), date(2015, 9, 17)) == (0.0, 1.0)
