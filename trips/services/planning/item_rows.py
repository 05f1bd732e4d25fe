"""How items get into the database, one or many, in a number of statements that does not grow."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy import delete, select

from trips.domain.item import Item
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_utc
from trips.domain.values.wire import to_wire
from trips.models.item import ItemGroupRow, ItemHostRow, ItemRow, ItemSpeakerRow
from trips.models.organisation import OrganisationRow
from trips.models.person import PersonRow
from trips.models.site import SiteRow
from trips.models.stop import StopRow
from trips.models.trip import GroupRow
from trips.models.types import new_uid
from trips.services.keys import key_of
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit

TOLD: Final = frozenset(
    {"starts", "ends", "title", "site", "room", "status", "groups", "meeting_point", "is_unplaced"}
)
"""A change of these is a new sequence: calendars tell their owners (RFC 5545, 3.8.7.4)."""
PARTS: Final[dict[str, Any]] = {
    "groups": ItemGroupRow,
    "hosts": ItemHostRow,
    "speakers": ItemSpeakerRow,
}


@dataclass
class ItemWriter:
    """Writes items inside a unit and records each in the history; `finish` must end it."""

    work: Unit
    snapshot: TripSnapshot
    _rows: dict[str, ItemRow] = field(default_factory=dict, init=False)
    _keys: dict[tuple[str, str], int] = field(default_factory=dict, init=False)
    _pending: list[tuple[ItemRow, Item, frozenset[str]]] = field(default_factory=list, init=False)

    def load(self, uids: Iterable[str]) -> dict[str, ItemRow]:
        """Rows of the trip's items, removed ones included, by uid."""
        missing = [uid for uid in dict.fromkeys(uids) if uid not in self._rows]
        if missing:
            query = select(ItemRow).where(
                ItemRow.uid.in_(missing), ItemRow.trip_id == trip_id_of(self.work)
            )
            self._rows.update({row.uid: row for row in self.work.session.scalars(query)})
        return self._rows

    def get(self, uid: str) -> ItemRow:
        """The row of an item. Raises `MissingError`."""
        row = self.load([uid]).get(uid)
        if row is None:
            raise MissingError(uid)
        return row

    def insert(self, item: Item, verb: str = "create") -> Item:
        """Add an item; an empty uid becomes a new one."""
        new = replace(
            item, uid=item.uid or new_uid(), changed_at=self.work.now, version=1, sequence=0
        )
        row = ItemRow(uid=new.uid, trip_id=trip_id_of(self.work), version=1, sequence=0)
        self._write(row, None, new)
        self.work.session.add(row)
        self._rows[new.uid] = row
        self.work.record(verb, ("item", new.uid), None, to_wire(new))
        return new

    def update(self, old: Item, new: Item, verb: str = "edit") -> Item:
        """Make an item what `new` says; a new version, and a new sequence if calendars care."""
        row = self.get(old.uid)
        row.version += 1
        row.sequence += any(getattr(old, name) != getattr(new, name) for name in TOLD)
        new = replace(new, changed_at=self.work.now, version=row.version, sequence=row.sequence)
        self._write(row, old, new)
        self.work.record(verb, ("item", old.uid), to_wire(old), to_wire(new))
        return new

    def remove(self, old: Item, verb: str = "delete") -> None:
        """Take an item out; the row stays, so that it can come back and calendars cancel it."""
        self.mark(old.uid, is_deleted=True)
        self.work.record(verb, ("item", old.uid), to_wire(old))

    def mark(self, uid: str, *, is_deleted: bool) -> ItemRow:
        """Take an item out or put it back, without a word in the history."""
        row = self.get(uid)
        row.deleted_at = self.work.now if is_deleted else None
        row.changed_at = self.work.now
        row.version += 1
        row.sequence += 1
        return row

    def finish(self) -> None:
        """Write groups, hosts and speakers of all items at once."""
        session = self.work.session
        session.flush()
        for name, kind in PARTS.items():
            ids = [row.id for row, _, names in self._pending if name in names]
            if ids:
                session.execute(delete(kind).where(kind.item_id.in_(ids)))
        parts = [
            part for row, item, names in self._pending for part in self._parts(row.id, item, names)
        ]
        session.add_all(parts)
        self._pending.clear()

    def _write(self, row: ItemRow, old: Item | None, item: Item) -> None:
        zone = self.snapshot.zone_of(item.stop)
        columns: dict[str, Any] = {
            "starts_utc": to_utc(item.starts, zone),
            "ends_utc": to_utc(item.ends, zone),
        }
        if old is None or old.stop != item.stop:
            columns["stop_id"] = self._key(StopRow, item.stop)
        if old is None or old.site != item.site:
            columns["site_id"] = self._key(SiteRow, item.site)
        assign(row, item, deleted_at=None, **columns)
        names = frozenset(
            name
            for name in PARTS
            if (getattr(old, name) != getattr(item, name) if old else getattr(item, name))
        )
        if names:
            self._pending.append((row, item, names))

    def _parts(self, item_id: int, item: Item, names: frozenset[str]) -> list[Any]:
        rows: list[Any] = []
        if "groups" in names:
            groups = [self._group(code) for code in item.groups]
            rows += [ItemGroupRow(item_id=item_id, group_id=group) for group in groups]
        if "hosts" in names:
            rows += [
                ItemHostRow(
                    item_id=item_id,
                    position=position,
                    organisation_id=self._key(OrganisationRow, host.organisation),
                    person_id=self._key(PersonRow, host.person),
                    status=host.status,
                )
                for position, host in enumerate(item.hosts)
            ]
        if "speakers" in names:
            rows += [
                ItemSpeakerRow(
                    item_id=item_id,
                    position=position,
                    person_id=self._key(PersonRow, speaker.person),
                    function=speaker.function,
                )
                for position, speaker in enumerate(item.speakers)
            ]
        return rows

    def _key(self, kind: Any, uid: str | None) -> int | None:
        """The key of a row by uid, asked for once a unit. Raises `MissingError`."""
        if not uid:
            return None
        place = (kind.__tablename__, uid)
        if place not in self._keys:
            with self.work.session.no_autoflush:
                self._keys[place] = key_of(self.work.session, kind, uid) or 0
        return self._keys[place]

    def _group(self, code: str) -> int:
        place = ("group", code)
        if place not in self._keys:
            query = select(GroupRow.code, GroupRow.id).where(
                GroupRow.trip_id == trip_id_of(self.work)
            )
            self._keys |= {("group", row[0]): row[1] for row in self.work.session.execute(query)}
        if place not in self._keys:
            raise MissingError(code)
        return self._keys[place]


def trip_id_of(work: Unit) -> int:
    """The key of the trip that is written in."""
    if work.trip is None:
        message = "an item is written in a trip"
        raise RuntimeError(message)
    return work.trip.id
