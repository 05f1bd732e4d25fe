"""Stops with hotels, legs, and items with groups, hosts and speakers of one trip."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sqlalchemy import inspect, select

from trips.domain.item import Item, ItemHost, ItemSpeaker
from trips.domain.stop import Hotel, Leg, Stop
from trips.extensions import db
from trips.models.item import ItemGroupRow, ItemHostRow, ItemRow, ItemSpeakerRow
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.site import SiteRow
from trips.models.stop import HotelRow, LegRow, StopRow
from trips.models.trip import GroupRow
from trips.queries.mapping import entity_of

Row = TypeVar("Row")


@dataclass(frozen=True)
class ItineraryRows:
    """The rows of a trip's itinerary, read in a constant number of queries."""

    groups: dict[int, GroupRow]
    stops: dict[int, StopRow]
    hotels: dict[int, list[HotelRow]]
    legs: Sequence[LegRow]
    items: dict[int, ItemRow]
    item_groups: dict[int, list[ItemGroupRow]]
    item_hosts: dict[int, list[ItemHostRow]]
    item_speakers: dict[int, list[ItemSpeakerRow]]

    @property
    def hosts(self) -> list[ItemHostRow]:
        """All hosts of all items."""
        return [host for hosts in self.item_hosts.values() for host in hosts]

    @property
    def speakers(self) -> list[ItemSpeakerRow]:
        """All speakers of all items."""
        return [speaker for speakers in self.item_speakers.values() for speaker in speakers]


def _rows(row: type[Row], *conditions: Any, order: Any) -> Sequence[Row]:
    return db.session.scalars(select(row).where(*conditions).order_by(*order)).all()


def _values(row: type[Row], *conditions: Any, order: Any) -> Sequence[Row]:
    """What rows say, without the bookkeeping of the session: a trip has thousands of these."""
    columns = (attribute.class_attribute for attribute in inspect(row).column_attrs)
    found: Any = db.session.execute(select(*columns).where(*conditions).order_by(*order)).all()
    return cast("Sequence[Row]", found)


def read_itinerary(trip_id: int) -> ItineraryRows:
    """Everything of a trip's itinerary that is not deleted."""
    groups = _rows(GroupRow, GroupRow.trip_id == trip_id, order=[GroupRow.position])
    live_stop = (StopRow.trip_id == trip_id, StopRow.deleted_at.is_(None))
    stops = _rows(StopRow, *live_stop, order=[StopRow.position, StopRow.id])
    hotels = _rows(
        HotelRow,
        HotelRow.stop_id.in_(select(StopRow.id).where(*live_stop)),
        order=[HotelRow.stop_id, HotelRow.position],
    )
    legs = _rows(
        LegRow,
        LegRow.trip_id == trip_id,
        LegRow.deleted_at.is_(None),
        order=[LegRow.departs_utc, LegRow.uid],
    )
    live_item = (ItemRow.trip_id == trip_id, ItemRow.deleted_at.is_(None))
    items = _values(ItemRow, *live_item, order=[ItemRow.starts, ItemRow.ends, ItemRow.uid])
    ids = select(ItemRow.id).where(*live_item)
    return ItineraryRows(
        groups={row.id: row for row in groups},
        stops={row.id: row for row in stops},
        hotels=_by_parent(hotels, "stop_id"),
        legs=legs,
        items={row.id: row for row in items},
        item_groups=_parts(ItemGroupRow, ids, ItemGroupRow.group_id),
        item_hosts=_parts(ItemHostRow, ids, ItemHostRow.position),
        item_speakers=_parts(ItemSpeakerRow, ids, ItemSpeakerRow.position),
    )


def _parts(kind: Any, items: Any, position: Any) -> dict[int, list[Any]]:
    """Rows that belong to items, by item, in their order."""
    return _by_parent(_values(kind, kind.item_id.in_(items), order=[position]), "item_id")


def _by_parent(rows: Sequence[Row], column: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def stop_of(row: StopRow, hotels: Sequence[HotelRow]) -> Stop:
    """The value of a stop with its hotels."""
    return entity_of(Stop, row, hotels=tuple(entity_of(Hotel, hotel) for hotel in hotels))


def leg_of(row: LegRow, stops: dict[int, StopRow]) -> Leg:
    """The value of a leg."""
    return entity_of(
        Leg,
        row,
        from_stop=stops[row.from_stop_id].uid,
        to_stop=stops[row.to_stop_id].uid,
        sequence=0,
    )


def item_of(
    row: ItemRow,
    itinerary: ItineraryRows,
    organisations: dict[int, OrganisationRow],
    persons: dict[int, PersonRow],
    sites: dict[int, SiteRow],
) -> Item:
    """The value of an item with its groups in the trip's order, hosts and speakers."""
    groups = sorted(
        (itinerary.groups[link.group_id] for link in itinerary.item_groups.get(row.id, ())),
        key=lambda group: group.position,
    )
    hosts = tuple(
        ItemHost(
            organisation=organisations[host.organisation_id].uid if host.organisation_id else None,
            person=persons[host.person_id].uid if host.person_id else None,
            status=host.status,
        )
        for host in itinerary.item_hosts.get(row.id, ())
    )
    speakers = tuple(
        ItemSpeaker(person=persons[speaker.person_id].uid, function=speaker.function)
        for speaker in itinerary.item_speakers.get(row.id, ())
    )
    stop = itinerary.stops.get(row.stop_id or 0)
    return entity_of(
        Item,
        row,
        stop=stop.uid if stop else None,
        site=sites[row.site_id].uid if row.site_id else None,
        groups=tuple(group.code for group in groups),
        hosts=hosts,
        speakers=speakers,
    )
