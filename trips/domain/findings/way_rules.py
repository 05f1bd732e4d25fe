"""Rules about ways: between sites, between cities, and where people sleep."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from trips.domain.findings.model import Finding, FindingCode, Severity, Subject
from trips.domain.findings.programme_rules import before_start, planned_items
from trips.domain.findings.thresholds import Thresholds
from trips.domain.item import Item, ItemKind
from trips.domain.participation import Counts
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus, Stop
from trips.domain.values.geo import GeoPoint, distance_km

STATIONARY = frozenset({ItemKind.TRANSFER, ItemKind.INTERNAL, ItemKind.FREE})


def find_tight_ways(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """From one site to the next a group needs time: straight distance over a group's speed."""
    groups = tuple(group.code for group in snapshot.trip.groups) or ("",)
    seen: set[tuple[str, str]] = set()
    placed = [item for item in planned_items(snapshot) if item.kind not in STATIONARY]
    for group in groups:
        own = [item for item in placed if not item.groups or group in item.groups]
        for first, second in pairwise(own):
            if (first.uid, second.uid) in seen or first.starts.date() != second.starts.date():
                continue
            seen.add((first.uid, second.uid))
            needed = minutes_needed(snapshot, first, second, limits)
            planned = int((second.starts - first.ends) / timedelta(minutes=1))
            if needed is not None and 0 <= planned < needed:
                due = before_start(snapshot, limits.booking_due_days)
                yield replace(_tight(first, second, planned, needed), due=due)


def minutes_needed(
    snapshot: TripSnapshot, first: Item, second: Item, limits: Thresholds
) -> int | None:
    """Minutes from one item's site to the next one's; none where a place is not known."""
    start, end = _place_of(snapshot, first), _place_of(snapshot, second)
    if start is None or end is None or first.stop != second.stop:
        return None
    distance = distance_km(start, end)
    if first.site == second.site:
        return 0
    if distance <= limits.walking_limit_km:
        return round(distance / limits.walking_km_h * 60)
    boarding = int(limits.boarding / timedelta(minutes=1))
    return round(distance / limits.driving_km_h * 60) + boarding


def _place_of(snapshot: TripSnapshot, item: Item) -> GeoPoint | None:
    site = snapshot.site_by_uid.get(item.site or "")
    if site is None or site.latitude is None or site.longitude is None:
        return None
    return GeoPoint(site.latitude, site.longitude)


def _tight(first: Item, second: Item, planned: int, needed: int) -> Finding:
    return Finding(
        code=FindingCode.WAY_TOO_TIGHT,
        severity=Severity.WARNS,
        subjects=(Subject("item", second.uid), Subject("item", first.uid)),
        facts={
            "first": first.title,
            "second": second.title,
            "planned": planned,
            "needed": needed,
            "ends": first.ends,
            "groups": second.groups or first.groups,
        },
        stop=second.stop,
    )


def find_missing_legs(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """Every change of city needs a leg, and the leg a booking."""
    due = before_start(snapshot, limits.booking_due_days)
    pairs = {(leg.from_stop, leg.to_stop) for leg in snapshot.legs}
    for first, second in pairwise(snapshot.stops):
        if (first.uid, second.uid) not in pairs:
            yield Finding(
                code=FindingCode.LEG_MISSING,
                severity=Severity.BLOCKS,
                subjects=(Subject("stop", first.uid), Subject("stop", second.uid)),
                facts={"first": first.city, "second": second.city, "on": second.arrives_on},
                due=due,
                stop=second.uid,
            )
    for leg in snapshot.legs:
        if leg.booking is not BookingStatus.BOOKED:
            yield Finding(
                code=FindingCode.LEG_UNBOOKED,
                severity=Severity.WARNS,
                subjects=(Subject("leg", leg.uid),),
                facts={
                    "first": snapshot.stop_by_uid[leg.from_stop].city,
                    "second": snapshot.stop_by_uid[leg.to_stop].city,
                    "departs": leg.departs,
                },
                due=due,
                stop=leg.from_stop,
            )


def find_missing_rooms(snapshot: TripSnapshot, limits: Thresholds) -> Iterator[Finding]:
    """Every stop with nights needs a hotel with a room for everyone who sleeps there."""
    due = before_start(snapshot, limits.booking_due_days)
    for stop in snapshot.stops:
        if stop.departs_on == stop.arrives_on:
            continue
        facts = {"city": stop.city, "nights": (stop.departs_on - stop.arrives_on).days}
        subjects = (Subject("stop", stop.uid),)
        if not stop.hotels:
            yield Finding(
                code=FindingCode.HOTEL_MISSING,
                severity=Severity.BLOCKS,
                subjects=subjects,
                facts=facts,
                due=due,
                stop=stop.uid,
            )
            continue
        held = [hotel.rooms for hotel in stop.hotels]
        needed = rooms_needed(snapshot, stop)
        if None not in held and sum(each or 0 for each in held) < needed:
            total = sum(each or 0 for each in held)
            yield Finding(
                code=FindingCode.ROOMS_SHORT,
                severity=Severity.WARNS,
                subjects=subjects,
                facts={**facts, "held": total, "needed": needed},
                due=due,
                stop=stop.uid,
            )


def rooms_needed(snapshot: TripSnapshot, stop: Stop) -> int:
    """How many rooms the fullest night at a stop needs: one for everyone who counts for one."""
    return max(_sleepers(snapshot, stop), default=0)


def _sleepers(snapshot: TripSnapshot, stop: Stop) -> Iterator[int]:
    night = stop.arrives_on
    while night < stop.departs_on:
        yield sum(
            each.is_coming
            and Counts.ROOM in each.counts
            and each.present_from <= night < each.present_to
            for each in snapshot.participations
        )
        night += timedelta(days=1)
