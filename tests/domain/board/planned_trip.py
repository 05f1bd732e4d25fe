"""A trip of twelve days over Nürnberg and München with two groups, for steps and quick lines."""

from datetime import date, datetime

from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Leg, LegMode, Stop
from trips.domain.trip import Group, Trip, TripKind
from trips.domain.values.text import Text


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A wall time in September 2015; the 19th is a Saturday."""
    return datetime(2015, 9, day, hour, minute)


def item(uid: str, starts: datetime, ends: datetime, **more: object) -> Item:
    known = {
        "kind": ItemKind.VISIT,
        "title": Text(de=uid, en=uid),
        "stop": "nuremberg",
        "status": ItemStatus.CONFIRMED,
    }
    return Item(uid=uid, starts=starts, ends=ends, **{**known, **more})


SITES = (
    Site(uid="leon", name=Text(de="Villa Leon", en="Villa Leon"), city="Nürnberg"),
    Site(uid="hall", name=Text(de="Altes Rathaus", en="Old Town Hall"), city="Nürnberg"),
)


def trip(*items: Item, **more: object) -> TripSnapshot:
    """Nürnberg 16 to 20 September, by train to München, there until the 27th."""
    known = {
        "trip": Trip(
            uid="trip",
            slug="trip",
            kind=TripKind.STUDY_TOUR,
            title=Text(de="Reise"),
            starts_on=date(2015, 9, 16),
            ends_on=date(2015, 9, 27),
            groups=(Group(code="A"), Group(code="B")),
        ),
        "stops": (
            Stop(
                uid="nuremberg",
                city=Text(de="Nürnberg", en="Nuremberg"),
                arrives_on=date(2015, 9, 16),
                departs_on=date(2015, 9, 20),
            ),
            Stop(
                uid="munich",
                city=Text(de="München", en="Munich"),
                arrives_on=date(2015, 9, 20),
                departs_on=date(2015, 9, 27),
            ),
        ),
        "legs": (
            Leg(
                uid="leg",
                from_stop="nuremberg",
                to_stop="munich",
                mode=LegMode.TRAIN,
                departs=at(20, 14),
                arrives=at(20, 15, 10),
                booking=BookingStatus.BOOKED,
            ),
        ),
        "sites": SITES,
    }
    return TripSnapshot(items=items, **{**known, **more})
