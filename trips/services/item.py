"""Programme items: adding, changing, removing and restoring one."""

from dataclasses import replace
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.item import HostStatus, Item
from trips.models.source import SourceRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.planning.item_rows import ItemWriter, trip_id_of
from trips.services.unit import MissingError, Unit, unit


def add_item(trip: str, item: Item, *, actor: Actor, now: datetime, source: str = "") -> Item:
    """Add an item to a trip; an empty uid becomes a new one. `source` is where it comes from.

    Raises `MissingError` where it refers to what is not there.
    """
    with unit(actor, now, trip=trip) as work:
        writer = ItemWriter(work, get_snapshot(trip))
        new = writer.insert(item)
        writer.finish()
        _add_source(work, new.uid, source)
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
        writer = ItemWriter(work, snapshot)
        new = writer.update(old, new)
        writer.finish()
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
            writer = ItemWriter(work, snapshot)
            writer.update(old, replace(old, hosts=hosts))
            writer.finish()
        return before[0]


def remove_item(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Take an item out of the programme; it can be restored. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        old = snapshot.item_by_uid.get(uid)
        if old is None:
            raise MissingError(uid)
        ItemWriter(work, snapshot).remove(old)


def restore_item(trip: str, uid: str, *, actor: Actor, now: datetime) -> None:
    """Put a removed item back where it was. Raises `MissingError`."""
    with unit(actor, now, trip=trip) as work:
        writer = ItemWriter(work, get_snapshot(trip))
        if writer.get(uid).deleted_at is None:
            raise MissingError(uid)
        row = writer.mark(uid, is_deleted=False)
        work.record("restore", ("item", uid), None, {"title": dict(row.title)})


def _add_source(work: Unit, uid: str, text: str) -> bool:
    if text:
        work.session.add(
            SourceRow(
                uid=new_uid(),
                trip_id=trip_id_of(work),
                subject=uid,
                text=text,
                entered_at=work.now,
                entered_by=work.actor.name,
            )
        )
    return bool(text)
