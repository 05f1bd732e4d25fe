from trips.domain.registration.catalogue import Section
from trips.domain.registration.controls import Typed
from trips.domain.registration.folding import fold, usual_first
from trips.domain.registration.plan import plan_of
from trips.domain.registration.sharing import shared_fields, take_over
from trips.domain.registration_setup import Demand, FieldRule, Registration, Station

EVERYTHING = plan_of(
    Registration(
        fields=tuple(
            FieldRule(field=name, demand=Demand.OPTIONAL)
            for name in ("postal_address", "birth_place", "passport_country")
        )
    )
)
NAMED = {"given_name": ("Oksana",), "family_name": ("Kovalenko",)}


def folded(section: Section, typed: Typed) -> tuple[set[str], set[str]]:
    for station in EVERYTHING.stations:
        for each, fields in station.sections:
            if each is section:
                found = fold(section, fields, typed)
                return {one.name for one in found.asked}, {one.name for one in found.known}
    raise AssertionError(section)


def test_what_the_nomination_told_is_only_checked_and_what_is_missing_is_asked() -> None:
    asked, known = folded(Section.NAME, NAMED)
    assert asked == {"form_of_address", "sex"}
    assert known == {"given_name", "family_name", "own_script", "academic_title", "badge_name"}
    whole = NAMED | {"form_of_address": ("ms",), "sex": ("female",)}
    assert folded(Section.NAME, whole)[0] == set()


def test_where_nothing_is_known_everything_is_asked() -> None:
    asked, known = folded(Section.CONTACT, {})
    assert asked == {"email", "phone", "postal_address"}
    assert known == set()


def test_languages_are_known_once_each_has_a_level() -> None:
    said = {"language": ("uk", "en"), "level-uk": ("fluent",)}
    assert folded(Section.LANGUAGES, said) == ({"languages"}, set())
    assert folded(Section.LANGUAGES, said | {"level-en": ("well",)}) == (set(), {"languages"})


def test_needs_passports_and_agreements_are_never_folded_away() -> None:
    given = {"diet": ("halal",), "nationality": ("UA",), "agrees-photo": ("yes",)}
    for section in (Section.FOOD, Section.ACCESS, Section.PASSPORT, Section.AGREEMENTS):
        assert folded(section, given)[1] == set()


def test_usual_needs_stand_before_the_others() -> None:
    assert usual_first(("vegan", "halal", "other")) == (("halal",), ("vegan", "other"))


def test_only_what_a_delegation_has_in_common_is_taken_over_and_nothing_is_replaced() -> None:
    other = {
        control.name: ("something",)
        for station in EVERYTHING.stations
        for control in station.controls
    }
    person, journey = (
        station
        for station in EVERYTHING.stations
        if station.station in {Station.PERSON, Station.JOURNEY}
    )
    here = {"organisation": ("City of Lviv",), "arrival_on": ("2026-03-16",)}
    assert set(take_over(person, here, other)) == {
        "level", "country", "postal_address", "email", "phone",
    }  # fmt: skip
    assert shared_fields(journey, here, other) == ("departure",)
    for station in EVERYTHING.stations:
        if station.station in {Station.NEEDS, Station.AGREEMENTS}:
            assert shared_fields(station, {}, other) == ()
