from datetime import date

from trips.domain.registration.catalogue import BY_NAME, FIELDS
from trips.domain.registration.plan import only_differences, plan_of, preset_rule, rule_of
from trips.domain.registration_setup import (
    Deadline,
    Demand,
    FieldRule,
    Preset,
    Question,
    Registration,
    Station,
)
from trips.domain.values.text import Text


def test_a_study_tour_asks_more_than_a_conference() -> None:
    tour, conference = (plan_of(Registration(preset=preset)).fields for preset in Preset)
    assert {"own_script", "nationality", "arrival", "emergency"} <= tour.keys()
    assert not {"own_script", "nationality", "arrival", "emergency"} & conference.keys()
    assert conference.keys() < tour.keys()


def test_names_are_asked_whatever_a_trip_says() -> None:
    off = tuple(FieldRule(field=spec.name, demand=Demand.OFF) for spec in FIELDS)
    plan = plan_of(Registration(fields=off))
    assert [*plan.fields] == ["given_name", "family_name"]
    assert [each.station for each in plan.stations] == [Station.PERSON, Station.AGREEMENTS]


def test_a_trip_says_its_own_word_about_a_field() -> None:
    rule = FieldRule(field="phone", demand=Demand.REQUIRED, help=Text(en="With the prefix."))
    phone = plan_of(Registration(fields=(rule,))).fields["phone"]
    assert phone.is_required
    assert phone.help == Text(en="With the prefix.")


def test_only_what_differs_from_the_preset_is_kept() -> None:
    same = preset_rule(Preset.CONFERENCE, BY_NAME["phone"])
    other = FieldRule(field="email", demand=Demand.OFF)
    assert only_differences(Preset.CONFERENCE, (same, other)) == (other,)
    assert rule_of(Registration(fields=(other,)), BY_NAME["email"]) == other


def test_questions_of_the_trip_stand_at_the_end_of_their_station() -> None:
    question = Question(uid="abc", label=Text(en="T-shirt?"), station=Station.JOURNEY)
    journey = plan_of(Registration(questions=(question,))).station(Station.JOURNEY)
    assert journey is not None
    assert journey.fields[-1].question == question
    assert journey.sections[-1][1][0].controls[0].name == "q-abc"


def test_a_station_with_a_later_deadline_may_wait() -> None:
    deadlines = (
        Deadline(Station.PERSON, date(2026, 2, 1)),
        Deadline(Station.JOURNEY, date(2026, 3, 1)),
    )
    plan = plan_of(Registration(deadlines=deadlines))
    waiting = [each.station for each in plan.stations if plan.may_wait(each.station)]
    assert waiting == [Station.JOURNEY]
    assert [each.station for each in plan.stations][-1] is Station.JOURNEY


def test_every_control_of_the_catalogue_has_a_name_of_its_own() -> None:
    names = [control.name for spec in FIELDS for control in spec.controls]
    assert len(names) == len(set(names))
    assert all(set(spec.needed) <= {c.name for c in spec.controls} for spec in FIELDS)
