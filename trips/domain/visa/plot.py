"""The deadlines of several people on one line of days, so that they are seen and not read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trips.domain.visa.deadlines import VisaStep
from trips.domain.visa.desk import DeskEntry

MOST_TICKS = 4
_EDGE = timedelta(days=2)


class MarkState(StrEnum):
    """How a station on the line is drawn."""

    DONE = "done"
    NEXT = "next"
    LATE = "late"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Mark:
    """A station: the step whose last good day it is, the entry where there is no step."""

    step: VisaStep | None
    day: date
    state: MarkState


@dataclass(frozen=True)
class Axis:
    """The days that are drawn, from the first to the last; never empty."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where a day lies: 0 at the first, 100 at the last; days outside lie at the edge."""
        length = max((self.last - self.first).days, 1)
        return round(min(max((day - self.first).days / length, 0), 1) * 100, 2)

    def ticks(self) -> Iterator[date]:
        """A few days to be named below the line: every first, eighth … day, four at most."""
        weeks = -(-(self.last - self.first).days // 7)
        step = timedelta(weeks=max(1, -(-weeks // MOST_TICKS)))
        day = self.first + timedelta(days=(7 - self.first.weekday()) % 7)
        while day <= self.last:
            yield day
            day += step


def axis_of(entries: Iterable[DeskEntry], today: date) -> Axis | None:
    """The days from the first deadline or today to the last entry; none where nobody is open."""
    found = [each for each in entries if each.is_open]
    if not found:
        return None
    last = max(each.stay.enters for each in found)
    firsts = [each.deadlines.letter_by for each in found]
    first = min([*firsts, today]) if today < last else min(firsts)
    return Axis(first - _EDGE, last + _EDGE)


def marks_of(entry: DeskEntry, today: date) -> Sequence[Mark]:
    """The stations of one person in the order of their days; none where no step is known."""
    if entry.step is None:
        return ()
    steps = list(VisaStep)
    now = steps.index(entry.step)
    marks = []
    for number, step in enumerate(steps):
        day = entry.deadlines.of(step)
        state = MarkState.DONE if number < now else MarkState.AHEAD
        if number == now:
            state = MarkState.LATE if day < today else MarkState.NEXT
        marks.append(Mark(step, day, state))
    return (*marks, Mark(None, entry.stay.enters, MarkState.AHEAD))
