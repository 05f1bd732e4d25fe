"""Undo and redo: taking back one's own last step, from what the history holds."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from trips.domain.account.user import Actor
from trips.domain.board.outcome import PastChange
from trips.domain.board.undo import (
    KINDS,
    Inverse,
    PastStep,
    Stacks,
    UndoOutcome,
    UndoRefusal,
    UndoRefusedError,
    inverse_of,
    is_as_left,
    net_changes,
    stacks_of,
    title_of,
)
from trips.domain.item import Item
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.trip import DayNote
from trips.domain.values.wire import read_value, to_wire
from trips.queries.snapshot import get_snapshot
from trips.queries.steps import list_changes_of, list_own_changes
from trips.services.planning.item_rows import ItemWriter
from trips.services.planning.itinerary_rows import (
    change_stop_row,
    leg_row,
    mark_leg,
    mark_stop,
    write_day,
    write_leg,
)
from trips.services.unit import MissingError, Unit, unit


def get_stacks(trip: str, actor: Actor, skip: Collection[str] = ()) -> Stacks:
    """What somebody could take back and do again now; `skip` are steps that were refused."""
    return stacks_of(list_own_changes(trip, actor, KINDS), skip)


def undo(trip: str, *, actor: Actor, now: datetime, skip: Collection[str] = ()) -> UndoOutcome:
    """Take back one's own last step. Raises `UndoRefusedError`; then nothing is written."""
    return _take_back(trip, "undo", actor=actor, now=now, skip=skip)


def redo(trip: str, *, actor: Actor, now: datetime, skip: Collection[str] = ()) -> UndoOutcome:
    """Do again what one took back last. Raises `UndoRefusedError`; then nothing is written."""
    return _take_back(trip, "redo", actor=actor, now=now, skip=skip)


def _take_back(
    trip: str, verb: str, *, actor: Actor, now: datetime, skip: Collection[str]
) -> UndoOutcome:
    with unit(actor, now, trip=trip) as work:
        stacks = get_stacks(trip, actor, skip)
        stack = stacks.undo if verb == "undo" else stacks.redo
        label = stacks.next_undo if verb == "undo" else stacks.next_redo
        if label is None:
            raise UndoRefusedError(UndoRefusal.NOTHING)
        snapshot = get_snapshot(trip)
        changes = net_changes(stack[-1])
        _refuse_changed(snapshot, stack[-1], changes)
        _refuse_orphans(snapshot, stack[-1], changes)
        work.undoes = stack[-1].uid
        taker = _Taker(work, snapshot, verb)
        for change in changes:
            try:
                taker.take_back(change)
            except (MissingError, ValueError) as missing:
                raise _refusal(UndoRefusal.GONE, stack[-1], change) from missing
        return taker.finish(label)


def _refusal(reason: UndoRefusal, step: PastStep, change: PastChange, **more: Any) -> Exception:
    facts = {"title": title_of(change), "kind": change.kind, **more}
    return UndoRefusedError(reason, step.uid, **facts)


def _refuse_changed(
    snapshot: TripSnapshot, step: PastStep, changes: tuple[PastChange, ...]
) -> None:
    """Raises `UndoRefusedError` where an object is not as the step left it."""
    for change in changes:
        current = _find(snapshot, change)
        if is_as_left(change, None if current is None else to_wire(current)):
            continue
        rows = list_changes_of(snapshot.trip.uid, [change.uid])
        later = [row for row in rows if row.id > change.id and row.step != step.uid]
        others = [row for row in later if row.actor != change.actor] or later
        who = {"actor_name": others[-1].actor_name, "at": others[-1].at} if others else {}
        raise _refusal(UndoRefusal.CHANGED_SINCE, step, change, **{"actor_name": "", **who})


def _refuse_orphans(
    snapshot: TripSnapshot, step: PastStep, changes: tuple[PastChange, ...]
) -> None:
    """Raises `UndoRefusedError` where a city is gone, or would go with something still in it."""
    coming = {
        each.uid for each in changes if each.kind == "stop" and inverse_of(each) is Inverse.REVIVE
    }
    for change in changes:
        stop = change.before.get("stop") if change.kind == "item" else None
        if stop and stop not in snapshot.stop_by_uid and stop not in coming:
            raise _refusal(UndoRefusal.GONE, step, change)
        if change.kind == "stop" and inverse_of(change) is Inverse.REMOVE:
            going = {each.uid for each in changes}
            users = [item.uid for item in snapshot.items if item.stop == change.uid]
            users += [
                leg.uid for leg in snapshot.legs if change.uid in {leg.from_stop, leg.to_stop}
            ]
            if set(users) - going:
                raise _refusal(UndoRefusal.IN_USE, step, change)


