"""The trip on one page: a few items of every day, with the page that tells more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from trips.domain.item import ItemKind
from trips.domain.programme import DayBrief, ProgrammeBrief, RowBrief, StopBrief
from trips.exports.margin_line import Mark, Ring, Stroke
from trips.exports.paper import Words
from trips.exports.programme_rows import leg_title
from trips.i18n.formats import clock, duration, time_span, weekday_short

_WEIGHT: Final = {
    ItemKind.TALK: 5,
    ItemKind.WORKSHOP: 5,
    ItemKind.VISIT: 5,
    ItemKind.RECEPTION: 5,
    ItemKind.WALK: 4,
    ItemKind.CHECK_IN: 2,
    ItemKind.FREE: 2,
    ItemKind.MEAL: 1,
    ItemKind.TRANSFER: 0,
    ItemKind.INTERNAL: 0,
}
_PER_PAGE: Final = 26
"""How many lines of items the page has room for."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A time with a title, or with the titles of the groups."""

    time: str
    titles: tuple[tuple[str, Markup], ...]


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
    """Every day with its weightiest items in order; fewer per day on a long trip."""
    room = max(1, min(4, _PER_PAGE // max(len(brief.days), 1)))
    parts: list[Part] = []
    for day in brief.days:
        parts += _day_parts(day, brief.stops, words, room)
    return Glance(parts=tuple(parts), marks=tuple(_marks(parts)))


def _day_parts(
    day: DayBrief, stops: Sequence[StopBrief], words: Words, room: int
) -> list[Part]:
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
                lines=tuple(_lines(rows, words, room)),
                night=words(day.night.city) if is_end and day.night else "",
                target=f"d{day.number}" if not index else _first_anchor(day, index),
                is_last=is_end,
            )
        )
    return parts


def _first_anchor(day: DayBrief, leg: int) -> str:
    seen = [index for index, row in enumerate(day.rows) if row.leg]
    return f"d{day.number}r{seen[leg - 1]}c"


def _lines(rows: Sequence[RowBrief], words: Words, room: int) -> list[Line]:
    chosen = sorted(range(len(rows)), key=lambda index: (-_weight(rows[index]), index))[:room]
    return [_line(rows[index], words) for index in sorted(chosen)]


def _weight(row: RowBrief) -> int:
    if row.item:
        return _WEIGHT[row.item.kind]
    return 6


def _line(row: RowBrief, words: Words) -> Line:
    if row.item:
        titles: tuple[tuple[str, Markup], ...] = (("", words(row.item.title)),)
        return Line(time=clock(row.item.starts), titles=titles)
    first = min(item.starts for lane in row.lanes for item in lane.items)
    titles = tuple(
        ("·".join(lane.groups), words(lane.items[0].title)) for lane in row.lanes if lane.items
    )
    return Line(time=clock(first), titles=titles)


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
