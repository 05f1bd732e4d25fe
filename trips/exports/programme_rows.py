"""The programme's rows as a booklet sets them: words chosen, times written, columns decided."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from babel.dates import format_date
from markupsafe import Markup

from trips.domain.briefs.programme import (
    DayBrief,
    ItemBrief,
    LaneBrief,
    LegBrief,
    StopBrief,
)
from trips.domain.item import ItemKind
from trips.exports.margin_line import MOST_LETTERS, Mark, Ring, Stroke
from trips.exports.paper import Words
from trips.exports.programme_entries import Entry, EntryMaker
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.formats import (
    DASH,
    babel_locale,
    clock,
    weekday_short,
)


@dataclass(frozen=True, kw_only=True)
class Strand:
    """What a group does meanwhile."""

    groups: tuple[str, ...]
    entries: tuple[Entry, ...]
    columns: int


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of the day's table; `shape` picks how it is set."""

    anchor: str
    shape: str
    start: str = ""
    end: str = ""
    is_about: bool = False
    entry: Entry | None = None
    strands: tuple[Strand, ...] = ()
    letters: tuple[str, ...] = ()
    city: Markup | str = ""
    dates: str = ""


@dataclass
class Rows:
    """The rows of a day and what the line does beside them."""

    rows: list[Row] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add(self, row: Row, mark: Mark) -> None:
        self.rows.append(row)
        self.marks.append(mark)


class RowMaker:
    """Makes the rows of a day for readers of one language."""

    def __init__(self, words: Words, stops: Sequence[StopBrief]) -> None:
        self._words = words
        self._locale = words.locale
        self._stops = stops
        self._entries = EntryMaker(words)

    def rows_of(self, day: DayBrief) -> Rows:
        """The rows of `day` in the one order, a city's name where the group arrives in it."""
        made = Rows()
        hue = day.stops[0].hue if day.stops else 0
        for index, row in enumerate(day.rows):
            anchor = f"d{day.number}r{index}"
            if row.leg:
                self._add_leg(made, row.leg, anchor)
                hue = row.leg.to_hue
            elif row.lanes:
                self._add_lanes(made, row.lanes, anchor, hue)
            elif row.item:
                self._add_item(made, row.item, anchor, hue)
        return made

    def _add_item(self, made: Rows, item: ItemBrief, anchor: str, hue: int) -> None:
        entry = self._entries.of_item(item)
        is_way = item.kind is ItemKind.TRANSFER
        row = Row(
            anchor=anchor,
            shape="way" if is_way else "item",
            start=entry.start,
            end=entry.end,
            is_about=entry.is_about,
            entry=entry,
        )
        stroke = {ItemKind.TRANSFER: Stroke.THIN, ItemKind.FREE: Stroke.DOTS}.get(
            item.kind, Stroke.SOLID
        )
        ring = Ring.NONE if is_way else Ring.ITEM
        made.add(row, Mark(anchor=anchor, hue=item.hue or hue, stroke=stroke, ring=ring))

    def _add_leg(self, made: Rows, leg: LegBrief, anchor: str) -> None:
        entry = self._entries.of_leg(leg)
        row = Row(anchor=anchor, shape="item", start=entry.start, end=entry.end, entry=entry)
        stroke = Stroke.THIN
        made.add(row, Mark(anchor=anchor, hue=leg.from_hue, stroke=stroke, hue_after=leg.to_hue))
        stop = self._arrival(leg)
        city = Row(
            anchor=f"{anchor}c",
            shape="city",
            city=self._words(stop.city if stop else leg.to_city),
            dates=self.dates_and_nights(stop) if stop else "",
        )
        made.add(city, Mark(anchor=city.anchor, hue=leg.to_hue, ring=Ring.PLACE, ring_at=8.0))

    def _arrival(self, leg: LegBrief) -> StopBrief | None:
        return next(
            (
                stop
                for stop in self._stops
                if stop.hue == leg.to_hue
                and stop.arrives_on <= leg.arrives.date() <= stop.departs_on
            ),
            None,
        )

    def span_of(self, stop: StopBrief) -> str:
        """Fr 18. – So 20. Sept."""
        return day_span(stop.arrives_on, stop.departs_on, self._locale)

    def nights_of(self, stop: StopBrief) -> str:
        """Zwei Nächte; nothing where nobody sleeps."""
        if not stop.nights:
            return ""
        forms = N_n("one night", "%(count)s nights")
        count = count_word(stop.nights, self._locale)
        return say_n(*forms, stop.nights, self._locale, count=count)

    def dates_and_nights(self, stop: StopBrief) -> str:
        """Fr 18. – So 20. September · zwei Nächte."""
        span = day_span(stop.arrives_on, stop.departs_on, self._locale, is_long=True)
        return " · ".join(part for part in (span, self.nights_of(stop)) if part)

    def _add_lanes(self, made: Rows, lanes: Sequence[LaneBrief], anchor: str, hue: int) -> None:
        strands = [self._strand(lane, lanes) for lane in lanes]
        first = min(item.starts for lane in lanes for item in lane.items)
        last = max(item.ends for lane in lanes for item in lane.items)
        own = next((item.hue for lane in lanes for item in lane.items if item.hue), hue)
        letters = tuple("·".join(lane.groups)[:3] for lane in lanes)
        parts = _split(strands)
        for part, shown in enumerate(parts):
            row = Row(
                anchor=f"{anchor}p{part}" if part else anchor,
                shape="strands",
                start=clock(first) if not part else "",
                end=clock(last) if not part else "",
                strands=shown,
                letters=() if part or len(letters) > MOST_LETTERS else letters,
            )
            mark = Mark(
                anchor=row.anchor,
                until=f"{anchor}p{len(parts) - 1}",
                continues=anchor if part else "",
                hue=own,
                stroke=Stroke.STRANDS,
                strands=len(lanes),
            )
            made.add(row, mark)

    def _strand(self, lane: LaneBrief, lanes: Sequence[LaneBrief]) -> Strand:
        starts = min(item.starts for each in lanes for item in each.items)
        ends = max(item.ends for each in lanes for item in each.items)
        entries = []
        for item in lane.items:
            is_whole = (item.starts, item.ends) == (starts, ends)
            entries.append(self._entries.of_item(item, with_times=not is_whole))
        return Strand(groups=lane.groups, entries=tuple(entries), columns=1)


