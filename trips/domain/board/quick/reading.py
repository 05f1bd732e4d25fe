"""From a typed line to a new item: what was understood, what was assumed; the rest is the title."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final

from trips.domain.board.effects import StepError, StepErrorCode
from trips.domain.board.places import list_groups, stops_on
from trips.domain.board.quick.line import Line
from trips.domain.board.quick.places import SiteFinder, find_city
from trips.domain.board.quick.when import take_day, take_duration, take_groups, take_time
from trips.domain.board.steps import Add, QuickAdd
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.notations.sequence import FIRST_START, USUAL_MINUTES
from trips.domain.notations.terms import ITEM_STATUSES, KIND_SHAPES, find_term, guess_kind
from trips.domain.notations.words import key
from trips.domain.site import Site
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.collation import fold
from trips.domain.values.text import EMPTY, Text

FIRM: Final = frozenset({ItemStatus.REQUESTED, ItemStatus.CONFIRMED})
PLACES_FIRST: Final = frozenset({ItemKind.VISIT, ItemKind.WALK})
"""Called by their place where nothing else is said; a lunch stays a lunch."""
LONGEST: Final = 300
"""Characters; a longer line is no appointment, and all of it becomes the title."""

MOST: Final = 1000


class QuickPart(StrEnum):
    """What a piece of the line is about."""

    DAY = "day"
    TIME = "time"
    LENGTH = "length"
    GROUPS = "groups"
    SITE = "site"
    CITY = "city"
    KIND = "kind"
    STATUS = "status"
    TITLE = "title"


@dataclass(frozen=True)
class Understood:
    """A piece of the line: the words as typed (none where it was assumed) and what they mean."""

    part: QuickPart
    typed: str
    value: Any
    is_assumed: bool = False


@dataclass(frozen=True)
class QuickReading:
    """The item that a line asks for, and how it was understood, in the order of the parts."""

    add: Add
    parts: tuple[Understood, ...]


def read_line(snapshot: TripSnapshot, step: QuickAdd, sites: Sequence[Site] = ()) -> QuickReading:
    """The item of a line; `sites` is the address book. Raises `StepError` for an empty line.

    Nothing that was typed is lost: what is not understood, or cannot be used, stays in the title.
    """
    if len(step.line) > MOST:
        raise StepError(StepErrorCode.LINE_TOO_LONG, most=MOST)
    line = Line.of(step.line)
    if not line.text:
        raise StepError(StepErrorCode.LINE_EMPTY)
    reader = _Reader(snapshot, step, line)
    if len(line.text) <= LONGEST:
        reader.read_when()
    reader.read_what({site.uid: site for site in (*sites, *snapshot.sites)})
    return reader.finish()


@dataclass
class _Reader:
    snapshot: TripSnapshot
    step: QuickAdd
    line: Line
    found: dict[QuickPart, Understood] = field(default_factory=dict)
    span: tuple[int, int] | None = None
    """Minutes after midnight of the day; none for an idea."""
    is_start_assumed: bool = False
    titles: list[str] = field(default_factory=list)
    kind_typed: str = ""

    def read_when(self) -> None:
        """Groups, day, time and length, cut out of the line."""
        trip, line = self.snapshot.trip, self.line
        groups = take_groups(line, trip)
        if groups:
            self._note(QuickPart.GROUPS, groups[0], list_groups(self.snapshot, groups[1]))
        length = take_duration(line)
        if length:
            self._note(QuickPart.LENGTH, *length)
        day = take_day(line, trip, self.step.near)
        day_piece = line.last_taken if day else None
        if day:
            self._note(QuickPart.DAY, day.typed, day.value, is_assumed=day.is_assumed)
        time_found = take_time(line, has_day=day is not None)
        if time_found and self._get_day() is None:
            line.give_back(line.last_taken)
        elif time_found:
            self._note(QuickPart.TIME, time_found[0], time_found[1])
        elif day_piece:
            line.give_back(day_piece)

    def _get_day(self) -> date | None:
        """The day that was written, or the only one, or the one that is looked at."""
        if QuickPart.DAY not in self.found:
            trip = self.snapshot.trip
            day = trip.starts_on if trip.starts_on == trip.ends_on else self.step.near
            if day is None:
                return None
            self._note(QuickPart.DAY, "", day, is_assumed=True)
        known: date = self.found[QuickPart.DAY].value
        return known

    def read_what(self, sites: dict[str, Site]) -> None:
        """Site, city, kind and status, part by part between commas; the rest is the title."""
        own = frozenset(site.uid for site in self.snapshot.sites)
        finder = SiteFinder(tuple(sites.values()), own, self._cities())
        for part in self.line.parts():
            if not self._take_whole(part, finder):
                self.titles.append(part)
        for search in (finder.within, finder.partly):
            for part in self.titles:
                site = None if QuickPart.SITE in self.found else search(part)
                if site:
                    self._note(QuickPart.SITE, part, site, is_assumed=search == finder.partly)

    def _cities(self) -> frozenset[str]:
        """Folded names of the cities that the day is spent in, in every language."""
        day = self.found.get(QuickPart.DAY)
        stops = stops_on(self.snapshot, day.value) if day else ()
        return frozenset(fold(name) for stop in stops for name in stop.city.values())

    def _take_whole(self, part: str, finder: SiteFinder) -> bool:
        """True for a part that says one thing, and nothing that a title would need."""
        if QuickPart.SITE not in self.found and (site := finder.exact(part)):
            self._note(QuickPart.SITE, part, site)
        elif QuickPart.KIND not in self.found and (kind := _exact_kind(part)):
            self._note(QuickPart.KIND, part, kind)
            self.kind_typed = part
            return kind in PLACES_FIRST
        elif QuickPart.CITY not in self.found and (stop := find_city(part, self.snapshot.stops)):
            self._note(QuickPart.CITY, part, stop)
        elif QuickPart.STATUS not in self.found and (status := _firm_status(part)):
            self._note(QuickPart.STATUS, part, status)
        else:
            return False
        return True

    def finish(self) -> QuickReading:
        """The item with its usual length where none is written."""
        kind = self._kind()
        title = self._title()
        day = self.found.get(QuickPart.DAY)
        starts, ends, is_end_assumed = self._times(kind)
        midnight = datetime.combine(
            day.value if day and QuickPart.TIME in self.found else self.snapshot.trip.starts_on,
            time(),
        )
        add = Add(
            kind=kind,
            title=title,
            starts=midnight + timedelta(minutes=starts),
            ends=midnight + timedelta(minutes=ends),
            stop=self._stop(),
            site=self._value(QuickPart.SITE).uid if QuickPart.SITE in self.found else None,
            groups=self._value(QuickPart.GROUPS) or (),
            status=self._value(QuickPart.STATUS) or ItemStatus.IDEA,
            is_unplaced=QuickPart.TIME not in self.found,
            is_start_assumed=self.is_start_assumed,
            is_end_assumed=is_end_assumed,
        )
        return QuickReading(add, self._parts(add))

    def _times(self, kind: ItemKind) -> tuple[int, int, bool]:
        """Start and end in minutes, and whether the end is the usual one of the kind."""
        length = self._value(QuickPart.LENGTH)
        minutes = length or USUAL_MINUTES[kind]
        written = self._value(QuickPart.TIME)
        if written is None:
            return FIRST_START, FIRST_START + minutes, length is None
        if written.start is None:
            self.is_start_assumed = True
            return max(0, written.end - minutes), written.end, False
        self.is_start_assumed = written.is_assumed
        if written.end is None or (written.is_assumed and length):
            return written.start, written.start + minutes, length is None
        return written.start, written.end, written.is_assumed

    def _kind(self) -> ItemKind:
        if QuickPart.KIND not in self.found:
            guessed = guess_kind(" ".join(self.titles))
            default = ItemKind.VISIT if QuickPart.SITE in self.found else ItemKind.TALK
            self._note(QuickPart.KIND, "", guessed or default, is_assumed=True)
        kind: ItemKind = self._value(QuickPart.KIND)
        return kind

    def _title(self) -> Text:
        """The words that are left, or the place, or the kind; in the language of the page."""
        site: Site | None = self._value(QuickPart.SITE)
        words = ", ".join(self.titles)
        if not words and site:
            return site.name
        words = words or self.kind_typed
        title = Text({self.step.locale: words}) if words else EMPTY
        if not title:
            raise StepError(StepErrorCode.LINE_EMPTY)
        return title

    def _stop(self) -> str | None:
        """The city that was written; for an idea that of its site or its day."""
        if QuickPart.CITY in self.found:
            return str(self._value(QuickPart.CITY).uid)
        if QuickPart.TIME in self.found:
            return None
        site: Site | None = self._value(QuickPart.SITE)
        stop = find_city(site.city, self.snapshot.stops) if site and site.city else None
        day = self._value(QuickPart.DAY)
        there = stops_on(self.snapshot, day) if day else ()
        return stop.uid if stop else there[0].uid if there else None

    def _parts(self, add: Add) -> tuple[Understood, ...]:
        """All that was understood, and what was assumed because it was not written."""
        found = dict(self.found)
        if add.is_unplaced:
            found.pop(QuickPart.DAY, None)
        else:
            is_assumed = add.is_start_assumed or add.is_end_assumed
            typed = found[QuickPart.TIME].typed
            span = (add.starts, add.ends)
            found[QuickPart.TIME] = Understood(QuickPart.TIME, typed, span, is_assumed)
        found[QuickPart.TITLE] = Understood(QuickPart.TITLE, ", ".join(self.titles), add.title)
        return tuple(found[part] for part in QuickPart if part in found)

    def _note(
        self, part: QuickPart, typed: str, value: object, *, is_assumed: bool = False
    ) -> None:
        self.found[part] = Understood(part, typed, value, is_assumed)

    def _value(self, part: QuickPart) -> Any:
        known = self.found.get(part)
        return known.value if known else None


def _exact_kind(part: str) -> ItemKind | None:
    """The kind that the words name, and nothing more."""
    words = key(part)
    return next((kind for kind, shape in KIND_SHAPES.items() if shape.fullmatch(words)), None)


def _firm_status(part: str) -> ItemStatus | None:
    """Requested or confirmed; shorter words could be anything."""
    status = find_term(part, ITEM_STATUSES)
    return status if status in FIRM and len(part) > len("fest") else None
