"""The smallest trip that breaks no rule, and how to break it."""

from dataclasses import replace
from datetime import date, datetime, time

from trips.domain.item import HostStatus, Item, ItemHost, ItemKind, ItemStatus
from trips.domain.organisation import Organisation
from trips.domain.participation import (
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
from trips.domain.site import OpenHours, Site, StepFree
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Hotel, Leg, LegMode, Stop
from trips.domain.trip import Group, Trip, TripKind
from trips.domain.values.holidays import Holiday
from trips.domain.values.text import Text
from trips.domain.visa_case import VisaCase, VisaStatus
from trips.domain.visa_rule import VisaRule

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
        "kind": ItemKind.VISIT,
        "stop": "leipzig",
        "site": "near",
        "status": ItemStatus.CONFIRMED,
        "floor_languages": ("de",),
        "text": BOTH,
    }
    return Item(
        uid=uid,
        title=BOTH,
        starts=starts,
        ends=ends,
        **(known | more),  # type: ignore[arg-type]
    )


PERSON = Person(
    uid="thabo",
    given_name="Thabo",
    family_name="Sample",
    phone="+27 1",
    languages=(LanguageSkill("de", LanguageLevel.B2),),
)
COMING = Participation(
    uid="comes",
    person="thabo",
    role=Role.DELEGATE,
    present_from=date(2015, 9, 16),
    present_to=date(2015, 9, 18),
    counts=(Counts.ROOM,),
    group="A",
    arrival=Journey(at=at(7), place="Leipzig"),
    consents=(
        Consent(purpose=ConsentPurpose.PHOTO, is_given=True),
        Consent(purpose=ConsentPurpose.PARTICIPANT_LIST, is_given=True),
    ),
    delegate=Delegate(
        delegation="za",
        status=DelegateStatus.CONFIRMED,
        nationality="ZA",
        visa=VisaCase(status=VisaStatus.GRANTED),
    ),
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
    organisations=(Organisation(uid="city", name=BOTH, phone="+49 341 1"),),
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
    visa_rules=(VisaRule(country="ZA", is_needed=True),),
)


def with_item(**more: object) -> TripSnapshot:
    second = SOUND.items[1]
    return replace(SOUND, items=(SOUND.items[0], replace(second, **more)))  # type: ignore[arg-type]


def with_person(**more: object) -> TripSnapshot:
    return replace(SOUND, participations=(replace(COMING, **more),))  # type: ignore[arg-type]


def with_delegate(**more: object) -> TripSnapshot:
    return with_person(delegate=replace(COMING.delegate, **more))  # type: ignore[arg-type, type-var]


def munich() -> Stop:
    day = date(2015, 9, 18)
    return Stop(uid="munich", city=Text(de="München"), arrives_on=day, departs_on=day)


def leg(booking: BookingStatus = BookingStatus.BOOKED, **more: object) -> Leg:
    known = Leg(
        uid="leg",
        from_stop="leipzig",
        to_stop="munich",
        mode=LegMode.TRAIN,
        departs=at(13, day=18),
        arrives=at(16, day=18),
        booking=booking,
    )
    return replace(known, **more)  # type: ignore[arg-type]


def with_leg(*items: Item, **more: object) -> TripSnapshot:
    """The trip goes on to München on the last day, by a booked train."""
    return replace(
        SOUND, stops=(*SOUND.stops, munich()), legs=(leg(**more),), items=items or SOUND.items
    )


def host(**more: object) -> ItemHost:
    """A host who has agreed and can be reached."""
    known = ItemHost(person="thabo", status=HostStatus.CONFIRMED)
    return replace(known, **more)  # type: ignore[arg-type]


def with_hours(opens: int, closes: int, *weekdays: int) -> TripSnapshot:
    """The second item is at a place that is open on some weekdays only."""
    hours = tuple(OpenHours(day, time(opens), time(closes)) for day in weekdays)
    near = replace(SOUND.sites[0], hours=hours)
    return replace(SOUND, sites=(near, SOUND.sites[1]), items=SOUND.items[1:])


def on_day(day: int, *items: Item, holidays: tuple[Holiday, ...] = ()) -> TripSnapshot:
    """The trip of three days, starting on another day of September 2015, with other items."""
    start, end = date(2015, 9, day), date(2015, 9, day + 2)
    stop = replace(SOUND.stops[0], arrives_on=start, departs_on=end, region="DE-SN")
    trip = replace(SOUND.trip, starts_on=start, ends_on=end)
    person = replace(COMING, present_from=start, present_to=end, arrival=Journey(at=at(9, day=day)))
    return replace(
        SOUND, trip=trip, stops=(stop,), items=items, participations=(person,), holidays=holidays
    )
