"""What keeps a card from lying somewhere on a day: items, people, ways, doors, legs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
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
from trips.domain.findings.way_rules import minutes_needed
from trips.domain.fit.index import FitIndex, is_placed
from trips.domain.fit.model import FitCode, FitReason, Hindrance, Verdict
from trips.domain.item import Item, ItemKind, ItemStatus, TransferMode
from trips.domain.stop import Leg, Stop

GRID = 5
MIDNIGHT = 24 * 60
MINUTE = timedelta(minutes=1)
UNHURRIED = frozenset({ItemKind.TRANSFER, ItemKind.INTERNAL, ItemKind.FREE})


def grid_before(minute: int) -> int:
    """The last multiple of five minutes."""
    return minute - minute % GRID


def grid_after(minute: int) -> int:
    """The next multiple of five minutes."""
    return minute + -minute % GRID


@dataclass(frozen=True)
class Card:
    """A card in the hand: an item, or an idea from the pool, over a trip."""

    index: FitIndex
    item: Item

    @cached_property
    def length(self) -> timedelta:
        """How long it lies."""
        return self.item.ends - self.item.starts

    @cached_property
    def people(self) -> frozenset[str]:
        """Who has to be there besides the groups."""
        return self.index.people.get(self.item.uid, frozenset())

    @cached_property
    def _ways(self) -> dict[tuple[str | None, str | None, TransferMode | None], int | None]:
        return {}

    def way(self, other: Item, mode: TransferMode | None) -> int | None:
        """Minutes between the card's place and another item's, none where one is not known."""
        place = (other.stop, other.site, mode)
        if place not in self._ways:
            index = self.index
            self._ways[place] = minutes_needed(index.snapshot, other, self.item, index.limits, mode)
        return self._ways[place]

    def others(self, on: date) -> tuple["Lying", ...]:
        """What else lies on a day."""
        if on not in self._others:
            self._others[on] = tuple(
                Lying(item, minute_of(item.starts, on), minute_of(item.ends, on))
                for item in self.index.items.get(on, ())
                if item.uid != self.item.uid
            )
        return self._others[on]

    @cached_property
    def _others(self) -> dict[date, tuple["Lying", ...]]:
        return {}


@dataclass(frozen=True)
class Lying:
    """An item on a day, in minutes since its midnight."""

    item: Item
    starts: int
    ends: int


def minute_of(moment: datetime, on: date) -> int:
    """Minutes since midnight of a day; below 0 or above 1440 on other days."""
    return (moment.date() - on).days * MIDNIGHT + moment.hour * 60 + moment.minute


def moment_of(minute: int, on: date) -> datetime:
    """The inverse of `minute_of`."""
    return datetime.combine(on, time()) + minute * MINUTE


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
    for uid in sorted(card.people & card.index.people.get(item.uid, frozenset())):
        more = {"name": names[uid].name, **facts}
        yield FitReason(FitCode.PERSON_BUSY, Verdict.IMPOSSIBLE, more)
    if mine.room and (mine.site, mine.room) == (item.site, item.room):
        yield FitReason(FitCode.ROOM_BUSY, Verdict.WARNS, {"room": mine.room, **facts})
    if mine.vehicle and mine.vehicle == item.vehicle:
        more = {"vehicle": mine.vehicle, **facts}
        yield FitReason(FitCode.VEHICLE_BUSY, Verdict.IMPOSSIBLE, more)


def find_ways(card: Card, lane: list[Lying], on: date) -> Iterator[Hindrance]:
    """Time on the way from the item before and to the item after, in one lane of a day.

    As in the rule of the findings, a way that would have to be so many times faster is hopeless.
    """
    if card.item.kind in UNHURRIED:
        return
    placed = [each for each in lane if is_a_place(each.item)]
    rides = [each for each in lane if is_a_ride(each.item)]
    ends = [each.ends for each in placed]
    starts = [each.starts for each in placed]
    for each, before, after in zip(placed, [None, *ends], [*starts[1:], None], strict=False):
        yield from _way_after(card, each, after, (rides, on))
        yield from _way_before(card, each, before, (rides, on))


Rides = tuple[list[Lying], date]


def is_a_place(item: Item) -> bool:
    """True for what people come from and go to."""
    return is_placed(item) and item.status is not ItemStatus.IDEA


def is_a_ride(item: Item) -> bool:
    """True for a transfer that goes to wherever the next item is."""
    return item.kind is ItemKind.TRANSFER and not item.site


def way_between(card: Card, each: Lying, rides: list[Lying], *, is_after: bool) -> int | None:
    """Minutes between the card and an item of its lane, by the transfer that is planned."""
    for ride in rides:
        if ride.ends <= each.starts if is_after else ride.starts >= each.ends:
            return card.way(each.item, ride.item.transfer_mode)
    return card.way(each.item, None)


def _way_after(card: Card, each: Lying, until: int | None, rides: Rides) -> Iterator[Hindrance]:
    needed = way_between(card, each, rides[0], is_after=False)
    if needed:
        free = each.ends + needed
        hopeless = grid_after(each.ends + round(needed / card.index.limits.hopeless_factor))
        spans = (
            (grid_before(each.ends), hopeless, Verdict.IMPOSSIBLE),
            (hopeless, grid_after(free), Verdict.WARNS),
        )
        facts = {"is_after": False, "limit": moment_of(free, rides[1])}
        for starts, ends, verdict in spans:
            last = ends if until is None else min(ends, grid_after(until))
            if starts < last:
                yield Hindrance(starts, last, _tight(each.item, needed, facts, verdict))


def _way_before(card: Card, each: Lying, since: int | None, rides: Rides) -> Iterator[Hindrance]:
    needed = way_between(card, each, rides[0], is_after=True)
    if needed:
        free = each.starts - needed
        hopeless = grid_before(each.starts - round(needed / card.index.limits.hopeless_factor))
        spans = (
            (hopeless, grid_after(each.starts), Verdict.IMPOSSIBLE),
            (grid_before(free), hopeless, Verdict.WARNS),
        )
        facts = {"is_after": True, "limit": moment_of(free, rides[1])}
        for starts, ends, verdict in spans:
            first = starts if since is None else max(starts, grid_before(since))
            if first < ends:
                yield Hindrance(first, ends, _tight(each.item, needed, facts, verdict))


def _tight(item: Item, needed: int, facts: dict[str, object], verdict: Verdict) -> FitReason:
    about = {"title": item.title, "minutes": needed, **facts}
    return FitReason(FitCode.WAY_TIGHT, verdict, about)


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
