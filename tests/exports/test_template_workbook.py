from datetime import date, datetime, time
from io import BytesIO

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.imports.sheets_of import read_rows
from trips.domain.importing.workbook import ReadingContext
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.participation import DelegateStatus, Diet, Level
from trips.domain.person import FormOfAddress, Sex
from trips.exports.workbooks.template import render
from trips.i18n.enums import name_of
from trips.imports.workbook import read_workbook

moment = datetime.fromisoformat

LOCALES = ("de", "en")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_template_reads_back_without_a_question(locale):
    reading = read_workbook(render(None, locale), ReadingContext(language=locale))
    assert (reading.issues, reading.assumptions, reading.unknown_columns) == ((), (), ())
    assert [(row.starts, row.ends, row.kind, row.status) for row in reading.programme_rows] == [
        (
            moment("2027-05-10T09:30"),
            moment("2027-05-10T11:00"),
            ItemKind.VISIT,
            ItemStatus.REQUESTED,
        ),
        (
            moment("2027-05-10T12:00"),
            moment("2027-05-10T13:00"),
            ItemKind.MEAL,
            ItemStatus.IDEA,
        ),
    ]
    (person,) = reading.delegate_rows
    assert (person.country, person.level, person.diet) == (
        "ZA",
        Level.MUNICIPAL,
        (Diet.VEGETARIAN,),
    )


@pytest.mark.parametrize(("locale", "names"), [("de", "Programm"), ("en", "Programme")])
def test_another_reader_finds_real_dates_and_times(locale, names):
    book = CalamineWorkbook.from_filelike(BytesIO(render(None, locale)))
    rows = book.get_sheet_by_name(names).to_python()
    assert rows[1][1:3] == [time(9, 30), time(11, 0)]
    assert rows[1][0] == date(2027, 5, 10)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_heading_stays_in_view_and_lists_offer_the_words(locale):
    book = load_workbook(BytesIO(render(None, locale)))
    programme, delegates, notes, lists = book.worksheets
    assert (programme.freeze_panes, delegates.freeze_panes) == ("A2", "A2")
    assert lists.sheet_state == "hidden"
    assert [cell.value for cell in lists["A"] if cell.value] == [
        name_of(kind, locale) for kind in ItemKind
    ]
    assert len(programme.data_validations.dataValidation) == 2
    assert len(delegates.data_validations.dataValidation) == 4
    assert notes["A1"].value


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("heading", "field", "members"),
    [("Art", "kind", ItemKind), ("Status", "status", ItemStatus)],
)
def test_every_word_the_product_shows_for_an_item_is_read(locale, heading, field, members):
    for member in members:
        row = ("16.9.2015", "9-10", "x", name_of(member, locale))
        reading = read_rows(("Datum", "Zeit", "Titel", heading), row)
        assert getattr(reading.programme_rows[0], field) is member


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("heading", "field", "members"),
    [
        ("Ebene", "level", Level),
        ("Status", "status", DelegateStatus),
        ("Anrede", "form_of_address", FormOfAddress),
        ("Geschlecht", "sex", Sex),
    ],
)
def test_every_word_the_product_shows_for_a_delegate_is_read(locale, heading, field, members):
    for member in members:
        reading = read_rows(("Name", heading), ("Weber, Anna", name_of(member, locale)))
        assert getattr(reading.delegate_rows[0], field) is member


@pytest.mark.parametrize("locale", LOCALES)
def test_every_diet_the_product_shows_is_read(locale):
    for diet in set(Diet) - {Diet.OTHER}:
        reading = read_rows(("Name", "Ernährung"), ("Weber, Anna", name_of(diet, locale)))
        assert reading.delegate_rows[0].diet == (diet,)
