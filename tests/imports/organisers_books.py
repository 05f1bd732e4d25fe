"""Workbooks as organisers hand them over, with all that makes them hard to read."""

from datetime import date, time, timedelta

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

DAYS = ("Freitag, 18. September 2015", "Samstag, 19.9.", "Sonntag, 20.09.15", "Mo 21.9.")
CITIES = ("Nürnberg", "Nürnberg", "München", "München")


def _sheet(title: str) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    return book, sheet


def grouped_programme() -> Workbook:
    """A letterhead, headings over two rows, a line per day, notes in cells, a footnote."""
    book, sheet = _sheet("Ablauf")
    sheet.append(["Studienreise „Soziale Stadt“", *[None] * 9, "Stand: 3. August 2015"])
    sheet.append([])
    sheet.append(["Zeit", None, "Titel", None, "Ort", None, "Gastgeber", None, "Sprache(n)", "Gr."])
    sheet.append(["von", "bis", "de", "en", "Gebäude", "Adresse", "Name", "Ansprechpartner:in"])
    for cells in ("A3:B3", "C3:D3", "E3:F3", "G3:H3", "I3:I4", "J3:J4"):
        sheet.merge_cells(cells)
    for day, city in zip(DAYS, CITIES, strict=True):
        sheet.append([f"{day} – {city}"])
        row = sheet.max_row
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=10)
        sheet.cell(row, 1).font = Font(bold=True)
        host = ("Stadt " + city, "Frau Vogel")
        sheet.append(
            [time(9), time(10, 30), "Begrüßung", "Welcome", "Rathaus", None, *host, "DE/EN"]
        )
        sheet.append(
            ["anschl.", None, "Rundgang", "Guided walk", None, "Marktplatz 1", *host, "DE"]
        )
        sheet.append(["13.00 Uhr", "14.00 Uhr", "Mittagessen", "Lunch", "Ratskeller"])
        sheet.append([time(14, 30), None, "Besuch", "Visit", "Schule", None, *host, "EN", "A"])
        sheet.append([time(14, 30), None, "Besuch", "Visit", "Klinik", None, *host, "EN", "B"])
    sheet.cell(6, 3).comment = Comment("Grußwort noch offen", "JK")
    sheet.append(["* Änderungen vorbehalten"])
    sheet.freeze_panes = "A5"
    return book


def mixed_languages() -> Workbook:
    """Both languages in one cell, a line for each city and each day, times as people type them."""
    book, sheet = _sheet("Programme")
    sheet.append(["Datum\nDate", "Zeit\nTime", "Programm\nProgramme", "Ort\nVenue", "Bus"])
    sheet.append(["Stadt: Nürnberg"])
    sheet.append([date(2015, 9, 18), "9–10.30", "Begrüßung / Welcome", "Rathaus", "Meyer"])
    sheet.append([None, "10.30 – 12 Uhr", "Stadtrundgang\nGuided tour", "Altstadt"])
    sheet.append([None, "1 pm", "de: Mittagessen en: Lunch", "Ratskeller"])
    sheet.append([None, "2:30-4 pm", "Lunch / Ratskeller", None])
    sheet.append([None, "19 Uhr ff.", "Abendessen (Dinner)", "Heilig-Geist-Spital"])
    sheet.append(["Stadt:", "München"])
    sheet.append(["So 20.9.", "nachmittags", "Nürnberg / Fürth", "Treffpunkt Hbf"])
    sheet.append([None, "22:00-1:30", "Ausklang", None])
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True)
    return book


def delegations() -> Workbook:
    """A list by country with lines between, counts, group headings, ticks and sums."""
    book, sheet = _sheet("Teilnehmende")
    sheet.append(["Teilnehmendenliste (vorläufig)"])
    sheet.append(["Nr.", "Name", None, None, "Funktion", "Kontakt", None, "Sprachen", None, "Diät"])
    sheet.append(
        [None, "Titel", "Vorname", "Nachname", None, "E-Mail", "Tel.", "Deutsch", "Englisch"]
    )
    for cells in ("B2:D2", "F2:G2", "H2:I2", "A2:A3", "E2:E3", "J2:J3"):
        sheet.merge_cells(cells)
    sheet.append(["Land: Indien (2 Personen)"])
    sheet.append([1, "Dr.", "Anil", "KUMAR", "Commissioner", "anil@pune.example", None, "-", "C1"])
    sheet.append(
        [2, None, "Meera", "JOSHI", "Abgeordnete / Councillor", None, None, None, "x", "veg"]
    )
    sheet.append(["Country: South Africa"])
    sheet.append(
        [3, None, "Thandi", "Nkosi", "Mayor", "t@jhb.example", "+27 11 1", "B1", "C2", "halal"]
    )
    sheet.append(
        [3, None, "Thandi", "Nkosi", "Mayor", "t@jhb.example", "+27 11 1", "B1", "C2", "halal"]
    )
    sheet.append(["ICLEI"])
    sheet.append([4, "Prof.", "Olena", "Shevchenko", "Director", None, None, None, "fluent"])
    sheet.append(["Summe", 4])
    return book


def one_sheet_a_day() -> Workbook:
    """A sheet for each day, the English headings below the German ones."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, city in enumerate(CITIES):
        on = date(2015, 9, 18) + timedelta(days=number)
        sheet = book.create_sheet(f"{on:%d.%m.} {city}")
        sheet.append(["Beginn", "Ende", "Titel", "Ort", "Status"])
        sheet.append(["Start", "End", "Title", "Venue", "State"])
        sheet.append([time(9), time(10), "Gespräch mit der Verwaltung", "Rathaus", "angefragt"])
        sheet.append([time(9), time(10), "GESPRÄCH mit der Verwaltung", "Rathaus", "angefragt"])
        sheet.append([time(12), time(13), "Mittagessen", None, "fix"])
    book.create_sheet("Kosten").append(["Posten", "Betrag"])
    return book


def with_mistakes() -> Workbook:
    """What has to be corrected before anything is imported."""
    book, sheet = _sheet("Plan")
    sheet.append(["Datum", "Zeit", None, "Titel", "Staat"])
    sheet.append([None, "von", "bis"])
    sheet.append(["31.09.2015", time(9), time(10), "Besuch"])
    sheet.append(["Di 18.9.2015", time(9), time(10), "Falscher Wochentag"])
    sheet.append(["18.9.2015", "25 Uhr", None, "Keine Zeit"])
    sheet.append(["18.9.2015", time(9), time(8), "Rückwärts"])
    sheet.append(["18.9.2015", time(9), "=1/0", None])
    people = book.create_sheet("Gäste")
    people.append(["Name", None, "Mail"])
    people.append(["Vorname", "Nachname"])
    people.append(["Land: Indein"])
    people.append(["Anil", "Kumar", "anil(at)pune"])
    people.append(["Meera", None, None])
    return book


ALL = {
    "gruppiert": grouped_programme,
    "gemischt": mixed_languages,
    "delegationen": delegations,
    "tage": one_sheet_a_day,
    "fehler": with_mistakes,
}
