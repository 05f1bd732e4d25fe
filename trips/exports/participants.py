"""Lists of people on paper: landscape, the chosen columns, everything on its line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trips.domain.briefs.columns import Column, Form
from trips.domain.briefs.presets import ListPreset, columns_of
from trips.domain.briefs.roster import RosterBrief, RosterRow
from trips.exports.ink import Ink
from trips.exports.kitchen_sheet import diets_of
from trips.exports.paper import Words, environment
from trips.exports.pdf import Layout, Sheet
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.column_wording import heading_of, words_of
from trips.i18n.delegates.list_wording import list_name, list_purpose, notes_words
from trips.i18n.enums import name_of
from trips.i18n.formats import clock, day_range, day_short, weekday_day
from trips.i18n.stamp import plain, sample_notice, stamp_line

_STYLES: Final = ("base/base.css", "participants/document.css")
_WEIGHTS: Final = {Form.PROSE: 5, Form.TEXT: 3, Form.NAME: 3.4, Form.COUNTRY: 2.6, Form.DAY: 2.2}
_NARROW: Final = {"group": 1.2, "academic_title": 1.6, "form_of_address": 1.6}
_TIGHT: Final = frozenset({Form.DAY, Form.MOMENT, Form.NUMBER})
"""What never wraps."""
_PRINTED: Final = (
    "family_name", "given_name", "function", "organisation", "city", "country", "level", "group",
    "present_from", "present_to",
)  # fmt: skip
"""What of the complete roster fits a sheet; the rest is in the workbook."""


@dataclass(frozen=True)
class Table:
    """What is printed: headings, how wide each column is (percent), rows of words."""

    headings: list[str]
    shares: list[float]
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
    facts = (
        day_range(brief.starts_on, brief.ends_on, locale),
        plain(brief.client, locale),
        brief.number,
        "" if is_kitchen else say_n(*N_n("%(n)s person", "%(n)s people"), len(brief.rows), locale),
    )
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
            facts=" · ".join(filter(None, facts)),
            stamp=" · ".join(filter(None, (stamp, sample_notice(brief.stamp, locale)))),
            table=table,
            nobody=say(N_("Nobody stands on this list yet."), locale),
        )
    )
    shares = enumerate(table.shares, start=1)
    rules = "".join(f".c{number}{{width:{share:.2f}%}}" for number, share in shares)
    layout = Layout(html, _STYLES, rules)
    return layout.write(_no_line, at=brief.stamp.as_of, languages=words.languages)


def _no_line(_sheet: Sheet, _ink: Ink) -> None:
    """A list belongs to no place."""


def _people(brief: RosterBrief, locale: str) -> Table:
    columns = columns_of(brief)
    if not brief.plan.columns:
        columns = tuple(each for each in columns if each.key in _PRINTED)
        columns = tuple(sorted(columns, key=lambda each: _PRINTED.index(each.key)))
    weights = [_NARROW.get(each.key) or _WEIGHTS.get(each.form, 2.2) for each in columns]
    return Table(
        headings=[heading_of(each, locale) for each in columns],
        shares=_shares(weights),
        rows=[[_cell(each, row, locale) for each in columns] for row in brief.rows],
        head=next((n for n, each in enumerate(columns) if each.key == "family_name"), 0),
        is_numbered=True,
        tight=frozenset(n for n, each in enumerate(columns) if each.form in _TIGHT),
    )


def _shares(weights: Sequence[float]) -> list[float]:
    return [100 * weight / sum(weights) for weight in weights]


def _cell(column: Column, row: RosterRow, locale: str) -> str:
    value = column.value(row)
    if value is None:
        return ""
    if column.form is Form.DAY:
        return day_short(value, locale)  # type: ignore[arg-type]  # the form says what it is
    if column.form is Form.MOMENT:
        return f"{weekday_day(value, locale)}, {clock(value)}"  # type: ignore[arg-type]  # as above
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
    return Table(
        headings=[*first, *names, say(N_("Notes"), locale)],
        shares=_shares([2.4, 2, *(2 for _ in diets), 6]),
        rows=rows,
        head=0,
        is_numbered=False,
        tight=frozenset({0}),
    )
