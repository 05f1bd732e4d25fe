"""What is over, what is on and what comes next, for somebody who stands there with a phone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from trips.domain.briefs.programme import DayBrief, ItemBrief, LegBrief, ProgrammeBrief
from trips.domain.item import ItemKind
from trips.domain.values.times import to_utc, to_wall

_NEVER_NEXT = frozenset({ItemKind.TRANSFER, ItemKind.FREE, ItemKind.INTERNAL})
"""Ways and free time are shown thin and dotted: nobody has to be told to be there."""


class Standing(StrEnum):
    """Where an item or a leg stands at an instant."""

    PAST = "past"
    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True)
class Today:
    """A programme at an instant."""

    on: date
    """The day to show first."""
    standings: Mapping[str, Standing]
    """By the uid of item or leg."""
    until_next: timedelta | None
    """Time left until what is next begins; none once nothing follows."""

    def of(self, entry: ItemBrief | LegBrief) -> Standing:
        """Where `entry` stands; what is not in the programme is over."""
        return self.standings.get(entry.uid, Standing.PAST)


@dataclass(frozen=True)
class _Span:
    uid: str
    on: date
    starts: datetime
    ends: datetime
    can_be_next: bool


def look_at(brief: ProgrammeBrief, now: datetime) -> Today:
    """The programme as it stands at `now`, an aware instant.

    Spans are half-open: at its end an item is over, and the one that starts then is on. Next
    is whatever people must be at that starts first after `now`; several start together while
    groups are apart. The day is the calendar day at the place of the trip, but a day lasts
    until its last item ends; before the trip it is the first, afterwards the last.
    """
    spans = tuple(_spans(brief))
    coming = [span.starts for span in spans if span.can_be_next and span.starts > now]
    first = min(coming, default=None)
    return Today(
        on=_day(brief, spans, now),
        standings={span.uid: _standing(span, now, first) for span in spans},
        until_next=None if first is None else first - now,
    )


def entries_of(day: DayBrief) -> Iterator[ItemBrief | LegBrief]:
    """Every item and leg of a day in order, lane after lane while groups are apart."""
    for row in day.rows:
        if row.item:
            yield row.item
        if row.leg:
            yield row.leg
        for lane in row.lanes:
            yield from lane.items


def _spans(brief: ProgrammeBrief) -> Iterator[_Span]:
    for day in brief.days:
        for entry in entries_of(day):
            if isinstance(entry, LegBrief):
                starts = to_utc(entry.departs, entry.from_zone)
                yield _Span(entry.uid, day.on, starts, to_utc(entry.arrives, entry.to_zone), True)
            else:
                starts, ends = (to_utc(wall, entry.zone) for wall in (entry.starts, entry.ends))
                yield _Span(entry.uid, day.on, starts, ends, entry.kind not in _NEVER_NEXT)


def _standing(span: _Span, now: datetime, first: datetime | None) -> Standing:
    if span.starts <= now:
        return Standing.NOW if now < span.ends else Standing.PAST
    return Standing.NEXT if span.can_be_next and span.starts == first else Standing.LATER


def _day(brief: ProgrammeBrief, spans: tuple[_Span, ...], now: datetime) -> date:
    running = [span.on for span in spans if span.starts <= now < span.ends]
    calendar = to_wall(now, brief.zone).date()
    wanted = min([calendar, *running])
    days = [day.on for day in brief.days] or [brief.starts_on]
    return min(max(wanted, days[0]), days[-1])
