"""The programme items of a bundle."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from trips.domain.item import Item
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.times import to_utc
from trips.models.item import ItemGroupRow, ItemHostRow, ItemRow, ItemSpeakerRow
from trips.services.importing.bundle_book import BookWriter, rows_by_uid
from trips.services.rows import assign


class ItemWriter:
    """Writes items with their groups, hosts and speakers."""

    def __init__(self, session: Session, book: BookWriter, now: datetime) -> None:
        self._session = session
        self._book = book
        self._now = now

    def write(
        self,
        trip_id: int,
        snapshot: TripSnapshot,
        stop_ids: dict[str, int],
        group_ids: dict[str, int],
    ) -> dict[str, int]:
        """Write all items, mark the others deleted; the keys of items by uid."""
        rows = rows_by_uid(self._session, ItemRow, [item.uid for item in snapshot.items])
        for item in snapshot.items:
            row = rows.get(item.uid)
            if row is None:
                row = rows[item.uid] = ItemRow(uid=item.uid, trip_id=trip_id, version=0, sequence=0)
                self._session.add(row)
            columns = self._columns(snapshot, item, stop_ids)
            if assign(row, item, deleted_at=None, **columns):
                row.version += 1
        self._session.flush()
        self._forget_others(trip_id, list(rows))
        ids = {uid: row.id for uid, row in rows.items()}
        self._write_parts(snapshot, ids, group_ids)
        return ids

    def _columns(
        self, snapshot: TripSnapshot, item: Item, stop_ids: dict[str, int]
    ) -> dict[str, Any]:
        zone = snapshot.zone_of(item.stop)
        return {
            "stop_id": stop_ids[item.stop] if item.stop else None,
            "site_id": self._book.site_ids[item.site] if item.site else None,
            "starts_utc": to_utc(item.starts, zone),
            "ends_utc": to_utc(item.ends, zone),
        }

    def _forget_others(self, trip_id: int, kept: list[str]) -> None:
        query = select(ItemRow).where(
            ItemRow.trip_id == trip_id, ItemRow.deleted_at.is_(None), ItemRow.uid.not_in(kept)
        )
        for row in self._session.scalars(query):
            row.deleted_at = self._now
            row.version += 1

    def _write_parts(
        self, snapshot: TripSnapshot, ids: dict[str, int], group_ids: dict[str, int]
    ) -> None:
        for kind in (ItemGroupRow, ItemHostRow, ItemSpeakerRow):
            self._session.execute(delete(kind).where(kind.item_id.in_(list(ids.values()))))
        for item in snapshot.items:
            self._session.add_all(item_parts(ids[item.uid], item, group_ids, self._book))


def item_parts(
    item_id: int, item: Item, group_ids: dict[str, int], book: BookWriter
) -> list[ItemGroupRow | ItemHostRow | ItemSpeakerRow]:
    """The rows that say for which groups an item is, who receives them and who speaks."""
    groups = [ItemGroupRow(item_id=item_id, group_id=group_ids[code]) for code in item.groups]
    hosts = [
        ItemHostRow(
            item_id=item_id,
            position=position,
            organisation_id=book.organisation_id(host.organisation),
            person_id=book.person_ids[host.person] if host.person else None,
            status=host.status,
        )
        for position, host in enumerate(item.hosts)
    ]
    speakers = [
        ItemSpeakerRow(
            item_id=item_id,
            position=position,
            person_id=book.person_ids[speaker.person],
            function=speaker.function,
        )
        for position, speaker in enumerate(item.speakers)
    ]
    return [*groups, *hosts, *speakers]
