"""Trips themselves: planning a new one, changing one, what is said about its days."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, func, select

from trips.domain.account.user import Actor
from trips.domain.editing import Change, merge
from trips.domain.trip import DayNote, Group, Trip
from trips.domain.values.wire import to_wire
from trips.models.item import ItemGroupRow, ItemRow
from trips.models.organisation import OrganisationRow
from trips.models.participation import ParticipationRow
from trips.models.project import ProjectRow
from trips.models.trip import GroupRow, OldSlugRow, TripRow
from trips.models.types import new_uid
from trips.queries.snapshot import get_snapshot
from trips.services.keys import key_of
from trips.services.planning.itinerary_rows import write_day
from trips.services.rows import assign
from trips.services.unit import Unit, unit


class SlugInUseError(Exception):
    """Another trip has, or once had, this address."""


class GroupsInUseError(Exception):
    """Groups that items or people still belong to cannot go."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


def create_trip(trip: Trip, *, actor: Actor, now: datetime) -> Trip:
    """Plan a new trip; an empty uid becomes a new one. Raises `SlugInUseError`."""
    new = replace(trip, uid=trip.uid or new_uid())
    with unit(actor, now) as work:
        _check_slug(work, new)
        row = TripRow(uid=new.uid, version=1, revision=0, changed_at=now)
        _assign(work, row, new)
        work.session.add(row)
        work.session.flush()
        work.trip = row
        _write_groups(work, row, new.groups)
        work.record("create", ("trip", new.uid), None, to_wire(new))
    return new


def edit_trip(uid: str, change: Change, *, actor: Actor, now: datetime) -> Trip:
    """Change the touched fields of a trip; its old address keeps working.

    Raises `ConflictError`, `SlugInUseError`, `GroupsInUseError`.
    """
    with unit(actor, now, trip=uid) as work:
        old = get_snapshot(uid).trip
        new = merge(old, change)
        if new == old:
            return old
        row = _trip_row(work)
        _check_slug(work, new)
        if new.slug != old.slug:
            work.session.execute(delete(OldSlugRow).where(OldSlugRow.slug == new.slug))
            work.session.add(OldSlugRow(slug=old.slug, trip_id=row.id))
        _assign(work, row, new)
        row.version += 1
        if new.groups != old.groups:
            _write_groups(work, row, new.groups)
        work.record("edit", ("trip", uid), to_wire(old), to_wire(new))
        return new


def edit_day(trip: str, change: Change, note: DayNote, *, actor: Actor, now: datetime) -> DayNote:
    """Change what is said about a day; `note` is the day as it was when nothing was said yet.

    Raises `ConflictError`.
    """
    with unit(actor, now, trip=trip) as work:
        known = {each.on: each for each in get_snapshot(trip).trip.days}
        old = known.get(note.on, DayNote(on=note.on))
        new = merge(old, change)
        if new == old:
            return old
        write_day(work, new)
        work.record("edit", ("day", trip), to_wire(old), to_wire(new))
        return new


def _trip_row(work: Unit) -> TripRow:
    if work.trip is None:
        message = "a trip is written in itself"
        raise RuntimeError(message)
    return work.trip


def _assign(work: Unit, row: TripRow, trip: Trip) -> None:
    session = work.session
    assign(
        row,
        trip,
        project_id=key_of(session, ProjectRow, trip.project),
        inviting_body_id=key_of(session, OrganisationRow, trip.inviting_body),
        client_id=key_of(session, OrganisationRow, trip.client),
        contractor_id=key_of(session, OrganisationRow, trip.contractor),
    )


def _check_slug(work: Unit, trip: Trip) -> None:
    owner = select(TripRow.uid).where(TripRow.slug == trip.slug)
    former = (
        select(TripRow.uid)
        .join(OldSlugRow, OldSlugRow.trip_id == TripRow.id)
        .where(OldSlugRow.slug == trip.slug)
    )
    owners = {*work.session.scalars(owner), *work.session.scalars(former)}
    if owners - {trip.uid}:
        raise SlugInUseError(trip.slug)


def _write_groups(work: Unit, trip: TripRow, groups: Iterable[Group]) -> None:
    query = select(GroupRow).where(GroupRow.trip_id == trip.id)
    rows = {row.code: row for row in work.session.scalars(query)}
    wanted = list(groups)
    gone = [row for code, row in rows.items() if code not in {group.code for group in wanted}]
    used = tuple(row.code for row in gone if _is_used(work, row))
    if used:
        raise GroupsInUseError(used)
    for row in gone:
        work.session.delete(row)
    for position, group in enumerate(wanted):
        row = rows.get(group.code) or GroupRow(trip_id=trip.id)
        assign(row, group, position=position)
        work.session.add(row)


def _is_used(work: Unit, group: GroupRow) -> bool:
    items = (
        select(func.count())
        .select_from(ItemGroupRow)
        .join(ItemRow, ItemRow.id == ItemGroupRow.item_id)
        .where(ItemGroupRow.group_id == group.id, ItemRow.deleted_at.is_(None))
    )
    people = (
        select(func.count())
        .select_from(ParticipationRow)
        .where(ParticipationRow.group_id == group.id)
    )
    return bool(work.session.scalar(items) or work.session.scalar(people))
