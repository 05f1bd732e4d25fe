"""What a list of people says on paper: cells of one or two lines, people under their delegation."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from trips.domain.briefs.columns import Column, Form, choose_columns
from trips.domain.briefs.list_plan import Sorting
from trips.domain.briefs.presets import columns_of
from trips.domain.briefs.roster import RosterBrief, RosterRow
from trips.domain.participation import Role
from trips.domain.person import LanguageLevel
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.column_wording import heading_of, words_of
from trips.i18n.formats import clock, day_short, weekday_day
from trips.i18n.stamp import plain

TIGHT: Final = frozenset({Form.DAY, Form.MOMENT, Form.NUMBER})
"""What never wraps."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and in grey below it."""

    main: str
    below: str = ""


@dataclass(frozen=True)
class Group:
    """Rows under a heading of their own; without a heading they just follow."""

    rows: list[list[Cell]]
    title: str = ""
    note: str = ""


@dataclass(frozen=True)
class Lines:
    """A column of a paper: its heading, and which columns of the list fill its lines."""

    heading: str
    main: tuple[str, ...]
    below: tuple[str, ...] = ()


_COMPLETE: Final = (
    Lines(N_("Name"), ("family_name",), ("form_of_address", "academic_title", "given_name")),
    Lines(N_("Function and organisation"), ("function",), ("organisation",)),
    Lines(N_("City and country"), ("city",), ("country",)),
    Lines(N_("Level and role"), ("level",), ("role",)),
    Lines(N_("Languages"), ("languages",)),
    Lines(N_("Group and status"), ("group",), ("status",)),
    Lines(N_("Present"), ("present_from",), ("present_to",)),
    Lines(N_("E-mail and phone"), ("email",), ("phone",)),
)
"""The complete roster: two lines each, so that a person takes no more height than a name."""


@dataclass(frozen=True)
class Grid:
    """A list of people as it is printed."""

    headings: list[str]
    groups: list[Group]
    tight: frozenset[int]
    """Columns whose words never wrap."""
    head: int
    """Which column heads a row."""


def grid_of(brief: RosterBrief, locale: str) -> Grid:
    """The list in words."""
    return _chosen(brief, locale) if brief.plan.columns else _complete(brief, locale)


def _chosen(brief: RosterBrief, locale: str) -> Grid:
    columns = columns_of(brief)
    rows = [[Cell(_word(each, row, locale)) for each in columns] for row in brief.rows]
    return Grid(
        headings=[heading_of(each, locale) for each in columns],
        groups=[Group(rows)] if rows else [],
        tight=frozenset(n for n, each in enumerate(columns) if each.form in TIGHT),
        head=next((n for n, each in enumerate(columns) if each.key == "family_name"), 0),
    )


def _complete(brief: RosterBrief, locale: str) -> Grid:
    shown = {each.key for each in columns_of(brief)}
    lines = [each for each in _COMPLETE if shown.issuperset(each.main)]
    known = [
        (choose_columns(each.main), choose_columns(filter(shown.__contains__, each.below)))
        for each in lines
    ]

    def cells(row: RosterRow) -> list[Cell]:
        return [Cell(_said(main, row, locale), _said(below, row, locale)) for main, below in known]

    return Grid(
        headings=[say(each.heading, locale) for each in lines],
        groups=[
            Group([cells(row) for row in rows], title, _count(len(rows), locale) if title else "")
            for title, rows in _parties(brief, locale)
        ],
        tight=frozenset(n for n, each in enumerate(lines) if each.main == ("present_from",)),
        head=0,
    )


def _parties(brief: RosterBrief, locale: str) -> list[tuple[str, list[RosterRow]]]:
    """By precedence people stand under their delegation, the others under a heading of theirs."""
    if brief.plan.sorting is not Sorting.PRECEDENCE:
        return [("", list(brief.rows))] if brief.rows else []

    def title(row: RosterRow) -> str:
        is_alone = row.role is Role.DELEGATE
        others = N_("Without delegation") if is_alone else N_("Organisation and team")
        return plain(row.delegation, locale) or say(others, locale)

    return [(name, list(rows)) for name, rows in groupby(brief.rows, title)]


def _count(number: int, locale: str) -> str:
    return say_n(*N_n("%(n)s person", "%(n)s people"), number, locale)


def _said(columns: Sequence[Column], row: RosterRow, locale: str) -> str:
    return " ".join(filter(None, (_brief(each, row, locale) for each in columns)))


def _brief(column: Column, row: RosterRow, locale: str) -> str:
    """Languages by their codes: their names would make every row four lines high."""
    if column.form is not Form.LANGUAGES:
        return _word(column, row, locale)
    return ", ".join(
        f"{each.code.upper()} {each.level.name}"
        if each.level and each.level is not LanguageLevel.NATIVE
        else each.code.upper()
        for each in row.languages
    )


def _word(column: Column, row: RosterRow, locale: str) -> str:
    value = column.value(row)
    if value is None:
        return ""
    if column.form is Form.DAY:
        return day_short(value, locale)
    if column.form is Form.MOMENT:
        return f"{weekday_day(value, locale)}, {clock(value)}"  # type: ignore[arg-type]  # the form says what it is
    return words_of(column, value, locale)
