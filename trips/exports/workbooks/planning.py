"""The trip as a workbook to be changed in Excel and brought back.

Beside the sheets that people see stands, very hidden, each sheet once more as it was exported:
from the difference of the two an import knows which cells somebody changed.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, time
from enum import StrEnum
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from trips.domain.briefs.workbook import Country, Languages, Line, Terms, Value, WorkbookBrief
from trips.domain.importing.workbook import MARK, VERSION
from trips.domain.person import LanguageSkill
from trips.domain.values.text import Text
from trips.exports.excel.archive import FixedZip
from trips.exports.excel.styles import FACE, INK, INK_SOFT
from trips.exports.excel.text import safe_text
from trips.exports.workbooks.asides import write_asides
from trips.exports.workbooks.sheets import (
    add_choices,
    lay_out,
    sheet_title,
    write_heading,
    write_lists,
    write_notes,
)
from trips.exports.workbooks.texts import (
    BACK_NOTES,
    DELEGATE_HEADINGS,
    PROGRAMME_HEADINGS,
    SHEET_NAMES,
    UID_HEADING,
)
from trips.i18n.catalogue import say
from trips.i18n.enums import name_of
from trips.i18n.formats import country_name, language_name
from trips.i18n.stamp import plain, stamp_line

SPARE_ROWS: Final = 200
"""Rows below the last one that have the formats and lists, too."""
ORIGIN_HEADING_ROW: Final = 3
DAYS: Final = {"de": "[$-407]ddd, dd.mm.yyyy", "en": "[$-809]ddd, d mmm yyyy"}
CLOCK: Final = "hh:mm"
Headings = Sequence[tuple[str, str, str]]


def render(brief: WorkbookBrief, locale: str) -> bytes:
    """The workbook in one language; the same brief gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    parts: list[tuple[str, Headings, Sequence[Line]]] = [
        ("programme", PROGRAMME_HEADINGS, brief.items)
    ]
    if brief.people:
        parts.append(("delegates", DELEGATE_HEADINGS, brief.people))
    seen = [book.create_sheet(sheet_title(say(SHEET_NAMES[name], locale))) for name, _, _ in parts]
    if brief.ideas or brief.people_at_items:
        aside = book.create_sheet(say(SHEET_NAMES["asides"], locale))
        write_asides(aside, brief, locale, DAYS.get(locale, "yyyy-mm-dd"))
    notes = book.create_sheet(say(SHEET_NAMES["notes"], locale))
    write_notes(notes, BACK_NOTES, locale)
    add_stamp(notes, brief, locale)
    lists = book.create_sheet(say(SHEET_NAMES["lists"], locale))
    lists.sheet_state = "hidden"
    ranges = write_lists(lists, locale)
    for sheet, (name, headings, lines) in zip(seen, parts, strict=True):
        write_lines(sheet, headings, lines, locale, 1)
        last = len(lines) + 1 + SPARE_ROWS
        prepare_spare(sheet, headings, last, locale)
        lay_out(sheet, len(headings) + 1, last)
        sheet.column_dimensions[get_column_letter(len(headings) + 1)].hidden = True
        freeze(sheet, headings)
        add_choices(sheet, headings, ranges, last)
        write_origin(book.create_sheet(f"lernreise {name}"), brief, headings, lines, locale)
    return saved(book, brief, locale)


def write_lines(
    sheet: Worksheet, headings: Headings, lines: Iterable[Line], locale: str, row: int
) -> None:
    """Write headings and rows: the columns of the import, the uid, further columns."""
    lines = list(lines)
    further = list(dict.fromkeys(heading for line in lines for heading, _ in line.extra))
    for column, (name, message, _) in enumerate(headings, start=1):
        write_heading(sheet, row, column, say(message, locale), name)
    write_heading(sheet, row, len(headings) + 1, say(UID_HEADING, locale), "uid")
    for column, heading in enumerate(further, start=len(headings) + 2):
        write_heading(sheet, row, column, heading, "extra")
    for number, line in enumerate(lines, start=row + 1):
        for column, (name, _, _) in enumerate(headings, start=1):
            _put(sheet.cell(number, column), line.cells.get(name), locale)
        _put(sheet.cell(number, len(headings) + 1), line.uid, locale)
        for heading, content in line.extra:
            _put(sheet.cell(number, len(headings) + 2 + further.index(heading)), content, locale)


