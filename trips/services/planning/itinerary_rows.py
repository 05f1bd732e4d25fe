"""How stops with hotels, legs and notes about days get into the database, inside a unit."""

from sqlalchemy import delete, select

from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.trip import DayNote
from trips.domain.values.times import to_utc
from trips.models.item import ItemRow
from trips.models.stop import HotelRow, LegRow, StopRow
from trips.models.trip import DayNoteRow
from trips.services.keys import key_of
from trips.services.planning.item_rows import trip_id_of
from trips.services.rows import assign
from trips.services.unit import MissingError, Unit


def stop_row(work: Unit, uid: str) -> StopRow:
    """The row of a stop, a removed one included. Raises `MissingError`."""
    query = select(StopRow).where(StopRow.uid == uid, StopRow.trip_id == trip_id_of(work))
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(uid)
    return row


def leg_row(work: Unit, uid: str) -> LegRow:
    """The row of a leg, a removed one included. Raises `MissingError`."""
    query = select(LegRow).where(LegRow.uid == uid, LegRow.trip_id == trip_id_of(work))
    row = work.session.scalar(query)
    if row is None:
        raise MissingError(uid)
    return row


def add_stop_row(work: Unit, stop: Stop) -> None:
    """A new stop with its hotels, behind those that arrive before it."""
    row = StopRow(uid=stop.uid, trip_id=trip_id_of(work), version=1, position=0)
    assign(row, stop)
    work.session.add(row)
    work.session.flush()
    write_hotels(work, row.id, stop)
    renumber_stops(work)


def change_stop_row(work: Unit, old: Stop, new: Stop) -> None:
    """Make a stop what `new` says; a new zone moves the instants of its items and legs."""
    row = stop_row(work, old.uid)
    assign(row, new)
    row.version += 1
    write_hotels(work, row.id, new)
    renumber_stops(work)
    if new.zone != old.zone:
        _recompute_instants(work, row.id, new.zone)


def mark_stop(work: Unit, uid: str, *, is_deleted: bool) -> StopRow:
    """Take a stop out, or put it back at its place in the order."""
    row = stop_row(work, uid)
    row.deleted_at = work.now if is_deleted else None
    row.version += 1
    if not is_deleted:
        renumber_stops(work)
    return row


def renumber_stops(work: Unit) -> None:
    """Stops are numbered in the order people arrive."""
    query = (
        select(StopRow)
        .where(StopRow.trip_id == trip_id_of(work), StopRow.deleted_at.is_(None))
        .order_by(StopRow.arrives_on, StopRow.departs_on, StopRow.id)
    )
    for position, row in enumerate(work.session.scalars(query)):
        row.position = position


def write_hotels(work: Unit, stop_id: int, stop: Stop) -> None:
    """Make the hotels of a stop what `stop` says."""
    wanted = [hotel.uid for hotel in stop.hotels]
    work.session.execute(
        delete(HotelRow).where(HotelRow.stop_id == stop_id, HotelRow.uid.not_in(wanted))
    )
    query = select(HotelRow).where(HotelRow.stop_id == stop_id)
    rows = {row.uid: row for row in work.session.scalars(query)}
    for position, hotel in enumerate(stop.hotels):
        row = rows.get(hotel.uid)
        if row is None:
            row = HotelRow(uid=hotel.uid, stop_id=stop_id)
            work.session.add(row)
        assign(row, hotel, position=position)


def write_leg(work: Unit, row: LegRow, leg: Leg, snapshot: TripSnapshot) -> None:
    """Make a row what a leg says."""
    assign(
        row,
        leg,
        from_stop_id=key_of(work.session, StopRow, leg.from_stop),
        to_stop_id=key_of(work.session, StopRow, leg.to_stop),
        departs_utc=to_utc(leg.departs, snapshot.zone_of(leg.from_stop)),
        arrives_utc=to_utc(leg.arrives, snapshot.zone_of(leg.to_stop)),
    )
    work.session.add(row)


def mark_leg(work: Unit, uid: str, *, is_deleted: bool) -> None:
    """Take a leg out, or put it back. Raises `MissingError` where one of its stops is gone."""
    row = leg_row(work, uid)
    gone = select(StopRow.id).where(
        StopRow.id.in_((row.from_stop_id, row.to_stop_id)), StopRow.deleted_at.is_not(None)
    )
    if not is_deleted and work.session.scalar(gone.limit(1)) is not None:
        raise MissingError(uid)
    row.deleted_at = work.now if is_deleted else None
    row.changed_at = work.now
    row.version += 1


def write_day(work: Unit, note: DayNote) -> None:
    """Make what is said about a day what `note` says."""
    trip_id = trip_id_of(work)
    query = select(DayNoteRow).where(DayNoteRow.trip_id == trip_id, DayNoteRow.on == note.on)
    row = work.session.scalar(query) or DayNoteRow(trip_id=trip_id)
    assign(row, note)
    work.session.add(row)


def _recompute_instants(work: Unit, stop_id: int, zone: str) -> None:
    for item in work.session.scalars(select(ItemRow).where(ItemRow.stop_id == stop_id)):
        item.starts_utc = to_utc(item.starts, zone)
        item.ends_utc = to_utc(item.ends, zone)
    for leg in work.session.scalars(select(LegRow).where(LegRow.from_stop_id == stop_id)):
        leg.departs_utc = to_utc(leg.departs, zone)
    for leg in work.session.scalars(select(LegRow).where(LegRow.to_stop_id == stop_id)):
        leg.arrives_utc = to_utc(leg.arrives, zone)
