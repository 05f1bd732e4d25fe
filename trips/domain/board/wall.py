"""Moving spans of wall time so that they exist and keep their length, whatever clocks do."""

from dataclasses import replace
from datetime import datetime, timedelta

from trips.domain.item import Item
from trips.domain.values.times import to_utc, to_wall


def settle(wall: datetime, zone: str) -> datetime:
    """The same wall time if it exists, else the one an hour later; a fold only where it means."""
    return to_wall(to_utc(wall, zone), zone)


def respan(item: Item, starts: datetime, zones: tuple[str, str]) -> Item:
    """The item from another start on, as long as before; zones: where it was, where it will be.

    Length is time that passes: three hours stay three hours over a change of clocks.
    """
    was, zone = zones
    length = to_utc(item.ends, was) - to_utc(item.starts, was)
    first = settle(starts, zone)
    return replace(item, starts=first, ends=to_wall(to_utc(first, zone) + length, zone))


def shifted(wall: datetime, minutes: int, days: int = 0) -> datetime:
    """The wall time so many minutes and days later; an unmoved one keeps its fold."""
    if not minutes and not days:
        return wall
    later = wall + timedelta(days=days, minutes=minutes)
    return later.replace(fold=wall.fold)
