"""From hindrances to spans of a day: what fits, what warns, what is impossible."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from trips.domain.findings.hours import opening_span
from trips.domain.fit.hindrances import (
    MIDNIGHT,
    MINUTE,
    UNHURRIED,
    Card,
    Lying,
    find_busy,
    find_closed,
    find_elsewhere,
    find_ways,
    is_a_place,
    is_a_ride,
    moment_of,
    way_between,
)
from trips.domain.fit.index import FitIndex
from trips.domain.fit.model import RANK, FitCode, FitReason, FitSpan, Hindrance, Verdict
from trips.domain.item import Item

Groups = tuple[str, ...]


def list_fits(
    index: FitIndex, item: Item, days: Iterable[date], lanes: Iterable[Groups]
) -> dict[date, dict[Groups, tuple[FitSpan, ...]]]:
    """For each day and each lane (no groups: everyone) the day in spans of 5 minutes and more.

    The spans of a day follow each other from midnight to midnight. A card fits where all the
    time that it would occupy fits.
    """
    fitter = _Fitter(Card(index, item))
    known = list(lanes)
    return {day: {groups: fitter.spans(day, groups) for groups in known} for day in days}


@dataclass
class _Fitter:
    """One card over all days; what holds for every lane of a day is reckoned once."""

    card: Card
    _days: dict[date, list[Hindrance]] = field(default_factory=dict)

    def spans(self, day: date, groups: Groups) -> tuple[FitSpan, ...]:
        lane = [each for each in self.card.others(day) if shares(each.item.groups, groups)]
        found = [
            each for each in self._of_day(day) if each.groups is None or shares(each.groups, groups)
        ]
        found += find_ways(self.card, lane, day)
        spans = self._with_room(_sweep(day, found))
        return tuple(self._finished(span, lane, groups) for span in spans)

    def _of_day(self, day: date) -> list[Hindrance]:
        if day not in self._days:
            self._days[day] = [
                *find_busy(self.card, day),
                *find_closed(self.card, day),
                *find_elsewhere(self.card, day),
            ]
        return self._days[day]

    def _with_room(self, spans: list[FitSpan]) -> Iterator[FitSpan]:
        """Where all that is free in a row is too short for the card, nothing fits."""
        last = spans[-1].ends
        for is_free, run in groupby(spans, key=lambda span: span.verdict is not Verdict.IMPOSSIBLE):
            row = list(run)
            room = row[-1].ends - row[0].starts
            if not is_free or room >= self.card.length or row[-1].ends == last:
                yield from row
                continue
            minutes, needed = room // MINUTE, self.card.length // MINUTE
            facts = {"minutes": minutes, "needed": needed}
            short = FitReason(FitCode.TOO_SHORT, Verdict.IMPOSSIBLE, facts)
            for span in row:
                reasons = (short, *span.reasons)
                yield replace(span, verdict=Verdict.IMPOSSIBLE, reasons=reasons)

    def _finished(self, span: FitSpan, lane: list[Lying], groups: Groups) -> FitSpan:
        """A span with its ticks and the latest start in it."""
        if span.verdict is Verdict.IMPOSSIBLE:
            return span
        room = span.ends - span.starts
        latest = span.ends - self.card.length if room >= self.card.length else None
        ticks = () if span.verdict is Verdict.WARNS else self._ticks(span, lane, groups)
        return replace(span, reasons=(*span.reasons, *ticks), latest=latest)

    def _ticks(self, span: FitSpan, lane: list[Lying], groups: Groups) -> Iterable[FitReason]:
        yield FitReason(FitCode.GROUP_FREE, Verdict.FITS, {"groups": groups})
        yield from self._ways(span, lane)
        if self.card.people:
            names = self.card.index.snapshot.person_by_uid
            told = tuple(sorted(names[uid].name for uid in self.card.people))
            yield FitReason(FitCode.PEOPLE_FREE, Verdict.FITS, {"names": told})
        yield from self._closing(span)

    def _ways(self, span: FitSpan, lane: list[Lying]) -> Iterable[FitReason]:
        """The ways from the last place before and to the first one after."""
        if self.card.item.kind in UNHURRIED:
            return
        rides = [each for each in lane if is_a_ride(each.item)]
        placed = [each for each in lane if is_a_place(each.item)]
        before = [each for each in placed if each.item.ends <= span.starts]
        after = [each for each in placed if each.item.starts >= span.ends]
        last = max(before, key=lambda each: each.ends, default=None)
        first = min(after, key=lambda each: each.starts, default=None)
        for each, is_after in ((last, False), (first, True)):
            minutes = way_between(self.card, each, rides, is_after=is_after) if each else None
            if each and minutes:
                facts = {"title": each.item.title, "minutes": minutes, "is_after": is_after}
                yield FitReason(FitCode.WAY_FITS, Verdict.FITS, facts)

    def _closing(self, span: FitSpan) -> Iterable[FitReason]:
        site = self.card.index.snapshot.site_by_uid.get(self.card.item.site or "")
        on = span.starts.date()
        for each in site.hours if site else ():
            if each.weekday != on.isoweekday():
                continue
            opens, closes = opening_span(each, on)
            if opens <= span.starts and span.ends <= closes:
                is_limit = span.ends == closes
                facts = {"closes": each.closes, "latest": closes - self.card.length}
                verdict = Verdict.WARNS if is_limit else Verdict.FITS
                yield FitReason(FitCode.CLOSES, verdict, facts)


def shares(groups: Groups, others: Groups) -> bool:
    """True if somebody is in both; no groups are everyone."""
    return not groups or not others or not set(groups).isdisjoint(others)


def _sweep(day: date, hindrances: Sequence[Hindrance]) -> list[FitSpan]:
    """The day cut where something begins or ends, neighbours that are alike put together."""
    edges: dict[int, list[tuple[Hindrance, bool]]] = {0: [], MIDNIGHT: []}
    for each in hindrances:
        starts, ends = max(0, each.starts), min(MIDNIGHT, each.ends)
        if starts < ends:
            edges.setdefault(starts, []).append((each, True))
            edges.setdefault(ends, []).append((each, False))
    active: dict[int, FitReason] = {}
    spans: list[FitSpan] = []
    last, reasons = 0, _reasons(())
    for edge in sorted(edges):
        for each, begins in edges[edge]:
            if begins:
                active[id(each)] = each.reason
            else:
                active.pop(id(each))
        found = _reasons(active.values())
        if edge > last and (found != reasons or edge == MIDNIGHT):
            spans.append(_span(day, (last, edge), reasons))
            last = edge
        if edge == last:
            reasons = found
    return spans


def _reasons(active: Iterable[FitReason]) -> tuple[FitReason, ...]:
    return tuple(sorted(dict.fromkeys(active), key=lambda reason: -RANK[reason.verdict]))


def _span(day: date, span: tuple[int, int], reasons: tuple[FitReason, ...]) -> FitSpan:
    verdict = reasons[0].verdict if reasons else Verdict.FITS
    starts, ends = (moment_of(edge, day) for edge in span)
    return FitSpan(starts=starts, ends=ends, verdict=verdict, reasons=reasons)
