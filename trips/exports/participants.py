"""Lists of people on paper: landscape, the chosen columns, everything on its line."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trips.domain.briefs.presets import NAMELESS, ListPreset
from trips.domain.briefs.roster import RosterBrief
from trips.exports.ink import Ink, colour_of
from trips.exports.kitchen_sheet import diets_of
from trips.exports.lists.figures import Figure, definitions, statistics_of, tables_of
from trips.exports.lists.rows import Cell, Group, grid_of
from trips.exports.measure import Printed, column_widths
from trips.exports.paper import Words, environment
from trips.exports.pdf import Layout, Sheet
from trips.i18n.catalogue import N_, say
from trips.i18n.delegates.list_wording import list_name, list_purpose, notes_words, order_words
from trips.i18n.enums import name_of
from trips.i18n.formats import day_range, day_short, number, percent
from trips.i18n.stamp import plain, sample_notice, stamp_line

_STYLES: Final = ("base/base.css", "participants/document.css")
_ROOM: Final = 261.0
"""Millimetres between the margins of the sheet."""
_NUMBERS: Final = 9.0
_LEFT, _LINE_AT, _STEP, _STROKE = 20.0, 15.0, 12.0, 1.6


@dataclass(frozen=True, kw_only=True)
class Table:
    """What is printed: headings, how wide each column is (millimetres), rows of words."""

    headings: list[str]
    groups: list[Group]
    size: float
    """Of the letters, in points."""
    widths: list[float]
    head: int = 0
    """Which column heads a row, counted from 0."""
    is_numbered: bool = False
    tight: frozenset[int] = frozenset()
    """Columns whose words never wrap."""
    numbers: frozenset[int] = frozenset()
    """Columns of numbers, which end below each other."""
    is_summed: bool = False
    """The last row of each group is its total."""


def render(brief: RosterBrief, locale: str) -> bytes:
    """The list as PDF/UA; the same brief gives the same bytes."""
    words = Words(locale)
    table = _table(brief, locale)
    stamp = stamp_line(brief.stamp, locale)
    is_complete = brief.plan.key == ListPreset.GIZ and not brief.is_reduced
    html = (
        environment(locale)
        .get_template("participants/document.html")
        .render(
            locale=locale,
            name=list_name(brief.plan, locale),
            purpose=list_purpose(brief.plan, locale),
            order=order_words(brief.plan, locale),
            title=words(brief.title),
            plain_title=words.plain(brief.title),
            facts=_facts(brief, locale),
            stamp=" · ".join(filter(None, (stamp, sample_notice(brief.stamp, locale)))),
            table=table,
            is_figures=brief.plan.key in {ListPreset.FIGURES, ListPreset.PUBLIC_FIGURES},
            definitions=definitions(brief, locale),
            is_signed=is_complete and bool(brief.rows),
        )
    )
    widths = enumerate(table.widths, start=1)
    rules = f".list{{font-size:{table.size}pt}}" + "".join(
        f".c{at}{{width:{width:.2f}mm}}" for at, width in widths
    )

    def draw(sheet: Sheet, ink: Ink) -> None:
        if "list" in sheet.boxes:
            _draw_line(ink, brief.hues)

    layout = Layout(html, _STYLES, rules)
    return layout.write(draw, at=brief.stamp.as_of, languages=words.languages)


def _facts(brief: RosterBrief, locale: str) -> list[tuple[str, str, bool]]:
    """What the list belongs to: heads, values, and whether they never wrap."""
    known = (
        (N_("Project number"), brief.number, True),
        (N_("Trip"), plain(brief.title, locale), False),
        (N_("Days"), day_range(brief.starts_on, brief.ends_on, locale), True),
        (N_("Client"), plain(brief.client, locale), False),
        (N_("People"), str(len(brief.rows) or ""), True),
    )
    return [(say(head, locale), value, is_tight) for head, value, is_tight in known if value]


def _draw_line(ink: Ink, hues: tuple[int, ...]) -> None:
    """The stops of the trip in small, above the title."""
    for at, hue in enumerate(hues):
        start = _LEFT + at * _STEP
        ink.line(((start, _LINE_AT), (start + _STEP, _LINE_AT)), colour_of(hue), _STROKE)
    for at, hue in enumerate(hues):
        ink.ring((_LEFT + (at + 0.4) * _STEP, _LINE_AT), 4.4, 1.1, colour_of(hue))


def _table(brief: RosterBrief, locale: str) -> Table:
    if brief.plan.key not in set(NAMELESS):
        return _people(brief, locale)
    is_kitchen = brief.plan.key == ListPreset.KITCHEN
    return _kitchen(brief, locale) if is_kitchen else _figures(brief, locale)


def _people(brief: RosterBrief, locale: str) -> Table:
    grid = grid_of(brief, locale)
    size, widths = _widths(grid.headings, grid.groups, grid.tight, _ROOM - _NUMBERS)
    return Table(
        headings=grid.headings,
        groups=grid.groups,
        size=size,
        widths=widths,
        head=grid.head,
        is_numbered=True,
        tight=grid.tight,
    )


def _widths(
    headings: list[str], groups: Iterable[Group], tight: frozenset[int], room: float
) -> tuple[float, list[float]]:
    columns: list[list[str]] = [[] for _ in headings]
    for row in (row for group in groups for row in group.rows):
        for words, cell in zip(columns, row, strict=True):
            words.extend(filter(None, (cell.main, cell.below)))
    printed = [
        Printed(heading, cells, at in tight)
        for at, (heading, cells) in enumerate(zip(headings, columns, strict=True))
    ]
    return column_widths(printed, room)


def _kitchen(brief: RosterBrief, locale: str) -> Table:
    diets = diets_of(brief)
    rows = []
    for day in brief.kitchen:
        known = dict(day.diets)
        numbers = [str(known.get(diet, 0) or "–") for diet in diets]
        words = [day_short(day.on, locale), str(day.people), *numbers, notes_words(day)]
        rows.append([Cell(word) for word in words])
    names = [name_of(diet, locale) for diet in diets]
    first = [say(N_("Day"), locale), say(N_("People"), locale)]
    headings = [*first, *names, say(N_("Notes"), locale)]
    groups = [Group(rows)] if rows else []
    size, widths = _widths(headings, groups, frozenset({0}), _ROOM)
    return Table(
        headings=headings,
        groups=groups,
        size=size,
        widths=widths,
        tight=frozenset({0}),
        numbers=frozenset(range(1, len(names) + 2)),
    )


def _figures(brief: RosterBrief, locale: str) -> Table:
    counts = statistics_of(brief)
    tables = tables_of(counts, locale, is_public=bool(brief.fewest)) if counts else []
    columns = list(tables[0].figures) if tables else []
    groups = []
    for table in tables:
        lines = [*table.lines, (say(N_("Total"), locale), counts.total)] if counts else []
        rows = []
        for name, count in lines:
            told = {
                each.heading: _figure(each, each.value(count, counts.total), locale)
                for each in table.figures
                if counts
            }
            rows.append([Cell(name), *(Cell(told.get(each.heading, "")) for each in columns)])
        groups.append(Group(rows, table.title))
    headings = ["", *(say(each.heading, locale) for each in columns)]
    size, widths = _widths(headings, groups, frozenset(), _ROOM)
    return Table(
        headings=headings,
        groups=groups,
        size=size,
        widths=widths,
        numbers=frozenset(range(1, len(headings))),
        is_summed=True,
    )


def _figure(figure: Figure, value: float | None, locale: str) -> str:
    if value is None:
        return "–"
    return percent(value, locale) if figure.is_share else number(value, locale)
