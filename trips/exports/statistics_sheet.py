"""The sheet with the statistics of a roster: what was counted, tables, two charts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, NumData, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList

from trips.domain.organisation import OrganisationKind
from trips.domain.participation import Level
from trips.domain.person import Sex
from trips.domain.roster import RosterBrief
from trips.domain.statistics import Count, Line, count_roster
from trips.exports.excel import Book, Printing, Sheet, SheetPlan
from trips.exports.excel_styles import ACCENT, Style
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name, join_list
from trips.i18n.stamp import plain, sample_notice, stamp_line

_WIDTHS: Final = (32, 13, 10, 13, 13, 16, 16, 15, 3)
_CHART_COLUMN: Final = "J"
_MAX_BARS: Final = 16

_DEFINITIONS: Final = (
    N_("People: everybody once, whatever their roles."),
    N_("Participations: a person in one role."),
    N_("Person-days: days of presence, the first and the last included, once per person and day."),
    N_("Only those are counted who count for the statistics of this trip."),
)


@dataclass(frozen=True)
class _Figure:
    """A column of the tables: heading, value of a line, and the style of the cells."""

    heading: str
    value: Callable[[Count, Count], int | float]
    style: Style = Style.NUMBER


_PEOPLE: Final = _Figure(N_("People"), lambda count, _: count.people)
_SHARE: Final = _Figure(
    N_("Share"),
    lambda count, total: count.people / total.people if total.people else 0,
    Style.PERCENT,
)
_SEXES: Final = (
    _Figure(N_("Female"), lambda count, _: count.women),
    _Figure(N_("Male"), lambda count, _: count.men),
    _Figure(N_("Other or not stated"), lambda count, _: count.others),
)
_EXTENT: Final = (
    _Figure(N_("Participations"), lambda count, _: count.participations),
    _Figure(N_("Person-days"), lambda count, _: count.person_days),
)
_FIGURES: Final = (_PEOPLE, _SHARE, *_SEXES, *_EXTENT)


@dataclass(frozen=True)
class _Table:
    name: str
    title: str
    lines: Sequence[Line]
    name_line: Callable[[str], str]
    figures: Sequence[_Figure] = _FIGURES


def add_statistics(book: Book, brief: RosterBrief, locale: str) -> None:
    """Add the sheet to the workbook."""
    _Statistics(brief, locale).write(book)


class _Statistics:
    def __init__(self, brief: RosterBrief, locale: str) -> None:
        self.brief = brief
        self.locale = locale
        self.statistics = count_roster(brief.rows)

    def write(self, book: Book) -> None:
        """Write the sheet: definitions, four tables, and charts of the first two."""
        sheet = book.add_sheet(self._plan())
        sheet.append([(plain(self.brief.title, self.locale), Style.TITLE)], height=26)
        state = stamp_line(self.brief.stamp, self.locale)
        notice = sample_notice(self.brief.stamp, self.locale)
        sheet.append([(" · ".join(filter(None, (state, notice))), Style.SUBTITLE)], height=20)
        for sentence in _DEFINITIONS:
            sheet.append([(self._say(sentence), Style.PLAIN)])
        places = [self._write_table(sheet, table) for table in self._tables()]
        country, level = self._tables()[:2]
        self._add_chart(sheet, country, places[0], f"{_CHART_COLUMN}3")
        below = 5 + round(2 * self._height(country))
        self._add_chart(sheet, level, places[1], f"{_CHART_COLUMN}{below}")

    def _plan(self) -> SheetPlan:
        return SheetPlan(
            title=self._say(N_("Statistics")),
            widths=_WIDTHS,
            colour="8A5A00",
            printing=Printing(
                first_row=1,
                last_row=1,
                area="",
                left=stamp_line(self.brief.stamp, self.locale),
                centre=sample_notice(self.brief.stamp, self.locale),
                right=self._say(N_("Page {page} of {pages}")),
            ),
        )

    def _tables(self) -> tuple[_Table, ...]:
        counts = self.statistics
        return (
            _Table("Countries", N_("By country"), counts.by_country, self._country),
            _Table("Levels", N_("By level"), counts.by_level, self._word(Level)),
            _Table(
                "Sexes", N_("By sex"), counts.by_sex, self._word(Sex), (_PEOPLE, _SHARE, *_EXTENT)
            ),
            _Table(
                "Organisations",
                N_("By kind of organisation"),
                counts.by_organisation_kind,
                self._word(OrganisationKind),
            ),
        )

    def _country(self, code: str) -> str:
        return country_name(code, self.locale) if code else self._say(N_("Not stated"))

    def _word(self, enum: type[StrEnum]) -> Callable[[str], str]:
        return lambda key: name_of(enum(key), self.locale) if key else self._say(N_("Not stated"))

    def _write_table(self, sheet: Sheet, table: _Table) -> int:
        """Write a table and return the row of its headings."""
        sheet.append([])
        sheet.append([(self._say(table.title), Style.SECTION)], height=20)
        headings = [self._say(table.title), *(self._say(f.heading) for f in table.figures)]
        styles = [Style.HEADING, *(Style.HEADING_NUMBER for _ in table.figures)]
        sheet.append(zip(headings, styles, strict=True), height=30)
        start, total = sheet.rows, self.statistics.total
        for line in table.lines:
            figures = ((f.value(line.count, total), f.style) for f in table.figures)
            sheet.append([(table.name_line(line.key), Style.TEXT), *figures])
        if table.lines:
            letter = "ABCDEFGHI"[len(table.figures)]
            sheet.add_table(table.name, f"A{start}:{letter}{sheet.rows}", headings)
        totals = ((f.value(total, total), _TOTAL_STYLES[f.style]) for f in table.figures)
        sheet.append([(self._say(N_("Total")), Style.TOTAL), *totals])
        return start

    def _height(self, table: _Table) -> float:
        return 4.5 + 0.7 * min(len(table.lines), _MAX_BARS)

    def _add_chart(self, sheet: Sheet, table: _Table, heading_row: int, anchor: str) -> None:
        lines = table.lines[:_MAX_BARS]
        if not lines:
            return
        names = [table.name_line(line.key) for line in lines]
        people = [line.count.people for line in lines]
        title = f"{self._say(N_('People'))}: {self._say(table.title)}"
        last = heading_row + len(lines)
        series = Series(
            Reference(sheet.source, min_col=2, min_row=heading_row + 1, max_row=last),
            title=self._say(N_("People")),
        )
        series.val.numRef.numCache = NumData(
            ptCount=len(people), pt=[NumVal(n, v=str(value)) for n, value in enumerate(people)]
        )
        chart = _bar_chart(title, self._say(N_("People")), self._say(table.title), max(people))
        chart.append(series)
        chart.set_categories(
            Reference(sheet.source, min_col=1, min_row=heading_row + 1, max_row=last)
        )
        _name_bars(series, names)
        chart.height, chart.width = self._height(table), 17
        said = [f"{name} {count}" for name, count in zip(names, people, strict=True)]
        sheet.add_chart(chart, anchor, f"{title}. {join_list(said, self.locale)}.")

    def _say(self, message: str) -> str:
        return say(message, self.locale)


_TOTAL_STYLES: Final = {Style.NUMBER: Style.TOTAL_NUMBER, Style.PERCENT: Style.TOTAL_PERCENT}


def _bar_chart(title: str, value_title: str, name_title: str, longest: int) -> Any:
    chart: Any = BarChart()
    chart.type, chart.gapWidth, chart.legend = "bar", 55, None
    chart.title, chart.y_axis.title, chart.x_axis.title = title, value_title, name_title
    for part in (chart.title, chart.y_axis.title, chart.x_axis.title):
        part.overlay = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min, chart.y_axis.number_format = 0, "0"
    if longest <= 10:  # noqa: PLR2004 else Excel marks half people
        chart.y_axis.majorUnit = 1
    chart.y_axis.majorGridlines = None
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    return chart


def _name_bars(series: Any, names: Sequence[str]) -> None:
    series.graphicalProperties.solidFill = ACCENT
    series.graphicalProperties.line.solidFill = ACCENT
    points = [StrVal(n, v=name) for n, name in enumerate(names)]
    cache = StrData(ptCount=len(names), pt=points)
    series.cat = AxDataSource(strRef=StrRef(series.cat.numRef.f, cache))
