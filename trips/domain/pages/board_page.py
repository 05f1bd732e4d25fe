"""The programme board: days side by side, a lane for each group, cards as long as they last.

Positions are minutes since midnight and lanes from the left; how many pixels an hour has is a
matter of the style sheet.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from trips.domain.item import Item, ItemStatus
from trips.domain.pages.board_block import HOUR, Block
from trips.domain.pages.board_columns import Card, place_cards
from trips.domain.pages.board_pool import PoolPart, list_pool
from trips.domain.pages.board_strands import Station, Strand, find_joins, list_strands
from trips.domain.snapshot import TripSnapshot
from trips.domain.stop import Leg, Stop
from trips.domain.trip import Group

FIRST_HOUR: Final = 8
LAST_HOUR: Final = 22
DAY: Final = 24 * HOUR


@dataclass(frozen=True)
class BoardDay:
    """A day of the board."""

    on: date
    stops: tuple[tuple[Stop, int], ...]
    """The cities of the day with their hues."""
    blocks: tuple[Block, ...]
    strands: tuple[Strand, ...]

    @property
    def pieces(self) -> tuple[Block | Strand, ...]:
        """All that has a place in time."""
        return (*self.blocks, *self.strands)


@dataclass(frozen=True)
class Board:
    """Everything that the board shows."""

    lanes: tuple[Group, ...]
    """One lane each; a trip without groups has one lane without a name."""
    days: tuple[BoardDay, ...]
    first_hour: int
    last_hour: int
    pool: tuple[PoolPart, ...]

    @property
    def hours(self) -> range:
        """The hours with a mark, the last one included."""
        return range(self.first_hour, self.last_hour + 1)

    @property
    def starts(self) -> tuple[int, ...]:
        """Every minute at which something begins."""
        return tuple(sorted({each.start for day in self.days for each in day.pieces}))

    @property
    def lengths(self) -> tuple[int, ...]:
        """Every length in minutes that something has."""
        return tuple(sorted({each.end - each.start for day in self.days for each in day.pieces}))


NOBODY_APART: Final = Group(code="")


def build_board(snapshot: TripSnapshot, group: str = "") -> Board:
    """The board of a trip; `group` leaves only the lane of that group."""
    lanes = tuple(each for each in snapshot.trip.groups if group in {"", each.code})
    lanes = lanes or (NOBODY_APART,)
    items = [
        item
        for item in snapshot.items
        if not item.is_unplaced and (not group or not item.groups or group in item.groups)
    ]
    by_day: dict[date, list[Item]] = defaultdict(list)
    for item in items:
        by_day[item.starts.date()].append(item)
    days = tuple(_day(snapshot, lanes, by_day[on], on) for on in list_days(snapshot))
    starts = [block.start for day in days for block in day.blocks]
    ends = [block.end for day in days for block in day.blocks]
    return Board(
        lanes=lanes,
        days=days,
        first_hour=min([FIRST_HOUR, *(start // HOUR for start in starts)]),
        last_hour=max([LAST_HOUR, *(-(-end // HOUR) for end in ends)]),
        pool=list_pool(snapshot),
    )


def list_days(snapshot: TripSnapshot) -> tuple[date, ...]:
    """The days of the trip and those on which anything is planned outside of them."""
    trip = snapshot.trip
    first, last = trip.starts_on.toordinal(), trip.ends_on.toordinal()
    days = {date.fromordinal(day) for day in range(first, last + 1)}
    days |= {item.starts.date() for item in snapshot.items if not item.is_unplaced}
    return tuple(sorted(days | {leg.departs.date() for leg in snapshot.legs}))


def _day(
    snapshot: TripSnapshot, lanes: Sequence[Group], items: Sequence[Item], on: date
) -> BoardDay:
    stops = tuple(
        (stop, snapshot.hue_by_stop[stop.uid])
        for stop in snapshot.stops
        if stop.arrives_on <= on <= stop.departs_on
    )
    stations = [
        *(_item_station(snapshot, lanes, item, on) for item in items),
        *(
            _leg_station(snapshot, len(lanes), leg, on)
            for leg in snapshot.legs
            if leg.departs.date() == on
        ),
    ]
    legs = {leg.uid: leg for leg in snapshot.legs}
    places = place_cards(_card(each) for each in stations)
    on_line = [each for each in stations if _is_on_line(each)]
    joins = find_joins(on_line)
    blocks = tuple(
        Block(
            start=each.start,
            end=each.end,
            place=places[each.uid],
            lane=each.lane,
            lanes=each.lanes,
            hue=each.hue or (stops[-1][1] if stops else None),
            item=each.item,
            leg=legs.get(each.uid),
            hue_after=each.hue_after,
            is_joining=each.uid in joins and places[each.uid].columns == 1,
            is_cut=_is_cut(each, legs, on),
        )
        for each in sorted(stations, key=lambda each: (each.start, each.lane, each.end, each.uid))
    )
    return BoardDay(on, stops, blocks, list_strands(on_line, len(lanes), snapshot))


def _is_on_line(station: Station) -> bool:
    dropped = {ItemStatus.CANCELLED, ItemStatus.IDEA}
    return station.item is None or station.item.status not in dropped


def _is_cut(station: Station, legs: dict[str, Leg], on: date) -> bool:
    ends = station.item.ends if station.item else legs[station.uid].arrives
    return ends > datetime.combine(on + timedelta(days=1), time())


def _card(station: Station) -> Card:
    return Card(
        key=station.uid,
        start=station.start,
        end=station.end,
        lane=station.lane,
        lanes=station.lanes,
        is_low=station.is_transfer,
        is_firm=_is_on_line(station),
        groups=frozenset(station.item.groups if station.item else ()),
    )


def _item_station(snapshot: TripSnapshot, lanes: Sequence[Group], item: Item, on: date) -> Station:
    codes = [group.code for group in lanes]
    own = [index for index, code in enumerate(codes) if code in item.groups]
    first, last = (min(own), max(own)) if own else (0, len(lanes) - 1)
    hue = snapshot.hue_by_stop.get(item.stop or "")
    return Station(
        uid=item.uid,
        start=_minute(item.starts, on),
        end=_minute(item.ends, on),
        lane=first,
        lanes=last - first + 1,
        hue=hue,
        hue_after=hue,
        item=item,
    )


def _leg_station(snapshot: TripSnapshot, lanes: int, leg: Leg, on: date) -> Station:
    return Station(
        uid=leg.uid,
        start=_minute(leg.departs, on),
        end=_minute(leg.arrives, on),
        lane=0,
        lanes=lanes,
        hue=snapshot.hue_by_stop.get(leg.from_stop),
        hue_after=snapshot.hue_by_stop.get(leg.to_stop),
    )


def _minute(moment: datetime, on: date) -> int:
    passed = int((moment - datetime.combine(on, time())) / timedelta(minutes=1))
    return min(max(passed, 0), DAY)
