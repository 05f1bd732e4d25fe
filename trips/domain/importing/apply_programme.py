"""Carrying out the plan of a programme: a snapshot and what a file wants make the new snapshot."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from trips.domain.importing.book import Book, with_host, with_site
from trips.domain.importing.circumstances import Importing, source_of, with_groups
from trips.domain.importing.plan import ChangedItem, ProgrammePlan
from trips.domain.importing.values import group_code, merged_extra, note_of
from trips.domain.importing.workbook import ProgrammeRow
from trips.domain.item import Item, ItemStatus
from trips.domain.notations.words import key
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Stop
from trips.domain.values.text import Text

ITEM_FIELDS: Final = frozenset(
    {
        "starts",
        "ends",
        "is_start_assumed",
        "is_end_assumed",
        "kind",
        "title",
        "status",
        "room",
        "text",
        "dress",
        "internal_note",
        "floor_languages",
        "groups",
        "extra",
    }
)


def apply_programme(
    snapshot: TripSnapshot, plan: ProgrammePlan, book: Book, importing: Importing
) -> TripSnapshot:
    """The trip with the programme of a file; groups and stops that it lacks are added."""
    rows = [*plan.new, *(entry.row for entry in plan.changed)]
    snapshot = with_groups(snapshot, [name for row in rows for name in row.groups])
    snapshot = with_stops(snapshot, rows, importing)
    for row in plan.new:
        snapshot, item = _new_item(snapshot, row, book, importing)
        snapshot = _with_item(snapshot, item, row, importing)
    for entry in plan.changed:
        snapshot, item = _changed_item(snapshot, entry, book, importing)
        snapshot = _with_item(snapshot, item, entry.row, importing)
    return _without(snapshot, {item.uid for item in plan.cancelled}, importing)


def _without(snapshot: TripSnapshot, uids: Collection[str], importing: Importing) -> TripSnapshot:
    """The trip with some items cancelled; nothing is deleted."""
    items = tuple(
        replace(each, status=ItemStatus.CANCELLED, changed_at=importing.now)
        if each.uid in uids
        else each
        for each in snapshot.items
    )
    return replace(snapshot, items=items)


def with_stops(
    snapshot: TripSnapshot, rows: Sequence[ProgrammeRow], importing: Importing
) -> TripSnapshot:
    """The trip with a stop for every city of the rows, from its first to its last day."""
    days: dict[str, list[date]] = {}
    for row in rows:
        if row.city and stop_in(snapshot, row.city, row.starts.date()) is None:
            days.setdefault(row.city, []).append(row.starts.date())
    stops = list(snapshot.stops)
    for city, found in days.items():
        latitude, longitude = importing.positions.get(key(city), (None, None))
        stops.append(
            Stop(
                uid=importing.new_uid(),
                city=Text(de=city, en=city),
                arrives_on=min(found),
                departs_on=max(found),
                zone=snapshot.trip.zone,
                latitude=latitude,
                longitude=longitude,
            )
        )
    stops.sort(key=lambda stop: (stop.arrives_on, stop.departs_on))
    return replace(snapshot, stops=tuple(stops))


def stop_in(snapshot: TripSnapshot, city: str, on: date | None = None) -> Stop | None:
    """The stop in a city; of several, the one that holds the day."""
    known = [
        stop for stop in snapshot.stops if key(city) in {key(name) for name in stop.city.values()}
    ]
    fitting = [stop for stop in known if on and stop.arrives_on <= on <= stop.departs_on]
    return next(iter([*fitting, *known]), None)


def _stop_uid(snapshot: TripSnapshot, row: ProgrammeRow) -> str | None:
    if row.city:
        stop = stop_in(snapshot, row.city, row.starts.date())
        return stop.uid if stop else None
    on = row.starts.date()
    here = [stop for stop in snapshot.stops if stop.arrives_on <= on <= stop.departs_on]
    return here[0].uid if len(here) == 1 else None


def _new_item(
    snapshot: TripSnapshot, row: ProgrammeRow, book: Book, importing: Importing
) -> tuple[TripSnapshot, Item]:
    item = Item(
        uid=importing.new_uid(),
        kind=row.kind,
        title=row.title,
        starts=row.starts,
        ends=row.ends,
        stop=_stop_uid(snapshot, row),
        room=row.room,
        status=row.status or ItemStatus.REQUESTED,
        groups=tuple(group_code(name, snapshot.trip.groups) for name in row.groups),
        text=row.text,
        dress=row.dress,
        internal_note=note_of(row.note, row.comments),
        floor_languages=row.languages,
        is_start_assumed=row.is_start_assumed,
        is_end_assumed=row.is_end_assumed,
        extra=merged_extra((), row.extra),
        changed_at=importing.now,
    )
    snapshot, item = with_site(snapshot, item, row, book, importing.new_uid)
    return with_host(snapshot, item, row, book, importing.new_uid)


def _changed_item(
    snapshot: TripSnapshot, entry: ChangedItem, book: Book, importing: Importing
) -> tuple[TripSnapshot, Item]:
    changed = {change.field: change.new for change in entry.changes}
    plain: dict[str, Any] = {name: value for name, value in changed.items() if name in ITEM_FIELDS}
    if "groups" in plain:
        codes = (group_code(name, snapshot.trip.groups) for name in plain["groups"])
        plain["groups"] = tuple(codes)
    item = replace(entry.item, **plain, changed_at=importing.now)
    if "city" in changed:
        item = replace(item, stop=_stop_uid(snapshot, entry.row) if changed["city"] else None)
    if {"venue", "address"} & changed.keys():
        item = item if changed.get("venue", True) else replace(item, site=None)
        snapshot, item = with_site(snapshot, item, entry.row, book, importing.new_uid)
    if "host" in changed:
        item = item if changed["host"] else replace(item, hosts=item.hosts[1:])
        snapshot, item = with_host(snapshot, item, entry.row, book, importing.new_uid)
    return snapshot, item


def _with_item(
    snapshot: TripSnapshot, item: Item, row: ProgrammeRow, importing: Importing
) -> TripSnapshot:
    others = tuple(each for each in snapshot.items if each.uid != item.uid)
    return replace(
        snapshot,
        items=(*others, item),
        sources=(*snapshot.sources, source_of(item.uid, row.source, importing)),
    )
