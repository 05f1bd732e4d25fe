"""Headings over two rows: a group above, its parts below."""

from datetime import datetime

import pytest

from tests.imports.sheets_of import book_of, read
from trips.domain.importing.workbook import SpokenLanguage
from trips.domain.person import LanguageLevel
from trips.domain.values.text import Text

NINE, TEN = datetime.fromisoformat("2015-09-16T09:00"), datetime.fromisoformat("2015-09-16T10:00")
UPPER = ("Datum", "Zeit", None, "Titel", None, "Ort", None, "Gastgeber", None, "Sprache(n)")
LOWER = (None, "von", "bis", "de", "en", "Gebäude", "Adresse", "Name", "Kontakt", None)
ROW = ("16.9.2015", "9:00", "10:00", "Rathaus", "Town hall", "Neues Rathaus", "Ring 4")
ROW += ("Stadt Leipzig", "Frau Vogel", "DE/EN")


def programme(*, above=(), merged=True, upper=UPPER, lower=LOWER):
    book = book_of(Plan=[*above, upper, lower, ROW])
    sheet, first = book.worksheets[0], len(above) + 1
    if merged:
        for start, end in (("B", "C"), ("D", "E"), ("F", "G"), ("H", "I")):
            sheet.merge_cells(f"{start}{first}:{end}{first}")
        for column in "AJ":
            sheet.merge_cells(f"{column}{first}:{column}{first + 1}")
    return read(book)


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("above", [(), [("Programm der Studienreise",), ()]])
def test_parts_are_read_with_their_group(merged, above):
    reading = programme(merged=merged, above=above)
    assert (reading.issues, reading.unknown_columns) == ((), ())
    (row,) = reading.programme_rows
    assert (row.starts, row.ends) == (NINE, TEN)
    assert row.title == Text(de="Rathaus", en="Town hall")
    assert (row.venue, row.address) == ("Neues Rathaus", "Ring 4")
    assert (row.host, row.host_person, row.languages) == (
        "Stadt Leipzig",
        "Frau Vogel",
        ("de", "en"),
    )


def test_languages_may_be_the_groups():
    upper = ("Datum", "Zeit", "Deutsch", None, "Englisch", None)
    lower = (None, None, "Titel", "Beschreibung", "Titel", "Beschreibung")
    values = ("16.9.2015", "9-10", "Besuch", "Zu Fuß", "Visit", "On foot")
    (row,) = read(book_of(Plan=[upper, lower, values])).programme_rows
    assert (row.title, row.text) == (
        Text(de="Besuch", en="Visit"),
        Text(de="Zu Fuß", en="On foot"),
    )


def test_an_address_in_parts_stays_one_address():
    upper = ("Datum", "Zeit", "Titel", "Adresse", None, None)
    lower = (None, None, None, "Straße", "PLZ", "Ort")
    values = ("16.9.2015", "9-10", "Besuch", "Ring 4", "04109", "Leipzig")
    (row,) = read(book_of(Plan=[upper, lower, values])).programme_rows
    assert (row.venue, row.address) == ("", "Ring 4, 04109, Leipzig")


def test_one_row_of_headings_for_each_language():
    german = ("Datum", "Beginn", "Ende", "Titel", "Ort")
    english = ("Date", "Start", "End", "Title", "Venue")
    values = ("16.9.2015", "9:00", "10:00", "Besuch", "Rathaus")
    reading = read(book_of(Plan=[german, english, values]))
    assert reading.issues == ()
    (row,) = reading.programme_rows
    assert (row.starts, row.venue) == (NINE, "Rathaus")


def test_people_under_group_headings():
    upper = ("Nr.", "Name", None, None, "Kontakt", None, "Sprachen", None, "Anwesend", None)
    lower = (None, "Titel", "Vorname", "Nachname", "E-Mail", "Telefon", "Deutsch", "Englisch")
    lower += ("von", "bis")
    values = (
        "1",
        "Dr.",
        "Thandi",
        "Nkosi",
        "t@x.org",
        "+27 1",
        "-",
        "C1",
        "16.9.2015",
        "21.9.2015",
    )
    reading = read(book_of(Liste=[upper, lower, values]))
    assert reading.errors == ()
    assert reading.unknown_columns == ()
    (row,) = reading.delegate_rows
    assert (row.academic_title, row.name) == ("Dr.", "Thandi Nkosi")
    assert (row.emails, row.phone) == (("t@x.org",), "+27 1")
    assert row.languages == (SpokenLanguage("en", LanguageLevel.C1),)
    assert (row.present_from.day, row.present_to.day) == (16, 21)


def test_headings_repeated_on_every_page_are_left_out():
    rows = [UPPER, LOWER, ROW, UPPER, LOWER, ("17.9.2015", *ROW[1:])]
    assert [row.starts.day for row in read(book_of(Plan=rows)).programme_rows] == [16, 17]


def test_the_column_is_named_by_both_headings():
    upper, lower = (*UPPER, "Bus", None), (*LOWER, "Firma", "Plätze")
    book = book_of(Plan=[upper, lower, (*ROW, "Meyer", 48)])
    extra = read(book).programme_rows[0].extra
    assert extra[:2] == (("Bus: Firma", "Meyer"), ("Bus: Plätze", "48"))


def test_an_ordinary_first_row_is_no_second_row_of_headings():
    rows = [("Datum", "Zeit", "Titel", "Ort"), ("16.9.2015", "9-10", "Programm", "Ort")]
    (row,) = read(book_of(Plan=rows)).programme_rows
    assert (row.title, row.venue) == (Text(de="Programm"), "Ort")
