"""A roster knows its own cells again, whatever stands in them, and one that was changed."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.exports.naughty import naughty_strings
from tests.exports.roster_briefs import a_roster, a_row
from tests.imports.sheets_of import saved
from trips.domain.briefs.list_memory import LONGEST, memory_key
from trips.domain.importing.workbook import ReadingContext, WorkbookReading
from trips.domain.values.text import Text
from trips.exports.roster import HEADING_ROW, render
from trips.imports.workbook import read_workbook

KEY = memory_key("trip", "a secret of the installation")


def read(data: bytes) -> WorkbookReading:
    return read_workbook(data, ReadingContext(language="de", memory=KEY))


@pytest.mark.parametrize("locale", ["de", pytest.param("en", marks=pytest.mark.full)])
def test_no_cell_of_an_untouched_roster_looks_changed(locale: str) -> None:
    rows = [
        a_row("Oksana", f"Kovalchuk {n}", uid=f"p{n}", note=text, function=Text(de=text, en=text))
        for n, text in enumerate(naughty_strings())
    ]
    data = render(a_roster(rows, memory=KEY), locale)
    for file in (data, saved(load_workbook(BytesIO(data)))):
        memory = read(file).memory
        assert memory is not None
        assert (memory.changed, len(memory.marks)) == ((), len(rows))


def test_a_changed_cell_is_named_with_its_place() -> None:
    data = render(a_roster([a_row("Oksana", "Kovalchuk", uid="p")], memory=KEY), "de")
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    column = [cell.value for cell in sheet[HEADING_ROW]].index("Rolle") + 1
    sheet.cell(HEADING_ROW + 1, column).value = "Gast"
    memory = read(saved(book)).memory
    assert memory is not None
    assert [(cell.uid, cell.column, cell.row) for cell in memory.changed] == [
        ("p", "role", HEADING_ROW + 1)
    ]


def test_marks_of_another_installation_are_not_believed() -> None:
    other = memory_key("trip", "another secret")
    data = render(a_roster([a_row("Oksana", "Kovalchuk")], memory=other), "de")
    assert read(data).memory is None


def test_what_is_for_reading_only_looks_so_and_says_so() -> None:
    data = render(a_roster([a_row("Oksana", "Kovalchuk")], memory=KEY), "de")
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    headings = [cell.value for cell in sheet[HEADING_ROW]]
    city, phone = (headings.index(name) + 1 for name in ("Stadt", "Telefon"))
    cells = [sheet.cell(HEADING_ROW + 1, column) for column in (city, phone)]
    assert [cell.fill.fill_type for cell in cells] == ["solid", None]
    (warning,) = sheet.data_validations.dataValidation
    assert warning.errorStyle == "warning"
    assert [cell.coordinate in warning.sqref for cell in cells] == [True, False]
    assert "nicht übernommen" in warning.prompt


def test_a_roster_too_long_to_come_back_has_no_marks() -> None:
    rows = [a_row("Oksana", "Kovalchuk", uid=f"p{n}") for n in range(LONGEST + 1)]
    assert len(load_workbook(BytesIO(render(a_roster(rows, memory=KEY), "de"))).worksheets) == 2
