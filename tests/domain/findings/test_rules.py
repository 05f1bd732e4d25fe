"""Each rule on the smallest trip that breaks it, and on the same trip mended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from trips.domain.findings.engine import find_all
from trips.domain.findings.model import FindingCode, Severity
from trips.domain.interpreter import Assignment, Interpreter, InterpretingMode
from trips.domain.item import HostStatus, Item, ItemHost, ItemKind, ItemStatus
from trips.domain.organisation import Organisation
from trips.domain.participation import (
    Access,
    Consent,
    ConsentPurpose,
    Counts,
    Delegate,
    DelegateStatus,
    Delegation,
    Journey,
    Participation,
    Role,
)
from trips.domain.person import LanguageLevel, LanguageSkill, Person
from trips.domain.site import Site, StepFree
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Hotel, Leg, LegMode, Stop
from trips.domain.trip import Group, Trip, TripKind
from trips.domain.values.text import Text

BOTH = Text(de="Besuch", en="Visit")


def at(hour: int, minute: int = 0, day: int = 16) -> datetime:
    return datetime(2015, 9, day, hour, minute)


def site(uid: str, latitude: float, longitude: float) -> Site:
    return Site(
        uid=uid,
        name=Text(de=uid, en=uid),
        street="Weg 1",
        city="Leipzig",
        latitude=latitude,
        longitude=longitude,
        step_free=StepFree.YES,
    )


def item(uid: str, starts: datetime, ends: datetime, **more: object) -> Item:
    known: dict[str, object] = {
        "stop": "leipzig",
        "site": "near",
        "status": ItemStatus.CONFIRMED,
        "floor_languages": ("de",),
        "text": BOTH,
    }
    return Item(
        uid=uid,
        kind=ItemKind.VISIT,
        title=BOTH,
        starts=starts,
        ends=ends,
        **(known | more),  # type: ignore[arg-type]
    )


PERSON = Person(
    uid="thabo",
    given_name="Thabo",
    family_name="Sample",
    languages=(LanguageSkill("de", LanguageLevel.B2),),
)
COMING = Participation(
    uid="comes",
    person="thabo",
    role=Role.DELEGATE,
    present_from=date(2015, 9, 16),
    present_to=date(2015, 9, 18),
    counts=(Counts.ROOM,),
    arrival=Journey(at=at(9), place="Leipzig"),
    consents=(Consent(purpose=ConsentPurpose.PHOTO, is_given=True),),
    delegate=Delegate(delegation="za", status=DelegateStatus.CONFIRMED),
)
SOUND = TripSnapshot(
    trip=Trip(
        uid="trip",
        slug="trip",
        kind=TripKind.STUDY_TOUR,
        title=BOTH,
        starts_on=date(2015, 9, 16),
        ends_on=date(2015, 9, 18),
        groups=(Group(code="A"), Group(code="B")),
    ),
    organisations=(Organisation(uid="city", name=BOTH),),
    persons=(PERSON,),
    sites=(site("near", 51.340, 12.375), site("far", 51.440, 12.375)),
    stops=(
        Stop(
            uid="leipzig",
            city=Text(de="Leipzig", en="Leipzig"),
            arrives_on=date(2015, 9, 16),
            departs_on=date(2015, 9, 18),
            hotels=(Hotel(uid="hotel", name="Muster", rooms=1),),
        ),
    ),
    items=(item("first", at(10), at(11)), item("second", at(11), at(12))),
    delegations=(Delegation(uid="za", name=BOTH, head="comes"),),
    participations=(COMING,),
)


def with_item(**more: object) -> TripSnapshot:
    second = SOUND.items[1]
    return replace(SOUND, items=(SOUND.items[0], replace(second, **more)))  # type: ignore[arg-type]


def with_person(**more: object) -> TripSnapshot:
    return replace(SOUND, participations=(replace(COMING, **more),))  # type: ignore[arg-type]


def munich() -> Stop:
    day = date(2015, 9, 18)
    return Stop(uid="munich", city=Text(de="München"), arrives_on=day, departs_on=day)


def leg(booking: BookingStatus) -> Leg:
    return Leg(
        uid="leg",
        from_stop="leipzig",
        to_stop="munich",
        mode=LegMode.TRAIN,
        departs=at(13, day=18),
        arrives=at(16, day=18),
        booking=booking,
    )


def codes(snapshot: TripSnapshot) -> list[FindingCode]:
    return [finding.code for finding in find_all(snapshot)]


def test_a_sound_trip_has_no_findings() -> None:
    assert find_all(SOUND) == ()


FLAWS: dict[FindingCode, tuple[Severity, Callable[[], TripSnapshot]]] = {
    FindingCode.HOST_UNCONFIRMED: (
        Severity.BLOCKS,
        lambda: with_item(hosts=(ItemHost(organisation="city", status=HostStatus.REQUESTED),)),
    ),
    FindingCode.ITEM_REQUESTED: (Severity.WARNS, lambda: with_item(status=ItemStatus.REQUESTED)),
    FindingCode.ITEM_WITHOUT_PLACE: (Severity.WARNS, lambda: with_item(site=None)),
    FindingCode.GROUP_OVERLAP: (Severity.BLOCKS, lambda: with_item(starts=at(10, 45))),
    FindingCode.OUTSIDE_STOP: (
        Severity.BLOCKS,
        lambda: with_item(starts=at(9, day=19), ends=at(10, day=19)),
    ),
    FindingCode.WAY_TOO_TIGHT: (Severity.WARNS, lambda: with_item(site="far")),
    FindingCode.TEXT_UNTRANSLATED: (
        Severity.INFORMS,
        lambda: with_item(title=Text(de="Nur deutsch")),
    ),
    FindingCode.NOT_UNDERSTOOD: (
        Severity.WARNS,
        lambda: with_item(floor_languages=("fr",)),
    ),
    FindingCode.ACCESS_UNKNOWN: (
        Severity.WARNS,
        lambda: replace(
            with_person(access=(Access.WHEELCHAIR,)),
            sites=(
                replace(SOUND.sites[0], step_free=StepFree.UNKNOWN),
                SOUND.sites[1],
            ),
            items=SOUND.items[:1],
        ),
    ),
    FindingCode.LEG_MISSING: (
        Severity.BLOCKS,
        lambda: replace(SOUND, stops=(*SOUND.stops, munich())),
    ),
    FindingCode.LEG_UNBOOKED: (
        Severity.WARNS,
        lambda: replace(SOUND, stops=(*SOUND.stops, munich()), legs=(leg(BookingStatus.OPTION),)),
    ),
    FindingCode.HOTEL_MISSING: (
        Severity.BLOCKS,
        lambda: replace(SOUND, stops=(replace(SOUND.stops[0], hotels=()),)),
    ),
    FindingCode.ROOMS_SHORT: (
        Severity.WARNS,
        lambda: replace(
            SOUND, stops=(replace(SOUND.stops[0], hotels=(Hotel(uid="h", name="M", rooms=0),)),)
        ),
    ),
    FindingCode.ARRIVAL_MISSING: (Severity.WARNS, lambda: with_person(arrival=None)),
    FindingCode.ANSWER_MISSING: (
        Severity.WARNS,
        lambda: with_person(delegate=Delegate(delegation="za", status=DelegateStatus.INVITED)),
    ),
    FindingCode.CONSENT_MISSING: (Severity.INFORMS, lambda: with_person(consents=())),
    FindingCode.HEAD_MISSING: (
        Severity.INFORMS,
        lambda: replace(
            SOUND,
            delegations=(replace(SOUND.delegations[0], head=None),),
            persons=(PERSON, replace(PERSON, uid="lerato")),
            participations=(
                COMING,
                replace(COMING, uid="also", person="lerato", counts=()),
            ),
        ),
    ),
    FindingCode.PERSON_OVERLAP: (
        Severity.BLOCKS,
        lambda: replace(
            SOUND,
            items=(
                replace(SOUND.items[0], groups=("A",), hosts=(_host(),)),
                replace(SOUND.items[1], starts=at(10, 30), groups=("B",), hosts=(_host(),)),
            ),
        ),
    ),
}


def _host() -> ItemHost:
    return ItemHost(person="thabo", status=HostStatus.CONFIRMED)


@pytest.mark.parametrize("code", FindingCode)
def test_a_flaw_is_found_alone_and_as_grave_as_it_is(code: FindingCode) -> None:
    severity, broken = FLAWS[code]
    found = find_all(broken())
    assert [(finding.code, finding.severity) for finding in found] == [(code, severity)]


def test_a_booked_leg_is_no_finding() -> None:
    snapshot = replace(SOUND, stops=(*SOUND.stops, munich()), legs=(leg(BookingStatus.BOOKED),))
    assert codes(snapshot) == []


def test_ideas_and_cancelled_items_break_no_rule() -> None:
    for status in (ItemStatus.IDEA, ItemStatus.CANCELLED):
        assert codes(with_item(status=status, starts=at(10, 30), site=None)) == []


def test_groups_apart_do_not_overlap() -> None:
    items = (
        replace(SOUND.items[0], groups=("A",)),
        replace(SOUND.items[1], starts=at(10, 30), groups=("B",)),
    )
    assert codes(replace(SOUND, items=items)) == []


@pytest.mark.parametrize(("gap", "needed"), [(45, True), (46, False)])
def test_a_way_needs_the_time_of_its_distance(gap: int, *, needed: bool) -> None:
    """Eleven kilometres at 18 km/h and eight minutes of boarding are 45 minutes."""
    late = at(11, gap - 1)
    assert (FindingCode.WAY_TOO_TIGHT in codes(with_item(site="far", starts=late))) is needed


def test_interpreting_covers_those_who_do_not_follow_the_floor() -> None:
    foreign = with_item(floor_languages=("fr",))
    interpreter = Interpreter(uid="voice", person="thabo")
    assignment = Assignment(
        uid="assigned",
        item="second",
        interpreter="voice",
        mode=InterpretingMode.WHISPERED,
        source="fr",
        target="de",
    )
    covered = replace(foreign, interpreters=(interpreter,), assignments=(assignment,))
    assert codes(covered) == []


def test_whoever_is_not_there_that_day_misses_nothing() -> None:
    snapshot = replace(
        with_person(present_to=date(2015, 9, 17)),
        items=(item("late", at(10, day=18), at(11, day=18), floor_languages=("fr",)),),
    )
    assert codes(snapshot) == []


def test_findings_come_gravest_first_then_by_deadline() -> None:
    snapshot = replace(
        with_item(status=ItemStatus.REQUESTED, title=Text(de="Nur deutsch")),
        stops=(replace(SOUND.stops[0], hotels=()),),
    )
    found = find_all(snapshot)
    assert [finding.severity for finding in found] == sorted(
        (finding.severity for finding in found), key=list(Severity).index
    )
    assert found[0].code is FindingCode.HOTEL_MISSING
