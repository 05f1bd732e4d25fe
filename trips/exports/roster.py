"""Lists of participants as workbooks; the complete roster brings the statistics."""

from collections.abc import Callable, Iterator
from itertools import count, islice
from typing import Final

from openpyxl.utils import get_column_letter

from trips.domain.briefs.columns import Column, Form
from trips.domain.briefs.list_memory import LONGEST
from trips.domain.briefs.list_plan import COMPLETE
from trips.domain.briefs.presets import NAMELESS, ListPreset, columns_of
from trips.domain.briefs.roster import RosterBrief, RosterRow
from trips.domain.nominations.roster import FOR_READING
from trips.domain.participation import Role
from trips.exports.excel.book import FITTING, Book, Printing, Sheet, SheetPlan, Value
from trips.exports.excel.styles import LOCKED, Style
from trips.exports.excel.text import text_width
from trips.exports.kitchen_sheet import add_kitchen
from trips.exports.statistics_sheet import add_statistics
from trips.exports.workbooks.roster_memory import RosterMemory
from trips.i18n.catalogue import N_, N_n, say, say_n
from trips.i18n.column_wording import heading_of, words_of
from trips.i18n.delegates.list_wording import list_name, list_purpose, order_words
from trips.i18n.formats import day_range, number
from trips.i18n.stamp import plain, sample_notice, stamp_line

HEADING_ROW: Final = 4
LAST_PRINTED: Final = "present_to"
"""The print area ends here: private addresses, travel, needs and consents stay on the screen."""
LAST_FROZEN: Final = "given_name"
_MEASURED_ROWS: Final = 400
"""Widths come from the first rows, so that a roster of any length is read only once."""
_KEPT_WORDS: Final = 2_000
"""Of a column: countries and levels are few, the words of more are not kept in memory."""
_NARROWEST: Final = 7
_WIDEST_PRINTED: Final = {Form.PROSE: 27, Form.TEXT: 15, Form.NAME: 18}
_WIDEST: Final = {Form.NAME: 34, Form.TEXT: 30}
_WIDEST_OTHER: Final = 48
"""What is not printed may be so wide that it makes no row higher."""
_DATE_WIDTHS: Final = {Form.DAY: 12.0, Form.MOMENT: 18.0}
_STYLES: Final = {
    Form.DAY: Style.DAY,
    Form.MOMENT: Style.MOMENT,
    Form.PROSE: Style.PROSE,
}
_FOR_READING: Final = (
    N_("For reading"),
    N_("What is changed here is not taken over when the roster is brought back."),
)
_LANGUAGES: Final = {"de": "de-DE", "en": "en-GB"}


def render(brief: RosterBrief, locale: str) -> bytes:
    """The workbook in one language; the same brief gives the same bytes."""
    book = Book(
        title=f"{_name(brief, locale)}: {plain(brief.title, locale)}",
        creator=plain(brief.contractor, locale) or "Lernreise",
        language=_LANGUAGES.get(locale, locale),
        at=brief.stamp.as_of,
    )
    if brief.plan.key in set(NAMELESS):
        add = add_kitchen if brief.plan.key == ListPreset.KITCHEN else add_statistics
        add(book, brief, locale)
        return book.save()
    _Roster(brief, locale).write(book)
    if brief.plan.key == COMPLETE.key:
        add_statistics(book, brief, locale)
    return book.save()


def _name(brief: RosterBrief, locale: str) -> str:
    is_roster = brief.plan.key == COMPLETE.key
    return say(N_("Roster"), locale) if is_roster else list_name(brief.plan, locale)


