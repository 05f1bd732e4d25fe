"""The trip on one page: a few items of every day, with the page that tells more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from trips.domain.briefs.programme import DayBrief, ProgrammeBrief, RowBrief, StopBrief
from trips.domain.item import ItemKind
from trips.exports.margin_line import Mark, Ring, Stroke
from trips.exports.measure import width_of
from trips.exports.paper import Words
from trips.exports.programme_entries import leg_title
from trips.i18n.formats import clock, duration, time_span, weekday_short

_WEIGHT: Final = {
    ItemKind.TALK: 5,
    ItemKind.WORKSHOP: 5,
    ItemKind.VISIT: 5,
    ItemKind.RECEPTION: 6,
    ItemKind.WALK: 4,
    ItemKind.CHECK_IN: 2,
    ItemKind.FREE: 2,
    ItemKind.MEAL: 1,
    ItemKind.TRANSFER: 0,
    ItemKind.INTERNAL: 0,
}
_MOST: Final = 5
"""Lines per part."""
_ROOM: Final = 203.0
"""Millimetres that the rows may take on one page."""
_LINE: Final = 5.5
_TITLE_ROOM: Final = 66.0


@dataclass(frozen=True, kw_only=True)
class Line:
    """A time with a title, or with the titles of the groups."""

    time: str
    titles: tuple[tuple[str, Markup], ...]
    weight: int


@dataclass(frozen=True, kw_only=True)
class Part:
    """What happens on a day in one city, or the leg to the next."""

    anchor: str
    day: str = ""
    weekday: str = ""
    city: Markup | str = ""
    hue: int = 0
    lines: tuple[Line, ...] = ()
    leg: str = ""
    leg_times: str = ""
    icon: str = ""
    night: Markup | str = ""
    target: str = ""
    is_last: bool = False


@dataclass(frozen=True, kw_only=True)
class Glance:
    """The overview and what the line does beside it."""

    parts: tuple[Part, ...]
    marks: tuple[Mark, ...]


def glance_of(brief: ProgrammeBrief, words: Words) -> Glance:
    """Every day with its weightiest items in order, as many as one page has room for."""
    parts = [part for day in brief.days for part in _day_parts(day, brief.stops, words)]
    rooms = dict.fromkeys((part.anchor for part in parts), 1)
    for _ in range(_MOST - 1):
        for part in parts:
            rooms[part.anchor] += 1
            if sum(_height(each, rooms) for each in parts) > _ROOM:
                rooms[part.anchor] -= 1
    shown = tuple(replace(part, lines=_shown(part, rooms[part.anchor])) for part in parts)
    return Glance(parts=shown, marks=tuple(_marks(shown)))


def _shown(part: Part, room: int) -> tuple[Line, ...]:
    heaviest = sorted(part.lines, key=lambda line: -line.weight)[:room]
    return tuple(line for line in part.lines if line in heaviest)


def _height(part: Part, rooms: dict[str, int]) -> float:
    if part.leg:
        return 8.0
    lines = sum(_lines_of(line) for line in _shown(part, rooms[part.anchor]))
    return 6.8 + max(lines, 1) * _LINE


def _lines_of(line: Line) -> int:
    words = sum(
        width_of(title.striptags(), 10) + (8 if groups else 0) for groups, title in line.titles
    )
    return 1 + int(words / 66)


def _day_parts(day: DayBrief, stops: Sequence[StopBrief], words: Words) -> list[Part]:
    """The day cut at its legs."""
    cut: list[list[RowBrief]] = [[]]
    legs = []
    for row in day.rows:
        if row.leg:
            legs.append(row.leg)
            cut.append([])
        else:
            cut[-1].append(row)
    place = day.stops[0] if day.stops else None
    parts: list[Part] = []
    for index, rows in enumerate(cut):
        if index:
            leg = legs[index - 1]
            parts.append(
                Part(
                    anchor=f"g{day.number}l{index}",
                    hue=leg.from_hue,
                    icon=leg.mode.value,
                    leg=f"{leg_title(leg, words)}, {duration(leg.minutes, words.locale)}",
                    leg_times=time_span(leg.departs, leg.arrives),
                )
            )
            place = next((stop for stop in stops if stop.hue == leg.to_hue), place)
        is_end = index == len(cut) - 1
        parts.append(
            Part(
                anchor=f"g{day.number}s{index}",
                day="" if index else str(day.on.day),
                weekday="" if index else weekday_short(day.on, words.locale),
                city=words(place.city) if place else "",
                hue=place.hue if place else 0,
                lines=tuple(_lines(rows, words)),
                night=words(day.night.city) if is_end and day.night else "",
                target=f"d{day.number}" if not index else _first_anchor(day, index),
                is_last=is_end,
            )
        )
    return parts


def _first_anchor(day: DayBrief, leg: int) -> str:
    seen = [index for index, row in enumerate(day.rows) if row.leg]
    return f"d{day.number}r{seen[leg - 1]}c"


def _lines(rows: Sequence[RowBrief], words: Words) -> list[Line]:
    return [_line(row, words) for row in rows if _weight(row)]


def _weight(row: RowBrief) -> int:
    if row.item:
        return _WEIGHT[row.item.kind]
    return max((_WEIGHT[item.kind] for lane in row.lanes for item in lane.items), default=0)


def _line(row: RowBrief, words: Words) -> Line:
    if row.item:
        titles: tuple[tuple[str, Markup], ...] = (("", words(row.item.title)),)
        return Line(time=clock(row.item.starts), titles=titles, weight=_weight(row))
    weightiest = [
        (lane, max(lane.items, key=lambda item: _WEIGHT[item.kind]))
        for lane in row.lanes
        if lane.items
    ]
    titles = tuple(("·".join(lane.groups), words(item.title)) for lane, item in weightiest)
    first = min(item.starts for _, item in weightiest)
    return Line(time=clock(first), titles=titles, weight=_weight(row))


def _marks(parts: Sequence[Part]) -> list[Mark]:
    marks = []
    before = None
    for part in parts:
        if part.leg:
            marks.append(Mark(anchor=part.anchor, hue=part.hue, stroke=Stroke.THIN))
            continue
        ring = Ring.ITEM if part.hue == before else Ring.PLACE
        marks.append(Mark(anchor=part.anchor, hue=part.hue, ring=ring, ring_at=7.2))
        before = part.hue
    return marks
