"""Hosts and sites of a trip by city: who receives the group where, and who has not agreed yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trips.domain.item import HostStatus, Item, ItemHost, ItemStatus
from trips.domain.itinerary import order_items
from trips.domain.organisation import Organisation
from trips.domain.person import Person
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Stop
from trips.domain.values.collation import sort_key


@dataclass(frozen=True)
class Visit:
    """An item that a host receives the group at, and who does."""

    item: Item
    host: ItemHost
    person: Person | None

    @property
    def is_open(self) -> bool:
        """True while the host has not agreed to something that is to happen."""
        return self.host.status is not HostStatus.CONFIRMED

    @property
    def is_item_ready(self) -> bool:
        """True where the item only waits for somebody to say that it is confirmed."""
        return awaits_confirmation(self.item)


@dataclass(frozen=True, kw_only=True)
class HostEntry:
    """A host with its items in a city; an organisation, or a person without one."""

    organisation: Organisation | None
    person: Person | None
    visits: tuple[Visit, ...]


@dataclass(frozen=True, kw_only=True)
class SiteEntry:
    """A site with what happens there."""

    site: Site
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class CityEntry:
    """A stop, or what belongs to none, with its hosts and sites."""

    stop: Stop | None
    hue: int | None
    hosts: tuple[HostEntry, ...]
    sites: tuple[SiteEntry, ...]


@dataclass(frozen=True, kw_only=True)
class HostList:
    """Everything the page says."""

    cities: tuple[CityEntry, ...]
    open_visits: tuple[Visit, ...]
    """Of the whole trip, in order, whatever is filtered."""
    by_status: Mapping[str, int]
    """How many answers there are of each status; under the empty key all of them."""


def awaits_confirmation(item: Item) -> bool:
    """True if every host has agreed and the item itself is not confirmed yet."""
    is_agreed = all(host.status is HostStatus.CONFIRMED for host in item.hosts)
    return bool(item.hosts) and is_agreed and item.status in {ItemStatus.IDEA, ItemStatus.REQUESTED}


def list_hosts(snapshot: TripSnapshot, status: str = "", stop: str = "") -> HostList:
    """Hosts and sites by city in the order of the trip; `status` and `stop` narrow what is shown.

    Cancelled items and those without a time count for nothing. With a status only hosts are
    shown, and no sites.
    """
    items = order_items(
        item
        for item in snapshot.items
        if item.status is not ItemStatus.CANCELLED and not item.is_unplaced
    )
    visits = [_visit(snapshot, item, host) for item in items for host in item.hosts]
    counts = Counter[str](visit.host.status for visit in visits)
    shown = [visit for visit in visits if status in {"", visit.host.status}]
    stops = [each for each in (*snapshot.stops, None) if stop in {"", each.uid if each else "-"}]
    cities = [_city(snapshot, each, shown, () if status else items) for each in stops]
    return HostList(
        cities=tuple(city for city in cities if city.hosts or city.sites),
        open_visits=tuple(visit for visit in visits if visit.is_open),
        by_status={"": counts.total(), **{each.value: counts[each] for each in HostStatus}},
    )


def _visit(snapshot: TripSnapshot, item: Item, host: ItemHost) -> Visit:
    return Visit(item, host, snapshot.person_by_uid.get(host.person or ""))


def _city(
    snapshot: TripSnapshot, stop: Stop | None, visits: Iterable[Visit], items: Iterable[Item]
) -> CityEntry:
    uid = stop.uid if stop else None
    return CityEntry(
        stop=stop,
        hue=snapshot.hue_by_stop[stop.uid] if stop else None,
        hosts=_hosts(snapshot, [visit for visit in visits if visit.item.stop == uid]),
        sites=_sites(snapshot, [item for item in items if item.stop == uid]),
    )


def _hosts(snapshot: TripSnapshot, visits: Iterable[Visit]) -> tuple[HostEntry, ...]:
    by_host: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        by_host[visit.host.organisation or visit.host.person or ""].append(visit)
    return tuple(
        HostEntry(
            organisation=snapshot.organisation_by_uid.get(uid),
            person=snapshot.person_by_uid.get(uid),
            visits=tuple(own),
        )
        for uid, own in by_host.items()
    )


def _sites(snapshot: TripSnapshot, items: Iterable[Item]) -> tuple[SiteEntry, ...]:
    by_site: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.site:
            by_site[item.site].append(item)
    entries = [
        SiteEntry(site=snapshot.site_by_uid[uid], items=tuple(own)) for uid, own in by_site.items()
    ]
    return tuple(sorted(entries, key=lambda each: sort_key(each.site.name.shown("de").text)))
