"""Rules about the way from city to city, and the programme before and after it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from trips.domain.findings.codes import FindingCode, Severity
from trips.domain.findings.model import Finding, Subject
from trips.domain.findings.plan import Plan
from trips.domain.findings.programme_rules import may_be_switched
from trips.domain.findings.thresholds import Thresholds
from trips.domain.item import Item, ItemKind
from trips.domain.stop import BookingStatus, Leg, LegMode
from trips.domain.values.geo import GeoPoint, distance_km
from trips.domain.values.text import Text
from trips.domain.values.times import is_repeated, is_skipped, to_utc

MINUTE = timedelta(minutes=1)
LONG_AGO, NEVER = datetime(1, 1, 1), datetime(9999, 12, 31)  # noqa: DTZ001 wall times
FASTEST_KM_H = {
    LegMode.TRAIN: 250.0,
    LegMode.BUS: 90.0,
    LegMode.CAR: 120.0,
    LegMode.FLIGHT: 850.0,
    LegMode.SHIP: 60.0,
    LegMode.WALK: 6.0,
}
"""As the crow flies: faster than this no such journey is, so one of its times is wrong."""


def find_missing_legs(plan: Plan) -> Iterator[Finding]:
    """Every change of city needs a leg, and the leg a booking."""
    snapshot = plan.snapshot
    due = plan.before_start(plan.limits.booking_due_days)
    pairs = {(leg.from_stop, leg.to_stop) for leg in plan.legs}
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
    for leg in plan.legs:
        if leg.booking is not BookingStatus.BOOKED:
            yield Finding(
                code=FindingCode.LEG_UNBOOKED,
                severity=Severity.WARNS,
                subjects=(Subject("leg", leg.uid),),
                facts=_leg_facts(plan, leg),
                due=due,
                stop=leg.from_stop,
            )


def find_wrong_legs(plan: Plan) -> Iterator[Finding]:
    """A leg takes time, no less than its distance needs, and leaves on the day of the change."""
    for leg in plan.legs:
        first = plan.snapshot.stop_by_uid[leg.from_stop]
        second = plan.snapshot.stop_by_uid[leg.to_stop]
        lasts = to_utc(leg.arrives, second.zone) - to_utc(leg.departs, first.zone)
        hours = lasts / timedelta(hours=1)
        facts = {**_leg_facts(plan, leg), "minutes": int(lasts / MINUTE)}
        code = None
        if hours <= 0 or _kilometres(plan, leg) / hours > FASTEST_KM_H[leg.mode]:
            code = FindingCode.LEG_TOO_FAST
        elif _is_off_day(plan, leg):
            code = FindingCode.LEG_OFF_DAY
            facts |= {"left": first.departs_on, "reached": second.arrives_on}
        if code:
            yield Finding(
                code=code,
                severity=Severity.BLOCKS,
                subjects=(Subject("leg", leg.uid),),
                facts=facts,
                stop=leg.from_stop,
            )


def _is_off_day(plan: Plan, leg: Leg) -> bool:
    """Not on the day of the change; a trip there and back may be on any day of the stay."""
    first, second = (plan.snapshot.stop_by_uid[uid] for uid in (leg.from_stop, leg.to_stop))
    left, reached = leg.departs.date(), leg.arrives.date()
    if any(_is_return(leg, each) or _is_return(each, leg) for each in plan.legs):
        stays = ((first, left), (second, reached))
        return not all(stop.arrives_on <= on <= stop.departs_on for stop, on in stays)
    return left != first.departs_on or reached != second.arrives_on


def find_leg_traps(plan: Plan) -> Iterator[Finding]:
    """A train in the night in which the clocks are changed: its time never is, or comes twice."""
    stops = plan.snapshot.stop_by_uid
    for leg in plan.legs:
        ends = ((leg.departs, stops[leg.from_stop].zone), (leg.arrives, stops[leg.to_stop].zone))
        for wall, zone in ends:
            if may_be_switched(wall) and (is_skipped(wall, zone) or is_repeated(wall, zone)):
                is_lost = is_skipped(wall, zone)
                yield Finding(
                    code=FindingCode.TIME_SKIPPED if is_lost else FindingCode.TIME_REPEATED,
                    severity=Severity.BLOCKS if is_lost else Severity.INFORMS,
                    subjects=(Subject("leg", leg.uid),),
                    facts={**_leg_facts(plan, leg), "title": _name(plan, leg), "at": wall},
                    stop=leg.from_stop,
                )
                break


def _name(plan: Plan, leg: Leg) -> Text:
    first, second = (plan.snapshot.stop_by_uid[uid].city for uid in (leg.from_stop, leg.to_stop))
    return Text(
        {
            language: f"{first.shown(language).text} – {second.shown(language).text}"
            for language in plan.snapshot.trip.languages
        }
    )


def find_during_legs(plan: Plan) -> Iterator[Finding]:
    """While everyone is under way, nothing happens at a place elsewhere.

    Items of the two cities are another rule's; where several trains go, some may take another.
    """
    pairs = Counter((leg.from_stop, leg.to_stop, leg.departs.date()) for leg in plan.legs)
    for leg in plan.legs:
        if pairs[leg.from_stop, leg.to_stop, leg.departs.date()] > 1:
            continue
        missed = [
            item
            for item in plan.items
            if item.starts < leg.arrives
            and item.ends > leg.departs
            and item.site
            and item.kind is not ItemKind.INTERNAL
            and item.stop not in {leg.from_stop, leg.to_stop}
        ]
        if missed:
            yield _clash(plan, leg, FindingCode.DURING_LEG, missed)


def find_missed_legs(plan: Plan) -> Iterator[Finding]:
    """In a city before arriving or after leaving there is no programme; trains want to be met."""
    by_stop: dict[str, list[Item]] = {}
    for item in plan.items:
        if item.stop and item.kind is not ItemKind.INTERNAL:
            by_stop.setdefault(item.stop, []).append(item)
    legs = plan.legs
    for leg in _last_of_day(legs):
        back = min((each.arrives for each in legs if _is_return(leg, each)), default=NEVER)
        own = [item for item in by_stop.get(leg.from_stop, []) if item.starts < back]
        yield from _after_departure(plan, leg, own)
    for leg in _first_of_day(legs):
        left = max((each.departs for each in legs if _is_return(each, leg)), default=LONG_AGO)
        own = [item for item in by_stop.get(leg.to_stop, []) if item.ends > left]
        yield from _before_arrival(plan, leg, own)


def _is_return(out: Leg, back: Leg) -> bool:
    """Whether `back` comes again to where `out` left from."""
    return back.to_stop == out.from_stop and back.departs >= out.departs


def _last_of_day(legs: tuple[Leg, ...]) -> Iterable[Leg]:
    """Of several legs on one day between the same cities the last: somebody may take it."""
    ordered = sorted(legs, key=lambda leg: leg.departs)
    return {(leg.from_stop, leg.to_stop, leg.departs.date()): leg for leg in ordered}.values()


def _first_of_day(legs: tuple[Leg, ...]) -> Iterable[Leg]:
    ordered = sorted(legs, key=lambda leg: leg.arrives, reverse=True)
    return {(leg.from_stop, leg.to_stop, leg.arrives.date()): leg for leg in ordered}.values()


def _after_departure(plan: Plan, leg: Leg, items: list[Item]) -> Iterator[Finding]:
    late = [item for item in items if item.ends > leg.departs]
    if late:
        yield _clash(plan, leg, FindingCode.AFTER_DEPARTURE, late)
        return
    last = max(items, key=lambda item: item.ends, default=None)
    spare = int((leg.departs - last.ends) / MINUTE) if last else 0
    needed = round(minutes_at_station(leg, plan.limits))
    if last and spare < needed and last.ends.date() == leg.departs.date():
        yield _clash(plan, leg, FindingCode.DEPARTURE_TIGHT, [last], planned=spare, needed=needed)


def _before_arrival(plan: Plan, leg: Leg, items: list[Item]) -> Iterator[Finding]:
    early = [item for item in items if item.starts < leg.arrives]
    if early:
        yield _clash(plan, leg, FindingCode.BEFORE_ARRIVAL, early)
        return
    first = min(items, key=lambda item: item.starts, default=None)
    spare = int((first.starts - leg.arrives) / MINUTE) if first else 0
    needed = round(plan.limits.leaving_minutes)
    is_on_the_way = first is not None and first.kind in {ItemKind.TRANSFER, ItemKind.FREE}
    if first and not is_on_the_way and spare < needed:
        yield _clash(plan, leg, FindingCode.ARRIVAL_TIGHT, [first], planned=spare, needed=needed)


def minutes_at_station(leg: Leg, limits: Thresholds) -> float:
    """How long before its departure a group must be there."""
    if leg.mode is LegMode.FLIGHT:
        return limits.airport_minutes
    return 0 if leg.mode is LegMode.WALK else limits.station_minutes


def _clash(plan: Plan, leg: Leg, code: FindingCode, items: list[Item], **more: int) -> Finding:
    is_tight = code in {FindingCode.DEPARTURE_TIGHT, FindingCode.ARRIVAL_TIGHT}
    return Finding(
        code=code,
        severity=Severity.WARNS if is_tight else Severity.BLOCKS,
        subjects=(*(Subject("item", item.uid) for item in items), Subject("leg", leg.uid)),
        facts={
            **_leg_facts(plan, leg),
            "title": items[0].title,
            "number": len(items),
            "starts": items[0].starts,
            "ends": items[0].ends,
            **more,
        },
        stop=items[0].stop,
        cause=f"leg:{leg.uid}",
    )


def _leg_facts(plan: Plan, leg: Leg) -> dict[str, object]:
    stops = plan.snapshot.stop_by_uid
    return {
        "first": stops[leg.from_stop].city,
        "second": stops[leg.to_stop].city,
        "departs": leg.departs,
        "arrives": leg.arrives,
    }


def _kilometres(plan: Plan, leg: Leg) -> float:
    """Between the centres of the two cities; nothing where one is not known."""
    ends = [plan.snapshot.stop_by_uid[uid] for uid in (leg.from_stop, leg.to_stop)]
    points = [
        GeoPoint(stop.latitude, stop.longitude)
        for stop in ends
        if stop.latitude is not None and stop.longitude is not None
    ]
    return distance_km(points[0], points[1]) if len(points) == len(ends) else 0.0
