"""The sheet with the statistics of a roster: what was counted, tables, two charts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from trips.domain.briefs.roster import RosterBrief
from trips.domain.briefs.statistics import Count, Line, count_roster
from trips.domain.organisation import OrganisationKind
from trips.domain.participation import Level
from trips.domain.person import Sex
from trips.domain.values.collation import sort_key
from trips.exports.excel.book import Book, Printing, Sheet, SheetPlan
from trips.exports.excel.chart import Bars, bar_chart
from trips.exports.excel.styles import Style
from trips.i18n.catalogue import N_, say
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name, join_list
from trips.i18n.stamp import plain, sample_notice, stamp_line

_WIDTHS: Final = (32, 13, 10, 13, 13, 16, 16, 15, 3)
_CHART_COLUMN: Final = "J"
_FIRST_CHART_ROW: Final = 3
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
    heading: str
    lines: Sequence[Line]
    name_line: Callable[[str], str]
    figures: Sequence[_Figure] = _FIGURES
    chart: str = ""
    """The title of its chart; empty for none."""


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
        top = _FIRST_CHART_ROW
        for table in self._tables():
            heading_row = self._write_table(sheet, table)
            if table.chart:
                anchor = f"{_CHART_COLUMN}{top}"
                top += self._add_chart(sheet, table, heading_row, anchor) + 1

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
            _Table(
                "Countries",
                N_("By country"),
                N_("Country"),
                counts.by_country,
                self._country,
                chart=N_("People by country"),
            ),
            _Table(
                "Levels",
                N_("By level"),
                N_("Level"),
                counts.by_level,
                self._word(Level),
                chart=N_("People by level"),
            ),
            _Table(
                "Sexes",
                N_("By sex"),
                N_("Sex"),
                counts.by_sex,
                self._word(Sex),
                (_PEOPLE, _SHARE, *_EXTENT),
            ),
            _Table(
                "Organisations",
                N_("By kind of organisation"),
                N_("Kind of organisation"),
                counts.by_organisation_kind,
                self._word(OrganisationKind),
            ),
        )

    def _country(self, code: str) -> str:
        return country_name(code, self.locale) if code else self._say(N_("Not stated"))

    def _word(self, enum: type[StrEnum]) -> Callable[[str], str]:
        return lambda key: name_of(enum(key), self.locale) if key else self._say(N_("Not stated"))

    def _sorted(self, table: _Table) -> list[Line]:
        """Lines with equally many people by the alphabet of the reader."""

        def key(line: Line) -> tuple[bool, int, str]:
            return not line.key, -line.count.people, sort_key(table.name_line(line.key))

        return sorted(table.lines, key=key)

    def _write_table(self, sheet: Sheet, table: _Table) -> int:
        """Write a table and return the row of its headings."""
        sheet.append([])
        sheet.append([(self._say(table.title), Style.SECTION)], height=20)
        headings = [self._say(table.heading), *(self._say(f.heading) for f in table.figures)]
        styles = [Style.HEADING, *(Style.HEADING_NUMBER for _ in table.figures)]
        sheet.append(zip(headings, styles, strict=True), height=30)
        start, total = sheet.rows, self.statistics.total
        for line in self._sorted(table):
            figures = ((f.value(line.count, total), f.style) for f in table.figures)
            sheet.append([(table.name_line(line.key), Style.TEXT), *figures])
        if table.lines:
            letter = "ABCDEFGHI"[len(table.figures)]
            sheet.add_table(table.name, f"A{start}:{letter}{sheet.rows}", headings)
        totals = ((f.value(total, total), _TOTAL_STYLES[f.style]) for f in table.figures)
        sheet.append([(self._say(N_("Total")), Style.TOTAL), *totals])
        return start

    def _add_chart(self, sheet: Sheet, table: _Table, heading_row: int, anchor: str) -> int:
        """Put the chart of a table beside the tables; return how many rows high it is."""
        lines = self._sorted(table)[:_MAX_BARS]
        if not lines:
            return 0
        bars = Bars(
            title=self._say(table.chart),
            name_title=self._say(table.heading),
            value_title=self._say(N_("People")),
            names=[table.name_line(line.key) for line in lines],
            values=[line.count.people for line in lines],
            first_row=heading_row + 1,
        )
        pairs = zip(bars.names, bars.values, strict=True)
        said = join_list([f"{name} {value}" for name, value in pairs], self.locale)
        sheet.add_chart(bar_chart(sheet.source, bars), anchor, f"{bars.title}: {said}.")
        return bars.rows_high

    def _say(self, message: str) -> str:
        return say(message, self.locale)


_TOTAL_STYLES: Final = {Style.NUMBER: Style.TOTAL_NUMBER, Style.PERCENT: Style.TOTAL_PERCENT}
