"""The figures of a trip as bars: parts of the longest line, in percent."""

from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import gettext as _

from trips.domain.briefs.figures import Count, Line, Statistics
from trips.domain.briefs.public_figures import FOLDED
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import Level
from trips.domain.person import Sex
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name


@dataclass(frozen=True)
class Bar:
    """A line of a table with its bar."""

    name: str
    count: Count
    women: float = 0
    men: float = 0
    others: float = 0
    untold: float = 0
    is_folded: bool = False


@dataclass(frozen=True)
class Plot:
    """A table with bars."""

    key: str
    title: str
    bars: tuple[Bar, ...]
    by_sex: bool = True


def plots_of(counts: Statistics, locale: str) -> list[Plot]:
    """The tables that have lines."""
    tables: tuple[tuple[str, str, tuple[Line, ...], Callable[[str], str]], ...] = (
        (
            "countries",
            _("By country"),
            counts.by_country,
            lambda key: country_name(key, locale),
        ),
        ("sexes", _("By sex"), counts.by_sex, lambda key: name_of(Sex(key), locale)),
        ("levels", _("By level"), counts.by_level, lambda key: name_of(Level(key), locale)),
        (
            "organisations",
            _("By kind of organisation"),
            counts.by_organisation_kind,
            lambda key: name_of(OrganisationKind(key), locale),
        ),
    )
    return [
        Plot(key, title, _bars(lines, name), by_sex=key != "sexes")
        for key, title, lines, name in tables
        if lines
    ]


def _bars(lines: tuple[Line, ...], name: Callable[[str], str]) -> tuple[Bar, ...]:
    longest = max(line.count.people for line in lines) or 1
    words = {"": _("Not stated"), FOLDED: _("All others")}
    return tuple(_bar(words.get(line.key) or name(line.key), line, longest) for line in lines)


def _bar(word: str, line: Line, longest: int) -> Bar:
    parts = _parts(line)
    women, men, others, untold = (100 * part / longest for part in parts)
    return Bar(word, line.count, women, men, others, untold, is_folded=line.key == FOLDED)


def _parts(line: Line) -> tuple[int, int, int, int]:
    """How many women, men and others there are, and how many whose sex is not told."""
    count = line.count
    if line.key in {Sex.FEMALE, Sex.MALE}:
        return (count.people, 0, 0, 0) if line.key == Sex.FEMALE else (0, count.people, 0, 0)
    if not count.tells_sexes:
        return 0, 0, 0, count.people
    return count.women, count.men, count.others, 0
