"""Going back to a release: one step, which undo takes back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select

from trips.domain.account.user import Actor
from trips.domain.releases.restoring import restored
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.trip import DayNote
from trips.domain.values.wire import to_wire
from trips.models.item import ItemRow
from trips.models.stop import LegRow, StopRow
from trips.queries.release import get_release, list_known
from trips.queries.snapshot import get_snapshot
from trips.services.planning.item_rows import ItemWriter, trip_id_of
from trips.services.planning.itinerary_rows import (
    add_stop_row,
    change_stop_row,
    leg_row,
    mark_leg,
    mark_stop,
    write_day,
    write_leg,
)
from trips.services.unit import Unit, unit

VERB: Final = "go_back"


class DraftChangedError(Exception):
    """The draft is no longer the one that was looked at."""


def restore_release(trip: str, number: int, revision: int, *, actor: Actor, now: datetime) -> int:
    """Make the draft what release `number` says; how many objects changed.

    `revision` is the state of the draft that was looked at. Raises `DraftChangedError` where it
    is another one by now, `MissingError`, and what `get_release` raises; then nothing is written.
    """
    with unit(actor, now, trip=trip) as work:
        if work.trip is None or work.trip.revision != revision:
            raise DraftChangedError
        draft = get_snapshot(trip)
        released = get_release(trip, number, draft).snapshot
        known = list_known(released)
        revived = _revive(work, draft, restored(draft, released, known))
        current = get_snapshot(trip) if revived else draft
        writer = _Writer(work, current, restored(current, released, known))
        return len(revived | writer.write())


def _revive(work: Unit, draft: TripSnapshot, target: TripSnapshot) -> set[str]:
    """Put back what was taken out since; then it can be changed like everything else."""
    found = set()
    for kind, model, mark in (
        ("stop", StopRow, mark_stop),
        ("leg", LegRow, mark_leg),
        ("item", ItemRow, None),
    ):
        there = {each.uid for each in getattr(draft, f"{kind}s")}
        gone = [each.uid for each in getattr(target, f"{kind}s") if each.uid not in there]
        query = select(model.uid).where(model.uid.in_(gone), model.trip_id == trip_id_of(work))
        for uid in work.session.scalars(query):
            if mark:
                mark(work, uid, is_deleted=False)
            else:
                ItemWriter(work, draft).mark(uid, is_deleted=False)
            found.add(uid)
    work.session.flush()
    if found:
        _record_revived(work, get_snapshot(draft.trip.uid), found)
    return found


def _record_revived(work: Unit, current: TripSnapshot, uids: set[str]) -> None:
    kinds: tuple[tuple[str, Iterable[Any]], ...] = (
        ("stop", current.stops),
        ("leg", current.legs),
        ("item", current.items),
    )
    for kind, entities in kinds:
        for each in entities:
            if each.uid in uids:
                work.record(VERB, (kind, each.uid), None, to_wire(each))


@dataclass
class _Writer:
    """Writes one state of the trip over another, stops first."""

    work: Unit
    old: TripSnapshot
    new: TripSnapshot

    def write(self) -> set[str]:
        """The uids of what changed."""
        done = {stop.uid for stop in self.new.stops if self._stop(stop)}
        self.work.session.flush()
        done |= {leg.uid for leg in self.new.legs if self._leg(leg)}
        done |= self._items() | self._days()
        wanted = {leg.uid for leg in self.new.legs}
        for leg in self.old.legs:
            if leg.uid not in wanted:
                mark_leg(self.work, leg.uid, is_deleted=True)
                self._record("leg", leg, None)
                done.add(leg.uid)
        for stop in self.old.stops:
            if stop.uid not in self.new.stop_by_uid:
                mark_stop(self.work, stop.uid, is_deleted=True)
                self._record("stop", stop, None)
                done.add(stop.uid)
        return done

    def _stop(self, stop: Stop) -> bool:
        old = self.old.stop_by_uid.get(stop.uid)
        if old == stop:
            return False
        if old is None:
            add_stop_row(self.work, stop)
        else:
            change_stop_row(self.work, old, stop)
        self._record("stop", old, stop)
        return True

    def _leg(self, leg: Leg) -> bool:
        old = next((each for each in self.old.legs if each.uid == leg.uid), None)
        if old == leg:
            return False
        row = (
            leg_row(self.work, leg.uid)
            if old
            else LegRow(uid=leg.uid, trip_id=trip_id_of(self.work), version=0)
        )
        write_leg(self.work, row, leg, self.new)
        row.changed_at = self.work.now
        row.version += 1
        self._record("leg", old, leg)
        return True

    def _items(self) -> set[str]:
        writer, there = ItemWriter(self.work, self.new), self.old.item_by_uid
        changed = [item for item in self.new.items if there.get(item.uid) != item]
        removed = [item for item in self.old.items if item.uid not in self.new.item_by_uid]
        writer.load(item.uid for item in (*changed, *removed))
        for item in changed:
            if item.uid in there:
                writer.update(there[item.uid], item, VERB)
            else:
                writer.insert(item, VERB)
        for item in removed:
            writer.remove(item, VERB)
        writer.finish()
        return {item.uid for item in (*changed, *removed)}

    def _days(self) -> set[str]:
        there = {note.on: note for note in self.old.trip.days}
        changed = [note for note in self.new.trip.days if there.get(note.on) != note]
        for note in changed:
            write_day(self.work, note)
            old = there.get(note.on, DayNote(on=note.on))
            self.work.record(VERB, ("day", self.old.trip.uid), to_wire(old), to_wire(note))
        return {note.on.isoformat() for note in changed}

    def _record(self, kind: str, old: Any, new: Any) -> None:
        uid = (new or old).uid
        self.work.record(
            VERB, (kind, uid), to_wire(old) if old else None, to_wire(new) if new else None
        )
