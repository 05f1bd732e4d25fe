"""What a programme leaves unsaid about times: rows that just follow, items without an end."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from trips.domain.item import ItemKind

USUAL_MINUTES: Final[dict[ItemKind, int]] = {
    ItemKind.VISIT: 90,
    ItemKind.WALK: 90,
    ItemKind.TALK: 60,
    ItemKind.WORKSHOP: 90,
    ItemKind.MEAL: 60,
    ItemKind.RECEPTION: 120,
    ItemKind.TRANSFER: 30,
    ItemKind.CHECK_IN: 30,
    ItemKind.FREE: 60,
    ItemKind.INTERNAL: 30,
}
"""What an item of the kind usually takes in the programmes of past trips; always marked."""
FIRST_START: Final = 9 * 60
STRETCHES_TO: Final = 180
"""An item without an end fills the time to the next one up to three hours."""
STEP: Final = 5
DAY: Final = 24 * 60


@dataclass(frozen=True, kw_only=True)
class Slot:
    """The times of one row as written, in minutes after midnight of its day."""

    on: date
    kind: ItemKind
    start: int | None = None
    end: int | None = None
    minutes: int | None = None
    """A written duration."""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Settled:
    """Start and end of a row, and which of them had to be assumed."""

    start: int
    end: int
    is_start_assumed: bool = False
    is_end_assumed: bool = False


def settle(slots: list[Slot]) -> list[Settled]:
    """Give every slot a start and an end; the order of the list is the order of the rows."""
    by_day: dict[date, list[int]] = {}
    for index, slot in enumerate(slots):
        by_day.setdefault(slot.on, []).append(index)
    found: dict[int, Settled] = {}
    for indices in by_day.values():
        day = _settle_day([slots[index] for index in indices])
        found.update(zip(indices, day, strict=True))
    return [found[index] for index in range(len(slots))]


def _settle_day(slots: list[Slot]) -> list[Settled]:
    found: list[Settled] = []
    for index in range(len(slots)):
        start, is_start_assumed = _start(index, slots, found)
        end, is_end_assumed = _end(index, start, slots)
        found.append(
            Settled(
                start=start,
                end=end,
                is_start_assumed=is_start_assumed,
                is_end_assumed=is_end_assumed,
            )
        )
    return found


def _end(index: int, start: int, slots: list[Slot]) -> tuple[int, bool]:
    slot = slots[index]
    if slot.end is not None:
        return (slot.end if slot.end > start else slot.end + DAY), False
    if slot.minutes is not None:
        return start + slot.minutes, False
    return start + _length(index, start, slots), True


def _start(index: int, slots: list[Slot], found: list[Settled]) -> tuple[int, bool]:
    slot = slots[index]
    if slot.start is not None:
        return slot.start, False
    for before in range(index - 1, -1, -1):
        if _together(slots[before], slot):
            return found[before].end, True
    limit = _next_start(index, -1, slots)
    if slot.end is not None:
        return max(slot.end - (slot.minutes or USUAL_MINUTES[slot.kind]), 0), True
    if limit is None:
        return FIRST_START, True
    return max(limit - _usual(index, slots), 0), True


def _length(index: int, start: int, slots: list[Slot]) -> int:
    """Share the time to the next written start among this row and the rows that follow it."""
    limit = _next_start(index, start, slots)
    usual = USUAL_MINUTES[slots[index].kind]
    if limit is None:
        return usual
    followers = _followers(index, slots)
    room = limit - start
    if not followers:
        return room if room <= STRETCHES_TO else usual
    wanted = usual + sum(USUAL_MINUTES[follower.kind] for follower in followers)
    if wanted <= room:
        return usual
    return max(room // (len(followers) + 1) // STEP * STEP, STEP)


def _usual(index: int, slots: list[Slot]) -> int:
    run = [slots[index], *_followers(index, slots)]
    return sum(slot.minutes or USUAL_MINUTES[slot.kind] for slot in run)


def _followers(index: int, slots: list[Slot]) -> list[Slot]:
    """Return the rows directly after this one that have no start of their own."""
    found: list[Slot] = []
    for slot in slots[index + 1 :]:
        if not _together(slots[index], slot):
            continue
        if slot.start is not None:
            break
        found.append(slot)
    return found


def _next_start(index: int, start: int, slots: list[Slot]) -> int | None:
    starts = [
        slot.start
        for slot in slots
        if slot.start is not None and slot.start > start and _together(slots[index], slot)
    ]
    return min(starts, default=None)


def _together(one: Slot, other: Slot) -> bool:
    """Tell whether some people take part in both; no group means everyone."""
    return not one.groups or not other.groups or bool({*one.groups} & {*other.groups})
