"""The draft of a trip that a workbook alone describes."""

from datetime import date, datetime

import pytest

from trips.domain.importing.draft import draft_trip
from trips.domain.importing.workbook import DelegateRow, ProgrammeRow, WorkbookReading
from trips.domain.values.text import Text

TITLE = Text(de="Entwurf")


def item(day: int) -> ProgrammeRow:
    at = datetime(2026, 3, day, 9)
    return ProgrammeRow(sheet="Plan", row=2, starts=at, ends=at, title=TITLE)


def guest(first: date | None, last: date | None) -> DelegateRow:
    return DelegateRow(
        sheet="Gäste",
        row=2,
        given_name="Ada",
        family_name="Eins",
        present_from=first,
        present_to=last,
    )


def test_a_draft_reaches_from_the_first_day_to_the_last() -> None:
    reading = WorkbookReading(
        programme_rows=(item(17), item(16)),
        delegate_rows=(guest(date(2026, 3, 15), None), guest(None, date(2026, 3, 20))),
    )
    draft = draft_trip(reading, "u" * 16, "entwurf", TITLE).trip
    assert (draft.starts_on, draft.ends_on) == (date(2026, 3, 15), date(2026, 3, 20))
    assert (draft.uid, draft.slug, draft.title) == ("u" * 16, "entwurf", TITLE)


def test_without_a_day_there_is_no_draft() -> None:
    with pytest.raises(ValueError, match="day"):
        draft_trip(WorkbookReading(delegate_rows=(guest(None, None),)), "u" * 16, "x", TITLE)
