from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.registration.registering import TODAY
from trips.domain.registration.checking import CheckFacts, check_station, keep_given
from trips.domain.registration.controls import Flaw, Typed
from trips.domain.registration.plan import StationPlan, plan_of
from trips.domain.registration_setup import (
    Demand,
    FieldRule,
    Question,
    QuestionKind,
    Registration,
    Station,
)
from trips.domain.values.text import Text

FACTS = CheckFacts(today=TODAY, ends_on=date(2026, 3, 18))
QUESTIONS = (
    Question(uid="one", label=Text(en="Shirt?"), kind=QuestionKind.CHOICE, choices=(Text(en="S"),)),
    Question(uid="two", label=Text(en="How many?"), kind=QuestionKind.NUMBER, is_required=True),
)


def station(wanted: Station, *rules: FieldRule) -> StationPlan:
    found = plan_of(Registration(fields=rules, questions=QUESTIONS)).station(wanted)
    assert found is not None
    return found


def typed(**values: str | tuple[str, ...]) -> Typed:
    pairs = values.items()
    return {name: value if isinstance(value, tuple) else (value,) for name, value in pairs}


def test_an_empty_required_field_is_missing_and_an_empty_optional_one_is_not() -> None:
    flaws = check_station(station(Station.PERSON), {}, FACTS).flaws
    assert flaws["given_name"] is Flaw.MISSING
    assert "badge_name" not in flaws


@pytest.mark.parametrize(
    ("name", "value", "flaw"),
    [
        ("email", "oksana at example", Flaw.NO_EMAIL),
        ("given_name", "x" * 121, Flaw.TOO_LONG),
        ("country", "Ukraine", Flaw.NOT_OFFERED),
        ("level", "imperial", Flaw.NOT_OFFERED),
    ],
)
def test_what_cannot_be_is_named(name: str, value: str, flaw: Flaw) -> None:
    assert check_station(station(Station.PERSON), typed(**{name: value}), FACTS).flaws[name] is flaw


@pytest.mark.parametrize("text", ["2026-03-16", "16.03.2026", "16/3/2026"])
def test_days_are_read_as_browsers_and_as_people_write_them(text: str) -> None:
    checked = check_station(station(Station.JOURNEY), typed(arrival_on=text), FACTS)
    assert checked.values["arrival_on"] == date(2026, 3, 16)


def test_a_language_without_a_level_asks_how_well() -> None:
    spoken = typed(language=("uk", "en"), **{"level-uk": "fluent"})
    checked = check_station(station(Station.NEEDS), spoken, FACTS)
    assert checked.flaws == {"level-en": Flaw.NO_LEVEL, "q-two": Flaw.MISSING}


def test_needs_without_the_agreement_to_keep_them_are_not_taken() -> None:
    needs = typed(language=("uk",), diet=("halal",), **{"level-uk": "fluent", "q-two": "3"})
    assert check_station(station(Station.NEEDS), needs, FACTS).flaws == {
        "needs_agreed": Flaw.NOT_AGREED
    }
    agreed = {**needs, "needs_agreed": ("yes",)}
    assert check_station(station(Station.NEEDS), agreed, FACTS).is_complete


def test_a_journey_begun_needs_its_day_and_place() -> None:
    begun = check_station(station(Station.JOURNEY), typed(arrival_number="LH 1"), FACTS)
    assert begun.flaws["arrival_on"] is Flaw.MISSING
    assert begun.flaws["arrival_place"] is Flaw.MISSING
    assert "departure_on" not in begun.flaws


def test_a_passport_that_ends_before_the_trip_is_refused() -> None:
    ends = typed(passport_expires_on="2026-03-17", born_on="2027-01-01")
    flaws = check_station(station(Station.JOURNEY), ends, FACTS).flaws
    assert flaws["passport_expires_on"] is Flaw.EXPIRED
    assert flaws["born_on"] is Flaw.IN_FUTURE


def test_what_was_given_and_is_not_shown_again_is_not_missing() -> None:
    rule = FieldRule(field="passport_number", demand=Demand.REQUIRED)
    journey = station(Station.JOURNEY, rule)
    facts = CheckFacts(today=TODAY, ends_on=FACTS.ends_on, given=frozenset({"passport_number"}))
    assert check_station(journey, {}, FACTS).flaws["passport_number"] is Flaw.MISSING
    assert "passport_number" not in check_station(journey, {}, facts).flaws


def test_an_empty_secret_keeps_what_was_typed_before_and_a_new_one_replaces_it() -> None:
    journey = station(Station.JOURNEY)
    before = typed(passport_number="AB1", room_wish="quiet")
    kept = keep_given(journey, typed(passport_number="", room_wish=""), before, frozenset())
    assert kept == typed(passport_number="AB1", room_wish="")
    new = keep_given(journey, typed(passport_number="CD2"), before, frozenset())
    assert new["passport_number"] == ("CD2",)


ANYTHING = st.dictionaries(
    st.sampled_from(
        [control.name for each in plan_of(Registration()).stations for control in each.controls]
        + ["language", "level-uk", "q-one", "q-two", "needs_agreed"]
    ),
    st.lists(st.text(), max_size=3).map(tuple),
)


@given(ANYTHING)
def test_whatever_is_typed_is_read_or_refused_by_name(values: Typed) -> None:
    for wanted in Station:
        plan = station(wanted)
        checked = check_station(plan, values, FACTS)
        names = {control.name for control in plan.controls}
        assert checked.values.keys() <= names
        assert {each for each in checked.flaws if not each.startswith("level-")} <= (
            names | {"needs_agreed"}
        )
