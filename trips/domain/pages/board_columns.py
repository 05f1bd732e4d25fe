"""Cards that overlap stand side by side: which part of the day's width each one takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SHORTEST = 20
"""Minutes that a card shows at least, or its time could not be read."""


@dataclass(frozen=True)
class Card:
    """What wants a place on a day: minutes since midnight, [start, end), and its lanes."""

    key: str
    start: int
    end: int
    lane: int
    lanes: int
    is_low: bool = False
    """True for a way, which is read even where it is low."""

    @property
    def shown_until(self) -> int:
        """Where the drawn card ends."""
        return max(self.end, self.start + (1 if self.is_low else SHORTEST))

    @property
    def strip(self) -> range:
        """The lanes it covers."""
        return range(self.lane, self.lane + self.lanes)


@dataclass(frozen=True)
class Place:
    """Where a card lies: lanes from the left, and its column of how many in them."""

    lane: int
    lanes: int
    column: int = 0
    columns: int = 1


def place_cards(cards: Iterable[Card]) -> dict[str, Place]:
    """The place of each card by its key; cards of the same time never cover each other."""
    places: dict[str, Place] = {}
    for cluster in _clusters(sorted(cards, key=_order)):
        places.update(_spread(cluster))
    return places


def _order(card: Card) -> tuple[int, int, int, str]:
    return (card.start, card.lane, -card.end, card.key)


def _meet(one: Card, other: Card) -> bool:
    is_beside = one.lane < other.lane + other.lanes and other.lane < one.lane + one.lanes
    return is_beside and one.start < other.shown_until and other.start < one.shown_until


def _clusters(cards: Sequence[Card]) -> list[list[Card]]:
    """Cards that hang together through overlaps, in the order of time."""
    clusters: list[list[Card]] = []
    for card in cards:
        touched = [cluster for cluster in clusters if any(_meet(card, each) for each in cluster)]
        clusters = [cluster for cluster in clusters if cluster not in touched]
        clusters.append([*(each for cluster in touched for each in cluster), card])
    return clusters


def _spread(cluster: Sequence[Card]) -> dict[str, Place]:
    """Columns for a cluster; lanes stay apart as long as all its cards lie in one of them."""
    columns: dict[str, int] = {}
    for card in sorted(cluster, key=_order):
        taken = {columns[each.key] for each in cluster if each.key in columns and _meet(card, each)}
        columns[card.key] = next(index for index in range(len(cluster)) if index not in taken)
    count = max(columns.values()) + 1
    first = min(card.lane for card in cluster)
    last = max(card.lane + card.lanes for card in cluster)
    if count == 1:
        return {card.key: Place(card.lane, card.lanes) for card in cluster}
    return {card.key: Place(first, last - first, columns[card.key], count) for card in cluster}
