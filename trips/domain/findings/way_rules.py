"""Rules about ways from site to site within a city."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import DayPlan, Plan
from trips.domain.findings.thresholds import Thresholds
from trips.domain.item import Item, ItemKind, TransferMode
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.geo import GeoPoint, distance_km

STATIONARY = frozenset({ItemKind.TRANSFER, ItemKind.INTERNAL, ItemKind.FREE})
LONG_PAUSE = timedelta(hours=3)
"""After so much time between two items nobody needs to be told how people get there."""


@dataclass(frozen=True)
class Way:
    """From one place to the next: who leaves when, who arrives when, and with what."""

    first: Item
    second: Item
    leaves: datetime
    arrives: datetime
    mode: TransferMode | None
    is_planned: bool
    """True where a transfer or a leg stands between the two."""

    @property
    def minutes(self) -> int:
        """The time that is planned for it."""
        return int((self.arrives - self.leaves) / timedelta(minutes=1))


def place_of(snapshot: TripSnapshot, item: Item) -> GeoPoint | None:
    """Where an item is, if that is known."""
    site = snapshot.site_by_uid.get(item.site or "")
    if site is None or site.latitude is None or site.longitude is None:
        return None
    return GeoPoint(site.latitude, site.longitude)


def minutes_for(km: float, mode: TransferMode | None, limits: Thresholds) -> int:
    """Minutes for a straight distance: on foot where it is short, or by the mode that is given."""
    if mode is TransferMode.WALK or (mode is None and km <= limits.walking_limit_km):
        return round(km / limits.walking_km_h * 60)
    rides = {TransferMode.TRAM, TransferMode.TRAIN}
    speed = limits.transit_km_h if mode in rides else limits.driving_km_h
    return round(km / speed * 60) + round(limits.boarding_minutes)


def kilometres(snapshot: TripSnapshot, first: Item, second: Item) -> float | None:
    """Straight distance between two items; none where a place is not known or the city changes."""
    start, end = place_of(snapshot, first), place_of(snapshot, second)
    if start is None or end is None or first.stop != second.stop:
        return None
    return 0.0 if first.site == second.site else distance_km(start, end)


def minutes_needed(
    snapshot: TripSnapshot,
    first: Item,
    second: Item,
    limits: Thresholds,
    mode: TransferMode | None = None,
) -> int | None:
    """Minutes from one item's site to the next one's; none where a place is not known."""
    km = kilometres(snapshot, first, second)
    if km is None:
        return None
    return 0 if first.site == second.site else minutes_for(km, mode, limits)


def ways_of(lane: list[Item]) -> Iterator[Way]:
    """The ways of a group's day. A transfer that names a site goes there."""
    last: Item | None = None
    leaves: datetime | None = None
    mode: TransferMode | None = None
    is_planned = False
    for item in lane:
        is_transfer = item.kind is ItemKind.TRANSFER
        if is_transfer:
            mode, is_planned = item.transfer_mode or mode, True
        if item.kind in STATIONARY and not (is_transfer and item.site):
            continue
        if last is not None and leaves is not None:
            arrives = item.ends if is_transfer else item.starts
            yield Way(last, item, leaves, arrives, mode, is_planned)
        last, leaves, mode, is_planned = item, item.ends, None, False


def find_tight_ways(plan: Plan, day: DayPlan) -> Iterator[Finding]:
    """From one site to the next a group needs time: straight distance over a group's speed."""
    seen: set[tuple[str, str]] = set()
    for lane in plan.lanes(day).values():
        for way in ways_of(lane):
            key = (way.first.uid, way.second.uid)
            if key in seen or way.minutes < 0:
                continue
            seen.add(key)
            km = kilometres(plan.snapshot, way.first, way.second)
            if km:
                yield from _judge(plan, way, km)


def _judge(plan: Plan, way: Way, km: float) -> Iterator[Finding]:
    limits = plan.limits
    needed = minutes_for(km, way.mode, limits)
    facts = {
        "first": way.first.title,
        "second": way.second.title,
        "planned": way.minutes,
        "needed": needed,
        "ends": way.leaves,
        "groups": way.second.groups or way.first.groups,
        "km": round(km, 1),
        "mode": way.mode,
    }
    is_hopeless = way.minutes * limits.hopeless_factor < needed
    if way.minutes < needed:
        code = FindingCode.WAY_IMPOSSIBLE if is_hopeless else FindingCode.WAY_TOO_TIGHT
        severity = Severity.BLOCKS if is_hopeless else Severity.WARNS
    elif (
        not way.is_planned
        and km > limits.walking_limit_km
        and way.arrives - way.leaves <= LONG_PAUSE
    ):
        code, severity = FindingCode.TRANSFER_MISSING, Severity.INFORMS
    else:
        return
    yield Finding(
        code=code,
        severity=severity,
        subjects=(Subject("item", way.second.uid), Subject("item", way.first.uid)),
        facts=facts,
        due=plan.before_start(limits.booking_due_days),
        stop=way.second.stop,
    )
