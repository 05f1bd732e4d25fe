"""A card of the board: when it is, which lanes it covers, what there is room for on it."""

from dataclasses import dataclass
from typing import Final

from trips.domain.item import Item, ItemKind, ItemStatus
from trips.domain.pages.board_columns import Place
from trips.domain.stop import Leg
from trips.domain.values.times import minutes_between

HOUR: Final = 60
ONE_ROW: Final = 45
"""A card of fewer minutes says everything in one row."""
PIXELS_PER_HOUR: Final = 46
ROW_PIXELS: Final = 17.5
PADDING_PIXELS: Final = 3
RING: Final = 8
"""Minutes above a card that its ring covers."""
CAPSULE_PIXELS: Final = 4
"""What the capsule takes at the top of a card where groups meet."""
LETTERS: Final = 17
LETTERS_WIDE: Final = 22
"""Letters of a title in one row of a lane, and of a card across two lanes beside its time."""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """How many rows of a card its parts get."""

    title: int
    mark: int
    place: int


@dataclass(frozen=True, kw_only=True)
class Block:
    """A card: an item or a leg. Minutes count from midnight of its day, [start, end)."""

    start: int
    end: int
    place: Place
    lane: int
    lanes: int
    """The lanes of its groups, wherever it is drawn."""
    hue: int | None
    item: Item | None = None
    leg: Leg | None = None
    hue_after: int | None = None
    """The hue of the city that a leg reaches."""
    is_joining: bool = False
    """True where groups that were apart meet again."""
    is_cut: bool = False
    """True where it goes on after midnight."""

    @property
    def uid(self) -> str:
        """The uid of the item or leg."""
        return self.item.uid if self.item else self.leg.uid if self.leg else ""

    @property
    def minutes(self) -> int:
        """How long it is on this day."""
        return self.end - self.start

    @property
    def whole_minutes(self) -> int:
        """How long it is altogether, midnight or not."""
        entity = self.item or self.leg
        if isinstance(entity, Item):
            return minutes_between(entity.starts, entity.ends)
        return minutes_between(entity.departs, entity.arrives) if entity else self.minutes

    @property
    def is_way(self) -> bool:
        """True for a short transfer: the thin line with its mode and minutes, no card."""
        return (
            self.item is not None
            and self.item.kind is ItemKind.TRANSFER
            and self.item.status is not ItemStatus.CANCELLED
            and self.minutes < ONE_ROW
            and self.place.columns == 1
            and self.place.depth == 0
        )

    @property
    def clear_minutes(self) -> int:
        """How much of it is in view, above what lies over it."""
        return self.minutes if self.place.clear is None else self.place.clear - RING

    @property
    def is_row(self) -> bool:
        """True where everything stands in one row."""
        return self.clear_minutes < ONE_ROW

    @property
    def is_patchy(self) -> bool:
        """True where it also lies over lanes of groups that it is not for."""
        return self.item is not None and 0 < len(self.item.groups) < self.lanes

    @property
    def is_wide(self) -> bool:
        """True where the title has room beside the time."""
        return self.place.lanes > self.place.columns

    @property
    def rows(self) -> int:
        """How many rows of text fit."""
        height = self.clear_minutes * PIXELS_PER_HOUR / HOUR
        padding = PADDING_PIXELS + (CAPSULE_PIXELS if self.is_joining else 0)
        return 1 if self.is_row else max(1, int((height - padding) // ROW_PIXELS))

    def share_rows(self, title: str, *, has_mark: bool) -> Rows:
        """Who gets the rows: the title first, then a finding, the title again, then the place."""
        left = self.rows if self.is_wide else self.rows - 1
        if self.rows == 1 or left < 1:
            return Rows(title=1, mark=0, place=0)
        mark = int(has_mark and left > 1)
        is_long = len(title) > (LETTERS_WIDE if self.is_wide else LETTERS)
        rows = min(1 + is_long, left - mark)
        return Rows(title=rows, mark=mark, place=min(2, left - mark - rows))
