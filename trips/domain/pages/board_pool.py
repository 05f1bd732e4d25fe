"""Ideas and wishes without a time, as they wait beside the board."""

from collections.abc import Iterable
from dataclasses import dataclass

from trips.domain.item import Item
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Stop


@dataclass(frozen=True)
class PoolPart:
    """The ideas of one stop; none for those that may be anywhere."""

    stop: Stop | None
    hue: int | None
    items: tuple[Item, ...]


def list_pool(snapshot: TripSnapshot) -> tuple[PoolPart, ...]:
    """Ideas without a time, by the stops in their order; those without a stop come last."""
    ideas = [item for item in snapshot.items if item.is_unplaced]
    parts = [
        PoolPart(stop, snapshot.hue_by_stop[stop.uid], _of_stop(ideas, stop.uid))
        for stop in snapshot.stops
    ]
    rest = tuple(item for item in ideas if item.stop not in snapshot.stop_by_uid)
    parts.append(PoolPart(None, None, rest))
    return tuple(part for part in parts if part.items)


def _of_stop(ideas: Iterable[Item], stop: str) -> tuple[Item, ...]:
    return tuple(item for item in ideas if item.stop == stop)
