"""What the draft would be if it went back to a release: its programme, stops, legs and days.

Everything else is today's: people and what they agreed to, the trip's own data, ideas, internal
items and notes, bookings, what hosts have answered. What a release refers to and is no longer
there is left out.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from trips.domain.item import Item, ItemHost
from trips.domain.releases.content import TODAYS, published
from trips.domain.snapshot import TripSnapshot, canonical
from trips.domain.stop import Hotel, Leg, Stop
from trips.domain.trip import DayNote

Entity = TypeVar("Entity", Item, Leg, Hotel)


def restored(draft: TripSnapshot, released: TripSnapshot, known: Collection[str]) -> TripSnapshot:
    """The draft with the programme of a release.

    `known` are the uids of the sites, persons and organisations that there still are.
    """
    now = published(draft)
    items = (*_items(draft, now, released, known),)
    legs = (*_legs(draft, now, released),)
    stops = (*_stops(draft, now, released, _used(items, legs)),)
    return canonical(
        replace(
            draft,
            trip=replace(draft.trip, days=_days(draft, released)),
            stops=tuple(sorted(stops, key=lambda stop: (stop.arrives_on, stop.departs_on))),
            legs=legs,
            items=items,
            sites=_union(draft.sites, released.sites),
            organisations=_union(draft.organisations, released.organisations),
            persons=_union(draft.persons, released.persons),
        )
    )


def _items(
    draft: TripSnapshot, now: TripSnapshot, released: TripSnapshot, known: Collection[str]
) -> Iterable[Item]:
    groups = {group.code for group in draft.trip.groups}
    wanted = released.item_by_uid
    for item in draft.items:
        if not item.is_public and item.uid not in wanted:
            yield item
    for uid, item in wanted.items():
        today = draft.item_by_uid.get(uid)
        if today is not None and now.item_by_uid.get(uid) == item:
            yield today
        else:
            yield _item(item, today, groups, known)


def _item(item: Item, today: Item | None, groups: Collection[str], known: Collection[str]) -> Item:
    kept = tuple(code for code in item.groups if code in groups)
    if item.groups and not kept and today:
        kept = today.groups
    answers = {_place(host): host.status for host in today.hosts} if today else {}
    hosts = (
        replace(
            host,
            person=host.person if host.person in known else None,
            organisation=host.organisation if host.organisation in known else None,
            status=answers.get(_place(host), host.status),
        )
        for host in item.hosts
    )
    return replace(
        _with_todays(item, today, "sequence", "version"),
        groups=kept,
        site=item.site if item.site in known else None,
        hosts=tuple(host for host in hosts if host.person or host.organisation),
        speakers=tuple(each for each in item.speakers if each.person in known),
    )


def _place(host: ItemHost) -> tuple[str | None, str | None]:
    return host.person, host.organisation


def _legs(draft: TripSnapshot, now: TripSnapshot, released: TripSnapshot) -> Iterable[Leg]:
    today, same = {leg.uid: leg for leg in draft.legs}, {leg.uid: leg for leg in now.legs}
    for leg in released.legs:
        if leg.uid in today and same[leg.uid] == leg:
            yield today[leg.uid]
        else:
            yield _with_todays(leg, today.get(leg.uid), "sequence", "version")


def _stops(
    draft: TripSnapshot, now: TripSnapshot, released: TripSnapshot, used: set[str | None]
) -> Iterable[Stop]:
    today, wanted = draft.stop_by_uid, released.stop_by_uid
    for stop in draft.stops:
        if stop.uid not in wanted and stop.uid in used:
            yield stop
    for stop in released.stops:
        if stop.uid not in today:
            yield stop
        elif now.stop_by_uid[stop.uid] == stop:
            yield today[stop.uid]
        else:
            hotels = {hotel.uid: hotel for hotel in today[stop.uid].hotels}
            kept = tuple(_with_todays(each, hotels.get(each.uid)) for each in stop.hotels)
            yield replace(stop, hotels=kept, version=today[stop.uid].version)


def _used(items: Iterable[Item], legs: Iterable[Leg]) -> set[str | None]:
    """Stops that must not go: ideas and internal items may lie in one that the release lacks."""
    return {
        *(item.stop for item in items),
        *(stop for leg in legs for stop in (leg.from_stop, leg.to_stop)),
    }


def _days(draft: TripSnapshot, released: TripSnapshot) -> tuple[DayNote, ...]:
    """Notes about days; one that the release does not have is emptied."""
    wanted = {note.on: note for note in released.trip.days}
    emptied = (DayNote(on=note.on) for note in draft.trip.days if note.on not in wanted)
    return tuple(sorted((*wanted.values(), *emptied), key=lambda note: note.on))


def _with_todays(entity: Entity, today: Entity | None, *more: str) -> Entity:
    """The released entity with what no release holds as it is today."""
    if today is None:
        return entity
    values: dict[str, Any] = {name: getattr(today, name) for name in (*TODAYS[type(entity)], *more)}
    return replace(entity, **values)


def _union(today: tuple[Any, ...], then: tuple[Any, ...]) -> tuple[Any, ...]:
    """Today's, and what only the release knows, so that both states can be named."""
    known = {each.uid for each in today}
    return (*today, *(each for each in then if each.uid not in known))
