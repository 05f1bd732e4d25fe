"""What an event and the calendar around it tell their readers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from tests.exports.briefs import STAMP, a_programme, an_item
from trips.domain.briefs.programme import HostBrief, InterpretingBrief, LaneBrief, RowBrief
from trips.domain.interpreter import InterpretingMode
from trips.domain.item import HostStatus, ItemKind, ItemStatus
from trips.domain.values.text import EMPTY, Text
from trips.exports.calendar import render


def at(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def the_events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


FULL = an_item(
    at(2015, 9, 18, 9, 0),
    at(2015, 9, 18, 10, 0),
    status=ItemStatus.REQUESTED,
    text=Text(de="Ein Kulturhaus im Quartier."),
    hue=2,
    site=Text(de="Villa Leon", en="Villa Leon"),
    room="Saal",
    address="Philipp-Koerber-Weg 1, 90439 Nürnberg",
    latitude=49.44361111,
    longitude=11.05,
    meeting_point=Text(de="Hotelhalle"),
    groups=("B",),
    dress=Text(de="Straßenkleidung"),
    floor_languages=("de",),
    interpreting=(InterpretingBrief(source="de", target="uk", mode=InterpretingMode.CONSECUTIVE),),
    hosts=(
        HostBrief(
            person="Ines Muster",
            function=Text(de="Leiterin"),
            organisation=Text(de="Stadt Nürnberg"),
            status=HostStatus.REQUESTED,
        ),
    ),
    changed_at=utc(2015, 8, 28, 14, 20),
    sequence=4,
    is_end_assumed=True,
)


def the_event(data: bytes) -> Any:
    [event] = the_events(data)
    return event


def test_an_event_tells_everything_readers_need() -> None:
    event = the_event(render(a_programme([FULL], url="https://example.org/p/x"), "de"))
    assert str(event["SUMMARY"]) == "Besuch der Villa Leon (Gruppe B)"
    assert event["SUMMARY"].params["LANGUAGE"] == "de"
    assert str(event["LOCATION"]) == "Villa Leon, Saal, Philipp-Koerber-Weg 1, 90439 Nürnberg"
    assert event["GEO"].to_ical() == "49.443611;11.05"
    assert event["CATEGORIES"].to_ical() == b"Vor-Ort-Termin,Gruppe B"
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Ein Kulturhaus im Quartier.",
        "",
        "Angefragt, noch nicht bestätigt.",
        "Die Uhrzeit ist geschätzt.",
        "Treffpunkt: Hotelhalle",
        "Gastgeber: Ines Muster, Leiterin, Stadt Nürnberg (angefragt)",
        "Sprache: Deutsch",
        "Dolmetschen: Deutsch → Ukrainisch (Konsekutiv)",
        "Kleidung: Straßenkleidung",
    ]
    plain = {name: str(event[name]) for name in ("STATUS", "URL", "CLASS", "TRANSP", "COLOR")}
    assert plain == {
        "STATUS": "TENTATIVE",
        "URL": "https://example.org/p/x",
        "CLASS": "PUBLIC",
        "TRANSP": "OPAQUE",
        "COLOR": "crimson",
    }
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == utc(2015, 8, 28, 14, 20)
    assert event["SEQUENCE"] == 4


def test_what_was_never_changed_carries_the_time_of_the_document() -> None:
    item = an_item(at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 0))
    event = the_event(render(a_programme([item]), "de"))
    assert event["DTSTAMP"].dt == STAMP.as_of
    assert "LAST-MODIFIED" not in event


@pytest.mark.parametrize(
    ("status", "word"),
    [(ItemStatus.CONFIRMED, "CONFIRMED"), (ItemStatus.CANCELLED, "CANCELLED")],
)
def test_status_says_how_firm_an_item_is(status: ItemStatus, word: str) -> None:
    item = an_item(at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 0), status=status)
    assert the_event(render(a_programme([item]), "de"))["STATUS"] == word


def test_free_time_leaves_the_reader_free() -> None:
    item = an_item(at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 0), kind=ItemKind.FREE)
    assert the_event(render(a_programme([item]), "de"))["TRANSP"] == "TRANSPARENT"


def test_words_of_another_language_are_marked() -> None:
    item = an_item(at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 0), title=Text(de="Empfang"))
    event = the_event(render(a_programme([item]), "en"))
    assert str(event["SUMMARY"]) == "Empfang [DE]"
    assert event["SUMMARY"].params["LANGUAGE"] == "de"


def test_an_item_without_length_has_no_end() -> None:
    item = an_item(at(2015, 9, 18, 9, 0), at(2015, 9, 18, 9, 0))
    assert "DTEND" not in the_event(render(a_programme([item]), "de"))


def test_parallel_groups_are_all_in_the_calendar() -> None:
    lanes = tuple(
        LaneBrief(
            groups=(code,),
            items=(
                an_item(
                    at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 0), uid=f"i{code}", groups=(code,)
                ),
            ),
        )
        for code in ("A", "B")
    )
    brief = a_programme([])
    day = replace(brief.days[0], rows=(RowBrief(lanes=lanes),))
    events = the_events(render(replace(brief, days=(day,)), "en"))
    assert [str(event["SUMMARY"]) for event in events] == [
        "Visit to Villa Leon (Group A)",
        "Visit to Villa Leon (Group B)",
    ]


def test_the_calendar_names_itself_and_its_state() -> None:
    calendar = Calendar.from_ical(render(a_programme([], subtitle=EMPTY), "de"))
    assert calendar["NAME"].to_ical().decode() == "Soziale Stadt\\, gemeinsam"
    assert calendar["X-WR-CALNAME"] == calendar["NAME"]
    assert str(calendar["DESCRIPTION"]).startswith("Fassung 3 · Stand 11.09.2015, 16:20 Uhr")
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=2)
    assert str(calendar["UID"]) == "trip1@lernreise"
    assert calendar["LAST-MODIFIED"].dt == STAMP.as_of


def test_the_same_brief_gives_the_same_bytes() -> None:
    brief = a_programme([an_item(at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 0))])
    assert render(brief, "de") == render(brief, "de")
    assert render(brief, "de") != render(brief, "en")
