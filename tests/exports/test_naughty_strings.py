"""Strings that have broken other software go through every export, and each stays valid."""

import json
import re
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from ics import Calendar
from jsonschema import Draft202012Validator
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.exports.naughty import naughty_strings, naughty_trip
from trips.config import ROOT
from trips.domain.briefs.letter import brief_letters
from trips.domain.briefs.people_builder import brief_roster
from trips.domain.briefs.presets import PLANS, ListPreset
from trips.domain.briefs.programme import Stamp
from trips.domain.briefs.programme_builder import Edition, brief_programme
from trips.domain.briefs.workbook import brief_workbook
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.wire import from_wire
from trips.domain.visa.letter import Letter, LetterFacts, LetterKind
from trips.exports import bundle, calendar, participants, programme, roster
from trips.exports.letters import visa, visa_word
from trips.exports.workbooks import planning

AT = datetime(2015, 9, 2, 10, tzinfo=UTC)
STAMP = Stamp(as_of=AT, zone="Europe/Berlin")


@pytest.fixture(scope="module")
def trip() -> TripSnapshot:
    return naughty_trip()


def read_sheets(data: bytes) -> list[list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def formulas(data: bytes) -> list[str]:
    """Sheets in which a cell holds a formula."""
    with ZipFile(BytesIO(data)) as file:
        names = [name for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        assert names
        return [name for name in names if re.search(rb"<f[ >]", file.read(name))]


def test_every_string_of_the_list_is_in_the_trip(trip: TripSnapshot) -> None:
    text = bundle.render(trip).decode()
    for each in naughty_strings():
        assert json.dumps(each, ensure_ascii=False)[1:-1] in text


def test_the_bundle_is_valid_and_comes_back_as_it_was(trip: TripSnapshot) -> None:
    data = json.loads(bundle.render(trip))
    schema = json.loads((ROOT / "docs" / "trip.schema.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    data.pop("schema")
    again, faults = from_wire(TripSnapshot, data)
    assert faults == ()
    assert again == trip


@pytest.mark.parametrize(
    "preset",
    # The complete roster has every column; the kitchen's list is laid out in its own way.
    [
        ListPreset.GIZ,
        ListPreset.KITCHEN,
        *(
            pytest.param(preset, marks=pytest.mark.full)
            for preset in ListPreset
            if preset not in {ListPreset.GIZ, ListPreset.KITCHEN}
        ),
    ],
)
def test_lists_open_and_hold_no_formula(trip: TripSnapshot, preset: ListPreset) -> None:
    brief = brief_roster(trip, STAMP, PLANS[preset])
    data = roster.render(brief, "en")
    if preset not in {ListPreset.FIGURES, ListPreset.PUBLIC_FIGURES}:
        people = brief.kitchen if preset is ListPreset.KITCHEN else brief.rows
        assert len(read_sheets(data)[0]) == len(people) + 4
    assert formulas(data) == []
    assert len(PdfReader(BytesIO(participants.render(brief, "de"))).pages) >= 1


def test_the_calendar_has_as_many_events_as_before(trip: TripSnapshot) -> None:
    brief = brief_programme(trip, Edition(as_of=AT))
    text = calendar.render(brief, "en").decode()
    events = Calendar(text).events
    assert len(events) == text.count("BEGIN:VEVENT")
    assert len(events) > 30


@pytest.mark.full
def test_the_booklet_is_a_document(trip: TripSnapshot) -> None:
    pdf = programme.render(brief_programme(trip, Edition(as_of=AT)), "en")
    reader = PdfReader(BytesIO(pdf))
    assert len(reader.pages) > 10
    assert all(page.extract_text() is not None for page in reader.pages)


def test_the_workbook_opens(trip: TripSnapshot) -> None:
    sheets = read_sheets(planning.render(brief_workbook(trip, STAMP, 1), "de"))
    assert sum(len(sheet) for sheet in sheets) > len(trip.items)


@pytest.mark.full
def test_letters_open_as_pdf_and_in_word(trip: TripSnapshot) -> None:
    strings = naughty_strings()
    uids = [each.uid for each in trip.participations if each.delegate and each.is_coming]
    letters = tuple(
        Letter(
            uid=f"letter{number}",
            kind=LetterKind.INVITATION,
            number=number,
            reference=strings[number],
            locale="en",
            dated=date(2015, 7, 24),
            participation=uid,
            has_passport=True,
            facts=LetterFacts(signer=strings[-number - 1]),
        )
        for number, uid in enumerate(uids)
    )
    secrets = {uid: ("1970-01-01", strings[-number]) for number, uid in enumerate(uids)}
    brief = brief_letters(trip, letters, AT, secrets)
    assert len(PdfReader(BytesIO(visa.render(brief, "en"))).pages) >= len(uids)
    assert len(Document(BytesIO(visa_word.render(brief, "en"))).sections) == len(uids)