def _find(snapshot: TripSnapshot, change: PastChange) -> Item | Stop | Leg | DayNote | None:
    """The object of a change as it is now; a day about which nothing is said is empty."""
    if change.kind == "item":
        return snapshot.item_by_uid.get(change.uid)
    if change.kind == "stop":
        return snapshot.stop_by_uid.get(change.uid)
    if change.kind == "leg":
        return next((leg for leg in snapshot.legs if leg.uid == change.uid), None)
    day = read_value(DayNote, dict(change.after)).on
    return next((each for each in snapshot.trip.days if each.on == day), DayNote(on=day))


@dataclass
class _Taker:
    """Writes the inverse of each change, and what that was, into the history."""

    work: Unit
    snapshot: TripSnapshot
    verb: str
    items: ItemWriter = field(init=False)
    changed: list[str] = field(default_factory=list, init=False)
    removed: list[str] = field(default_factory=list, init=False)
    revived: list[PastChange] = field(default_factory=list, init=False)
    is_route_changed: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.items = ItemWriter(self.work, self.snapshot)

    def take_back(self, change: PastChange) -> None:
        """Raises `MissingError` or `ValueError` where what it was is no longer possible."""
        self.is_route_changed |= change.kind != "item"
        inverse = inverse_of(change)
        if inverse is Inverse.WRITE:
            _WRITE[change.kind](self, change)
        elif inverse is Inverse.REMOVE:
            self._remove(change)
        else:
            self._mark(change, is_deleted=False)
            self.revived.append(change)
            if change.kind == "stop":
                self.work.session.flush()
                self.items.snapshot = get_snapshot(self.snapshot.trip.uid)

    def finish(self, label: Any) -> UndoOutcome:
        """Write the rest; the outcome with what is there now."""
        self.items.finish()
        self.work.session.flush()
        now = get_snapshot(self.snapshot.trip.uid)
        for change in self.revived:
            found = _find(now, change)
            if found is None:
                raise MissingError(change.uid)
            self.work.record(self.verb, (change.kind, change.uid), None, to_wire(found))
        by_uid = now.item_by_uid
        return UndoOutcome(
            step=self.work.step,
            revision=self.work.trip.revision if self.work.trip else 0,
            changed=tuple(by_uid[uid] for uid in self.changed),
            added=tuple(by_uid[each.uid] for each in self.revived if each.kind == "item"),
            removed=tuple(self.removed),
            label=label,
            is_route_changed=self.is_route_changed,
        )

    def write_item(self, change: PastChange) -> None:
        old = self.snapshot.item_by_uid[change.uid]
        self.items.update(old, read_value(Item, dict(change.before)), self.verb)
        self.changed.append(change.uid)

    def write_stop(self, change: PastChange) -> None:
        old = self.snapshot.stop_by_uid[change.uid]
        new = read_value(Stop, dict(change.before))
        change_stop_row(self.work, old, new)
        self._record(change, old, new)

    def write_leg(self, change: PastChange) -> None:
        old = _find(self.snapshot, change)
        new = read_value(Leg, dict(change.before))
        row = leg_row(self.work, change.uid)
        write_leg(self.work, row, new, self.snapshot)
        row.changed_at = self.work.now
        row.version += 1
        self._record(change, old, new)

    def write_day(self, change: PastChange) -> None:
        old = _find(self.snapshot, change)
        new = read_value(DayNote, dict(change.before))
        write_day(self.work, new)
        self._record(change, old, new)

    def _record(self, change: PastChange, old: object, new: object) -> None:
        self.work.record(self.verb, (change.kind, change.uid), to_wire(old), to_wire(new))

    def _remove(self, change: PastChange) -> None:
        if change.kind == "item":
            self.items.remove(self.snapshot.item_by_uid[change.uid], self.verb)
            self.removed.append(change.uid)
        else:
            old = _find(self.snapshot, change)
            self._mark(change, is_deleted=True)
            self.work.record(self.verb, (change.kind, change.uid), to_wire(old))

    def _mark(self, change: PastChange, *, is_deleted: bool) -> None:
        if change.kind == "item":
            self.items.mark(change.uid, is_deleted=is_deleted)
        elif change.kind == "stop":
            mark_stop(self.work, change.uid, is_deleted=is_deleted)
        else:
            mark_leg(self.work, change.uid, is_deleted=is_deleted)


_WRITE: dict[str, Callable[[_Taker, PastChange], None]] = {
    "item": _Taker.write_item,
    "stop": _Taker.write_stop,
    "leg": _Taker.write_leg,
    "day": _Taker.write_day,
}
