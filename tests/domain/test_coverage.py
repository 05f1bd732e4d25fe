from dataclasses import replace

import pytest

from tests.world_trip import UIDS, trip
from trips.domain.coverage import (
    Cause,
    Cell,
    CoverageDay,
    Way,
    coverage_of,
    needed_language,
    unknown_speakers,
)
from trips.domain.interpreter import Assignment, InterpretingMode, LanguagePair
from trips.domain.person import LanguageLevel, LanguageSkill, Person
from trips.domain.snapshot import TripSnapshot


def world(**changes: object) -> TripSnapshot:
    """The small trip, where the talk is given in German."""
    snapshot = trip()
    items = tuple(
        replace(item, floor_languages=("de",)) if item.uid == UIDS["talk"] else item
        for item in snapshot.items
    )
    return replace(snapshot, items=items, **changes)


def day(snapshot: TripSnapshot, number: int) -> CoverageDay:
    return next(each for each in coverage_of(snapshot) if each.on.day == number)


def cell(snapshot: TripSnapshot, item: str, language: str) -> Cell:
    cells = [
        each
        for coverage in coverage_of(snapshot)
        for row in coverage.rows
        if row.item.uid == UIDS[item]
        for each in row.cells
        if each.language == language
    ]
    return cells[0]


def person(*skills: tuple[str, str]) -> Person:
    languages = tuple(LanguageSkill(code, LanguageLevel(level)) for code, level in skills)
    return Person(uid="somebody", given_name="A", family_name="B", languages=languages)


def with_languages(snapshot: TripSnapshot, name: str, *skills: tuple[str, str]) -> TripSnapshot:
    languages = person(*skills).languages
    persons = tuple(
        replace(each, languages=languages) if each.uid == UIDS[name] else each
        for each in snapshot.persons
    )
    return replace(snapshot, persons=persons)


def test_the_columns_are_the_languages_people_need_with_their_countries() -> None:
    needs = day(world(), 16).needs
    assert [(need.code, need.countries) for need in needs] == [
        ("en", (("ZA", 1),)),
        ("uk", (("UA", 1),)),
    ]


def test_internal_items_and_meals_have_no_row() -> None:
    assert [each.on.day for each in coverage_of(world())] == [16, 17]


def test_who_is_interpreted_for_knows_by_whom() -> None:
    found = cell(world(), "visit", "en")
    assert (found.way, found.people, found.is_relay) == (Way.INTERPRETED, 1, False)
    assert [each.uid for each in found.assignments] == [UIDS["assignment"]]


def test_a_hole_counts_the_people_and_says_that_nobody_could() -> None:
    found = cell(world(), "visit", "uk")
    assert (found.way, found.lost, found.cause) == (Way.HOLE, 1, Cause.NO_INTERPRETER)


@pytest.mark.parametrize(("item", "cause"), [("visit", Cause.BUSY), ("talk", Cause.FREE)])
def test_a_hole_tells_a_free_interpreter_from_a_busy_one(item: str, cause: Cause) -> None:
    hanna = replace(trip().interpreters[0], pairs=(LanguagePair("de", "uk"),))
    found = cell(world(interpreters=(hanna,)), item, "uk")
    assert (found.cause, found.candidates) == (cause, (hanna,))


@pytest.mark.parametrize(("level", "way"), [("B2", Way.SECOND), ("B1", Way.HOLE)])
def test_a_second_language_is_enough_from_b2_on(level: str, way: Way) -> None:
    snapshot = with_languages(world(), "olena", ("uk", "native"), ("en", level))
    found = cell(snapshot, "visit", "uk")
    assert found.way is way
    assert found.via == ((LanguageSkill("en", LanguageLevel.B2),) if way is Way.SECOND else ())


def test_whoever_speaks_the_floor_language_hears_directly() -> None:
    items = tuple(replace(item, floor_languages=("de", "uk")) for item in trip().items)
    snapshot = replace(trip(), items=items, assignments=())
    assert [need.code for need in day(snapshot, 16).needs] == ["en"]


def test_interpreting_from_a_language_that_is_not_on_the_floor_is_a_relay() -> None:
    relay = Assignment(
        uid="relay",
        item=UIDS["visit"],
        interpreter=UIDS["hanna-int"],
        mode=InterpretingMode.WHISPERED,
        source="en",
        target="uk",
    )
    found = cell(world(assignments=(*trip().assignments, relay)), "visit", "uk")
    assert (found.way, found.is_relay) == (Way.INTERPRETED, True)


def test_nobody_of_the_other_group_needs_a_language() -> None:
    participations = tuple(
        replace(each, group="B") if each.uid == UIDS["olena-part"] else each
        for each in trip().participations
    )
    snapshot = world(participations=participations)
    assert [need.code for need in day(snapshot, 17).needs] == ["en"]


def test_without_a_floor_language_nothing_is_claimed() -> None:
    assert cell(trip(), "talk", "uk").way is Way.UNKNOWN


def test_people_without_a_known_language_are_named_and_not_guessed() -> None:
    snapshot = with_languages(world(), "olena")
    assert [each.uid for each in unknown_speakers(snapshot)] == [UIDS["olena-part"]]
    assert [need.code for need in day(snapshot, 16).needs] == ["en"]


@pytest.mark.parametrize(
    ("skills", "expected"),
    [
        ((("zu", "native"), ("en", "C1")), "en"),
        ((("hi", "native"), ("en", "B2")), "hi"),
        ((("en", "C1"), ("de", "C2")), "de"),
        ((("en", "C1"), ("de", "C1")), "en"),
        ((("uk", "B2"), ("ru", "native")), "ru"),
        ((), None),
    ],
)
def test_people_are_served_in_a_fluent_language_of_the_trip_or_their_mother_tongue(
    skills: tuple[tuple[str, str], ...], expected: str | None
) -> None:
    assert needed_language(person(*skills), ["en", "de", "uk"]) == expected
