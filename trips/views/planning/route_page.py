"""What the page of hotels and journeys shows: stops and legs along the line."""

from collections.abc import Mapping
from dataclasses import dataclass

from trips.domain.briefs.programme import LegBrief
from trips.domain.briefs.programme_builder import brief_leg
from trips.domain.findings.model import Finding, Severity
from trips.domain.findings.space_rules import rooms_needed
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.views.planning.programme_days import open_points, worded

Points = list[tuple[Severity, str, str]]


@dataclass(frozen=True)
class Station:
    """A stop with what people need there, and the legs that leave it."""

    stop: Stop
    hue: int
    nights: int
    needed: int
    held: int | None
    """Rooms held in all hotels; none where a hotel does not say."""
    points: Points
    legs: tuple[tuple[Leg, LegBrief, Points], ...]
    onward: Stop | None
    """The next stop, where no leg leads there yet."""


def list_stations(snapshot: TripSnapshot) -> list[Station]:
    """The stops in order, each with its open points and its legs."""
    followers = (*snapshot.stops, None)[1:]
    found = open_points(snapshot)
    return [
        _station(snapshot, stop, following, found)
        for stop, following in zip(snapshot.stops, followers, strict=True)
    ]


def _station(
    snapshot: TripSnapshot, stop: Stop, following: Stop | None, found: Mapping[str, list[Finding]]
) -> Station:
    legs = [leg for leg in snapshot.legs if leg.from_stop == stop.uid]
    is_linked = following is None or any(leg.to_stop == following.uid for leg in legs)
    held = [hotel.rooms for hotel in stop.hotels]
    return Station(
        stop=stop,
        hue=snapshot.hue_by_stop[stop.uid],
        nights=(stop.departs_on - stop.arrives_on).days,
        needed=rooms_needed(snapshot, stop),
        held=None if None in held else sum(rooms or 0 for rooms in held),
        points=worded(found.get(stop.uid, [])),
        legs=tuple((leg, brief_leg(snapshot, leg), worded(found.get(leg.uid, []))) for leg in legs),
        onward=None if is_linked else following,
    )
