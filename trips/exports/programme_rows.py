"""The programme's rows as a booklet sets them: words chosen, times written, columns decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from babel.dates import format_date
from markupsafe import Markup

from trips.domain.briefs.programme import (
    DayBrief,
    HostBrief,
    ItemBrief,
    LaneBrief,
    LegBrief,
    StopBrief,
)
from trips.domain.interpreter import InterpretingMode
from trips.domain.item import HostStatus, ItemKind, ItemStatus
from trips.domain.values.text import Text
from trips.exports.margin_line import MOST_LETTERS, Mark, Ring, Stroke
from trips.exports.paper import Words
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.enums import name_of
from trips.i18n.formats import (
    DASH,
    babel_locale,
    clock,
    day_short,
    duration,
    language_name,
    weekday_short,
)

ARROW: Final = "\N{RIGHTWARDS ARROW}"
_ICONS: Final = {ItemKind.CHECK_IN: "checkin"}
_MODES: Final = {
    InterpretingMode.SIMULTANEOUS: N_("simultaneous"),
    InterpretingMode.CONSECUTIVE: N_("consecutive"),
    InterpretingMode.WHISPERED: N_("whispered"),
    InterpretingMode.LIAISON: N_("liaison interpreting"),
    InterpretingMode.TOUR_GUIDE: N_("tour-guide system"),
}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A label with what it says."""

    label: str
    value: Markup | str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An item or a leg, ready to print."""

    start: str
    end: str
    icon: str
    word: str
    title: Markup | str
    text: Markup
    facts: tuple[Fact, ...]
    groups: tuple[str, ...] = ()
    is_about: bool = False
    is_way: bool = False


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
        entry = self._entry(item)
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
        entry = self._leg_entry(leg)
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
            entries.append(self._entry(item, with_times=not is_whole))
        return Strand(groups=lane.groups, entries=tuple(entries), columns=1)

    def _entry(self, item: ItemBrief, *, with_times: bool = True) -> Entry:
        word = name_of(item.kind, self._locale)
        if item.status is ItemStatus.REQUESTED:
            word = f"{word} · {say(N_('requested'), self._locale)}"
        mode = item.transfer_mode.value if item.transfer_mode else "bus"
        icon = mode if item.kind is ItemKind.TRANSFER else _ICONS.get(item.kind, item.kind.value)
        return Entry(
            start=clock(item.starts) if with_times else "",
            end="" if item.is_end_assumed or not with_times else self._end(item),
            icon=icon,
            word=word,
            title=self._words(item.title),
            text=self._words.prose(item.text),
            facts=tuple(self._facts(item)),
            groups=item.groups,
            is_about=item.is_start_assumed,
            is_way=item.kind is ItemKind.TRANSFER,
        )

    def _end(self, item: ItemBrief) -> str:
        return clock(item.ends) if item.ends > item.starts else ""

    def _facts(self, item: ItemBrief) -> Iterator[Fact]:
        if item.kind is ItemKind.TRANSFER:
            return
        place = [part for part in (self._words(item.site), item.room, item.address) if part]
        receiving = {host.person for host in item.hosts}
        speaking = [each for each in item.speakers if each.person not in receiving]
        step_free = {"no": N_("not step-free"), "partly": N_("partly step-free")}
        access = step_free.get(item.step_free, "")
        said = (
            (N_("Place"), Markup(", ").join(place)),
            (N_("Meeting point"), self._words(item.meeting_point)),
            (N_("Host"), _semi([self._host(host) for host in item.hosts])),
            (
                N_("Speaking"),
                _semi([self._named(each.person, each.function) for each in speaking]),
            ),
            (N_("Language"), self._spoken(item)),
            (N_("Accessibility"), access and say(access, self._locale)),
            (N_("Dress"), self._words(item.dress)),
        )
        yield from (
            Fact(label=say(label, self._locale), value=value) for label, value in said if value
        )

    def _host(self, host: HostBrief) -> Markup:
        named = self._named(host.person, host.function or host.organisation)
        if host.person and host.function and host.organisation:
            named = Markup("{}, {}").format(named, self._words(host.organisation))
        if host.status is HostStatus.REQUESTED:
            named = Markup("{} ({})").format(named, say(N_("requested"), self._locale))
        return named

    def _named(self, person: str, function: Text) -> Markup:
        parts = [part for part in (person, self._words(function)) if part]
        return Markup(", ").join(parts)

    def _spoken(self, item: ItemBrief) -> str:
        floor = [language_name(code, self._locale) for code in item.floor_languages]
        by_mode: dict[InterpretingMode, list[str]] = {}
        for each in item.interpreting:
            codes = by_mode.setdefault(each.mode, [])
            codes += [each.target.upper()] * (each.target.upper() not in codes)
        into = "; ".join(
            f"{', '.join(codes)} ({say(_MODES[mode], self._locale)})"
            for mode, codes in by_mode.items()
        )
        spoken = ", ".join(floor)
        return f"{spoken} {ARROW} {into}" if into else spoken

    def _leg_entry(self, leg: LegBrief) -> Entry:
        locale = self._locale
        end = clock(leg.arrives)
        if leg.arrives.date() != leg.departs.date():
            end = f"{end} ({day_short(leg.arrives.date(), locale)})"
        facts = [Fact(label=say(N_("Travel time"), locale), value=duration(leg.minutes, locale))]
        if leg.coach:
            facts.append(Fact(label=say(N_("Coach"), locale), value=leg.coach))
        if leg.seats:
            facts.append(Fact(label=say(N_("Seats"), locale), value=leg.seats))
        if leg.from_zone != leg.to_zone:
            times = say(N_("local time of each place"), locale)
            facts.append(Fact(label=say(N_("Times of day"), locale), value=times))
        return Entry(
            start=clock(leg.departs),
            end=end,
            icon=leg.mode.value,
            word=say(N_("Leg"), locale) + f" · {name_of(leg.mode, locale)}",
            title=leg_title(leg, self._words),
            text=self._words.prose(leg.text),
            facts=tuple(facts),
        )


def leg_title(leg: LegBrief, words: Words) -> str:
    """ICE 1605 Leipzig Hbf – Nürnberg Hbf."""
    start = leg.from_station or words.plain(leg.from_city)
    end = leg.to_station or words.plain(leg.to_city)
    return " ".join(part for part in (leg.carrier, leg.number, start, DASH, end) if part)


def _semi(parts: Sequence[Markup]) -> Markup:
    return Markup("; ").join(parts)


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
