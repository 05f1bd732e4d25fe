from datetime import date

import pytest

from tests.imports.sheets_of import book_of, read, read_rows
from trips.domain.importing.workbook import SpokenLanguage
from trips.domain.participation import Access, DelegateStatus, Diet, Level
from trips.domain.person import FormOfAddress, LanguageLevel
from trips.domain.values.text import Text

GERMAN = ("Anrede", "Titel", "Vorname", "Nachname", "Funktion (de)", "Funktion (en)")
GERMAN += ("Organisation", "Staat", "Ebene", "E-Mail", "Telefon", "Sprachen", "Ernährung", "Status")
ENGLISH = (
    "Salutation",
    "Academic title",
    "First name",
    "Surname",
    "Position (de)",
    "Position (en)",
)
ENGLISH += ("Institution", "Country", "Level", "Email address", "Mobile", "Languages")
ENGLISH += ("Dietary requirements", "Status")
VALUES = ("Frau", "Dr.", "Thandi", "NKOSI", "Bürgermeisterin", "Mayor", "City of X", "RSA", "local")
VALUES += ("a@x.org; b@x.org", "+27 12 345", "EN C1, Zulu", "halal, wenig Salz", "eingeladen")


@pytest.mark.parametrize("headings", [GERMAN, ENGLISH])
@pytest.mark.parametrize("turned", [False, True])
def test_a_delegate_is_read_under_headings_of_both_languages(headings, turned):
    order = list(range(len(headings)))[:: -1 if turned else 1]
    reading = read_rows([headings[n] for n in order], [VALUES[n] for n in order])
    assert reading.issues == ()
    (row,) = reading.delegate_rows
    assert (row.form_of_address, row.academic_title) == (FormOfAddress.MS, "Dr.")
    assert (row.given_name, row.family_name) == ("Thandi", "Nkosi")
    assert row.function == Text(de="Bürgermeisterin", en="Mayor")
    assert (row.country, row.level) == ("ZA", Level.MUNICIPAL)
    assert (row.emails, row.phone) == (("a@x.org", "b@x.org"), "+27 12 345")
    assert row.languages == (SpokenLanguage("en", LanguageLevel.C1), SpokenLanguage("zu"))
    assert (row.diet, row.diet_note) == ((Diet.HALAL, Diet.OTHER), "wenig Salz")
    assert row.status is DelegateStatus.INVITED


@pytest.mark.parametrize(
    ("written", "given", "family", "title"),
    [
        ("Weber, Anna", "Anna", "Weber", ""),
        ("WEBER, Anna Maria", "Anna Maria", "Weber", ""),
        ("Anna WEBER", "Anna", "Weber", ""),
        ("Anna Weber", "Anna", "Weber", ""),
        ("Frau Dr. Anna Weber", "Anna", "Weber", "Dr."),
        ("Prof. Dr. Anna Weber", "Anna", "Weber", "Prof. Dr."),
        ("Prof. Dr.-Ing. Anna Weber", "Anna", "Weber", "Prof. Dr.-Ing."),
        ("Weber, Dr. Anna", "Anna", "Weber", "Dr."),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven", ""),
        ("Anna von der Leyen", "Anna", "von der Leyen", ""),
        ("Anna Weber, PhD", "Anna", "Weber", "PhD"),
        ("Sukarno", "", "Sukarno", ""),
        ("Rajesh Kumar IAS", "Rajesh", "Kumar", ""),
    ],
)
def test_a_name_in_one_cell_is_taken_apart(written, given, family, title):
    reading = read_rows(("Name", "Land"), (written, "Deutschland"))
    (row,) = reading.delegate_rows
    assert (row.given_name, row.family_name, row.academic_title) == (given, family, title)


def test_an_assumed_order_of_names_is_shown():
    reading = read_rows(("Name", "Land"), ("Anna Weber", "DE"), ("Weber, Anna", "DE"))
    assert [(issue.code, issue.cell) for issue in reading.assumptions] == [
        ("name_order_assumed", "A2")
    ]


