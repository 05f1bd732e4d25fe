"""A long programme by day: some days in full, of the others each item in one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from trips.domain.item import Item
from trips.domain.itinerary import order_items
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg
from trips.domain.values.text import Text

IN_FULL: Final = 150
"""So many items are shown in full; nobody reads more of them in one go."""


@dataclass(frozen=True)
class ShortLine:
    """An item, or a leg between two cities, in one line."""

    uid: str
    starts: datetime
    ends: datetime
    titles: tuple[Text, ...]
    item: Item | None = None
    hue: int = 0


def is_long(snapshot: TripSnapshot) -> bool:
    """True for a programme that may not be shown in full at once."""
    return len(snapshot.items) > IN_FULL


def days_in_full(
    numbers: Mapping[date, int], start: date | None, most: int = IN_FULL
) -> frozenset[date]:
    """Whole days from `start` on until `most` items are reached, the first one in any case.

    `numbers` says how many items each day has. A programme that is short enough has all its days.
    """
    days = sorted(numbers)
    if sum(numbers.values()) <= most:
        return frozenset(days)
    coming = [day for day in days if start and day >= start]
    taken, shown = 0, list[date]()
    for day in coming or days:
        taken += numbers[day]
        if shown and taken > most:
            break
        shown.append(day)
    return frozenset(shown)


def list_short_lines(
    snapshot: TripSnapshot, items: Iterable[Item], legs: Iterable[Leg]
) -> dict[date, list[ShortLine]]:
    """The lines of each day in the order of the programme: a leg before what begins with it."""
    lines = [
        *(_leg_line(snapshot, leg) for leg in legs),
        *(
            ShortLine(
                uid=item.uid,
                starts=item.starts,
                ends=item.ends,
                titles=(item.title,),
                item=item,
                hue=snapshot.hue_by_stop.get(item.stop or "", 0),
            )
            for item in order_items(items)
        ),
    ]
    found: dict[date, list[ShortLine]] = {}
    for line in sorted(lines, key=lambda line: line.starts):
        found.setdefault(line.starts.date(), []).append(line)
    return found


def _leg_line(snapshot: TripSnapshot, leg: Leg) -> ShortLine:
    start, end = snapshot.stop_by_uid[leg.from_stop], snapshot.stop_by_uid[leg.to_stop]
    return ShortLine(
        uid=leg.uid,
        starts=leg.departs,
        ends=leg.arrives,
        titles=(start.city, end.city),
        hue=snapshot.hue_by_stop[end.uid],
    )
