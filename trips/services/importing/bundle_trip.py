"""The trip of a bundle: its itinerary and its people."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.values.times import to_utc
from trips.models.source import SourceRow
from trips.models.stop import HotelRow, LegRow, StopRow
from trips.models.trip import DayNoteRow, GroupRow, TripRow
from trips.services.importing.bundle_book import BookWriter, rows_by_uid
from trips.services.importing.bundle_items import ItemWriter
from trips.services.importing.bundle_people import PeopleWriter
from trips.services.rows import assign

Row = TypeVar("Row", bound=Any)


class TripWriter:
    """Writes a trip with everything that belongs to it alone."""

    def __init__(self, session: Session, book: BookWriter, now: datetime) -> None:
        self._session = session
        self._book = book
        self._now = now

    def write(self, snapshot: TripSnapshot, row: TripRow | None) -> TripRow:
        """Write the trip and its parts; what the snapshot has not is removed."""
        trip = self._write_trip(snapshot, row)
        group_ids = self._write_groups(trip.id, snapshot)
        self._write_days(trip.id, snapshot)
        stop_ids = self._write_stops(trip.id, snapshot)
        self._write_legs(trip.id, snapshot, stop_ids)
        items = ItemWriter(self._session, self._book, self._now)
        item_ids = items.write(trip.id, snapshot, stop_ids, group_ids)
        people = PeopleWriter(self._session, self._book, self._now)
        people.write(trip.id, snapshot, group_ids, item_ids)
        self._write_sources(trip.id, snapshot)
        return trip

    def _write_trip(self, snapshot: TripSnapshot, row: TripRow | None) -> TripRow:
        trip = snapshot.trip
        if row is None:
            row = TripRow(uid=trip.uid, version=0, revision=0, changed_at=self._now)
            self._session.add(row)
        assign(
            row,
            trip,
            project_id=self._book.project_id,
            inviting_body_id=self._book.organisation_id(trip.inviting_body),
            client_id=self._book.organisation_id(trip.client),
            contractor_id=self._book.organisation_id(trip.contractor),
        )
        row.version += 1
        self._session.flush()
        return row

    def _write_groups(self, trip_id: int, snapshot: TripSnapshot) -> dict[str, int]:
        query = select(GroupRow).where(GroupRow.trip_id == trip_id)
        rows = {row.code: row for row in self._session.scalars(query)}
        for position, group in enumerate(snapshot.trip.groups):
            row = rows.get(group.code)
            if row is None:
                row = rows[group.code] = GroupRow(trip_id=trip_id)
                self._session.add(row)
            assign(row, group, position=position)
        wanted = {group.code for group in snapshot.trip.groups}
        for code in rows.keys() - wanted:
            self._session.delete(rows[code])
        self._session.flush()
        return {code: rows[code].id for code in wanted}

    def _write_days(self, trip_id: int, snapshot: TripSnapshot) -> None:
        self._session.execute(delete(DayNoteRow).where(DayNoteRow.trip_id == trip_id))
        for day in snapshot.trip.days:
            row = DayNoteRow(trip_id=trip_id)
            assign(row, day)
            self._session.add(row)

    def _write_stops(self, trip_id: int, snapshot: TripSnapshot) -> dict[str, int]:
        rows = rows_by_uid(self._session, StopRow, [stop.uid for stop in snapshot.stops])
        for position, stop in enumerate(snapshot.stops):
            row = rows.get(stop.uid)
            if row is None:
                row = rows[stop.uid] = StopRow(uid=stop.uid, trip_id=trip_id, version=0)
                self._session.add(row)
            if assign(row, stop, position=position, deleted_at=None):
                row.version += 1
        self._session.flush()
        self._mark_deleted(StopRow, trip_id, rows)
        ids = {uid: row.id for uid, row in rows.items()}
        for stop in snapshot.stops:
            self._write_hotels(ids[stop.uid], stop)
        return ids

    def _write_hotels(self, stop_id: int, stop: Stop) -> None:
        wanted = [hotel.uid for hotel in stop.hotels]
        rows = rows_by_uid(self._session, HotelRow, wanted)
        self._session.execute(
            delete(HotelRow).where(HotelRow.stop_id == stop_id, HotelRow.uid.not_in(wanted))
        )
        for position, hotel in enumerate(stop.hotels):
            row = rows.get(hotel.uid)
            if row is None:
                row = HotelRow(uid=hotel.uid)
                self._session.add(row)
            assign(row, hotel, stop_id=stop_id, position=position)

    def _write_legs(self, trip_id: int, snapshot: TripSnapshot, stop_ids: dict[str, int]) -> None:
        rows = rows_by_uid(self._session, LegRow, [leg.uid for leg in snapshot.legs])
        for leg in snapshot.legs:
            row = rows.get(leg.uid)
            if row is None:
                row = rows[leg.uid] = LegRow(uid=leg.uid, trip_id=trip_id, version=0)
                self._session.add(row)
            if assign(row, leg, deleted_at=None, **leg_columns(snapshot, leg, stop_ids)):
                row.version += 1
        self._session.flush()
        self._mark_deleted(LegRow, trip_id, rows)

    def _mark_deleted(self, kind: type[Row], trip_id: int, kept: Iterable[str]) -> None:
        query = select(kind).where(
            kind.trip_id == trip_id, kind.deleted_at.is_(None), kind.uid.not_in(list(kept))
        )
        for row in self._session.scalars(query):
            row.deleted_at = self._now
            row.version += 1

    def _write_sources(self, trip_id: int, snapshot: TripSnapshot) -> None:
        wanted = [source.uid for source in snapshot.sources]
        rows = rows_by_uid(self._session, SourceRow, wanted)
        self._session.execute(
            delete(SourceRow).where(SourceRow.trip_id == trip_id, SourceRow.uid.not_in(wanted))
        )
        for source in snapshot.sources:
            row = rows.get(source.uid)
            if row is None:
                row = SourceRow(uid=source.uid, trip_id=trip_id)
                self._session.add(row)
            assign(row, source)


def leg_columns(snapshot: TripSnapshot, leg: Leg, stop_ids: dict[str, int]) -> dict[str, Any]:
    """The columns of a leg that follow from its stops."""
    return {
        "from_stop_id": stop_ids[leg.from_stop],
        "to_stop_id": stop_ids[leg.to_stop],
        "departs_utc": to_utc(leg.departs, snapshot.zone_of(leg.from_stop)),
        "arrives_utc": to_utc(leg.arrives, snapshot.zone_of(leg.to_stop)),
    }
