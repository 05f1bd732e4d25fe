"""The sheet with the statistics of a roster: what was counted, tables, and a chart of each."""

from typing import Final

from trips.domain.briefs.figures import Count
from trips.domain.briefs.presets import ListPreset
from trips.domain.briefs.roster import RosterBrief
from trips.exports.excel.book import Book, Printing, Sheet, SheetPlan
from trips.exports.excel.chart import Bars, bar_chart
from trips.exports.excel.styles import Style
from trips.exports.lists.figures import (
    PEOPLE,
    FigureTable,
    definitions,
    statistics_of,
    tables_of,
)
from trips.i18n.catalogue import N_, say
from trips.i18n.delegates.list_wording import list_name
from trips.i18n.formats import join_list
from trips.i18n.stamp import plain, sample_notice, stamp_line

_WIDTHS: Final = (32, 13, 10, 13, 20, 16, 16, 15, 3)
_CHART_COLUMN: Final = "J"
_FIRST_CHART_ROW: Final = 3
_MAX_BARS: Final = 16


def add_statistics(book: Book, brief: RosterBrief, locale: str) -> None:
    """Add the sheet to the workbook."""
    _Statistics(brief, locale).write(book)


class _Statistics:
    def __init__(self, brief: RosterBrief, locale: str) -> None:
        self.brief = brief
        self.locale = locale
        self.statistics = statistics_of(brief)

    def write(self, book: Book) -> None:
        """Write the sheet: definitions, then the tables with their charts beside them."""
        sheet = book.add_sheet(self._plan())
        title = f"{self._name()}: {plain(self.brief.title, self.locale)}"
        sheet.append([(title, Style.TITLE)], height=26)
        state = stamp_line(self.brief.stamp, self.locale)
        notice = sample_notice(self.brief.stamp, self.locale)
        sheet.append([(" · ".join(filter(None, (state, notice))), Style.SUBTITLE)], height=20)
        for sentence in definitions(self.brief, self.locale):
            sheet.append([(sentence, Style.PLAIN)])
        if self.statistics is None:
            return
        top = _FIRST_CHART_ROW
        is_public = bool(self.brief.fewest)
        for table in tables_of(self.statistics, self.locale, is_public=is_public):
            heading_row = self._write_table(sheet, table, self.statistics.total)
            top += self._add_chart(sheet, table, heading_row, f"{_CHART_COLUMN}{top}") + 1

    def _name(self) -> str:
        is_public = bool(self.brief.fewest)
        own = is_public and self.brief.plan.key == ListPreset.PUBLIC_FIGURES
        return list_name(self.brief.plan, self.locale) if own else self._say(N_("Statistics"))

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

    def _write_table(self, sheet: Sheet, table: FigureTable, total: Count) -> int:
        """Write a table and return the row of its headings."""
        sheet.append([])
        sheet.append([(table.title, Style.SECTION)], height=20)
        headings = [table.heading, *(self._say(each.heading) for each in table.figures)]
        styles = [Style.HEADING, *(Style.HEADING_NUMBER for _ in table.figures)]
        sheet.append(zip(headings, styles, strict=True), height=30)
        start = sheet.rows
        for word, count in table.lines:
            figures = (
                (each.value(count, total), Style.PERCENT if each.is_share else Style.NUMBER)
                for each in table.figures
            )
            sheet.append([(word, Style.TEXT), *figures])
        letter = "ABCDEFGHI"[len(table.figures)]
        sheet.add_table(table.name, f"A{start}:{letter}{sheet.rows}", headings)
        totals = (
            (each.value(total, total), Style.TOTAL_PERCENT if each.is_share else Style.TOTAL_NUMBER)
            for each in table.figures
        )
        sheet.append([(self._say(N_("Total")), Style.TOTAL), *totals])
        return start

    def _add_chart(self, sheet: Sheet, table: FigureTable, heading_row: int, anchor: str) -> int:
        """Put the chart of a table beside the tables; return how many rows high it is."""
        lines = table.lines[:_MAX_BARS]
        bars = Bars(
            title=table.chart,
            name_title=table.heading,
            value_title=self._say(PEOPLE.heading),
            names=[word for word, _ in lines],
            values=[count.people for _, count in lines],
            first_row=heading_row + 1,
        )
        pairs = zip(bars.names, bars.values, strict=True)
        said = join_list([f"{name} {value}" for name, value in pairs], self.locale)
        sheet.add_chart(bar_chart(sheet.source, bars), anchor, f"{bars.title}: {said}.")
        return bars.rows_high

    def _say(self, message: str) -> str:
        return say(message, self.locale)
