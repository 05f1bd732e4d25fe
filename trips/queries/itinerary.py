"""Stops with hotels, legs, and items with groups, hosts and speakers of one trip."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import bindparam, select

from trips.domain.item import Item, ItemHost, ItemSpeaker
from trips.domain.stop import Hotel, Leg, Stop
from trips.models.item import ItemGroupRow, ItemHostRow, ItemRow, ItemSpeakerRow
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.site import SiteRow
from trips.models.stop import HotelRow, LegRow, StopRow
from trips.models.trip import GroupRow
from trips.queries.mapping import entity_of, read_values, select_values

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


@cache
def _questions() -> dict[type[Any], Any]:
    """What is asked of each table about a trip, built once: every page asks all of it."""
    trip: Any = bindparam("trip")
    live_stop = (StopRow.trip_id == trip, StopRow.deleted_at.is_(None))
    live_item = (ItemRow.trip_id == trip, ItemRow.deleted_at.is_(None))
    stops, ids = (select(StopRow.id).where(*live_stop), select(ItemRow.id).where(*live_item))
    first_parts = (
        (ItemGroupRow, ItemGroupRow.group_id),
        (ItemHostRow, ItemHostRow.position),
        (ItemSpeakerRow, ItemSpeakerRow.position),
    )
    return {
        GroupRow: select_values(GroupRow)
        .where(GroupRow.trip_id == trip)
        .order_by(GroupRow.position),
        StopRow: select_values(StopRow).where(*live_stop).order_by(StopRow.position, StopRow.id),
        HotelRow: select_values(HotelRow)
        .where(HotelRow.stop_id.in_(stops))
        .order_by(HotelRow.stop_id, HotelRow.position),
        LegRow: select_values(LegRow)
        .where(LegRow.trip_id == trip, LegRow.deleted_at.is_(None))
        .order_by(LegRow.departs_utc, LegRow.uid),
        ItemRow: select_values(ItemRow)
        .where(*live_item)
        .order_by(ItemRow.starts, ItemRow.ends, ItemRow.uid),
        **{
            kind: select_values(kind).where(kind.item_id.in_(ids)).order_by(position)
            for kind, position in first_parts
        },
    }


def read_itinerary(trip_id: int) -> ItineraryRows:
    """Everything of a trip's itinerary that is not deleted."""

    def rows(row: type[Row]) -> Sequence[Row]:
        return read_values(_questions()[row], trip=trip_id)

    return ItineraryRows(
        groups={row.id: row for row in rows(GroupRow)},
        stops={row.id: row for row in rows(StopRow)},
        hotels=_by_parent(rows(HotelRow), "stop_id"),
        legs=rows(LegRow),
        items={row.id: row for row in rows(ItemRow)},
        item_groups=_by_parent(rows(ItemGroupRow), "item_id"),
        item_hosts=_by_parent(rows(ItemHostRow), "item_id"),
        item_speakers=_by_parent(rows(ItemSpeakerRow), "item_id"),
    )


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
