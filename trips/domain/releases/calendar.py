"""What calendars have been told: for every item and leg ever released its sequence and last change.

Calendars recognise an entry by its UID and believe the highest SEQUENCE (RFC 5545, 3.8.7.4), so
the sequence rises with every real change from one release to the next. What is no longer in the
programme, or no longer in a group's, stays as cancelled: a calendar that holds it would otherwise
keep it for ever. They are told as long as a link opens at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from trips.domain.releases.difference import (
    Changed,
    ChangeKind,
    Side,
    Subject,
    compare_all,
)
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text

UNTOLD: Final = frozenset({ChangeKind.STAFF})
"""Changes that no calendar shows."""


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """What calendars hold of an item or leg."""

    uid: str
    order: int
    """Its SEQUENCE."""
    changed_at: datetime
    """When the release was made that last changed it."""
    is_cancelled: bool = False
    title: Text
    starts: datetime
    ends: datetime
    zone: str
    ends_zone: str
    groups: tuple[str, ...] = ()
    """Whom it is for; none means everyone."""
    told: tuple[str, ...] = ()
    """Every group it was ever for."""
    is_told_to_all: bool = False
    """True if it once was for everyone."""


Entries = Mapping[str, CalendarEntry]


def next_entries(
    entries: Entries, old: TripSnapshot | None, new: TripSnapshot, at: datetime
) -> dict[str, CalendarEntry]:
    """What calendars are told by a release made `at`.

    `old` is what was released before it, with people as in `new`, the draft that is released.
    """
    empty = replace(new, stops=(), legs=(), items=(), assignments=())
    drafted = {item.uid: item.sequence for item in new.items if item.is_public}
    found = dict(entries)
    for changed in compare_all(old or empty, new):
        if changed.subject in {Subject.ITEM, Subject.LEG} and changed.new:
            known = entries.get(changed.uid)
            found[changed.uid] = _told(changed, changed.new, known, at, drafted)
    live = {*drafted, *(leg.uid for leg in new.legs)}
    for uid, entry in entries.items():
        if uid not in live and not entry.is_cancelled:
            found[uid] = replace(entry, is_cancelled=True, order=entry.order + 1, changed_at=at)
    return found


def _told(
    changed: Changed,
    side: Side,
    known: CalendarEntry | None,
    at: datetime,
    drafted: Mapping[str, int],
) -> CalendarEntry:
    order, changed_at = drafted.get(changed.uid, 0), at
    if known:
        is_same = not (known.is_cancelled or set(changed.kinds) - UNTOLD)
        is_same = is_same and (known.zone, known.ends_zone) == (side.zone, side.ends_zone)
        order, changed_at = known.order + 1, at
        if is_same:
            order, changed_at = known.order, known.changed_at
    return CalendarEntry(
        uid=changed.uid,
        order=order,
        changed_at=changed_at,
        title=side.title,
        starts=side.starts,
        ends=side.ends,
        zone=side.zone,
        ends_zone=side.ends_zone,
        groups=side.groups,
        told=tuple(sorted({*side.groups, *(known.told if known else ())})),
        is_told_to_all=not side.groups or (known is not None and known.is_told_to_all),
    )


def in_calendar(snapshot: TripSnapshot, entries: Entries) -> TripSnapshot:
    """The snapshot with the sequences and last changes that calendars are told."""
    items = (
        replace(item, sequence=entry.order, changed_at=entry.changed_at)
        if (entry := entries.get(item.uid))
        else item
        for item in snapshot.items
    )
    legs = (
        replace(leg, sequence=entry.order, changed_at=entry.changed_at)
        if (entry := entries.get(leg.uid))
        else leg
        for leg in snapshot.legs
    )
    return replace(snapshot, items=tuple(items), legs=tuple(legs))


def list_cancelled(entries: Entries, group: str = "") -> tuple[CalendarEntry, ...]:
    """What a calendar may hold that is not in the programme, or in a group's, any more."""
    gone = (each for each in entries.values() if _is_gone(each, group))
    return tuple(sorted(gone, key=lambda each: (each.starts, each.uid)))


def _is_gone(entry: CalendarEntry, group: str) -> bool:
    if not group:
        return entry.is_cancelled
    was_told = entry.is_told_to_all or group in entry.told
    return was_told and (entry.is_cancelled or bool(entry.groups and group not in entry.groups))


def entries_of(known: Iterable[CalendarEntry]) -> dict[str, CalendarEntry]:
    """Entries by their uid."""
    return {each.uid: each for each in known}