@pytest.mark.parametrize(
    ("written", "form", "honorific"),
    [
        ("Herr", FormOfAddress.MR, ""),
        ("Mr.", FormOfAddress.MR, ""),
        ("Frau Dr.", FormOfAddress.MS, ""),
        ("Ms", FormOfAddress.MS, ""),
        ("Shri", FormOfAddress.MR, "Shri"),
        ("Smt.", FormOfAddress.MS, "Smt."),
        ("H.E.", FormOfAddress.NEUTRAL, "H.E."),
    ],
)
def test_forms_of_address_of_other_countries_are_kept(written, form, honorific):
    (row,) = read_rows(("Anrede", "Vorname", "Nachname"), (written, "A", "B")).delegate_rows
    assert (row.form_of_address, row.honorific) == (form, honorific)
    assert row.extra == ((("Anrede", honorific),) if honorific else ())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("USA", "US"),
        ("Vereinigte Staaten", "US"),
        ("Rep. of South Africa", "ZA"),
        ("Südafrika", "ZA"),
        ("Україна", "UA"),
        ("UKR", "UA"),
        ("india", "IN"),
        ("Bundesrepublik Deutschland", "DE"),
        ("Moldau", "MD"),
        ("UK", "GB"),
    ],
)
def test_countries_are_known_by_many_names(written, code):
    assert [row.country for row in read_rows(("Name", "Land"), ("A B", written)).delegate_rows] == [
        code
    ]


@pytest.mark.parametrize(
    ("stored", "number_format", "shown"),
    [
        (27123456789, "General", "27123456789"),
        (3411234567, "00000000000", "03411234567"),
        (493411234567, '"+"0', "+493411234567"),
        ("+49 341 1234", "@", "+49 341 1234"),
        ("0341 / 12 34-0", "@", "0341 / 12 34-0"),
        ("Tel.: 0341 1234", "@", "0341 1234"),
    ],
)
def test_a_telephone_number_keeps_its_plus_and_zeros(stored, number_format, shown):
    book = book_of(Liste=[("Name", "Telefon"), ("A B", stored)])
    book.worksheets[0]["B2"].number_format = number_format
    assert [row.phone for row in read(book).delegate_rows] == [shown]


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("Land", "Nirgendland", "country_unknown"),
        ("E-Mail", "anna(at)x.org", "email_unreadable"),
        ("Anreise", "31.9.2015", "date_impossible"),
    ],
)
def test_an_error_names_its_cell(heading, value, code):
    reading = read_rows(("Name", heading), ("A B", value))
    assert [(issue.code, issue.cell) for issue in reading.issues] == [(code, "B2")]
    assert not reading.is_importable


def test_a_row_without_a_name_is_an_error():
    reading = read_rows(("Vorname", "Nachname", "Land"), ("Anna", None, "DE"), (None, None, "DE"))
    assert [issue.code for issue in reading.issues if issue.row == 2] == []
    assert [row.family_name for row in reading.delegate_rows] == ["Anna"]


def test_a_country_above_the_rows_is_their_delegation():
    reading = read_rows(
        ("Name", "Funktion", "E-Mail"),
        ("Südafrika",),
        ("Nkosi, Thandi", "Mayor", "t@x.org"),
        ("Indien",),
        ("Kumar, Anil", "Director", "office@x.in"),
        ("Rao, Meera", "Director", "office@x.in"),
    )
    assert [(row.family_name, row.delegation, row.country) for row in reading.delegate_rows] == [
        ("Nkosi", "Südafrika", "ZA"),
        ("Kumar", "Indien", "IN"),
        ("Rao", "Indien", "IN"),
    ]


def test_programme_and_delegates_are_told_apart_by_their_headings():
    book = book_of(
        Tabelle1=[("Titel", "Vorname", "Nachname"), ("Dr.", "Anna", "Weber")],
        Tabelle2=[("Datum", "Zeit", "Titel"), ("16.9.2015", "9-10", "Besuch")],
    )
    reading = read(book)
    assert (len(reading.programme_rows), len(reading.delegate_rows)) == (1, 1)
    assert reading.delegate_rows[0].academic_title == "Dr."


def test_needs_and_days_of_presence_are_read():
    reading = read_rows(
        ("Name", "Barrierefreiheit", "Anreise", "Abreise", "Ernährung"),
        ("A B", "Rollstuhl, Begleitperson", "15.9.", date(2015, 9, 20), "keine"),
        starts_on=date(2015, 9, 16),
        ends_on=date(2015, 9, 21),
    )
    (row,) = reading.delegate_rows
    assert (row.access, row.access_note) == ((Access.WHEELCHAIR, Access.OTHER), "Begleitperson")
    assert (row.present_from, row.present_to) == (date(2015, 9, 15), date(2015, 9, 20))
    assert (row.diet, row.diet_note) == ((), "")
