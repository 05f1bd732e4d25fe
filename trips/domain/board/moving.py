"""Steps that give items another time, place or length."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from trips.domain.board.effects import Effects, Note, NoteCode, StepError, StepErrorCode
from trips.domain.board.places import (
    check_day,
    find_items,
    get_item,
    get_stop,
    list_groups,
    stop_at,
)
from trips.domain.board.steps import Duplicate, Move, Place, Resize, ShiftAfter, Unplace
from trips.domain.board.wall import respan, settle, shifted
from trips.domain.item import Item, ItemStatus
from trips.domain.itinerary import order_items
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import BookingStatus
from trips.domain.values.times import to_utc

SHORTEST: Final = timedelta(minutes=5)
LONGEST: Final = timedelta(days=7)


def move(snapshot: TripSnapshot, step: Move) -> Effects:
    """Every item by the same minutes and days, whole also over midnight."""
    items = find_items(snapshot, step.uids)
    for item in items:
        refuse_unplaced(item)
    return _effects([moved(snapshot, item, step) for item in items], items)


def refuse_unplaced(item: Item) -> None:
    """Raises `StepError` for an idea in the pool."""
    if item.is_unplaced:
        raise StepError(StepErrorCode.NOT_PLACED, title=item.title)


def place(snapshot: TripSnapshot, step: Place) -> Effects:
    """An idea gets its time, with it the city of that day, and its hosts are to be asked."""
    item = get_item(snapshot, step.uid)
    if not item.is_unplaced:
        raise StepError(StepErrorCode.ALREADY_PLACED, title=item.title)
    check_day(snapshot, item, step.starts)
    new, notes = _settled(snapshot, item, step.starts, step.stop)
    status = ItemStatus.REQUESTED if item.status is ItemStatus.IDEA else item.status
    new = replace(new, is_unplaced=False, is_start_assumed=False, status=status)
    if step.groups is not None:
        new = replace(new, groups=list_groups(snapshot, step.groups))
    return Effects(changed=(new,), notes=notes)


def unplace(snapshot: TripSnapshot, step: Unplace) -> Effects:
    """Items go back into the pool; how firm they were they are again once they are placed."""
    items = find_items(snapshot, step.uids)
    placed = [item for item in items if not item.is_unplaced]
    return Effects(
        changed=tuple(replace(item, is_unplaced=True, is_start_assumed=False) for item in placed)
    )


def resize(snapshot: TripSnapshot, step: Resize) -> Effects:
    """Another start or end; both have to exist and be apart by some minutes, not by weeks."""
    item = get_item(snapshot, step.uid)
    zone = snapshot.zone_of(item.stop)
    longest = max(LONGEST, to_utc(item.ends, zone) - to_utc(item.starts, zone))
    new, notes = check_length(item, (step.starts, step.ends), zone, longest)
    if new.starts.date() != item.starts.date():
        check_day(snapshot, item, new.starts)
    new = replace(
        new,
        is_start_assumed=item.is_start_assumed and same(new.starts, item.starts),
        is_end_assumed=item.is_end_assumed and same(new.ends, item.ends),
    )
    return Effects(changed=(new,) if differs(item, new) else (), notes=notes)


def check_length(
    item: Item, span: tuple[datetime, datetime], zone: str, longest: timedelta = LONGEST
) -> tuple[Item, tuple[Note, ...]]:
    """The item with a span of wall times that exist. Raises `StepError`."""
    starts, ends = (settle(wall, zone) for wall in span)
    length = to_utc(ends, zone) - to_utc(starts, zone)
    if length <= timedelta():
        raise StepError(
            StepErrorCode.END_BEFORE_START, title=item.title, starts=span[0], ends=span[1]
        )
    if length < SHORTEST:
        minutes = SHORTEST // timedelta(minutes=1)
        raise StepError(StepErrorCode.TOO_SHORT, title=item.title, minutes=minutes)
    if length > longest:
        raise StepError(StepErrorCode.TOO_LONG, title=item.title, days=longest.days)
    notes = [
        _clock_note(item, found)
        for wanted, found in zip(span, (starts, ends), strict=True)
        if wanted != found
    ]
    return replace(item, starts=starts, ends=ends), tuple(notes)


def same(first: datetime, second: datetime) -> bool:
    """True for the same wall time in the same pass: `==` does not look at the fold."""
    return first == second and first.fold == second.fold


def shift_after(snapshot: TripSnapshot, step: ShiftAfter) -> Effects:
    """Everything later that day of the groups concerned.

    Where a later item is shared with other groups, they are concerned from then on.
    """
    anchor = get_item(snapshot, step.uid)
    refuse_unplaced(anchor)
    later = _later(snapshot, anchor)
    items = (anchor, *later) if step.with_itself else later
    wanted = Move(uids=(), minutes=step.minutes)
    effects = _effects([moved(snapshot, item, wanted) for item in items], items)
    return replace(effects, notes=(*effects.notes, *_legs_stay(snapshot, anchor)))


def _later(snapshot: TripSnapshot, anchor: Item) -> tuple[Item, ...]:
    everyone = {group.code for group in snapshot.trip.groups}
    concerned = set(anchor.groups) or everyone
    found: list[Item] = []
    for item in order_items(snapshot.items):
        groups = set(item.groups) or everyone
        is_later = item.starts.date() == anchor.starts.date() and item.starts > anchor.starts
        is_planned = not item.is_unplaced and item.status is not ItemStatus.CANCELLED
        if is_later and is_planned and (groups & concerned or not everyone):
            found.append(item)
            concerned |= groups
    return tuple(found)


def _legs_stay(snapshot: TripSnapshot, anchor: Item) -> list[Note]:
    cities = snapshot.stop_by_uid
    return [
        Note(
            NoteCode.LEGS_STAY,
            {
                "leg": leg.uid,
                "first": cities[leg.from_stop].city,
                "second": cities[leg.to_stop].city,
                "departs": leg.departs,
                "booking": leg.booking,
            },
        )
        for leg in snapshot.legs
        if leg.departs.date() == anchor.starts.date()
        and leg.arrives > anchor.starts
        and leg.booking is not BookingStatus.CANCELLED
    ]


def moved(
    snapshot: TripSnapshot, item: Item, step: Move | Duplicate
) -> tuple[Item, tuple[Note, ...]]:
    """The item where a step wants it, with what there is to say."""
    starts = shifted(item.starts, step.minutes, step.days)
    if starts.date() != item.starts.date():
        check_day(snapshot, item, starts)
    new, notes = _settled(snapshot, item, starts, step.stop)
    if step.groups is not None:
        new = replace(new, groups=list_groups(snapshot, step.groups))
    return new, notes


def _settled(
    snapshot: TripSnapshot, item: Item, starts: datetime, stop: str | None
) -> tuple[Item, tuple[Note, ...]]:
    """The item at another time, in the city of that time or in the one that is named."""
    where = get_stop(snapshot, stop).uid if stop else _follow(snapshot, item, starts)
    zones = snapshot.zone_of(item.stop), snapshot.zone_of(where)
    new = respan(item, starts, zones)
    if not same(new.starts, item.starts):
        new = replace(new, is_start_assumed=False)
    notes = [_clock_note(item, new.starts)] if new.starts != starts else []
    if where != item.stop and where and item.stop:
        city = snapshot.stop_by_uid[where].city
        notes.append(
            Note(
                NoteCode.CITY_CHANGED,
                {"title": item.title, "city": city, "has_site": bool(item.site)},
            )
        )
    return replace(new, stop=where), tuple(notes)


def _follow(snapshot: TripSnapshot, item: Item, starts: datetime) -> str | None:
    if item.is_unplaced:
        return stop_at(snapshot, starts, item.stop)
    if item.stop is None or starts.date() == item.starts.date():
        return item.stop
    return stop_at(snapshot, starts, item.stop)


def _clock_note(item: Item, found: datetime) -> Note:
    return Note(NoteCode.CLOCK_CHANGE, {"title": item.title, "starts": found})


def _effects(outcomes: list[tuple[Item, tuple[Note, ...]]], items: tuple[Item, ...]) -> Effects:
    pairs = zip(items, outcomes, strict=True)
    return Effects(
        changed=tuple(new for old, (new, _) in pairs if differs(old, new)),
        notes=tuple(note for _, notes in outcomes for note in notes),
    )


def differs(old: Item, new: Item) -> bool:
    """True if anything changed, the pass of a repeated hour included."""
    return new != old or not same(old.starts, new.starts) or not same(old.ends, new.ends)
