"""Day, time, duration and groups in a typed line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from trips.domain.board.quick.line import Line
from trips.domain.notations.calendar_words import WEEKDAYS, alternatives
from trips.domain.notations.date_patterns import DAY_NUMBERS, SHAPES
from trips.domain.notations.dates import (
    NEAR,
    DateHints,
    find_date,
    resolve_date,
)
from trips.domain.notations.times import PARTS_OF_DAY, WrittenTime, find_duration, find_time
from trips.domain.trip import Trip

_DAYS = alternatives(WEEKDAYS)
LEAD: Final = r"(?:\b(?:am|on|den|the)\s+)?"
LEADS: Final = re.compile(r"(?<!\w)(?:am|on|den|the|vom)\s+(?:the\s+)?$")
WEEKDAY: Final = re.compile(rf"{LEAD}(?<!\w)(?P<w>{_DAYS})(?!\w)\.?")
AMBIGUOUS: Final = frozenset({"so", "do", "sun", "sat", "mon", "mar"})
"""Short names of days that are words, too: only at the beginning, before a number or a comma."""
WHOLE: Final = 5
"""A name of so many letters is a day wherever it stands."""
DURATION: Final = re.compile(
    r"(?<![\w.,:])\d{1,3}(?:[.,]\d)?\s?(?:std|stunden?|hours?|hrs|min|minuten?|minutes?|mins)\b\.?"
    r"(?:\s?\d{1,2}\s?(?:min|minuten?|minutes?|mins)\b\.?)?"
    r"|(?<![\w.,:])[1-6]\s?h\b(?:\s?\d{1,2}\s?min\b\.?)?"
)
TIME_START: Final = re.compile(
    r"(?<![\w.:,/])(?:(?:um|gegen|ab|von|from|at|bis|until|till|zwischen|between|about|around|ca\.?)"
    r"\s+)?(?=\d)|(?<!\w)(?:ganzt|all[ -]day|full[ -]day|noon|midday)"
)
MARK: Final = re.compile(
    r"\d\s?[:.]\s?\d\d|\duhr|\d\s?(?:uhr|[ap]\.?\s?m\b|h\b|o'clock)|day|ganzt|noon"
)
RANGE: Final = re.compile(r"\d\s*(?:-|bis|to|until|till|und|and)\s*\d")
LONGEST: Final = 40
EARLY, LATE = 7, 22
"""A bare number behind a day is an hour between these."""
DAY_PART: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(PARTS_OF_DAY, key=len, reverse=True)) + r")(?!\w)"
)
TIME_AHEAD: Final = re.compile(
    r"\d|[,;|]|(?:um|gegen|ab|von|bis|ca\.?|from|at|until)\s+\d|" + DAY_PART.pattern
)
ADVERBS: Final = re.compile(r"(?:morgens|vormittags|mittags|nachmittags|abends|in the \w+)")


@dataclass(frozen=True)
class Piece:
    """What was understood: the words as typed, and a value; assumed where they do not say all."""

    typed: str
    value: date
    is_assumed: bool = False


def take_day(line: Line, trip: Trip, near: date | None) -> Piece | None:
    """Cut out the day: a full date, `Day 2`, or a weekday, the nearest to `near` on the trip."""
    hints = DateHints(starts_on=trip.starts_on, ends_on=trip.ends_on)
    folded = line.folded
    for shape in (*SHAPES, *DAY_NUMBERS):
        match = shape.search(folded)
        written = find_date(match[0]) if match else None
        found = resolve_date(written, hints) if written else None
        if match and found and found.on:
            lead = LEADS.search(folded[: match.start()])
            return Piece(line.take(lead.start() if lead else match.start(), match.end()), found.on)
    for match in WEEKDAY.finditer(folded):
        if _is_day(match, folded):
            on = _nearest(WEEKDAYS[match["w"]], trip, near)
            if on:
                return Piece(line.take(*match.span()), on, is_assumed=_is_twice(on, trip))
    return None


def _is_day(match: re.Match[str], folded: str) -> bool:
    """Rule out `So geht Quartier` and `do it yourself`."""
    word, behind = match["w"], folded[match.end() :].lstrip()
    before = folded[: match.start()].rstrip()
    is_first = not before or before[-1] in ",;|"
    is_before_time = not behind or bool(TIME_AHEAD.match(behind))
    if len(word) >= WHOLE:
        return True
    if word in AMBIGUOUS:
        return is_first and is_before_time
    return is_first or behind[:1].isdigit()


def _nearest(weekday: int, trip: Trip, near: date | None) -> date | None:
    """The day of the trip with that weekday; of several the nearest; else just around the trip."""
    length = (trip.ends_on - trip.starts_on).days + 1
    inside = [trip.starts_on + timedelta(days=day) for day in range(length)]
    around = [trip.starts_on - NEAR + timedelta(days=day) for day in range(NEAR.days)]
    around += [trip.ends_on + timedelta(days=day + 1) for day in range(NEAR.days)]
    origin = near or trip.starts_on
    for days in (inside, around):
        fitting = [day for day in days if day.weekday() == weekday]
        if fitting:
            return min(fitting, key=lambda day: (abs(day - origin), day))
    return None


def _is_twice(on: date, trip: Trip) -> bool:
    week = timedelta(days=7)
    is_inside = trip.starts_on <= on <= trip.ends_on
    return not is_inside or on + week <= trip.ends_on or on - week >= trip.starts_on


def take_duration(line: Line) -> tuple[str, int] | None:
    """Cut out a duration: `60 min`, `1,5 Std.`, `2h`; words as typed, and minutes."""
    match = DURATION.search(line.folded)
    minutes = find_duration(match[0]) if match else None
    return (line.take(*match.span()), minutes) if match and minutes else None


def take_time(line: Line, *, has_day: bool) -> tuple[str, WrittenTime] | None:
    """Cut out a time or a span. Without a mark (14:00, 14 Uhr, 2 pm) only where a time stands.

    That is at the beginning, which is also directly behind the day.
    """
    folded = line.folded
    for match in TIME_START.finditer(folded):
        is_first = not folded[: match.start()].strip(" |,")
        for end in _ends(folded, match.start()):
            piece = folded[match.start() : end]
            found = _read_time(piece)
            if found is None:
                continue
            is_alone = has_day and not folded[end:].lstrip()[:1].strip(",|;")
            is_plain = is_first and _is_hour(piece, found, has_day=has_day)
            if MARK.search(piece) or is_plain or (is_alone and RANGE.search(piece)):
                return line.take(match.start(), end), found
    return _take_part_of_day(line, has_day=has_day)


def _read_time(piece: str) -> WrittenTime | None:
    found = find_time(piece)
    if found is None or found.rest or found.problem:
        return None
    return found if found.start is not None or found.end is not None else None


def _ends(folded: str, start: int) -> Iterator[int]:
    """Where a time that begins at `start` may end: the longest first."""
    stop = re.compile(r"[,|;]|$").search(folded, start)
    limit = min(stop.start() if stop else len(folded), start + LONGEST)
    edges = [match.end() for match in re.finditer(r"\S+", folded[start:limit])]
    return (start + edge for edge in reversed(edges))


def _is_hour(piece: str, found: WrittenTime, *, has_day: bool) -> bool:
    """A span, or behind a day an hour that is likely."""
    if RANGE.search(piece):
        return True
    hour = (found.start or 0) // 60
    return has_day and EARLY <= hour <= LATE and piece.strip(" .").isdigit()


def _take_part_of_day(line: Line, *, has_day: bool) -> tuple[str, WrittenTime] | None:
    folded = line.folded
    for match in DAY_PART.finditer(folded):
        is_first = has_day and not folded[: match.start()].strip(" |,")
        if is_first or ADVERBS.fullmatch(match[0]):
            found = find_time(match[0])
            if found:
                return line.take(*match.span()), found
    return None


def take_groups(line: Line, trip: Trip) -> tuple[str, tuple[str, ...]] | None:
    """Cut out groups: `Gruppe A`, `groups A and B`, `alle`; words as typed, and codes."""
    codes = {group.code.lower(): group.code for group in trip.groups}
    if not codes:
        return None
    one = "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True))
    several = rf"(?:{one})(?!\w)(?:\s*(?:\+|&|/|und|and|,)\s*(?:{one})(?!\w))*"
    named = re.search(
        rf"(?:für\s+|for\s+)?(?<!\w)(?:gruppen?|groups?|gr\.)\s*({several})", line.folded
    )
    alone = re.search(rf"(?:^|[,|])\s*({several})\s*(?=$|[,|])", line.folded)
    for match in filter(None, (named, alone)):
        found = re.findall(rf"(?<!\w)(?:{one})(?!\w)", match[1])
        return line.take(*match.span()), tuple(codes[code] for code in found)
    everyone = re.search(
        r"(?:für\s+|for\s+)?(?<!\w)"
        r"(?:alle(?: gruppen)?|beide gruppen|everyone|all groups|both groups)\s*(?=$|[,|])",
        line.folded,
    )
    return (line.take(*everyone.span()), ()) if everyone else None
