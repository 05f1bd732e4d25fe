"""What keeps a card from lying somewhere on a day: items, people, doors, legs."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from trips.domain.findings.hours import (
    ClosedCode,
    Reason,
    closed_reason,
    holiday_on,
    opening_span,
)
from trips.domain.findings.hours_rules import HOSTED, SUNDAY, has_agreed
from trips.domain.findings.leg_rules import minutes_at_station
from trips.domain.fit.card import (
    MIDNIGHT,
    UNHURRIED,
    Card,
    grid_after,
    grid_before,
    minute_of,
    moment_of,
)
from trips.domain.fit.model import FitCode, FitReason, Hindrance, Verdict
from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.stop import Leg, Stop


def find_busy(card: Card, on: date) -> Iterator[Hindrance]:
    """Items in the way: for their groups, for shared people, rooms and vehicles."""
    for each in card.others(on):
        item = each.item
        facts = {"title": item.title, "starts": item.starts, "ends": item.ends}
        is_idea = item.status is ItemStatus.IDEA
        if is_idea or item.kind is ItemKind.FREE:
            reason = FitReason(FitCode.IDEA_THERE, Verdict.WARNS, facts)
        else:
            more = {"groups": item.groups, **facts}
            reason = FitReason(FitCode.GROUP_BUSY, Verdict.IMPOSSIBLE, more)
        span = grid_before(each.starts), grid_after(each.ends)
        yield Hindrance(*span, reason, item.groups)
        for other in () if is_idea else _shared(card, item, facts):
            yield Hindrance(*span, other, None)


def _shared(card: Card, item: Item, facts: dict[str, object]) -> Iterator[FitReason]:
    """What the card needs and another item has, whatever group it is for."""
    mine, names = card.item, card.index.snapshot.person_by_uid
    shared = card.people & card.index.list_people(item) if card.people else ()
    for uid in sorted(shared):
        more = {"name": names[uid].name, **facts}
        yield FitReason(FitCode.PERSON_BUSY, Verdict.IMPOSSIBLE, more)
    if mine.room and (mine.site, mine.room) == (item.site, item.room):
        yield FitReason(FitCode.ROOM_BUSY, Verdict.WARNS, {"room": mine.room, **facts})
    if mine.vehicle and mine.vehicle == item.vehicle:
        more = {"vehicle": mine.vehicle, **facts}
        yield FitReason(FitCode.VEHICLE_BUSY, Verdict.IMPOSSIBLE, more)


def find_closed(card: Card, on: date) -> Iterator[Hindrance]:
    """When the card's place is closed; a host who has agreed may open at odd hours."""
    snapshot = card.index.snapshot
    site = snapshot.site_by_uid.get(card.item.site or "")
    if site is None or card.item.kind in UNHURRIED:
        return
    stop = snapshot.stop_by_uid.get(card.item.stop or "")
    todays = [opening_span(each, on) for each in site.hours if each.weekday == on.isoweekday()]
    opened = {min(minute_of(edge, on), MIDNIGHT) for span in todays for edge in span}
    for first, last in pairwise(sorted({0, MIDNIGHT, *opened})):
        span = moment_of(first, on), moment_of(last, on)
        reason = closed_reason(site, stop, span, snapshot.holidays)
        if reason:
            yield Hindrance(grid_before(first), grid_after(last), _closed(card, reason))
    if not site.hours:
        yield from _day_off(card, on, stop)


def _closed(card: Card, reason: Reason) -> FitReason:
    is_settled = has_agreed(card.item) and reason.code is not ClosedCode.CLOSURE
    verdict = Verdict.WARNS if is_settled else Verdict.IMPOSSIBLE
    return FitReason(FitCode.CLOSED, verdict, {"reason": reason})


def _day_off(card: Card, on: date, stop: Stop | None) -> Iterator[Hindrance]:
    holiday = holiday_on(card.index.snapshot.holidays, stop, on)
    is_off = on.isoweekday() == SUNDAY or (holiday and not holiday.is_local)
    if is_off and card.item.kind in HOSTED and not has_agreed(card.item):
        facts = {"on": on, "name": holiday.name if holiday else None}
        yield Hindrance(0, MIDNIGHT, FitReason(FitCode.DAY_OFF, Verdict.WARNS, facts))


def find_elsewhere(card: Card, on: date) -> Iterator[Hindrance]:
    """Legs under way with their time at stations, and days on which people are elsewhere.

    Only a card with a place belongs to a city; others go where the people are.
    """
    snapshot = card.index.snapshot
    legs = card.index.legs.get(on, ())
    for leg in legs:
        yield from _leg(card, leg, on)
    home = snapshot.stop_by_uid.get(card.item.stop or "")
    if home is None or card.item.site is None:
        return
    away = FitReason(FitCode.OTHER_CITY, Verdict.IMPOSSIBLE, {"city": home.city})
    if not home.arrives_on <= on <= home.departs_on:
        yield Hindrance(0, MIDNIGHT, away)
        return
    comes = [minute_of(leg.arrives, on) for leg in legs if leg.to_stop == home.uid]
    goes = [minute_of(leg.departs, on) for leg in legs if leg.from_stop == home.uid]
    if comes and on == home.arrives_on:
        yield Hindrance(0, grid_after(min(comes)), away)
    if goes and on == home.departs_on:
        yield Hindrance(grid_before(max(goes)), MIDNIGHT, away)


def _leg(card: Card, leg: Leg, on: date) -> Iterator[Hindrance]:
    snapshot, limits = card.index.snapshot, card.index.limits
    facts = {
        "first": snapshot.stop_by_uid[leg.from_stop].city,
        "second": snapshot.stop_by_uid[leg.to_stop].city,
        "departs": leg.departs,
        "arrives": leg.arrives,
    }
    departs, arrives = (
        grid_before(minute_of(leg.departs, on)),
        grid_after(minute_of(leg.arrives, on)),
    )
    yield Hindrance(departs, arrives, FitReason(FitCode.ON_THE_WAY, Verdict.IMPOSSIBLE, facts))
    if card.item.kind in UNHURRIED:
        return
    before, after = round(minutes_at_station(leg, limits)), round(limits.leaving_minutes)
    for starts, ends, minutes, is_after in (
        (grid_before(departs - before), departs, before, True),
        (arrives, grid_after(arrives + after), after, False),
    ):
        if starts < ends:
            more = {**facts, "minutes": minutes, "is_after": is_after}
            yield Hindrance(starts, ends, FitReason(FitCode.STATION, Verdict.WARNS, more))
