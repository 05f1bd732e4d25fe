"""Made-up trips of any size, with things wrong in them, always the same."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from trips.domain.item import HostStatus, Item, ItemHost, ItemKind, ItemStatus
from trips.domain.participation import Counts, Delegate, DelegateStatus, Participation, Role
from trips.domain.person import LanguageLevel, LanguageSkill, Person
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.stop import Hotel, Stop
from trips.domain.trip import Group, Trip, TripKind
from trips.domain.values.text import Text

FIRST = date(2026, 5, 4)
LANGUAGES = ("en", "de", "fr", "uk", "es")
KINDS = (ItemKind.VISIT, ItemKind.TALK, ItemKind.TRANSFER, ItemKind.MEAL, ItemKind.WORKSHOP)
PLACES = 30


@dataclass(frozen=True)
class Size:
    """How large a trip is."""

    days: int
    items: int
    groups: int
    delegates: int


def a_trip(size: Size, seed: int = 1) -> TripSnapshot:
    """A trip in one city; about every tenth item clashes with something."""
    random = Random(seed)  # noqa: S311 no secret is made of it
    last = FIRST + timedelta(days=size.days - 1)
    codes = [chr(ord("A") + n) for n in range(size.groups)]
    stop = Stop(
        uid="stop",
        city=Text(de="Stadt", en="City"),
        arrives_on=FIRST,
        departs_on=last,
        region="DE-BY",
        hotels=(Hotel(uid="hotel", name="Muster", rooms=size.delegates),),
    )
    return canonical(
        TripSnapshot(
            trip=Trip(
                uid="trip",
                slug="trip",
                kind=TripKind.STUDY_TOUR,
                title=Text(de="Reise", en="Trip"),
                starts_on=FIRST,
                ends_on=last,
                groups=tuple(Group(code=code) for code in codes),
            ),
            stops=(stop,),
            sites=tuple(_site(n, size, random) for n in range(PLACES)),
            persons=(
                *(_person(f"person{n:04}", random) for n in range(size.delegates)),
                *(_person(f"host{n:03}", random) for n in range(PLACES)),
            ),
            participations=tuple(_delegate(n, codes, last) for n in range(size.delegates)),
            items=tuple(_item(n, size, codes, random) for n in range(size.items)),
        )
    )


def _site(n: int, size: Size, random: Random) -> Site:
    return Site(
        uid=f"site{n:03}",
        name=Text(de=f"Ort {n}", en=f"Place {n}"),
        street="Weg 1",
        city="Stadt",
        latitude=48.1 + random.random() / 20,
        longitude=11.5 + random.random() / 20,
        capacity=size.delegates // size.groups + 10,
    )


def _person(uid: str, random: Random) -> Person:
    skills = (LanguageSkill(random.choice(LANGUAGES), LanguageLevel.NATIVE),)
    return Person(uid=uid, given_name="N", family_name=uid, languages=skills, phone="1")


def _delegate(n: int, codes: list[str], last: date) -> Participation:
    return Participation(
        uid=f"delegate{n:04}",
        person=f"person{n:04}",
        role=Role.DELEGATE,
        present_from=FIRST,
        present_to=last,
        group=codes[n % len(codes)],
        counts=(Counts.SEAT, Counts.MEAL, Counts.ROOM),
        delegate=Delegate(status=DelegateStatus.CONFIRMED),
    )


def _item(n: int, size: Size, codes: list[str], random: Random) -> Item:
    """Items go round groups and days, an hour and a half apart, some of them too long."""
    day, rest = n % size.days, n // size.days
    group, slot = rest % len(codes), rest // len(codes)
    starts = datetime.combine(FIRST, datetime.min.time()) + timedelta(
        days=day, hours=8, minutes=90 * slot
    )
    minutes = random.choice((45, 60, 60, 60, 60, 75, 75, 100))
    place = (5 * group + 7 * day) % PLACES if random.random() < 0.9 else random.randrange(PLACES)
    item = Item(
        uid=f"item{n:05}",
        kind=KINDS[slot % len(KINDS)],
        title=Text(de=f"Punkt {n}", en=f"Item {n}"),
        text=Text(de="Text", en="Text"),
        starts=starts,
        ends=starts + timedelta(minutes=minutes),
        stop="stop",
        site=f"site{place:03}",
        status=ItemStatus.CONFIRMED,
        groups=(codes[group],),
        floor_languages=("de", "en"),
        hosts=(
            ItemHost(person=f"host{(5 * group + slot) % PLACES:03}", status=HostStatus.CONFIRMED),
        ),
    )
    return replace(item, groups=()) if random.random() < 0.01 else item
