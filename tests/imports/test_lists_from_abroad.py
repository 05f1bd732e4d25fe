"""Lists of nominees as ministries and town halls send them: in their words, and as CSV."""

from datetime import date

import pytest

from tests.imports.sheets_of import book_of, saved
from trips.domain.importing.workbook import ReadingContext
from trips.domain.participation import Diet
from trips.domain.person import FormOfAddress
from trips.imports.pasting.pasted import read_pasted
from trips.imports.workbook import read_workbook

CONTEXT = ReadingContext(starts_on=date(2015, 9, 16), ends_on=date(2015, 9, 21), language="de")
CSV = "Anrede;Vorname;Nachname;Funktion\r\nFrau;Jördis;Müßig;„Grün“-Beauftragte\r\n"


def read(**sheets):
    return read_workbook(saved(book_of(**sheets)), CONTEXT)


def test_a_french_list_is_read():
    heading = ("Civilité", "Nom", "Prénom(s)", "Fonction", "Organisme", "Pays", "Courriel")
    row = ("Mme", "NDIAYE", "Aïssatou", "Maire", "Dakar", "Sénégal", "a@example.org")
    reading = read(
        Liste=[(*heading, "Régime alimentaire", "Langues"), (*row, "sans porc", "français")]
    )
    (who,) = reading.delegate_rows
    assert reading.unknown_columns == ()
    assert (who.given_name, who.family_name, who.country) == ("Aïssatou", "Ndiaye", "SN")
    assert who.form_of_address is FormOfAddress.MS
    assert (who.emails, who.diet) == (("a@example.org",), (Diet.NO_PORK,))
    assert dict(who.function) == {"de": "Maire"}


def test_a_ukrainian_list_keeps_both_spellings():
    heading = ("№", "ПІБ", "Name in English", "Посада", "Ел. пошта")
    row = ("1", "Шевченко Андрій Миколайович", "Andrii Shevchenko", "Мер", "a@example.org")
    (who,) = read(Список=[heading, row]).delegate_rows
    assert (who.given_name, who.family_name) == ("Andrii", "Shevchenko")
    assert who.own_script == "Шевченко Андрій Миколайович"
    assert who.extra == ()


def test_a_patronymic_tells_where_the_family_name_stands():
    (who,) = read(Список=[("ПІБ", "Посада"), ("Гончар Юлія Петрівна", "Мер")]).delegate_rows
    assert (who.given_name, who.family_name) == ("Юлія Петрівна", "Гончар")


def test_a_first_name_headed_name_is_not_lost():
    (who,) = read(A=[("Name", "Surname", "Position"), ("Ihor", "BILYK", "Mayor")]).delegate_rows
    assert (who.given_name, who.family_name) == ("Ihor", "Bilyk")


@pytest.mark.parametrize(
    ("cell", "family", "office"),
    [
        ("Anna Weber, Director of Planning", "Weber", "Director of Planning"),
        ("Anna Weber\nHead of Housing", "Weber", "Head of Housing"),
        ("Weber, Anna", "Weber", ""),
    ],
)
def test_an_office_beside_the_name_is_taken_apart(cell, family, office):
    (who,) = read(A=[("Name", "E-Mail"), (cell, "a@example.org")]).delegate_rows
    assert (who.given_name, who.family_name) == ("Anna", family)
    assert who.function.get("de", "") == office


def test_a_title_that_is_an_office_becomes_the_function():
    rows = [("Last, First", "Title", "Employer"), ("Ellery, Marcus", "Deputy Mayor", "Baltimore")]
    (who,) = read(A=rows).delegate_rows
    assert (who.name, who.academic_title) == ("Marcus Ellery", "")
    assert list(who.function.values()) == ["Deputy Mayor"]


def test_a_place_to_be_filled_is_nobody_and_passports_are_left_out():
    heading = ("Name", "Function", "Passport No.", "Date of birth")
    first = ("Ms Ayanda Mkhize", "Planner", "A1234567", "13/02/1980")
    reading = read(A=[heading, first, ("TBC", "Treasury", "", "")])
    (who,) = reading.delegate_rows
    assert "A1234567" not in repr(reading)
    assert "1980" not in repr(reading)
    assert who.extra == ()
    assert {issue.code for issue in reading.issues} == {"place_vacant", "sealed_left_out"}


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_as_text_is_read_whatever_its_letters(letters):
    (who,) = read_workbook(CSV.encode(letters), CONTEXT).delegate_rows
    assert who.name == "Jördis Müßig"
    assert dict(who.function) == {"de": "„Grün“-Beauftragte"}


@pytest.mark.parametrize("gap", ["\t", ", "])
def test_who_signs_the_mail_is_no_nominee(gap):
    nominees = [("Ms Zinhle Khumalo", "Director"), ("Mr Sipho Radebe", "Head of Housing")]
    lines = ["Dear Jana,", "", *(gap.join(each) for each in nominees), "", "Best regards"]
    text = "\n".join([*lines, "Nomsa Dlamini", "PA to the Deputy Minister", "+27 12 555 0100"])
    reading = read_pasted(text.encode(), CONTEXT)
    assert [row.family_name for row in reading.delegate_rows] == ["Khumalo", "Radebe"]
    assert reading.errors == ()
