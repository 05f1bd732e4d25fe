"""Programme items: adding, changing, removing and restoring one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.item import HostStatus, Item
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_utc
from trips.domain.values.wire import to_wire
from trips.models.item import ItemGroupRow, ItemHostRow, ItemRow, ItemSpeakerRow
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.site import SiteRow
from trips.models.source import SourceRow
from trips.models.stop import StopRow
from trips.models.trip import GroupRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.keys import key_of, keys_by
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit, unit

PARTS = (ItemGroupRow, ItemHostRow, ItemSpeakerRow)
TOLD = frozenset({"starts", "ends", "title", "site", "room", "status", "groups", "meeting_point"})
"""A change of these is a new sequence: calendars tell their owners (RFC 5545, 3.8.7.4)."""


def add_item(trip: str, item: Item, *, actor: Actor, now: datetime, source: str = "") -> Item:
    """Add an item to a trip; an empty uid becomes a new one. `source` is where it comes from.

    Raises `MissingError` where it refers to what is not there.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        new = replace(item, uid=item.uid or new_uid(), changed_at=now)
        row = ItemRow(uid=new.uid, trip_id=_trip_id(work), version=1, sequence=0)
        _write(work, row, new, snapshot)
        _add_source(work, new.uid, source)
        work.record("create", ("item", new.uid), None, to_wire(new))
        return new


def edit_item(
    trip: str, uid: str, change: Change, *, actor: Actor, now: datetime, source: str = ""
) -> Item:
    """Change the touched fields of an item; `source` is where the new facts come from.

    Raises `MissingError` and `ConflictError`.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = snapshot.item_by_uid.get(uid)
        if old is None:
            raise MissingError(uid)
        new = merge(old, change)
        if _add_source(work, uid, source) and new == old:
            work.record("add_source", ("item", uid))
        if new == old:
            return old
        new = replace(new, changed_at=now)
        row = _row(work, uid)
        row.version += 1
        row.sequence += bool(TOLD & set(change.now))
        _write(work, row, new, snapshot)
        work.record("edit", ("item", uid), to_wire(old), to_wire(new))
        return new


def set_host_status(
    trip: str, uid: str, host: str, status: HostStatus, *, actor: Actor, now: datetime
) -> HostStatus:
    """Write down what a host has answered; `host` is its key. Returns what was there before.

    Raises `MissingError` where the item has no such host.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = snapshot.item_by_uid.get(uid)
        before = [each.status for each in old.hosts if each.key == host] if old else []
        if old is None or not before:
            raise MissingError(host)
        hosts = tuple(
            replace(each, status=status) if each.key == host else each for each in old.hosts
        )
        if hosts != old.hosts:
            new = replace(old, hosts=hosts, changed_at=now)
            row = _row(work, uid)
            row.version += 1
            _write(work, row, new, snapshot)
            work.record("edit", ("item", uid), to_wire(old), to_wire(new))
        return before[0]


def remove_item(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take an item out of the programme; it can be restored. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid)
        if row.deleted_at is not None:
            raise MissingError(uid)
        row.deleted_at = row.changed_at = now
        row.version += 1
        row.sequence += 1
        work.record("delete", ("item", uid), {"title": dict(row.title)})


def restore_item(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed item back where it was. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        row = _row(work, uid)
        if row.deleted_at is None:
            raise MissingError(uid)
        row.deleted_at = None
        row.changed_at = now
        row.version += 1
        row.sequence += 1
        work.record("restore", ("item", uid), None, {"title": dict(row.title)})


def _add_source(work: Unit, uid: str, text: str) -> bool:
    if text:
        work.session.add(
            SourceRow(
                uid=new_uid(),
                trip_id=_trip_id(work),
                subject=uid,
                text=text,
                entered_at=work.now,
                entered_by=work.actor.name,
            )
        )
    return bool(text)


def _row(work: Unit, uid: str) -> ItemRow:
    query = select(ItemRow).where(ItemRow.uid == uid, ItemRow.trip_id == _trip_id(work))
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(uid)
    return row


def _trip_id(work: Unit) -> int:
    if work.trip is None:
        message = "an item is written in a trip"
        raise RuntimeError(message)
    return work.trip.id


def _write(work: Unit, row: ItemRow, item: Item, snapshot: TripSnapshot) -> None:
    assign(row, item, deleted_at=None, **_columns(work, item, snapshot))
    work.session.add(row)
    work.session.flush()
    for kind in PARTS:
        work.session.execute(delete(kind).where(kind.item_id == row.id))
    work.session.add_all(_parts(work, row.id, item))


def _columns(work: Unit, item: Item, snapshot: TripSnapshot) -> dict[str, Any]:
    zone = snapshot.zone_of(item.stop)
    return {
        "stop_id": key_of(work.session, StopRow, item.stop),
        "site_id": key_of(work.session, SiteRow, item.site),
        "starts_utc": to_utc(item.starts, zone),
        "ends_utc": to_utc(item.ends, zone),
    }


def _parts(work: Unit, item_id: int, item: Item) -> list[Any]:
    session = work.session
    groups = keys_by(session, GroupRow.code, item.groups, GroupRow.trip_id == _trip_id(work))
    rows: list[Any] = [ItemGroupRow(item_id=item_id, group_id=groups[code]) for code in item.groups]
    rows += [
        ItemHostRow(
            item_id=item_id,
            position=position,
            organisation_id=key_of(session, OrganisationRow, host.organisation),
            person_id=key_of(session, PersonRow, host.person),
            status=host.status,
        )
        for position, host in enumerate(item.hosts)
    ]
    rows += [
        ItemSpeakerRow(
            item_id=item_id,
            position=position,
            person_id=key_of(session, PersonRow, speaker.person),
            function=speaker.function,
        )
        for position, speaker in enumerate(item.speakers)
    ]
    return rows