class _Roster:
    def __init__(self, brief: RosterBrief, locale: str) -> None:
        self.brief = brief
        self.locale = locale
        self.columns = columns_of(brief)
        self.is_chosen = bool(brief.plan.columns)
        self.headings = [
            say(N_("No."), locale),
            *(heading_of(column, locale) for column in self.columns),
        ]
        self.words = [_words(column, locale) for column in self.columns]
        self.measured = [self._values(row) for row in brief.rows[:_MEASURED_ROWS]]
        self.widths = self._widths()
        self.comes_back = bool(brief.memory) and len(brief.rows) <= LONGEST
        self.locked = frozenset(FOR_READING) if self.comes_back else frozenset()

    def write(self, book: Book) -> None:
        sheet = book.add_sheet(self._plan())
        self._write_title(sheet)
        sheet.append([(text, Style.HEADING) for text in self.headings], height=30)
        memory = self._write_rows(sheet)
        if self.brief.rows:
            sheet.add_table("Roster", self._range(HEADING_ROW), self.headings)
            sheet.add_lines(self._range(HEADING_ROW + 1), "B", HEADING_ROW + 1)
            self._lock(sheet)
        if memory is not None:
            memory.write(book)

    def _write_rows(self, sheet: Sheet) -> RosterMemory | None:
        brief = self.brief
        keys = [column.key for column in self.columns]
        memory = None
        if brief.memory and self.comes_back:
            state = stamp_line(brief.stamp, self.locale)
            memory = RosterMemory(brief.memory, keys, self.locale, state)
        styles = [_STYLES.get(column.form, Style.TEXT) for column in self.columns]
        only_read = [LOCKED[style] for style in styles]
        own = [
            grey if key in self.locked else style
            for key, style, grey in zip(keys, styles, only_read, strict=True)
        ]
        of_delegates = sheet.prepare([Style.ORDINAL, *own])
        of_others = sheet.prepare([Style.ORDINAL, *only_read]) if self.locked else of_delegates
        for at, (row, values) in enumerate(self._lines(), 1):
            form = of_delegates if row.role is Role.DELEGATE else of_others
            sheet.write(form, (at, *values), height=FITTING)
            if memory is not None:
                memory.add(row.uid, values)
        return memory

    def _lines(self) -> Iterator[tuple[RosterRow, list[Value]]]:
        """Each row with what its cells say; those that were measured are not worded again."""
        rows = self.brief.rows
        yield from zip(rows, self.measured, strict=False)
        for row in islice(rows, len(self.measured), None):
            yield row, self._values(row)

    def _lock(self, sheet: Sheet) -> None:
        """Say in the cells that are for reading only that they are."""
        last = HEADING_ROW + len(self.brief.rows)
        letters = (
            get_column_letter(at + 1)
            for at, column in enumerate(self.columns, 1)
            if column.key in self.locked
        )
        ranges = [f"{letter}{HEADING_ROW + 1}:{letter}{last}" for letter in letters]
        if ranges:
            title, text = (say(words, self.locale) for words in _FOR_READING)
            sheet.add_warning(ranges, title, text)

    def _index(self, key: str) -> int:
        """Where a column stands, counted from 1; 0 for one that this list has not."""
        return next((n for n, column in enumerate(self.columns, 1) if column.key == key), 0)

    @property
    def _last_printed(self) -> int:
        """What somebody chose is printed; of the complete roster only what is public."""
        last = 0 if self.is_chosen else self._index(LAST_PRINTED)
        return last or len(self.columns)

    def _range(self, first: int, last_column: int | None = None) -> str:
        letter = get_column_letter((last_column or len(self.columns)) + 1)
        return f"A{first}:{letter}{HEADING_ROW + max(len(self.brief.rows), 1)}"

    def _plan(self) -> SheetPlan:
        frozen = get_column_letter(self._index(LAST_FROZEN) + 2)
        return SheetPlan(
            title=_name(self.brief, self.locale),
            widths=self.widths,
            hidden=frozenset({self._index("uid")} - {0}),
            freeze=f"{frozen}{HEADING_ROW + 1}",
            printing=Printing(
                first_row=HEADING_ROW,
                last_row=HEADING_ROW,
                area=self._range(1, self._last_printed),
                left=stamp_line(self.brief.stamp, self.locale),
                centre=sample_notice(self.brief.stamp, self.locale),
                right=say(N_("Page {page} of {pages}"), self.locale),
            ),
        )

    def _write_title(self, sheet: Sheet) -> None:
        brief, locale = self.brief, self.locale
        facts = (
            day_range(brief.starts_on, brief.ends_on, locale),
            plain(brief.client, locale),
            brief.number,
            plain(brief.contractor, locale),
            say_n(*N_n("%(n)s person", "%(n)s people"), len(brief.rows), locale),
        )
        notice = sample_notice(brief.stamp, locale)
        title = f"{_name(brief, locale)}: {plain(brief.title, locale)}"
        sheet.append([(title, Style.TITLE)], height=26)
        sheet.append([(" · ".join(filter(None, facts)), Style.SUBTITLE)])
        purpose = list_purpose(brief.plan, locale) if self.is_chosen else ""
        locked = say(N_("Grey cells are for reading"), locale) if self.locked else ""
        if brief.memory and not self.comes_back:
            most = number(LONGEST, locale)
            locked = say(
                N_("Too long to be brought back: more than %(most)s people"), locale, most=most
            )
        stamp = stamp_line(brief.stamp, locale)
        order = order_words(brief.plan, locale)
        state = " · ".join(filter(None, (purpose, order, stamp, notice, locked)))
        sheet.append([(state, Style.SUBTITLE)], height=20)

    def _values(self, row: RosterRow) -> list[Value]:
        return [words(row) for words in self.words]

    def _widths(self) -> list[float]:
        return [5.0, *map(self._width, count(), self.columns, self.headings[1:])]

    def _width(self, index: int, column: Column, heading: str) -> float:
        if column.form in _DATE_WIDTHS:
            return _DATE_WIDTHS[column.form]
        longest = max((text_width(str(row[index] or "")) for row in self.measured), default=0)
        words = max((text_width(word) + 3 for word in heading.split()), default=0)
        wanted = max(longest + 2, words, _NARROWEST)
        is_printed = index < self._last_printed
        limits = _WIDEST_PRINTED if is_printed else _WIDEST
        return float(min(wanted, max(limits.get(column.form, _WIDEST_OTHER), words)))


def _words(column: Column, locale: str) -> Callable[[RosterRow], Value]:
    """What a column says of a row; the same words are looked up only once."""
    value_of = column.value
    if column.form in {Form.DAY, Form.MOMENT, Form.NUMBER}:
        return value_of  # type: ignore[return-value]  # a date, a datetime or a number, or none
    known: dict[object, str | None] = {}

    def words(row: RosterRow) -> Value:
        value = value_of(row)
        if value in known:
            return known[value]
        said = words_of(column, value, locale) or None
        if len(known) < _KEPT_WORDS:
            known[value] = said
        return said

    return words