def _split(strands: Sequence[Strand]) -> list[tuple[Strand, ...]]:
    """At most three strands beside each other; more go into rows of two or three."""
    count = len(strands)
    per_row = count if count <= 3 else (2 if count == 4 else 3)  # noqa: PLR2004
    widths = {1: (5,), 2: (2, 3), 3: (1, 3, 1)}
    rows = []
    for start in range(0, count, per_row):
        part = strands[start : start + per_row]
        rows.append(
            tuple(
                Strand(groups=each.groups, entries=each.entries, columns=columns)
                for each, columns in zip(part, widths[len(part)], strict=True)
            )
        )
    return rows


def day_span(first: date, last: date, locale: str, *, is_long: bool = False) -> str:
    """Fr 18. – So 20.09., in full Fr 18. – So 20. September · Fri 18 – Sun 20 Sept."""
    ends = {"de": "d. MMMM" if is_long else "dd.MM."}.get(locale, "d MMMM" if is_long else "d MMM")
    starts = ends if first.month != last.month else ("d." if locale == "de" else "d")

    def text(on: date, pattern: str) -> str:
        day = format_date(on, pattern, locale=babel_locale(locale))
        return f"{weekday_short(on, locale)} {day}"

    return text(last, ends) if first == last else f"{text(first, starts)} {DASH} {text(last, ends)}"


_COUNTS: Final = (
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


def count_word(count: int, locale: str) -> str:
    """Zwei … zwölf, then figures."""
    return say(_COUNTS[count - 2], locale) if 2 <= count <= 12 else str(count)  # noqa: PLR2004
