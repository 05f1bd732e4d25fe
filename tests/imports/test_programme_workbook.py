from datetime import date, datetime, time, timedelta

import pytest
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.imports.sheets_of import book_of, read, read_rows
from trips.domain.item import ItemKind, ItemStatus
from trips.domain.values.text import Text

CITIES = ("Leipzig", "Nürnberg", "München")
HEADINGS = ("Datum", "Zeit", "Titel")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(f"2015-09-{text}")


def times(reading):
    return [(row.starts, row.ends) for row in reading.programme_rows]


def codes(reading):
    return [(issue.code, issue.cell or issue.row) for issue in reading.issues]


def assumed(reading):
    return [(issue.code, issue.row) for issue in reading.assumptions]


GERMAN = ("Datum", "Beginn", "Ende", "Stadt", "Art", "Titel (de)", "Titel (en)", "Ort", "Adresse")
GERMAN += ("Gastgeber:in", "Sprache", "Gruppe", "Status", "Notiz")
ENGLISH = ("Date", "Start", "End", "City", "Kind", "Title (de)", "Title (en)", "Venue", "Address")
ENGLISH += ("Host", "Language", "Group", "Status", "Note")
LOUD = tuple(f" {heading.upper()}: " for heading in GERMAN)
BOTH = tuple(f"{a} / {b}" for a, b in zip(GERMAN, ENGLISH, strict=True))
VALUES = (
    date(2015, 9, 16),
    time(9, 30),
    time(11, 0),
    "Leipzig",
    "Vor-Ort-Termin",
    "Rathaus",
    "Town hall",
    "Neues Rathaus",
    "Martin-Luther-Ring 4",
    "Stadt Leipzig",
    "DE/EN",
    "Gruppe A",
    "bestätigt",
    "Ausweis",
)


@pytest.mark.parametrize("headings", [GERMAN, ENGLISH, LOUD, BOTH])
@pytest.mark.parametrize("above", [0, 1, 7, 18])
@pytest.mark.parametrize("turned", [False, True])
def test_headings_are_found_in_both_languages_any_row_and_any_order(headings, above, turned):
    order = list(range(len(headings)))[:: -1 if turned else 1]
    remarks = [[f"Bemerkung {n}"] for n in range(above)]
    reading = read_rows(*remarks, [headings[n] for n in order], [VALUES[n] for n in order])
    assert (reading.issues, reading.assumptions, reading.unknown_columns) == ((), (), ())
    (row,) = reading.programme_rows
    assert (row.starts, row.ends) == (moment("16T09:30"), moment("16T11:00"))
    assert (row.city, row.kind, row.status) == ("Leipzig", ItemKind.VISIT, ItemStatus.CONFIRMED)
    assert row.title == Text(de="Rathaus", en="Town hall")
    assert (row.venue, row.address) == ("Neues Rathaus", "Martin-Luther-Ring 4")
    assert (row.host, row.languages, row.groups) == ("Stadt Leipzig", ("de", "en"), ("A",))
    assert row.note == "Ausweis"


@pytest.mark.parametrize(
    ("on", "at"),
    [
        (date(2015, 9, 16), time(9, 30)),
        (datetime.fromisoformat("2015-09-16T00:00"), datetime.fromisoformat("1899-12-30T09:30")),
        (datetime.fromisoformat("2015-09-16T09:30"), None),
        ("16.09.2015", "9.30 Uhr"),
        ("Wed 16 Sept 2015", "9:30 am"),
        ("16.9.2015, 9:30 Uhr", None),
        (42263, 0.3958333333),
        (42263, 9.3),
        (42263, 930),
        (date(2015, 9, 16), timedelta(hours=9, minutes=30)),
    ],
)
def test_dates_and_times_are_read_as_values_text_or_bare_numbers(on, at):
    reading = read_rows(HEADINGS, (on, at, "Eröffnung"))
    assert reading.errors == ()
    assert [row.starts for row in reading.programme_rows] == [moment("16T09:30")]


def test_a_workbook_of_the_1904_epoch_has_the_same_days():
    book = book_of(Blatt=[HEADINGS])
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append([date(2015, 9, 16), time(9, 30), "Eröffnung"])
    assert [row.starts for row in read(book).programme_rows] == [moment("16T09:30")]


def test_rows_that_just_follow_share_the_time_and_say_so():
    reading = read_rows(
        HEADINGS,
        ("16.09.2015", "9:00", "Begrüßung"),
        (None, "anschließend", "Vortrag"),
        (None, None, "Gespräch"),
        (None, "10:00", "Workshop"),
    )
    assert times(reading)[:3] == [
        (moment("16T09:00"), moment("16T09:20")),
        (moment("16T09:20"), moment("16T09:40")),
        (moment("16T09:40"), moment("16T10:00")),
    ]
    assert [row.is_start_assumed for row in reading.programme_rows] == [False, True, True, False]
    assert all(row.is_end_assumed for row in reading.programme_rows)
    assert ("start_assumed", 3) in assumed(reading)
    assert ("end_assumed", 2) in assumed(reading)


def test_a_missing_end_lasts_until_the_next_item_of_the_same_group():
    reading = read_rows(
        (*HEADINGS, "Gruppe"),
        ("16.09.2015", "9:00", "A", "A"),
        ("16.09.2015", "9:30", "B", "B"),
        ("16.09.2015", "10:00", "Alle", None),
    )
    assert [row.ends for row in reading.programme_rows][:2] == [moment("16T10:00")] * 2


def test_a_night_ends_on_the_next_day():
    reading = read_rows(HEADINGS, ("16.09.2015", "22:00–01:30", "Fest"))
    assert times(reading) == [(moment("16T22:00"), moment("17T01:30"))]
    two = read_rows(("Datum", "Von", "Bis", "Titel"), ("16.09.2015", "22:00", "1:30", "Fest"))
    assert times(two) == times(reading)


