"""The way to a card from what comes before it, and from it to what comes after."""

from collections.abc import Iterator, Sequence
from datetime import date

from trips.domain.fit.card import (
    UNHURRIED,
    Card,
    Lying,
    Tight,
    grid_after,
    grid_before,
    moment_of,
)
from trips.domain.fit.index import is_placed
from trips.domain.fit.model import FitCode, FitReason, Hindrance, Verdict
from trips.domain.item import Item, ItemKind, ItemStatus


def find_ways(card: Card, lane: Sequence[Lying], on: date) -> Iterator[Hindrance]:
    """Time on the way from the item before and to the item after, in one lane of a day.

    As in the rule of the findings, a way that would have to be so many times faster is hopeless.
    """
    if card.item.kind in UNHURRIED:
        return
    placed = [each for each in lane if is_a_place(each.item)]
    rides = [each for each in lane if is_a_ride(each.item)]
    ends = [None, *(grid_before(each.ends) for each in placed)]
    starts = [*(grid_after(each.starts) for each in placed[1:]), None]
    for each, before, after in zip(placed, ends, starts, strict=False):
        for first, last, reason in _tight(card, each, rides, on, is_after=False):
            until = last if after is None else min(last, after)
            if first < until:
                yield Hindrance(first, until, reason)
        for first, last, reason in _tight(card, each, rides, on, is_after=True):
            since = first if before is None else max(first, before)
            if since < last:
                yield Hindrance(since, last, reason)


def is_a_place(item: Item) -> bool:
    """True for what people come from and go to."""
    return is_placed(item) and item.status is not ItemStatus.IDEA


def is_a_ride(item: Item) -> bool:
    """True for a transfer that goes to wherever the next item is."""
    return item.kind is ItemKind.TRANSFER and not item.site


def way_between(card: Card, each: Lying, rides: list[Lying], *, is_after: bool) -> int | None:
    """Minutes between the card and an item of its lane, by the transfer that is planned."""
    ride = _ride(each, rides, is_after=is_after)
    return card.way(each.item, ride.item.transfer_mode if ride else None)


def _ride(each: Lying, rides: list[Lying], *, is_after: bool) -> Lying | None:
    for ride in rides:
        if ride.ends <= each.starts if is_after else ride.starts >= each.ends:
            return ride
    return None


def _tight(
    card: Card, each: Lying, rides: list[Lying], on: date, *, is_after: bool
) -> tuple[Tight, ...]:
    """The same for every lane that the item lies in, if it is reached by the same transfer."""
    ride = _ride(each, rides, is_after=is_after)
    place = (id(each), id(ride), is_after)
    if place not in card.tight:
        needed = card.way(each.item, ride.item.transfer_mode if ride else None)
        spans = _tight_before if is_after else _tight_behind
        card.tight[place] = spans(card, each, needed, on) if needed else ()
    return card.tight[place]


def _tight_behind(card: Card, each: Lying, needed: int, on: date) -> tuple[Tight, ...]:
    """Behind an item: where nobody can be there yet, and where they would have to hurry."""
    free = each.ends + needed
    hopeless = grid_after(each.ends + round(needed / card.index.limits.hopeless_factor))
    facts = {"is_after": False, "limit": moment_of(free, on)}
    return (
        (grid_before(each.ends), hopeless, _reason(each, needed, facts, Verdict.IMPOSSIBLE)),
        (hopeless, grid_after(free), _reason(each, needed, facts, Verdict.WARNS)),
    )


def _tight_before(card: Card, each: Lying, needed: int, on: date) -> tuple[Tight, ...]:
    """Before an item: the same, backwards."""
    free = each.starts - needed
    hopeless = grid_before(each.starts - round(needed / card.index.limits.hopeless_factor))
    facts = {"is_after": True, "limit": moment_of(free, on)}
    return (
        (hopeless, grid_after(each.starts), _reason(each, needed, facts, Verdict.IMPOSSIBLE)),
        (grid_before(free), hopeless, _reason(each, needed, facts, Verdict.WARNS)),
    )


def _reason(each: Lying, needed: int, facts: dict[str, object], verdict: Verdict) -> FitReason:
    about = {"title": each.item.title, "minutes": needed, **facts}
    return FitReason(FitCode.WAY_TIGHT, verdict, about)
