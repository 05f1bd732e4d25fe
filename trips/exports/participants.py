"""Lists of people on paper: landscape, the chosen columns, everything on its line."""

from dataclasses import dataclass
from typing import Final

from trips.domain.briefs.columns import Column, Form
from trips.domain.briefs.presets import ListPreset, columns_of
from trips.domain.briefs.roster import RosterBrief, RosterRow
from trips.exports.ink import Ink, colour_of
from trips.exports.kitchen_sheet import diets_of
from trips.exports.measure import Printed, column_widths
from trips.exports.paper import Words, environment
from trips.exports.pdf import Layout, Sheet
from trips.i18n.catalogue import N_, say
from trips.i18n.column_wording import heading_of, words_of
from trips.i18n.delegates.list_wording import list_name, list_purpose, notes_words
from trips.i18n.enums import name_of
from trips.i18n.formats import clock, day_range, day_short, weekday_day
from trips.i18n.stamp import plain, sample_notice, stamp_line

_STYLES: Final = ("base/base.css", "participants/document.css")
_TIGHT: Final = frozenset({Form.DAY, Form.MOMENT, Form.NUMBER})
"""What never wraps."""
_ROOM: Final = 261.0
"""Millimetres between the margins of the sheet."""
_NUMBERS: Final = 9.0
_LEFT, _LINE_AT, _STEP, _STROKE = 20.0, 15.0, 12.0, 1.6
_PRINTED: Final = (
    "family_name", "given_name", "function", "organisation", "city", "country", "level", "group",
    "present_from", "present_to",
)  # fmt: skip
"""What of the complete roster fits a sheet; the rest is in the workbook."""


@dataclass(frozen=True)
class Table:
    """What is printed: headings, how wide each column is (millimetres), rows of words."""

    headings: list[str]
    size: float
    """Of the letters, in points."""
    widths: list[float]
    rows: list[list[str]]
    head: int
    """Which column heads a row, counted from 0."""
    is_numbered: bool
    tight: frozenset[int]
    """Columns whose words never wrap."""


def render(brief: RosterBrief, locale: str) -> bytes:
    """The list as PDF/UA; the same brief gives the same bytes."""
    words = Words(locale)
    is_kitchen = brief.plan.key == ListPreset.KITCHEN
    table = _kitchen(brief, locale) if is_kitchen else _people(brief, locale)
    stamp = stamp_line(brief.stamp, locale)
    html = (
        environment(locale)
        .get_template("participants/document.html")
        .render(
            locale=locale,
            name=list_name(brief.plan, locale),
            purpose=list_purpose(brief.plan, locale),
            title=words(brief.title),
            plain_title=words.plain(brief.title),
            facts=_facts(brief, locale),
            stamp=" · ".join(filter(None, (stamp, sample_notice(brief.stamp, locale)))),
            table=table,
            nobody=say(N_("Nobody stands on this list yet."), locale),
        )
    )
    widths = enumerate(table.widths, start=1)
    rules = f".list{{font-size:{table.size}pt}}" + "".join(
        f".c{number}{{width:{width:.2f}mm}}" for number, width in widths
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
    for number, hue in enumerate(hues):
        start = _LEFT + number * _STEP
        ink.line(((start, _LINE_AT), (start + _STEP, _LINE_AT)), colour_of(hue), _STROKE)
    for number, hue in enumerate(hues):
        ink.ring((_LEFT + (number + 0.4) * _STEP, _LINE_AT), 4.4, 1.1, colour_of(hue))


def _people(brief: RosterBrief, locale: str) -> Table:
    columns = columns_of(brief)
    if not brief.plan.columns:
        columns = tuple(each for each in columns if each.key in _PRINTED)
        columns = tuple(sorted(columns, key=lambda each: _PRINTED.index(each.key)))
    tight = frozenset(n for n, each in enumerate(columns) if each.form in _TIGHT)
    headings = [heading_of(each, locale) for each in columns]
    rows = [[_cell(each, row, locale) for each in columns] for row in brief.rows]
    size, widths = _widths(headings, rows, tight, _ROOM - _NUMBERS)
    return Table(
        headings=headings,
        size=size,
        widths=widths,
        rows=rows,
        head=next((n for n, each in enumerate(columns) if each.key == "family_name"), 0),
        is_numbered=True,
        tight=tight,
    )


def _widths(
    headings: list[str], rows: list[list[str]], tight: frozenset[int], room: float
) -> tuple[float, list[float]]:
    columns = zip(*rows, strict=True) if rows else ((),) * len(headings)
    printed = [
        Printed(heading, cells, number in tight)
        for number, (heading, cells) in enumerate(zip(headings, columns, strict=True))
    ]
    return column_widths(printed, room)


def _cell(column: Column, row: RosterRow, locale: str) -> str:
    value = column.value(row)
    if value is None:
        return ""
    if column.form is Form.DAY:
        return day_short(value, locale)
    if column.form is Form.MOMENT:
        return f"{weekday_day(value, locale)}, {clock(value)}"  # type: ignore[arg-type]  # the form says what it is
    return words_of(column, value, locale)


def _kitchen(brief: RosterBrief, locale: str) -> Table:
    diets = diets_of(brief)
    rows = []
    for day in brief.kitchen:
        known = dict(day.diets)
        numbers = [str(known.get(diet, 0) or "–") for diet in diets]
        rows.append([day_short(day.on, locale), str(day.people), *numbers, notes_words(day)])
    names = [name_of(diet, locale) for diet in diets]
    first = [say(N_("Day"), locale), say(N_("People"), locale)]
    headings = [*first, *names, say(N_("Notes"), locale)]
    size, widths = _widths(headings, rows, frozenset({0}), _ROOM)
    return Table(
        headings=headings,
        size=size,
        widths=widths,
        rows=rows,
        head=0,
        is_numbered=False,
        tight=frozenset({0}),
    )
