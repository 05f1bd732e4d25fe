"""The trip of the tests' world: two cities, two delegations, and a second trip beside it."""

from dataclasses import replace
from datetime import date, datetime

from trips.domain.interpreter import (
    Assignment,
    Interpreter,
    InterpretingMode,
    LanguagePair,
    WorkingLanguage,
)
from trips.domain.item import HostStatus, Item, ItemHost, ItemKind, ItemSpeaker, ItemStatus
from trips.domain.organisation import Organisation, OrganisationKind
from trips.domain.participation import (
    Access,
    Consent,
    ConsentPurpose,
    Counts,
    Delegate,
    DelegateStatus,
    Delegation,
    Diet,
    Level,
    Participation,
    Role,
)
from trips.domain.person import FormOfAddress, LanguageLevel, LanguageSkill, Person, Sex
from trips.domain.registration_setup import Registration
from trips.domain.site import Site, StepFree
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Hotel, Leg, LegMode, Stop
from trips.domain.trip import Group, Trip, TripKind, TripStatus
from trips.domain.values.text import Text

SLUG = "leipzig-nuernberg"
OTHER_SLUG = "dortmund"
FIRST, LAST = date(2026, 3, 16), date(2026, 3, 18)

UIDS = {
    name: name.replace("-", "").ljust(16, "a")
    for name in (
        "trip", "other", "leipzig", "nuremberg", "hotel", "leg", "city", "ministry", "hall",
        "visit", "talk", "secret", "thandi", "olena", "hanna", "jana-person", "south-africa",
        "ukraine", "thandi-part", "olena-part", "hanna-part", "jana-part", "hanna-int",
        "assignment", "link", "own-link", "group-link", "job", "mail", "old-mail", "task",
    )
}  # fmt: skip


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A wall time in March 2026."""
    return datetime(2026, 3, day, hour, minute)


HALL = Site(
    uid=UIDS["hall"],
    name=Text(de="Neues Rathaus", en="New Town Hall"),
    organisation=UIDS["city"],
    street="Martin-Luther-Ring 4",
    postal_code="04109",
    city="Leipzig",
    latitude=51.3353,
    longitude=12.3723,
    step_free=StepFree.YES,
)
HANNA = Interpreter(
    uid=UIDS["hanna-int"],
    person=UIDS["hanna"],
    pairs=(LanguagePair("de", "en"), LanguagePair("en", "de")),
    classes=(("de", WorkingLanguage.A), ("en", WorkingLanguage.B)),
    modes=(InterpretingMode.CONSECUTIVE,),
    city="Leipzig",
)
HANNA_AT_THE_VISIT = Assignment(
    uid=UIDS["assignment"],
    item=UIDS["visit"],
    interpreter=UIDS["hanna-int"],
    mode=InterpretingMode.CONSECUTIVE,
    source="de",
    target="en",
    is_both_ways=True,
)


def trip() -> TripSnapshot:
    """Two cities, one leg, three items, two delegations, an interpreter."""
    return TripSnapshot(
        trip=Trip(
            uid=UIDS["trip"],
            slug=SLUG,
            kind=TripKind.STUDY_TOUR,
            title=Text(de="Soziale Stadt", en="Social City"),
            starts_on=date(2026, 3, 16),
            ends_on=date(2026, 3, 18),
            status=TripStatus.PLANNED,
            inviting_body=UIDS["ministry"],
            groups=(Group(code="A"), Group(code="B")),
            registration=Registration(is_open=True),
        ),
        organisations=organisations(),
        persons=persons(),
        sites=(HALL,),
        stops=stops(),
        legs=(
            Leg(
                uid=UIDS["leg"],
                from_stop=UIDS["leipzig"],
                to_stop=UIDS["nuremberg"],
                mode=LegMode.TRAIN,
                departs=at(17, 14, 15),
                arrives=at(17, 16, 30),
                booking=BookingStatus.BOOKED,
            ),
        ),
        items=items(),
        delegations=(
            Delegation(uid=UIDS["south-africa"], name=Text(de="Südafrika"), country="ZA"),
            Delegation(uid=UIDS["ukraine"], name=Text(de="Ukraine", en="Ukraine"), country="UA"),
        ),
        participations=participations(),
        interpreters=(HANNA,),
        assignments=(HANNA_AT_THE_VISIT,),
    )


def other_trip() -> TripSnapshot:
    """A trip that Vera, Willi and Charlie have nothing to do with."""
    first = trip()
    return TripSnapshot(
        trip=replace(
            first.trip,
            uid=UIDS["other"],
            slug=OTHER_SLUG,
            title=Text(de="Städtedialog", en="City Dialogue"),
            inviting_body=None,
            groups=(),
        )
    )


def organisations() -> tuple[Organisation, ...]:
    return (
        Organisation(
            uid=UIDS["city"],
            name=Text(de="Stadt Leipzig", en="City of Leipzig"),
            kind=OrganisationKind.MUNICIPALITY,
            country="DE",
        ),
        Organisation(
            uid=UIDS["ministry"],
            name=Text(de="Ministerium für Siedlungen", en="Ministry of Settlements"),
            kind=OrganisationKind.MINISTRY,
            country="ZA",
        ),
    )


def persons() -> tuple[Person, ...]:
    english = (LanguageSkill("en", LanguageLevel.C1),)
    return (
        Person(
            uid=UIDS["thandi"],
            given_name="Thandiwe",
            family_name="Dlamini",
            form_of_address=FormOfAddress.MS,
            sex=Sex.FEMALE,
            function=Text(de="Stellvertretende Ministerin", en="Deputy Minister"),
            organisation=UIDS["ministry"],
            country="ZA",
            email="thandiwe@example.org",
            languages=english,
        ),
        Person(
            uid=UIDS["olena"],
            given_name="Olena",
            family_name="Ґалаґан",
            country="UA",
            languages=(LanguageSkill("uk", LanguageLevel.NATIVE),),
        ),
        Person(uid=UIDS["hanna"], given_name="Hanna", family_name="Öztürk", country="DE"),
        Person(uid=UIDS["jana-person"], given_name="Jana", family_name="Brandt", country="DE"),
    )


def stops() -> tuple[Stop, ...]:
    return (
        Stop(
            uid=UIDS["leipzig"],
            city=Text(de="Leipzig", en="Leipzig"),
            arrives_on=date(2026, 3, 16),
            departs_on=date(2026, 3, 17),
            region="DE-SN",
            latitude=51.3397,
            longitude=12.3731,
            hotels=(Hotel(uid=UIDS["hotel"], name="Hotel am Ring", city="Leipzig"),),
        ),
        Stop(
            uid=UIDS["nuremberg"],
            city=Text(de="Nürnberg", en="Nuremberg"),
            arrives_on=date(2026, 3, 17),
            departs_on=date(2026, 3, 18),
            region="DE-BY",
            latitude=49.4521,
            longitude=11.0767,
        ),
    )


def items() -> tuple[Item, ...]:
    return (
        Item(
            uid=UIDS["visit"],
            kind=ItemKind.VISIT,
            title=Text(de="Rathaus", en="Town hall"),
            starts=at(16, 10),
            ends=at(16, 12),
            stop=UIDS["leipzig"],
            site=UIDS["hall"],
            status=ItemStatus.CONFIRMED,
            floor_languages=("de",),
            hosts=(ItemHost(organisation=UIDS["city"], status=HostStatus.CONFIRMED),),
        ),
        Item(
            uid=UIDS["talk"],
            kind=ItemKind.TALK,
            title=Text(de="Vortrag zur Wohnungspolitik"),
            starts=at(17, 9),
            ends=at(17, 10, 30),
            stop=UIDS["leipzig"],
            status=ItemStatus.REQUESTED,
            groups=("A",),
            speakers=(ItemSpeaker(person=UIDS["hanna"]),),
        ),
        Item(
            uid=UIDS["secret"],
            kind=ItemKind.INTERNAL,
            title=Text(de="Blumen abholen", en="Fetch the flowers"),
            starts=at(18, 8),
            ends=at(18, 8, 30),
            stop=UIDS["nuremberg"],
            internal_note="Only for us",
        ),
    )


def participations() -> tuple[Participation, ...]:
    return (*delegates(), *team())


def delegates() -> tuple[Participation, ...]:
    return (
        Participation(
            uid=UIDS["thandi-part"],
            person=UIDS["thandi"],
            role=Role.DELEGATE,
            present_from=FIRST,
            present_to=LAST,
            counts=(Counts.SEAT, Counts.MEAL, Counts.ROOM, Counts.ROSTER, Counts.STATISTICS),
            diet=(Diet.HALAL,),
            diet_note="no gelatine",
            access=(Access.STEP_FREE,),
            consents=(Consent(purpose=ConsentPurpose.PARTICIPANT_LIST, is_given=True),),
            delegate=Delegate(
                delegation=UIDS["south-africa"],
                status=DelegateStatus.CONFIRMED,
                level=Level.NATIONAL,
                rank=1,
            ),
        ),
        Participation(
            uid=UIDS["olena-part"],
            person=UIDS["olena"],
            role=Role.DELEGATE,
            present_from=FIRST,
            present_to=LAST,
            counts=(Counts.SEAT, Counts.ROSTER),
            group="A",
            delegate=Delegate(delegation=UIDS["ukraine"], status=DelegateStatus.INVITED),
        ),
    )


def team() -> tuple[Participation, ...]:
    return (
        Participation(
            uid=UIDS["hanna-part"],
            person=UIDS["hanna"],
            role=Role.INTERPRETER,
            present_from=FIRST,
            present_to=date(2026, 3, 17),
        ),
        Participation(
            uid=UIDS["jana-part"],
            person=UIDS["jana-person"],
            role=Role.ORGANISER,
            present_from=FIRST,
            present_to=LAST,
        ),
    )
