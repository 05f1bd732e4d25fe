"""The texts of many items, saved in one write."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from trips.domain.account.user import Actor
from trips.domain.editing import Change, Conflict, ConflictError, merge
from trips.queries.snapshot import get_snapshot
from trips.services.planning.item_rows import ItemWriter
from trips.services.unit import unit


@dataclass(frozen=True)
class TextsOutcome:
    """What was saved, and where somebody else was first; nothing of those items was saved."""

    saved: tuple[str, ...]
    conflicts: Mapping[str, tuple[Conflict, ...]]
    gone: tuple[str, ...]


def edit_texts(
    trip: str, changes: Mapping[str, Change], *, actor: Actor, now: datetime
) -> TextsOutcome:
    """Change the touched texts of items; `changes` are by their uids."""
    with unit(actor, now, trip=trip) as work:
        snapshot = get_snapshot(trip)
        items = snapshot.item_by_uid
        conflicts: dict[str, tuple[Conflict, ...]] = {}
        merged = {}
        for uid, change in changes.items():
            if uid not in items:
                continue
            try:
                merged[uid] = merge(items[uid], change)
            except ConflictError as error:
                conflicts[uid] = error.conflicts
        writer = ItemWriter(work, snapshot)
        changed = [uid for uid, item in merged.items() if item != items[uid]]
        writer.load(changed)
        for uid in changed:
            writer.update(items[uid], merged[uid], "edit")
        writer.finish()
        gone = tuple(uid for uid in changes if uid not in items)
        return TextsOutcome(tuple(changed), conflicts, gone)
