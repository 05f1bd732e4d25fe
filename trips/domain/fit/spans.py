"""From hindrances to spans of a day: what fits, what warns, what is impossible."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from trips.domain.findings.hours import opening_span
from trips.domain.fit.card import MIDNIGHT, MINUTE, UNHURRIED, Card, Lying, moment_of
from trips.domain.fit.hindrances import find_busy, find_closed, find_elsewhere
from trips.domain.fit.index import FitIndex
from trips.domain.fit.interpreters import find_interpreters
from trips.domain.fit.model import FitCode, FitReason, FitSpan, Hindrance, Verdict
from trips.domain.fit.ways import find_ways, is_a_place, is_a_ride, way_between
from trips.domain.item import Item

Groups = tuple[str, ...]
Time = tuple[datetime, datetime]


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


class Run(NamedTuple):
    """Minutes of a day, [starts, ends), in which the same hinders."""

    starts: int
    ends: int
    reasons: tuple[FitReason, ...]
    """Gravest first; hindrances either warn or make it impossible."""
    verdict: Verdict
    """What the gravest reason says."""


@dataclass
class _Fitter:
    """One card over all days; what holds for every lane of a day is reckoned once."""

    card: Card
    _days: dict[date, list[Hindrance]] = field(default_factory=dict)

    def spans(self, day: date, groups: Groups) -> tuple[FitSpan, ...]:
        others = self.card.others(day)
        lane = [each for each in others if shares(each.item.groups, groups)] if groups else others
        found = [
            each for each in self._of_day(day) if each.groups is None or shares(each.groups, groups)
        ]
        found += find_ways(self.card, lane, day)
        runs = self._with_room(_sweep(found))
        return tuple(self._finished(run, lane, day, groups) for run in runs)

    def _of_day(self, day: date) -> list[Hindrance]:
        if day not in self._days:
            self._days[day] = [
                *find_busy(self.card, day),
                *find_closed(self.card, day),
                *find_elsewhere(self.card, day),
                *find_interpreters(self.card, day),
            ]
        return self._days[day]

    def _with_room(self, runs: list[Run]) -> Iterator[Run]:
        """Where all that is free in a row is too short for the card, nothing fits."""
        last, needed = runs[-1].ends, self.card.length // MINUTE
        rows = [list(row) for _is_free, row in groupby(runs, key=_is_free)]
        for index, row in enumerate(rows):
            minutes = row[-1].ends - row[0].starts
            is_enough = minutes * MINUTE >= self.card.length or row[-1].ends == last
            if is_enough or not _is_free(row[0]):
                yield from row
                continue
            facts = {"minutes": minutes, "needed": needed}
            short = FitReason(FitCode.TOO_SHORT, Verdict.IMPOSSIBLE, facts)
            walls = _walls(rows, index)
            for run in row:
                yield Run(run.starts, run.ends, (*walls, short, *run.reasons), short.verdict)

    def _finished(self, run: Run, lane: Sequence[Lying], day: date, groups: Groups) -> FitSpan:
        """A span with its ticks and the latest start in it."""
        starts, ends = moment_of(run.starts, day), moment_of(run.ends, day)
        if run.verdict is Verdict.IMPOSSIBLE:
            return FitSpan(starts, ends, run.verdict, run.reasons)
        ticks: Iterable[FitReason] = ()
        has_room = ends - starts >= self.card.length
        latest = ends - self.card.length if has_room else None
        if run.verdict is Verdict.FITS:
            ticks = self._ticks((starts, ends), lane, groups)
        reasons = (*run.reasons, *ticks)
        return FitSpan(
            starts=starts, ends=ends, verdict=run.verdict, reasons=reasons, latest=latest
        )

    def _ticks(self, span: Time, lane: Sequence[Lying], groups: Groups) -> Iterable[FitReason]:
        yield FitReason(FitCode.GROUP_FREE, Verdict.FITS, {"groups": groups})
        yield from self._ways(span, lane)
        if self.card.people:
            names = self.card.index.snapshot.person_by_uid
            told = tuple(sorted(names[uid].name for uid in self.card.people))
            yield FitReason(FitCode.PEOPLE_FREE, Verdict.FITS, {"names": told})
        yield from self._closing(span)

    def _ways(self, span: Time, lane: Sequence[Lying]) -> Iterable[FitReason]:
        """The ways from the last place before and to the first one after."""
        if self.card.item.kind in UNHURRIED:
            return
        rides = [each for each in lane if is_a_ride(each.item)]
        placed = [each for each in lane if is_a_place(each.item)]
        before = [each for each in placed if each.item.ends <= span[0]]
        after = [each for each in placed if each.item.starts >= span[1]]
        last = max(before, key=lambda each: each.ends, default=None)
        first = min(after, key=lambda each: each.starts, default=None)
        for each, is_after in ((last, False), (first, True)):
            minutes = way_between(self.card, each, rides, is_after=is_after) if each else None
            if each and minutes:
                facts = {"title": each.item.title, "minutes": minutes, "is_after": is_after}
                yield FitReason(FitCode.WAY_FITS, Verdict.FITS, facts)

    def _closing(self, span: Time) -> Iterable[FitReason]:
        site = self.card.index.snapshot.site_by_uid.get(self.card.item.site or "")
        on = span[0].date()
        for each in site.hours if site else ():
            if each.weekday != on.isoweekday():
                continue
            opens, closes = opening_span(each, on)
            if opens <= span[0] and span[1] <= closes:
                is_limit = span[1] == closes
                facts = {"closes": each.closes, "latest": closes - self.card.length}
                verdict = Verdict.WARNS if is_limit else Verdict.FITS
                yield FitReason(FitCode.CLOSES, verdict, facts)


def _is_free(run: Run) -> bool:
    return run.verdict is not Verdict.IMPOSSIBLE


def _walls(rows: Sequence[Sequence[Run]], index: int) -> tuple[FitReason, ...]:
    """What ends a gap and what begins it: who reads that it is short asks for these first."""
    after = rows[index + 1][0].reasons[:1] if index + 1 < len(rows) else ()
    before = rows[index - 1][-1].reasons[:1] if index else ()
    return after if before == after else (*after, *before)


def shares(groups: Groups, others: Groups) -> bool:
    """True if somebody is in both; no groups are everyone."""
    return not groups or not others or not set(groups).isdisjoint(others)


def _sweep(hindrances: Sequence[Hindrance]) -> list[Run]:
    """The day cut where something begins or ends, neighbours that are alike put together."""
    edges: dict[int, list[int]] = {0: [], MIDNIGHT: []}
    for index, each in enumerate(hindrances):
        starts, ends = max(0, each.starts), min(MIDNIGHT, each.ends)
        if starts < ends:
            edges.setdefault(starts, []).append(index)
            edges.setdefault(ends, []).append(index)
    active: dict[int, FitReason] = {}
    runs: list[Run] = []
    last = 0
    reasons: tuple[FitReason, ...] = ()
    for edge in sorted(edges):
        for index in edges[edge]:
            if active.pop(index, None) is None:
                active[index] = hindrances[index].reason
        found = _gravest_first(active.values())
        if edge > last and (edge == MIDNIGHT or found != reasons):
            verdict = reasons[0].verdict if reasons else Verdict.FITS
            runs.append(Run(last, edge, reasons, verdict))
            last = edge
        if edge == last:
            reasons = found
    return runs


def _gravest_first(active: Iterable[FitReason]) -> tuple[FitReason, ...]:
    """Each reason once, what makes it impossible before what warns."""
    reasons = tuple(active)
    if len(reasons) < 2:  # noqa: PLR2004 mostly there is one or none
        return reasons
    known: list[FitReason] = []
    for reason in reasons:
        if not any(reason.code is each.code and reason == each for each in known):
            known.append(reason)
    hard = [each for each in known if each.verdict is Verdict.IMPOSSIBLE]
    if not hard or len(hard) == len(known):
        return tuple(known)
    return (*hard, *(each for each in known if each.verdict is not Verdict.IMPOSSIBLE))
