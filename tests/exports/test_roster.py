"""The roster as another library reads it, and what its raw XML promises to Excel."""

import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tests.exports.roster_briefs import a_roster, a_row
from trips.domain.briefs.columns import ROSTER_COLUMNS
from trips.domain.briefs.roster import RosterBrief
from trips.domain.participation import Access, Diet, Level, Role
from trips.domain.person import FormOfAddress, Sex
from trips.domain.values.text import EMPTY, Text
from trips.exports.roster import HEADING_ROW, render
from trips.i18n.catalogue import LOCALES


def sheets(data: bytes) -> list[list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [
        book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
    ]


def parts(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def records(brief: RosterBrief, locale: str) -> list[dict[str, object]]:
    table = sheets(render(brief, locale))[0][HEADING_ROW - 1 :]
    headings = [str(heading) for heading in table[0]]
    return [dict(zip(headings, row, strict=True)) for row in table[1:]]


OKSANA = a_row(
    "Oksana",
    "Kovalchuk",
    own_script="Оксана Ковальчук",
    diet=(Diet.VEGETARIAN, Diet.HALAL),
    access=(Access.SHORT_WALKS,),
)


def test_a_person_reads_in_german() -> None:
    [row] = records(a_roster([OKSANA]), "de")
    assert {key: value for key, value in row.items() if value != ""} == {
        "Nr.": 1.0,
        "Delegation": "Ukraine",
        "Anrede": "Frau",
        "Nachname": "Kovalchuk",
        "Vorname": "Oksana",
        "Funktion": "Stadtplanerin",
        "Organisation": "Stadt Lwiw",
        "Stadt": "Lwiw",
        "Staat": "Ukraine",
        "Ebene": "Kommunal",
        "Rolle": "Teilnehmende",
        "Gruppe": "A",
        "Anwesend von": date(2015, 9, 16),
        "Anwesend bis": date(2015, 9, 21),
        "Sprachen": "Ukrainisch (Muttersprache), Englisch B2",
        "E-Mail": "o.kovalchuk@example.org",
        "Telefon": "+380 32 000 00 00",
        "Status": "Bestätigt",
        "Name in eigener Schrift": "Оксана Ковальчук",
        "Art der Organisation": "Kommune",
        "Geschlecht": "Weiblich",
        "Anreise": datetime(2015, 9, 16, 14, 5),
        "Ankunftsort": "Leipzig/Halle",
        "Anreise mit": "LH 178",
        "Ernährung": "Vegetarisch, Halal",
        "Barrierefreiheit": "Nur kurze Wege",
        "Einwilligung Teilnehmendenliste": "Ja",
        "Einwilligung Fotos": "Nein",
        "Lernreise-ID": "part-oksana-kovalchuk",
    }


def test_the_same_person_reads_in_english() -> None:
    [row] = records(a_roster([OKSANA]), "en")
    assert row["Country"] == "Ukraine"
    assert row["Function"] == "Town planner"
    assert row["Languages"] == "Ukrainian (mother tongue), English B2"
    assert row["Diet"] == "Vegetarian, Halal"
    assert row["Present from"] == date(2015, 9, 16)


def test_people_keep_the_order_of_the_brief_and_are_numbered() -> None:
    brief = a_roster([a_row("Petro", "Lysenko"), OKSANA, a_row("Iryna", "Bondar")])
    names = [(row["No."], row["Family name"]) for row in records(brief, "en")]
    assert names == [(1.0, "Lysenko"), (2.0, "Kovalchuk"), (3.0, "Bondar")]


def test_a_missing_translation_shows_the_other_language_with_a_mark() -> None:
    brief = a_roster([a_row("A", "B", function=Text(de="Referentin"))])
    assert records(brief, "en")[0]["Function"] == "Referentin [DE]"


def test_nobody_is_addressed_who_gave_no_form_of_address() -> None:
    brief = a_roster([a_row("A", "B", form_of_address=FormOfAddress.NEUTRAL)])
    assert records(brief, "de")[0]["Anrede"] == ""


def test_no_text_from_people_becomes_a_formula() -> None:
    hostile = a_row(
        "=1+1", "@SUM(1)", phone="+49 341 1", email="-a@example.org", note='=HYPERLINK("x")'
    )
    data = render(a_roster([hostile]), "de")
    [row] = records(a_roster([hostile]), "de")
    assert (row["Vorname"], row["Nachname"], row["Telefon"]) == ("=1+1", "@SUM(1)", "+49 341 1")
    for name, xml in parts(data).items():
        if name.startswith("xl/worksheets/"):
            assert not ET.fromstring(xml).findall(".//{*}sheetData//{*}f")  # noqa: S314 our own


@pytest.mark.parametrize("locale", LOCALES)
def test_headings_differ_from_one_another(locale: str) -> None:
    table = sheets(render(a_roster([OKSANA]), locale))[0]
    headings = table[HEADING_ROW - 1]
    assert len(set(headings)) == len(headings) == len(ROSTER_COLUMNS) + 1


def test_the_sheet_is_ready_to_be_used_and_printed() -> None:
    files = parts(render(a_roster([OKSANA] * 3), "de"))
    sheet, book = files["xl/worksheets/sheet1.xml"], files["xl/workbook.xml"]
    assert 'topLeftCell="G5"' in sheet
    assert 'state="frozen"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert 'fitToWidth="1"' in sheet
    assert re.search(r'<col hidden="1"[^>]*min="38" max="38"', sheet)
    footer = ET.fromstring(sheet).findtext(".//{*}oddFooter")  # noqa: S314 our own
    assert footer == (
        "&L&8 Fassung 3 · Stand 11.09.2015, 16:20 Uhr"
        "&C&8 Muster: Personen, Zeiten und Hotels sind erfunden&R&8 Seite &P von &N"
    )
    assert "'Teilnehmendenliste'!$4:$4" in book
    assert "'Teilnehmendenliste'!$A$1:$O$7" in book
    table = files["xl/tables/table1.xml"]
    assert 'displayName="Roster"' in table
    assert '<autoFilter ref="A4:AL7"' in table


def test_the_title_block_names_trip_state_and_sample() -> None:
    [title, facts, state, *_] = [row[0] for row in sheets(render(a_roster([OKSANA]), "de"))[0]]
    assert title == "Teilnehmendenliste: Soziale Stadt, gemeinsam"
    assert facts == "16.–21. September 2015 · GIZ · 81180000 · bgh. · 1 Person"
    order, *rest = str(state).split(" · ", 1)
    assert order == "Nach Delegationen, innerhalb der Delegation nach Protokoll"
    assert rest[0].startswith("Fassung 3 · Stand 11.09.2015, 16:20 Uhr · Muster")


def test_a_roster_without_people_is_a_workbook_all_the_same() -> None:
    roster, statistics = sheets(render(a_roster([]), "de"))
    assert len(roster) == HEADING_ROW
    assert statistics[0][0] == "Statistik: Soziale Stadt, gemeinsam"


def delegation() -> RosterBrief:
    return a_roster(
        [
            a_row("Oksana", "Kovalchuk", person="p1"),
            a_row("Petro", "Lysenko", person="p2", sex=Sex.MALE, level=Level.NATIONAL),
            a_row("Meena", "Pillai", person="p3", country="IN", present_to=date(2015, 9, 17)),
            a_row("Meena", "Pillai", uid="x", person="p3", country="IN", role=Role.SPEAKER),
            a_row("Lena", "Beispiel", person="p4", country="DE", is_counted=False, level=None),
        ]
    )


def test_the_statistics_count_people_once() -> None:
    lines = {str(row[0]): row[1:8] for row in sheets(render(delegation(), "de"))[1]}
    assert lines["Ukraine"] == [2.0, pytest.approx(2 / 3), 1.0, 1.0, 0.0, 2.0, 12.0]
    assert lines["Indien"] == [1.0, pytest.approx(1 / 3), 1.0, 0.0, 0.0, 2.0, 6.0]
    assert lines["Summe"] == [3.0, 1.0, 2.0, 1.0, 0.0, 4.0, 18.0]
    assert "Deutschland" not in lines
    assert any(str(line).startswith("Personentage: ") for line in lines)


def test_the_charts_are_native_titled_and_described() -> None:
    files = parts(render(delegation(), "de"))
    chart, drawing = files["xl/charts/chart1.xml"], files["xl/drawings/drawing1.xml"]
    texts = [element.text for element in ET.fromstring(chart).iterfind(".//{*}rich//{*}t")]  # noqa: S314 our own
    assert texts == ["Personen nach Staat", "Staat", "Personen"]
    values = [element.text for element in ET.fromstring(chart).iterfind(".//{*}pt/{*}v")]  # noqa: S314 our own
    assert values == ["Ukraine", "Indien", "2", "1"]
    assert 'descr="Personen nach Staat: Ukraine 2 und Indien 1."' in drawing


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert render(delegation(), "de") == render(delegation(), "de")


def test_prose_beyond_255_characters_is_not_formatted_as_text() -> None:
    brief = a_roster([a_row("A", "B", brings=Text(de="lang " * 100), delegation=EMPTY)])
    assert records(brief, "de")[0]["Bringt mit"] == ("lang " * 100).strip()
    files = parts(render(brief, "de"))
    sheet = ET.fromstring(files["xl/worksheets/sheet1.xml"])  # noqa: S314 our own
    [cell] = [c for c in sheet.iter() if c.tag.endswith("}c") and c.get("r") == "AJ5"]
    formats = ET.fromstring(files["xl/styles.xml"]).find("{*}cellXfs")  # noqa: S314 our own
    assert formats is not None
    assert formats[int(cell.get("s") or 0)].get("numFmtId") == "0"


def test_a_reduced_roster_says_nothing_private() -> None:
    brief = a_roster([OKSANA])
    whole, reduced = records(brief, "en"), records(replace(brief, is_reduced=True), "en")
    withheld = {"E-mail", "Phone", "Diet", "Notes on diet", "Sex", "Status", "Note"}
    assert len(reduced) == len(whole)
    assert set(whole[0]) - set(reduced[0]) >= withheld & set(whole[0])
    assert withheld & set(whole[0])
    assert withheld.isdisjoint(reduced[0])
