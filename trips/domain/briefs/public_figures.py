"""Statistics for public use: nobody is recognised in them, and nothing can be reckoned back.

* Lines of fewer people than the trip allows are put together with the next smallest into one line
  that names none of them. Every line that is left counts enough people, and the lines of a table
  still add up to its total, so there is no hidden line to be reckoned by subtraction.
* Of the sexes a line tells women and everybody else, and only if neither of both is too few. What
  the silent lines of a table hold together follows from its total, so together they must be
  enough as well; if need be, the smallest line that could tell keeps silent with them.
* Women are told at all only where their total is told.

It does not protect from comparing two editions: publish one, of a release.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from trips.domain.briefs.figures import Count, Line, Statistics
from trips.domain.person import Sex

FOLDED: Final = "*"
"""The key of the line that puts small ones together."""


def for_public(counts: Statistics, fewest: int) -> Statistics | None:
    """The statistics without lines of fewer than `fewest` people; none where all are too few."""
    if counts.total.people < fewest:
        return None
    by_sex = fold(counts.by_sex, fewest, kept=Sex.FEMALE.value)
    tells = may_tell(counts.total, fewest) and any(line.key == Sex.FEMALE for line in by_sex)

    def table(lines: Iterable[Line]) -> tuple[Line, ...]:
        folded = fold(lines, fewest)
        return () if _is_total(folded) else _hushed(folded, fewest, tells_total=tells)

    return Statistics(
        total=_told(counts.total, tells=tells),
        by_country=table(counts.by_country),
        by_level=table(counts.by_level),
        by_sex=() if _is_total(by_sex) else _hushed(by_sex, fewest, tells_total=False),
        by_organisation_kind=table(counts.by_organisation_kind),
    )


def fold(lines: Iterable[Line], fewest: int, kept: str = "") -> tuple[Line, ...]:
    """The lines with the small ones put together, last; `kept` joins them only if it must."""
    ordered = list(lines)
    small = [line for line in ordered if line.count.people < fewest]
    if not small:
        return tuple(ordered)
    large = [line for line in ordered if line.count.people >= fewest]
    large.sort(key=lambda line: (line.key == kept, line.count.people, line.key))
    while large and sum(line.count.people for line in small) < fewest:
        small.append(large.pop(0))
    shown = [line for line in ordered if not any(line is each for each in small)]
    return (*shown, Line(FOLDED, _sum(line.count for line in small)))


def may_tell(count: Count, fewest: int) -> bool:
    """Tell whether neither women nor everybody else are too few."""
    return all(part == 0 or part >= fewest for part in (count.women, count.people - count.women))


def _is_total(lines: tuple[Line, ...]) -> bool:
    """Tell whether nothing is left of a table but its total."""
    return [line.key for line in lines] == [FOLDED]


def _hushed(lines: tuple[Line, ...], fewest: int, *, tells_total: bool) -> tuple[Line, ...]:
    if not tells_total:
        return tuple(replace(line, count=_told(line.count, tells=False)) for line in lines)
    silent = [line for line in lines if not may_tell(line.count, fewest)]
    telling = [line for line in lines if may_tell(line.count, fewest)]
    telling.sort(key=lambda line: line.count.people)
    while telling and silent and not _is_enough(silent, fewest):
        silent.append(telling.pop(0))
    return tuple(
        replace(line, count=_told(line.count, tells=not any(line is each for each in silent)))
        for line in lines
    )


def _is_enough(silent: list[Line], fewest: int) -> bool:
    """Tell whether silent lines can stand together: at least two, and enough in both parts."""
    count = _sum(line.count for line in silent)
    rest = count.people - count.women
    return len(silent) > 1 and min(count.women, rest) >= fewest


def _told(count: Count, *, tells: bool) -> Count:
    """The count with women and everybody else, or silent about the sexes."""
    if not tells:
        return replace(count, by_sex={})
    rest = count.people - count.women
    return replace(count, by_sex={Sex.FEMALE: count.women, Sex.UNKNOWN: rest})


def _sum(counts: Iterable[Count]) -> Count:
    listed = list(counts)
    by_sex: dict[Sex, int] = {}
    for count in listed:
        for sex, people in count.by_sex.items():
            by_sex[sex] = by_sex.get(sex, 0) + people
    return Count(
        people=sum(count.people for count in listed),
        by_sex=by_sex,
        participations=sum(count.participations for count in listed),
        person_days=sum(count.person_days for count in listed),
    )
