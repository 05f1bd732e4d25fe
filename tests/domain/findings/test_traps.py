"""Trips that look sound and are not, or look broken and are sound."""

from dataclasses import replace
from datetime import date, datetime, time

from tests.domain.findings.broken_interpreting import (
    LERATO,
    VOICE,
    arriving,
    assigned,
    interpreted,
)
from tests.domain.findings.small_trip import (
    COMING,
    SOUND,
    at,
    item,
    leg,
    munich,
    with_item,
    with_leg,
    with_person,
)
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.codes import Severity
from trips.domain.findings.engine import find_all
from trips.domain.interpreter import Assignment, Availability, Interpreter, InterpretingMode
from trips.domain.item import Item, ItemKind
from trips.domain.participation import Counts, Journey, Role
from trips.domain.site import OpenHours
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus
from trips.domain.values.holidays import Holiday
from trips.domain.values.text import Text
from trips.i18n.finding_wording import finding_words

SIMULTANEOUS = InterpretingMode.SIMULTANEOUS


def codes(snapshot: TripSnapshot) -> list[Code]:
    return [finding.code for finding in find_all(snapshot)]


def test_a_cancelled_leg_takes_nobody_anywhere() -> None:
    assert codes(with_leg(booking=BookingStatus.CANCELLED)) == [Code.LEG_MISSING]


def test_a_trip_there_and_back_may_be_on_any_day_of_the_stay() -> None:
    seventeenth = date(2015, 9, 17)
    there = leg(departs=at(7, day=17), arrives=at(10, day=17))
    back = replace(
        there,
        uid="back",
        from_stop="munich",
        to_stop="leipzig",
        departs=at(16, day=17),
        arrives=at(19, day=17),
    )
    munich_day = replace(munich(), arrives_on=seventeenth, departs_on=seventeenth)
    known = replace(SOUND, stops=(SOUND.stops[0], munich_day), legs=(there, back))
    assert codes(known) == []
    assert codes(replace(known, legs=(there,))) == [Code.LEG_OFF_DAY]


def test_a_train_at_a_time_that_never_is_blocks() -> None:
    night = {"departs": datetime(2015, 3, 28, 23), "arrives": datetime(2015, 3, 29, 2, 30)}
    assert Code.TIME_SKIPPED in codes(with_leg(**night))
    night = {"departs": datetime(2015, 10, 24, 23), "arrives": datetime(2015, 10, 25, 2, 30)}
    assert Code.TIME_REPEATED in codes(with_leg(**night))


def test_an_overlap_over_midnight_is_told_once() -> None:
    items = (
        item("first", at(23), at(1, day=17)),
        item("second", at(23, 30), at(1, 30, day=17)),
        item("next", at(10, day=17), at(11, day=17)),
    )
    found = codes(replace(SOUND, items=items))
    assert found.count(Code.GROUP_OVERLAP) == 1


def test_what_lasts_for_days_is_in_the_way_on_the_last_of_them() -> None:
    items = (item("long", at(9), at(12, day=18)), item("late", at(10, day=18), at(11, day=18)))
    assert Code.GROUP_OVERLAP in codes(replace(SOUND, items=items))


def test_after_midnight_the_hours_of_the_evening_hold() -> None:
    club = replace(SOUND.sites[0], hours=(OpenHours(3, time(18), time(2)),))
    late = item("late", at(0, 30, day=17), at(1, 30, day=17))
    assert codes(replace(SOUND, sites=(club,), items=(late,))) == [Code.AT_NIGHT]
    later = replace(late, ends=at(2, 30, day=17))
    assert Code.CLOSED_THAT_DAY in codes(replace(SOUND, sites=(club,), items=(later,)))


def test_a_holiday_of_the_land_counts_before_one_of_some_places() -> None:
    on = date(2015, 9, 16)
    holidays = (
        Holiday(on, "DE-SN", Text(de="Ortsfest"), is_local=True),
        Holiday(on, "DE-SN", Text(de="Landesfest")),
    )
    stop = replace(SOUND.stops[0], region="DE-SN")
    assert codes(replace(SOUND, stops=(stop,), holidays=holidays)) == [Code.ON_HOLIDAY]
    elsewhere = replace(stop, region="DE-BY")
    assert codes(replace(SOUND, stops=(elsewhere,), holidays=holidays)) == []


def _hall(**more: object) -> Item:
    return item("hall", at(10), at(11), capacity=1, **more)


def test_all_groups_named_are_everyone_with_staff_and_escorts() -> None:
    seated = replace(COMING, counts=(Counts.SEAT, Counts.ROOM))
    escort = replace(
        seated, uid="escort", role=Role.ESCORT, delegate=None, group="", counts=(Counts.SEAT,)
    )
    known = replace(SOUND, participations=(seated, escort), items=(_hall(groups=("A", "B")),))
    assert codes(known) == [Code.CAPACITY_EXCEEDED]
    assert codes(replace(known, items=(_hall(groups=("A",)),))) == []


def test_an_interpreter_takes_a_chair_even_if_the_trip_does_not_count_them() -> None:
    known = interpreted(_hall())
    seated = replace(COMING, counts=(Counts.SEAT, Counts.ROOM))
    (finding,) = find_all(replace(known, participations=(seated,)))
    assert (finding.code, finding.facts["interpreters"]) == (Code.CAPACITY_EXCEEDED, 1)


