"""The tables of the statistics in words, the same in workbooks and on paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trips.domain.briefs.figures import Count, Line, Statistics
from trips.domain.briefs.public_figures import FOLDED
from trips.domain.briefs.roster import RosterBrief
from trips.domain.briefs.statistics import DEFINED_ON, count_roster
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import Level
from trips.domain.person import Sex
from trips.domain.values.collation import sort_key
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name, date_medium

_DEFINITIONS: Final = (
    N_("People: everybody once, whatever their roles."),
    N_("Participations: a person in one role."),
    N_("Person-days: days of presence, the first and the last included, once per person and day."),
    N_("Only those are counted who count for the statistics of this trip."),
)
_SINCE: Final = N_("Counted so since %(date)s.")
_PUBLIC: Final = N_(
    "For public use: lines of fewer than %(fewest)s people are put together; "
    "the sexes are left out where they would show somebody."
)
_TOO_FEW: Final = N_("Fewer than %(fewest)s people take part: there are no figures for the public.")


@dataclass(frozen=True)
class Figure:
    """A column of the tables: heading, and the value of a line; none for what it hides."""

    heading: str
    value: Callable[[Count, Count], int | float | None]
    is_share: bool = False


@dataclass(frozen=True)
class FigureTable:
    """A table: lines in the order of the reader's alphabet where they count equally many."""

    name: str
    """For programs."""
    title: str
    heading: str
    """Of the column with the names."""
    chart: str
    """The title of its chart."""
    lines: Sequence[tuple[str, Count]]
    figures: Sequence[Figure]


PEOPLE: Final = Figure(N_("People"), lambda count, _: count.people)
_SHARE: Final = Figure(
    N_("Share"),
    lambda count, total: count.people / total.people if total.people else 0,
    is_share=True,
)
_SEXES: Final = (
    Figure(N_("Female"), lambda count, _: count.women),
    Figure(N_("Male"), lambda count, _: count.men),
    Figure(N_("Other or not stated"), lambda count, _: count.others),
)
_PUBLIC_SEXES: Final = (
    Figure(N_("Female"), lambda count, _: count.women if count.tells_sexes else None),
    Figure(
        N_("Male, other or not stated"),
        lambda count, _: count.others if count.tells_sexes else None,
    ),
)
_EXTENT: Final = (
    Figure(N_("Participations"), lambda count, _: count.participations),
    Figure(N_("Person-days"), lambda count, _: count.person_days),
)


def statistics_of(brief: RosterBrief) -> Statistics | None:
    """The figures of a list; none where the public may see none."""
    if brief.figures is None and not brief.fewest:
        return count_roster(brief.rows)
    return brief.figures


def definitions(brief: RosterBrief, locale: str) -> list[str]:
    """What was counted, since when so, and what is left out."""
    words = [say(sentence, locale) for sentence in _DEFINITIONS]
    words.append(say(_SINCE, locale, date=date_medium(DEFINED_ON, locale)))
    if brief.fewest:
        message = _PUBLIC if brief.figures else _TOO_FEW
        words.append(say(message, locale, fewest=brief.fewest))
    return words


def tables_of(counts: Statistics, locale: str, *, is_public: bool) -> list[FigureTable]:
    """The tables that have lines, in their order."""
    known = (
        ("Countries", N_("By country"), N_("Country"), N_("People by country"), counts.by_country),
        ("Sexes", N_("By sex"), N_("Sex"), N_("People by sex"), counts.by_sex),
        ("Levels", N_("By level"), N_("Level"), N_("People by level"), counts.by_level),
        (
            "Organisations",
            N_("By kind of organisation"),
            N_("Kind of organisation"),
            N_("People by kind of organisation"),
            counts.by_organisation_kind,
        ),
    )
    sexes = _PUBLIC_SEXES if is_public else _SEXES
    return [
        FigureTable(
            name,
            say(title, locale),
            say(heading, locale),
            say(chart, locale),
            _worded(lines, _NAMES[name], locale),
            (PEOPLE, _SHARE, *(() if name == "Sexes" else sexes), *_EXTENT),
        )
        for name, title, heading, chart, lines in known
        if lines
    ]


def _word(enum: type[StrEnum]) -> Callable[[str, str], str]:
    return lambda key, locale: name_of(enum(key), locale)


_NAMES: Final[dict[str, Callable[[str, str], str]]] = {
    "Countries": country_name,
    "Sexes": _word(Sex),
    "Levels": _word(Level),
    "Organisations": _word(OrganisationKind),
}


def _worded(
    lines: Sequence[Line], name: Callable[[str, str], str], locale: str
) -> list[tuple[str, Count]]:
    last = {"": say(N_("Not stated"), locale), FOLDED: say(N_("All others"), locale)}
    named = [(line, last.get(line.key) or name(line.key, locale)) for line in lines]
    order = ["", FOLDED]
    named.sort(
        key=lambda pair: (
            order.index(pair[0].key) + 1 if pair[0].key in order else 0,
            -pair[0].count.people,
            sort_key(pair[1]),
        )
    )
    return [(word, line.count) for line, word in named]
