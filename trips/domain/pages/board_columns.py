"""Cards that overlap: which part of the day's width each one takes, and who lies over whom.

Two things for the same people at one time cannot both be. If one begins well after the other, it
lies over it, so that nobody takes them for the items of two groups; else they stand side by side.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

SHORTEST: Final = 20
"""Minutes that a card shows at least, or its time could not be read."""
HEAD: Final = 25
"""Minutes of a card that have to stay in view: its time and title."""
DEEPEST: Final = 3
"""So many cards may lie over one another."""


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
    is_firm: bool = True
    """False for an idea and for what is cancelled: it may lie at the time of anything."""
    groups: frozenset[str] = frozenset()
    """Whom it is for; nobody named is everyone."""

    @property
    def shown_until(self) -> int:
        """Where the drawn card ends."""
        return max(self.end, self.start + (1 if self.is_low else SHORTEST))


@dataclass(frozen=True)
class Place:
    """Where a card lies: lanes from the left, and its column of how many in them."""

    lane: int
    lanes: int
    column: int = 0
    columns: int = 1
    depth: int = 0
    """Over how many cards it lies."""
    is_clash: bool = False
    """True where something else is planned for the same people."""
    clear: int | None = None
    """Minutes until another card lies over it; none where nothing does."""


def place_cards(cards: Iterable[Card]) -> dict[str, Place]:
    """The place of each card by its key; no head of a card is ever covered."""
    places: dict[str, Place] = {}
    for cluster in _clusters(sorted(cards, key=_order)):
        places.update(_place(cluster))
    return places


def _order(card: Card) -> tuple[int, int, int, str]:
    return (card.start, card.lane, -card.end, card.key)


def _meet(one: Card, other: Card) -> bool:
    is_beside = one.lane < other.lane + other.lanes and other.lane < one.lane + one.lanes
    return is_beside and one.start < other.shown_until and other.start < one.shown_until


def _clash(one: Card, other: Card) -> bool:
    """True where people would have to be at both; `one` and `other` are drawn over each other."""
    is_shared = not one.groups or not other.groups or bool(one.groups & other.groups)
    return (
        one.is_firm
        and other.is_firm
        and is_shared
        and one.start < other.end
        and other.start < one.end
    )


@dataclass
class _Cluster:
    """Cards that hang together through overlaps, in the order of time."""

    cards: list[Card] = field(default_factory=list)
    live: list[Card] = field(default_factory=list)
    """Those that a later card could still meet."""
    pairs: list[tuple[Card, Card]] = field(default_factory=list)
    """Those that overlap, the earlier one first."""

    def meet(self, card: Card) -> bool:
        """Note whom a card meets, if anybody; cards come in order."""
        self.live = [each for each in self.live if each.shown_until > card.start]
        met = [(each, card) for each in self.live if _meet(each, card)]
        self.pairs += met
        return bool(met)

    def add(self, card: Card, others: Iterable["_Cluster"]) -> None:
        """Take a card in, and the clusters that it binds to this one."""
        for other in others:
            self.cards += other.cards
            self.live += other.live
            self.pairs += other.pairs
        self.cards.append(card)
        self.live.append(card)


def _clusters(cards: Sequence[Card]) -> Iterator[_Cluster]:
    opened: list[_Cluster] = []
    for card in cards:
        touched: list[_Cluster] = []
        apart: list[_Cluster] = []
        for cluster in opened:
            (touched if cluster.meet(card) else apart).append(cluster)
        yield from (cluster for cluster in apart if not cluster.live)
        merged = _Cluster()
        merged.add(card, touched)
        opened = [*(cluster for cluster in apart if cluster.live), merged]
    yield from opened


def _place(cluster: _Cluster) -> dict[str, Place]:
    if not cluster.pairs:
        return {card.key: Place(card.lane, card.lanes) for card in cluster.cards}
    clashing = {card.key for pair in cluster.pairs if _clash(*pair) for card in pair}
    depths = _columns(cluster)
    is_stair = max(depths.values()) <= DEEPEST and all(
        _clash(one, other) and other.start - one.start >= HEAD for one, other in cluster.pairs
    )
    places = _stairs(cluster, depths) if is_stair else _side_by_side(cluster, depths)
    return {key: replace(place, is_clash=key in clashing) for key, place in places.items()}


def _columns(cluster: _Cluster) -> dict[str, int]:
    """The first column for each card in which it meets nobody."""
    taken: dict[str, set[int]] = {card.key: set() for card in cluster.cards}
    columns: dict[str, int] = {}
    partners: dict[str, list[str]] = {card.key: [] for card in cluster.cards}
    for one, other in cluster.pairs:
        partners[other.key].append(one.key)
    for card in sorted(cluster.cards, key=_order):
        taken[card.key] = {columns[key] for key in partners[card.key]}
        column = 0
        while column in taken[card.key]:
            column += 1
        columns[card.key] = column
    return columns


def _stairs(cluster: _Cluster, depths: dict[str, int]) -> dict[str, Place]:
    """Each in its own lanes, the later one over the earlier one."""
    clear: dict[str, int] = {}
    for one, other in cluster.pairs:
        minutes = other.start - one.start
        clear[one.key] = min(clear.get(one.key, minutes), minutes)
    return {
        card.key: Place(card.lane, card.lanes, depth=depths[card.key], clear=clear.get(card.key))
        for card in cluster.cards
    }


def _side_by_side(cluster: _Cluster, columns: dict[str, int]) -> dict[str, Place]:
    """In columns across all the lanes that they have together."""
    first = min(card.lane for card in cluster.cards)
    lanes = max(card.lane + card.lanes for card in cluster.cards) - first
    count = max(columns.values()) + 1
    return {card.key: Place(first, lanes, columns[card.key], count) for card in cluster.cards}