def prepare_spare(sheet: Worksheet, headings: Headings, last_row: int, locale: str) -> None:
    """Give the rows below the last one the formats of their columns."""
    for number in range(sheet.max_row + 1, last_row + 1):
        for column, (_, _, shape) in enumerate(headings, start=1):
            _shape(sheet.cell(number, column), shape, locale)


def write_origin(
    sheet: Worksheet, brief: WorkbookBrief, headings: Headings, lines: Sequence[Line], locale: str
) -> None:
    """Write what the sheet said when it was exported, with the version of every row."""
    sheet.sheet_state = "veryHidden"
    for column, value in enumerate((MARK, brief.trip, str(brief.revision), locale), start=1):
        _put(sheet.cell(1, column), value, locale)
    write_lines(sheet, headings, lines, locale, ORIGIN_HEADING_ROW)
    column = sheet.max_column + 1
    _put(sheet.cell(ORIGIN_HEADING_ROW, column), VERSION, locale)
    for number, line in enumerate(lines, start=ORIGIN_HEADING_ROW + 1):
        _put(sheet.cell(number, column), line.version, locale)


def _put(cell: Cell | MergedCell, value: Value, locale: str) -> None:
    """Write a value; words are always words, whatever they begin with."""
    content = _content(value, locale)
    if content in (None, ""):
        return
    if isinstance(content, str):
        cell.value = safe_text(content)
        cell.data_type = "s"
        cell.number_format = "@" if len(content) < 200 else "General"  # noqa: PLR2004 - see Style.PROSE
    else:
        cell.value = content
        _shape(cell, "time" if isinstance(content, time) else "date", locale)
    cell.font = Font(FACE, 10, color=INK)
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _content(value: Value, locale: str) -> str | date | time | None:
    match value:
        case StrEnum():
            return name_of(value, locale)
        case Text():
            return value.shown(locale).text
        case Country(code):
            return country_name(code, locale) if code else ""
        case Languages(skills):
            return ", ".join(_language(skill, locale) for skill in skills)
        case Terms(terms, note):
            names = [name_of(term, locale) for term in terms if not (note and term == "other")]
            return ", ".join([*names, note] if note else names)
        case _:
            return value


def _language(skill: LanguageSkill | str, locale: str) -> str:
    if isinstance(skill, str):
        return language_name(skill, locale)
    return f"{language_name(skill.code, locale)} {name_of(skill.level, locale)}"


def _shape(cell: Cell | MergedCell, shape: str, locale: str) -> None:
    if shape == "date":
        cell.number_format = DAYS.get(locale, "yyyy-mm-dd")
    elif shape in {"time", "text"}:
        cell.number_format = CLOCK if shape == "time" else "@"


def freeze(sheet: Worksheet, headings: Headings) -> None:
    """Keep what a row is about in sight."""
    names = [name for name, _, _ in headings]
    last = names.index("title_en") if "title_en" in names else names.index("family_name")
    sheet.freeze_panes = f"{get_column_letter(last + 2)}2"


def add_stamp(notes: Worksheet, brief: WorkbookBrief, locale: str) -> None:
    """Say below the notes which trip it is, and as of when."""
    cell = notes.cell(notes.max_row + 2, 1)
    cell.value = f"{plain(brief.title, locale)} · {stamp_line(brief.stamp, locale)}"
    cell.data_type = "s"
    cell.font = Font(FACE, 10, color=INK_SOFT)


def saved(book: Workbook, brief: WorkbookBrief, locale: str) -> bytes:
    """The bytes of the workbook, the same for the same content."""
    at = brief.stamp.as_of.astimezone(UTC).replace(tzinfo=None)
    book.active = 0
    book.properties.title = safe_text(plain(brief.title, locale))
    book.properties.creator = "Lernreise"
    book.properties.created = book.properties.modified = at
    stream = BytesIO()
    ExcelWriter(book, FixedZip(stream, at, ())).save()
    return stream.getvalue()