def test_interpreting_begins_with_what_is_spoken() -> None:
    foreign = interpreted(item("talk", at(10), at(11), floor_languages=("fr",)))
    (into,) = foreign.assignments
    german = replace(into, source="en", target="de")
    alone = replace(foreign, assignments=(german,))
    assert codes(alone) == [Code.NOT_UNDERSTOOD]
    pivot = replace(into, uid="pivot", source="fr", target="en")
    assert codes(replace(foreign, assignments=(german, pivot))) == []
    back = replace(pivot, source="en", target="fr", is_both_ways=True)
    assert codes(replace(foreign, assignments=(german, back))) == []


def test_whoever_arrives_a_day_later_misses_that_mornings_item() -> None:
    """The first item is not on the first day of presence."""
    snapshot = replace(
        with_person(arrival=Journey(at=at(12, day=17))),
        items=(item("first", at(10, day=17), at(11, day=17)),),
    )
    assert codes(snapshot) == [Code.ARRIVAL_LATE]
    in_time = with_person(arrival=Journey(at=at(9, day=17)))
    assert codes(replace(in_time, items=snapshot.items)) == []


def test_simultaneous_work_alone_for_long_blocks_and_a_team_is_sound() -> None:
    long = item("talk", at(10), at(11, 35))
    (finding,) = find_all(interpreted(long, mode=SIMULTANEOUS))
    assert (finding.code, finding.severity) == (Code.INTERPRETER_ALONE, Severity.BLOCKS)
    team = replace(
        interpreted(long, mode=SIMULTANEOUS),
        interpreters=(VOICE, Interpreter(uid="second", person="thabo")),
        assignments=assigned((long,), SIMULTANEOUS, ("voice", "second")),
    )
    assert codes(team) == []
    other = (team.assignments[0], replace(team.assignments[1], target="uk"))
    assert codes(replace(team, assignments=other)).count(Code.INTERPRETER_ALONE) == 2


def test_interpreters_sound_by_a_hair() -> None:
    whole = interpreted(item("short", at(10), at(10, 40)), mode=InterpretingMode.WHISPERED)
    assert codes(whole) == []
    pause = interpreted(
        item("talk", at(10), at(12)), item("lunch", at(12, 15), at(13, 30), kind=ItemKind.MEAL)
    )
    assert codes(pause) == []
    night = interpreted(
        item("late", at(20), at(22), kind=ItemKind.RECEPTION),
        item("early", at(9, day=17), at(10, day=17)),
    )
    assert codes(night) == []


def test_availability_holds_over_midnight_and_says_nothing_about_other_trips() -> None:
    evening = item("late", at(22, day=18), at(1, day=19), kind=ItemKind.RECEPTION)
    day = date(2015, 9, 18)
    free = Availability(day, day, time(18), time(2))
    assert codes(interpreted(evening, voice=replace(VOICE, availability=(free,)))) == []
    early = replace(free, ends=time(23))
    found = find_all(interpreted(evening, voice=replace(VOICE, availability=(early,))))
    assert [each.code for each in found] == [Code.INTERPRETER_UNAVAILABLE]
    assert "18:00–23:00" in finding_words(found[0], "en").text
    past = Availability(date(2014, 9, 16), date(2014, 9, 16))
    assert codes(interpreted(voice=replace(VOICE, availability=(past,)))) == []


def test_the_presence_of_an_interpreter_is_told_with_days() -> None:
    (finding,) = find_all(arriving(date(2015, 9, 17)))
    assert "Thu 17 Sept to Fri 18 Sept" in finding_words(finding, "en").text
    assert codes(arriving(date(2015, 9, 16))) == []


def test_whoever_goes_between_groups_needs_the_time_of_the_way() -> None:
    first = item("first", at(10), at(11), groups=("A",))
    second = item("second", at(11, 45), at(12, 45), groups=("B",), site="far")
    assert codes(interpreted(first, second)) == []
    sooner = replace(second, starts=at(11, 30))
    found = find_all(interpreted(first, sooner))
    assert [(each.code, each.facts["who"]) for each in found] == [
        (Code.PERSON_WAY_TIGHT, LERATO.name)
    ]


def test_an_item_is_not_moved_to_where_its_interpreter_works() -> None:
    """The gap after the overlap is taken by another group with the same interpreter."""
    clash = with_item(starts=at(10, 30), ends=at(11, 30))
    other = item("other", at(11), at(12, 30), groups=("B",), site=None)
    known = interpreted(*clash.items, other)
    finding = next(each for each in find_all(known) if each.code is Code.GROUP_OVERLAP)
    moved = [fix for fix in finding.fixes if fix.facts["title"] == clash.items[1].title]
    assert all(fix.facts["at"] >= at(12, 30) for fix in moved if "on" in fix.facts)


def test_nobody_interprets_at_what_is_only_an_idea() -> None:
    known = interpreted(mode=InterpretingMode.WHISPERED)
    assert known.assignments[0] == Assignment(
        uid="voice-at-first",
        item="first",
        interpreter="voice",
        mode=InterpretingMode.WHISPERED,
        source="de",
        target="en",
    )
    idea = replace(known.items[0], is_unplaced=True)
    assert codes(replace(known, items=(idea,))) == []


def test_a_language_of_the_registration_alone_is_not_missed_in_the_programme() -> None:
    trip = replace(SOUND.trip, languages=("de", "en", "uk"))
    small = replace(SOUND, trip=trip)
    assert Code.TEXT_UNTRANSLATED not in codes(small)
    first = replace(small.items[0], title=Text({**small.items[0].title, "uk": "Екскурсія"}))
    begun = replace(small, items=(first, *small.items[1:]))
    assert codes(begun) == [Code.TEXT_UNTRANSLATED]
