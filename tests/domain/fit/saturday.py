"""A Saturday in Nürnberg with a gallery that closes at five, for cards to be held over."""

from datetime import date, datetime, time, timedelta

from trips.domain.fit.index import FitIndex
from trips.domain.fit.model import FitCode, FitSpan, Verdict
from trips.domain.fit.spans import list_fits
from trips.domain.item import (
    Item,
    ItemKind,
    ItemStatus,
)
from trips.domain.site import OpenHours, Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Leg, LegMode, Stop
from trips.domain.trip import Group, Trip, TripKind
from trips.domain.values.text import Text

SATURDAY, SUNDAY = date(2015, 9, 19), date(2015, 9, 20)
FITS, WARNS, IMPOSSIBLE = Verdict


def at(hour: int, minute: int = 0, day: int = 19) -> datetime:
    return datetime(2015, 9, day, hour, minute)


def site(uid: str, longitude: float, **more: object) -> Site:
    known = {"name": Text(de=uid), "latitude": 49.45, "longitude": longitude}
    return Site(uid=uid, **{**known, **more})


def item(uid: str, starts: datetime, ends: datetime, **more: object) -> Item:
    known = {"kind": ItemKind.VISIT, "title": Text(de=uid), "stop": "nuremberg"}
    known |= {"status": ItemStatus.CONFIRMED, "site": "near"}
    return Item(uid=uid, starts=starts, ends=ends, **{**known, **more})


GALLERY = item(
    "gallery",
    at(0),
    at(1),
    site="gallery",
    status=ItemStatus.IDEA,
    is_unplaced=True,
)
WEEK = tuple(OpenHours(day, time(10), time(17)) for day in range(1, 7))


def stop(uid: str, city: str, arrives_on: date) -> Stop:
    return Stop(
        uid=uid,
        city=Text(de=city),
        arrives_on=arrives_on,
        departs_on=arrives_on + timedelta(days=1),
        region="DE-BY",
    )


SITES = (site("near", 11.08), site("gallery", 11.14, hours=WEEK))


def trip(*items: Item, **more: object) -> TripSnapshot:
    """Nürnberg until Sunday afternoon, then München; the gallery is 4 km away, open till 17."""
    known = {
        "trip": Trip(
            uid="trip",
            slug="trip",
            kind=TripKind.STUDY_TOUR,
            title=Text(de="Reise"),
            starts_on=SATURDAY,
            ends_on=date(2015, 9, 21),
            groups=(Group(code="A"), Group(code="B")),
        ),
        "stops": (
            stop("nuremberg", "Nürnberg", SATURDAY),
            stop("munich", "München", SUNDAY),
        ),
        "legs": (
            Leg(
                uid="leg",
                from_stop="nuremberg",
                to_stop="munich",
                mode=LegMode.TRAIN,
                departs=at(14, 0, 20),
                arrives=at(15, 10, 20),
                booking=BookingStatus.BOOKED,
            ),
        ),
        "sites": SITES,
    }
    return TripSnapshot(items=items, **{**known, **more})


def spans(
    snapshot: TripSnapshot,
    card: Item = GALLERY,
    day: date = SATURDAY,
    groups: tuple[str, ...] = ("A",),
) -> tuple[FitSpan, ...]:
    return list_fits(FitIndex(snapshot), card, [day], [groups])[day][groups]


def around(found: tuple[FitSpan, ...], moment: datetime) -> FitSpan:
    return next(span for span in found if span.starts <= moment < span.ends)


def codes(span: FitSpan) -> list[FitCode]:
    return [reason.code for reason in span.reasons]
