"""What a workbook shows only to be read: ideas without a time, everybody who hosts or speaks."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.imports.exported_trip import SNAPSHOT, changed, exported, plans, read
from tests.world_trip import UIDS
from trips.domain.item import HostStatus, ItemHost, ItemSpeaker
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.text import Text
from trips.imports.workbook import FOR_READING

NAMES = {"de": "Zum Lesen", "en": "To read"}


def with_visit(**values: Any) -> TripSnapshot:
    items = (replace(i, **values) if i.uid == UIDS["visit"] else i for i in SNAPSHOT.items)
    return replace(SNAPSHOT, items=tuple(items))


HOSTED = with_visit(
    hosts=(
        ItemHost(organisation=UIDS["city"], status=HostStatus.CONFIRMED),
        ItemHost(organisation=UIDS["ministry"], person=UIDS["thandi"], status=HostStatus.REQUESTED),
    ),
    speakers=(ItemSpeaker(person=UIDS["olena"], function=Text(de="Rednerin", en="Speaker")),),
)


def rows(snapshot: TripSnapshot, locale: str) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(BytesIO(exported(snapshot, locale)))
    return book.get_sheet_by_name(NAMES[locale]).to_python()


@pytest.mark.parametrize("locale", ["de", "en"])
def test_every_host_with_their_answer_and_every_speaker_is_shown(locale: str) -> None:
    shown = [" | ".join(map(str, row)) for row in rows(HOSTED, locale)]
    persons = HOSTED.person_by_uid
    requested = {"de": "Angefragt", "en": "Requested"}[locale]
    host = next(row for row in shown if persons[UIDS["thandi"]].name in row)
    assert requested in host
    speaker = next(row for row in shown if persons[UIDS["olena"]].name in row)
    assert {"de": "Rednerin", "en": "Speaker"}[locale] in speaker


def test_ideas_without_a_time_are_shown_with_their_length() -> None:
    idea = with_visit(is_unplaced=True)
    found = next(row for row in rows(idea, "en") if "Town hall" in row)
    assert found[:3] == ["Rathaus", "Town hall", "Site visit"]
    assert 120 in found


@pytest.mark.parametrize("locale", ["de", "en"])
@pytest.mark.parametrize("snapshot", [HOSTED, with_visit(is_unplaced=True)])
def test_it_changes_nothing_on_the_way_back(snapshot: TripSnapshot, locale: str) -> None:
    def scribble(book: Any) -> None:
        sheet = book[NAMES[locale]]
        for row in sheet.iter_rows(min_row=4):
            row[1].value = "scribbled"

    data = changed(exported(snapshot, locale), scribble)
    programme, delegates = plans(data, snapshot, lang=locale)
    assert not programme.changes_anything
    assert not delegates.changes_anything
    assert read(data, snapshot, locale).issues == read(exported(snapshot), snapshot).issues
    assert NAMES[locale] in FOR_READING
