"""Trips that break the rules about people, languages, journeys, hotels."""

from collections.abc import Callable
from dataclasses import replace

from tests.domain.findings.broken_delegates import BROKEN_DELEGATES
from tests.domain.findings.broken_visas import BROKEN_VISAS
from tests.domain.findings.small_trip import (
    COMING,
    PERSON,
    SOUND,
    at,
    host,
    item,
    munich,
    with_delegate,
    with_item,
    with_leg,
    with_person,
)
from trips.domain.findings.codes import FindingCode as Code
from trips.domain.findings.codes import Severity
from trips.domain.participation import (
    Access,
    Consent,
    ConsentPurpose,
    DelegateStatus,
    Journey,
)
from trips.domain.site import StepFree
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Hotel, LegMode
from trips.domain.values.text import Text

Broken = Callable[[], TripSnapshot]

FRAME: dict[Code, tuple[Severity, Broken]] = {
    Code.TEXT_UNTRANSLATED: (Severity.INFORMS, lambda: with_item(title=Text(de="Nur deutsch"))),
    Code.NOT_UNDERSTOOD: (Severity.WARNS, lambda: with_item(floor_languages=("fr",))),
    Code.FLOOR_UNKNOWN: (
        Severity.INFORMS,
        lambda: with_item(floor_languages=(), hosts=(host(),)),
    ),
    Code.ACCESS_UNKNOWN: (
        Severity.WARNS,
        lambda: replace(
            with_person(access=(Access.WHEELCHAIR,)),
            sites=(replace(SOUND.sites[0], step_free=StepFree.UNKNOWN), SOUND.sites[1]),
            items=SOUND.items[:1],
        ),
    ),
    Code.LEG_MISSING: (Severity.BLOCKS, lambda: replace(SOUND, stops=(*SOUND.stops, munich()))),
    Code.LEG_UNBOOKED: (Severity.WARNS, lambda: with_leg(booking=BookingStatus.OPTION)),
    Code.LEG_TOO_FAST: (Severity.BLOCKS, lambda: with_leg(arrives=at(13, day=18))),
    Code.LEG_OFF_DAY: (
        Severity.BLOCKS,
        lambda: with_leg(departs=at(13, day=17), arrives=at(16, day=17), mode=LegMode.BUS),
    ),
    Code.AFTER_DEPARTURE: (
        Severity.BLOCKS,
        lambda: with_leg(item("last", at(12, day=18), at(13, 30, day=18))),
    ),
    Code.BEFORE_ARRIVAL: (
        Severity.BLOCKS,
        lambda: with_leg(
            item(
                "next",
                at(15, day=18),
                at(17, day=18),
                stop="munich",
                site=None,
                meeting_point=Text(de="Bahnhof", en="Station"),
            )
        ),
    ),
    Code.DEPARTURE_TIGHT: (
        Severity.WARNS,
        lambda: with_leg(item("last", at(12, day=18), at(12, 50, day=18))),
    ),
    Code.ARRIVAL_TIGHT: (
        Severity.WARNS,
        lambda: with_leg(
            item(
                "next",
                at(16, 5, day=18),
                at(17, day=18),
                stop="munich",
                site=None,
                meeting_point=Text(de="Bahnhof", en="Station"),
            )
        ),
    ),
    Code.HOTEL_MISSING: (
        Severity.BLOCKS,
        lambda: replace(SOUND, stops=(replace(SOUND.stops[0], hotels=()),)),
    ),
    Code.ROOMS_SHORT: (
        Severity.WARNS,
        lambda: replace(
            SOUND, stops=(replace(SOUND.stops[0], hotels=(Hotel(uid="h", name="M", rooms=0),)),)
        ),
    ),
    **BROKEN_VISAS,
    **BROKEN_DELEGATES,
    Code.ARRIVAL_MISSING: (Severity.WARNS, lambda: with_person(arrival=None)),
    Code.ARRIVAL_LATE: (Severity.WARNS, lambda: with_person(arrival=Journey(at=at(10, 30)))),
    Code.DEPARTURE_EARLY: (
        Severity.WARNS,
        lambda: replace(
            with_person(departure=Journey(at=at(10, 30, day=18))),
            items=(item("last", at(10, day=18), at(11, day=18)),),
        ),
    ),
    Code.DURING_LEG: (
        Severity.BLOCKS,
        lambda: with_leg(item("other", at(12, day=18), at(13, 30, day=18), stop=None)),
    ),
    Code.GROUP_MISSING: (
        Severity.WARNS,
        lambda: replace(
            with_person(group=""), items=(item("first", at(10), at(11), groups=("A",)),)
        ),
    ),
    Code.LANGUAGE_MISSING: (
        Severity.INFORMS,
        lambda: replace(SOUND, persons=(replace(PERSON, languages=()),)),
    ),
    Code.ANSWER_MISSING: (
        Severity.WARNS,
        lambda: with_delegate(status=DelegateStatus.INVITED),
    ),
    Code.CONSENT_MISSING: (Severity.INFORMS, lambda: with_person(consents=COMING.consents[1:])),
    Code.LIST_CONSENT_MISSING: (
        Severity.INFORMS,
        lambda: with_person(consents=(Consent(purpose=ConsentPurpose.PHOTO, is_given=True),)),
    ),
    Code.HEAD_MISSING: (
        Severity.INFORMS,
        lambda: replace(
            SOUND,
            delegations=(replace(SOUND.delegations[0], head=None),),
            persons=(PERSON, replace(PERSON, uid="lerato")),
            participations=(COMING, replace(COMING, uid="also", person="lerato", counts=())),
        ),
    ),
}
