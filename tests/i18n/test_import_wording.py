import re
from datetime import date, datetime
from pathlib import Path

import pytest

from trips.domain.importing.values import FieldChange
from trips.domain.importing.workbook import Issue
from trips.domain.item import ItemKind
from trips.domain.participation import Diet
from trips.domain.values.text import Text
from trips.i18n.import_wording import (
    FIELDS,
    SENTENCES,
    change_sentence,
    issue_line,
    issue_sentence,
    more_issues,
)

moment = datetime.fromisoformat

ROOT = Path(__file__).resolve().parents[2]
FACTS = {"limit": 5, "name": "x", "value": "9-8", "time": "09:00", "kind": "talk", "sheet": "S"}
FACTS |= {
    "date": "2015-09-16",
    "given": "A",
    "family": "B",
    "rows": "2",
    "columns": "C",
    "row": 3,
    "line": 7,
    "state": "Draft",
    "heading": "Tel.",
    "known": "Phone",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_every_code_has_a_sentence_in_both_languages(code):
    german, english = (issue_sentence(Issue(code=code, facts=FACTS), lang) for lang in ("de", "en"))
    assert german != english


def test_every_code_of_the_reader_has_a_sentence():
    sources = [*ROOT.glob("trips/imports/*.py"), *ROOT.glob("trips/domain/notations/*.py")]
    text = "\n".join(p.read_text() for p in sources if p.name != "bundle.py")
    used = set(re.findall(r'(?:Refused|problem=|code=)\(?"([a-z_]+)"', text))
    calls = r'(?:at_cell|at_row|assumed|notice|about_sheet)\(\s*"([a-z_]+)"'
    used |= set(re.findall(calls, text))
    used |= set(re.findall(r'error\("[a-z_]+", "([a-z_]+)"', text))
    assert len(used) > 30
    assert used <= set(SENTENCES)


def test_every_field_of_a_change_has_a_name():
    source = (ROOT / "trips/domain/importing/values.py").read_text()
    named = set(re.findall(r'(?:\(\s*|yield |return )"([a-z_]+)",\s', source))
    named |= set(re.findall(r'_named\("([a-z_]+)"', source))
    assert named == set(FIELDS)


def test_an_issue_names_sheet_row_and_column():
    issue = Issue(
        code="time_unreadable",
        sheet="Programm",
        row=7,
        column="B",
        heading="Zeit",
        facts={"value": "bald"},
    )
    assert issue_line(issue, "de") == (
        "Blatt „Programm“, Zeile 7, Spalte B (Zeit): „bald“ ist keine Uhrzeit."
    )
    assert issue_line(issue, "en") == "Sheet “Programm”, row 7, column B (Zeit): “bald” is no time."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            FieldChange("starts", moment("2015-09-16T09:00"), moment("2015-09-16T10:30")),
            "Beginn: 16.09.2015, 09:00 → 16.09.2015, 10:30",
        ),
        (FieldChange("kind", ItemKind.TALK, ItemKind.WORKSHOP), "Art: Vortrag → Workshop"),
        (FieldChange("diet", (), (Diet.VEGAN,)), "Ernährung: – → Vegan"),
        (FieldChange("title", Text(), Text(de="A", en="B")), "Titel: – → A / B"),
        (FieldChange("present_from", None, date(2015, 9, 16)), "Anwesend von: – → 16.09.2015"),
    ],
)
def test_a_change_is_one_sentence(change, sentence):
    assert change_sentence(change, "de") == sentence


def test_what_is_not_listed_is_counted():
    assert (more_issues(0, "de"), more_issues(7, "de")) == ("", "und 7 weitere")