def test_merged_cells_hold_for_all_their_rows():
    book = book_of(
        Blatt=[
            (*HEADINGS, "Gruppe"),
            ("16.09.2015", "9-10", "Besuch A", "A"),
            (None, None, "Besuch B", "B"),
        ]
    )
    book.worksheets[0].merge_cells("A2:A3")
    book.worksheets[0].merge_cells("B2:B3")
    reading = read(book)
    assert times(reading) == [(moment("16T09:00"), moment("16T10:00"))] * 2
    assert [row.source for row in reading.programme_rows] == [
        "Blatt!A2: 16.09.2015\nBlatt!B2: 9-10\nBlatt!C2: Besuch A\nBlatt!D2: A",
        "Blatt!C3: Besuch B\nBlatt!D3: B",
    ]


def test_day_and_city_headings_between_the_rows_are_understood():
    reading = read_rows(
        ("Studienreise 16.–21. September 2015",),
        (),
        HEADINGS,
        ("Mittwoch, 16. September – Leipzig",),
        (None, "9-10", "Eröffnung"),
        ("Fr 18.9.",),
        ("Nürnberg",),
        (None, "14-15", "Empfang"),
        cities=CITIES,
    )
    assert reading.issues == ()
    assert [(row.starts, row.city) for row in reading.programme_rows] == [
        (moment("16T09:00"), "Leipzig"),
        (moment("18T14:00"), "Nürnberg"),
    ]


def test_one_sheet_a_day_takes_the_day_from_its_name():
    rows = [("Zeit", "Titel"), ("9-10", "Vortrag")]
    book = book_of(
        **{"Mi 16.9.": rows, "Do 17.9. Leipzig": rows, "Tag 3": rows, "Notizen": [("x",)]}
    )
    reading = read(book, starts_on=date(2015, 9, 16), ends_on=date(2015, 9, 21), cities=CITIES)
    assert [row.starts for row in reading.programme_rows] == [
        moment("16T09:00"),
        moment("17T09:00"),
        moment("18T09:00"),
    ]
    assert [row.city for row in reading.programme_rows] == ["", "Leipzig", ""]
    assert [(issue.code, issue.sheet) for issue in reading.issues] == [("sheet_ignored", "Notizen")]


def test_a_remark_below_the_programme_is_named_and_left_out():
    reading = read_rows(
        HEADINGS, ("16.9.2015", "9-10", "Besuch"), (None, None, "* Änderungen vorbehalten")
    )
    assert len(reading.programme_rows) == 1
    assert [(i.code, i.facts["row"]) for i in reading.issues] == [("section_ignored", 3)]


def test_a_group_may_stand_in_the_title():
    reading = read_rows(
        HEADINGS,
        ("16.9.2015", "9-10", "Rundgang (Gruppe A)"),
        ("16.9.2015", "9-10", "Besuch (Gruppen B und C)"),
    )
    assert [row.groups for row in reading.programme_rows] == [("A",), ("B", "C")]


@pytest.mark.parametrize(
    ("written", "codes_"),
    [
        ("DE/EN", ("de", "en")),
        ("EN, UK", ("en", "uk")),
        ("Deutsch mit Übersetzung ins Englische", ("de", "en")),
        ("DE > EN simultan", ("de", "en")),
        ("German with interpretation into English", ("de", "en")),
        ("Englisch (konsekutiv)", ("en",)),
    ],
)
def test_floor_languages_are_read_out_of_phrases(written, codes_):
    reading = read_rows((*HEADINGS, "Sprache"), ("16.9.2015", "9-10", "x", written))
    assert [row.languages for row in reading.programme_rows] == [codes_]
    assert reading.issues == ()


def test_unknown_columns_are_named_and_their_values_kept():
    reading = read_rows((*HEADINGS, "Busfirma", None), ("16.9.2015", "9-10", "Fahrt", "Meyer", "x"))
    assert [(c.column, c.heading) for c in reading.unknown_columns] == [
        ("D", "Busfirma"),
        ("E", "E"),
    ]
    assert reading.programme_rows[0].extra == (("Busfirma", "Meyer"), ("E", "x"))


def test_comments_are_kept():
    book = book_of(Blatt=[HEADINGS, ("16.9.2015", "9-10", "Besuch")])
    book.worksheets[0]["C2"].comment = Comment("Bitte Rückruf", "Frau X")
    assert read(book).programme_rows[0].comments == ("Bitte Rückruf",)


def test_hidden_rows_and_columns_are_read_and_named():
    book = book_of(Blatt=[(*HEADINGS, "Notiz"), ("16.9.2015", "9-10", "Besuch", "x")])
    book.worksheets[0].row_dimensions[2].hidden = True
    book.worksheets[0].column_dimensions["D"].hidden = True
    reading = read(book)
    assert [row.note for row in reading.programme_rows] == ["x"]
    assert [issue.code for issue in reading.issues] == ["hidden_rows_read", "hidden_columns_read"]
    assert reading.is_importable


def test_one_column_for_both_languages_is_parted():
    head = (*HEADINGS, "Beschreibung (de)", "Beschreibung (en)")
    reading = read_rows(
        head,
        ("16.9.2015", "9-10", "Begrüßung / Welcome", "Zu Fuß / On foot", None),
        ("16.9.2015", "10-11", "Lunch / Ratskeller"),
    )
    first, second = reading.programme_rows
    assert first.title == Text(de="Begrüßung", en="Welcome")
    assert first.text == Text(de="Zu Fuß / On foot")
    assert second.title == Text(de="Lunch / Ratskeller")
    assert codes(reading) == [("two_languages_kept", "C3")]
