"""Steps on the board: taking one, in one write, with one entry in the memory of undo."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.board.effects import Effects
from trips.domain.board.engine import apply_step
from trips.domain.board.outcome import (
    PastChange,
    StaleError,
    StaleItem,
    StepOutcome,
    changed_fields,
)
from trips.domain.board.quick.reading import QuickReading, read_line
from trips.domain.board.steps import QuickAdd, Step, uids_of, verb_of
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.queries.addressbook import list_sites
from trips.queries.snapshot import get_snapshot
from trips.queries.steps import list_changes_of
from trips.services.planning.item_rows import ItemWriter
from trips.services.unit import Unit, unit

Versions = Mapping[str, int]


def take_step(
    trip: str, step: Step, *, versions: Versions, actor: Actor, now: datetime
) -> StepOutcome:
    """Change what a step changes; `versions` are those of the items that the actor saw.

    Raises `StepError` where it cannot be done, and `StaleError` where a touched item is newer
    than the version given for it, or gone; then nothing is written.
    """
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        _refuse_stale(snapshot, uids_of(step), versions)
        reading = read_line(snapshot, step, list_sites()) if isinstance(step, QuickAdd) else None
        effects = apply_step(snapshot, reading.add if reading else step)
        _refuse_stale(snapshot, effects.touched, versions)
        outcome = write_effects(work, snapshot, effects, verb_of(step))
        return replace(outcome, reading=reading)


def preview_line(snapshot: TripSnapshot, step: QuickAdd) -> QuickReading:
    """How a quick line would be understood; nothing is written. Raises `StepError`."""
    return read_line(snapshot, step, list_sites())


def write_effects(work: Unit, snapshot: TripSnapshot, effects: Effects, verb: str) -> StepOutcome:
    """Write what a step changes, inside a unit; each item gets its row in the history."""
    writer = ItemWriter(work, snapshot)
    old = snapshot.item_by_uid
    writer.load(effects.touched)
    changed = tuple(writer.update(old[item.uid], item, verb) for item in effects.changed)
    added = tuple(writer.insert(item, verb) for item in effects.added)
    for uid in effects.removed:
        writer.remove(old[uid], verb)
    writer.finish()
    is_something = bool(changed or added or effects.removed)
    return StepOutcome(
        step=work.step if is_something else "",
        revision=work.trip.revision if work.trip else 0,
        changed=changed,
        added=added,
        removed=effects.removed,
        notes=effects.notes,
    )


def _refuse_stale(snapshot: TripSnapshot, uids: tuple[str, ...], versions: Versions) -> None:
    """Raises `StaleError` that tells who changed what since."""
    items = snapshot.item_by_uid
    stale = [
        uid
        for uid in dict.fromkeys(uids)
        if uid in versions and (uid not in items or items[uid].version != versions[uid])
    ]
    if stale:
        history: dict[str, list[PastChange]] = {uid: [] for uid in stale}
        for change in list_changes_of(snapshot.trip.uid, stale):
            history[change.uid].append(change)
        raise StaleError(
            tuple(_stale(snapshot, uid, versions[uid], tuple(history[uid])) for uid in stale)
        )


def _stale(
    snapshot: TripSnapshot, uid: str, seen: int, changes: tuple[PastChange, ...]
) -> StaleItem:
    item = snapshot.item_by_uid.get(uid)
    since = changes[-(item.version - seen) :] if item and item.version > seen else changes[-1:]
    last = since[-1] if since else None
    return StaleItem(
        uid=uid,
        title=item.title if item else Text((last.before if last else {}).get("title") or {}),
        is_removed=item is None,
        actor_name=last.actor_name if last else "",
        at=last.at if last else None,
        fields=changed_fields(since),
    )
