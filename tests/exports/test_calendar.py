"""The calendar as other programs read it: three parsers that share no code with the writer."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import ics
import pytest
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from tests.exports.briefs import a_leg, a_programme, an_item
from trips.domain.values.text import Text
from trips.exports.calendar import render

pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning:ics", "ignore::DeprecationWarning")


@dataclass(frozen=True)
class Seen:
    """What a reader of a calendar sees of an event."""

    uid: str
    starts: datetime
    ends: datetime
    summary: str
    location: str


def read_with_ics(data: bytes) -> list[Seen]:
    events = ics.Calendar(data.decode()).events
    return [Seen(e.uid, e.begin.datetime, e.end.datetime, e.name, e.location or "") for e in events]


def read_with_vobject(data: bytes) -> list[Seen]:
    calendar = vobject.readOne(data.decode())
    return [
        Seen(
            event.uid.value,
            event.dtstart.value,
            event.dtend.value,
            event.summary.value,
            event.location.value if hasattr(event, "location") else "",
        )
        for event in calendar.vevent_list
    ]


def read_with_ical(data: bytes) -> list[Seen]:
    events = IcsCalendarStream.calendar_from_ics(data.decode()).events
    return [Seen(e.uid, e.dtstart, e.dtend, e.summary, e.location or "") for e in events]


def read_with_expander(data: bytes) -> list[Seen]:
    calendar = Calendar.from_ical(data)
    events = recurring_ical_events.of(calendar).between(date(2014, 1, 1), date(2030, 1, 1))
    return [
        Seen(
            str(e["UID"]),
            e.start,
            e.end,
            str(e["SUMMARY"]),
            str(e.get("LOCATION", "")),
        )
        for e in events
    ]


READERS = [read_with_ics, read_with_vobject, read_with_ical, read_with_expander]


def in_utc(seen: list[Seen]) -> list[Seen]:
    shifted = [
        replace(each, starts=each.starts.astimezone(UTC), ends=each.ends.astimezone(UTC))
        for each in seen
    ]
    return sorted(shifted, key=lambda each: (each.starts, each.uid))


def at(*parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, fold=fold)  # type: ignore[arg-type,misc]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def lines_of(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


HOSTILE = 'A; B, C\\ "D"\r\nBEGIN:VEVENT\nX\x00\x0b\x1b\x85\u2028\ud800 Ünï\N{SNOWMAN} निगम 市'


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
class TestEveryReaderSees:
    def test_the_same_events(self, reader: Callable[[bytes], list[Seen]]) -> None:
        rows = [
            an_item(at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 30), site=Text(de="Villa; Leon, 2")),
            a_leg(at(2015, 9, 18, 14, 15), at(2015, 9, 18, 17, 31)),
            an_item(at(2015, 9, 18, 23, 0), at(2015, 9, 19, 0, 30)),
        ]
        assert in_utc(reader(render(a_programme(rows), "de"))) == [
            Seen(
                "item2015091809000@lernreise",
                utc(2015, 9, 18, 7, 0),
                utc(2015, 9, 18, 8, 30),
                "Besuch der Villa Leon",
                "Villa; Leon, 2",
            ),
            Seen(
                "leg1@lernreise",
                utc(2015, 9, 18, 12, 15),
                utc(2015, 9, 18, 15, 31),
                "Zug: Leipzig → Nürnberg (ICE 1509)",
                "Leipzig Hbf",
            ),
            Seen(
                "item2015091823000@lernreise",
                utc(2015, 9, 18, 21, 0),
                utc(2015, 9, 18, 22, 30),
                "Besuch der Villa Leon",
                "",
            ),
        ]

    @pytest.mark.parametrize(
        ("zone", "wall", "instant"),
        [
            ("Europe/Berlin", at(2027, 3, 28, 1, 30), utc(2027, 3, 28, 0, 30)),
            ("Europe/Berlin", at(2027, 3, 28, 2, 30), utc(2027, 3, 28, 1, 30)),
            ("Europe/Berlin", at(2027, 3, 28, 3, 0), utc(2027, 3, 28, 1, 0)),
            ("Europe/Berlin", at(2027, 3, 29, 9, 0), utc(2027, 3, 29, 7, 0)),
            ("Europe/Berlin", at(2027, 10, 31, 2, 30, fold=1), utc(2027, 10, 31, 1, 30)),
            ("Europe/Berlin", at(2027, 10, 31, 3, 0), utc(2027, 10, 31, 2, 0)),
            ("Europe/Berlin", at(2027, 1, 10, 9, 0), utc(2027, 1, 10, 8, 0)),
            ("Asia/Kolkata", at(2027, 3, 28, 9, 0), utc(2027, 3, 28, 3, 30)),
            ("Asia/Kathmandu", at(2027, 3, 28, 9, 0), utc(2027, 3, 28, 3, 15)),
            ("Australia/Lord_Howe", at(2027, 1, 10, 9, 0), utc(2027, 1, 9, 22, 0)),
            ("America/New_York", at(2027, 11, 8, 9, 0), utc(2027, 11, 8, 14, 0)),
        ],
    )
    def test_the_true_instant_of_a_wall_time(
        self,
        reader: Callable[[bytes], list[Seen]],
        zone: str,
        wall: datetime,
        instant: datetime,
    ) -> None:
        end = (wall + timedelta(minutes=20)).replace(fold=wall.fold)
        item = an_item(wall, end, zone=zone)
        [seen] = in_utc(reader(render(a_programme([item]), "de")))
        assert seen.starts == instant
        assert seen.ends == instant + timedelta(minutes=20)

    def test_a_journey_that_ends_in_another_zone(
        self, reader: Callable[[bytes], list[Seen]]
    ) -> None:
        leg = a_leg(
            at(2027, 3, 15, 13, 5),
            at(2027, 3, 15, 16, 10),
            from_zone="Europe/Berlin",
            to_zone="America/New_York",
        )
        [seen] = in_utc(reader(render(a_programme([leg]), "en")))
        assert (seen.starts, seen.ends) == (utc(2027, 3, 15, 12, 5), utc(2027, 3, 15, 20, 10))

    def test_one_event_whatever_the_texts_hold(self, reader: Callable[[bytes], list[Seen]]) -> None:
        texts = dict.fromkeys(("title", "text", "site", "dress"), Text(de=HOSTILE))
        item = an_item(at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 0), **texts, room=HOSTILE)
        [seen] = reader(render(a_programme([item]), "de"))
        assert seen.summary == 'A; B, C\\ "D"\nBEGIN:VEVENT\nX\n\n\n Ünï\N{SNOWMAN} निगम 市'


def test_the_file_keeps_to_the_letter_of_the_format() -> None:
    item = an_item(
        at(2015, 9, 18, 9, 0), at(2015, 9, 18, 10, 0), text=Text(de="Straßenbahnfahrt 市 " * 60)
    )
    data = render(a_programme([item]), "de")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    physical = data.split(b"\r\n")
    assert max(map(len, physical)) <= 75
    for line in physical:
        line.decode()
    forbidden = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
    assert not any(forbidden.search(line) for line in lines_of(data))
    names = {line.split(":")[0].split(";")[0] for line in lines_of(data)}
    assert not names & {"METHOD", "ORGANIZER", "ATTENDEE", "URL"}


def test_the_second_pass_of_a_repeated_hour_is_told_from_the_first() -> None:
    first, second = (
        an_item(at(2027, 10, 31, 2, 15, fold=fold), at(2027, 10, 31, 2, 45, fold=fold))
        for fold in (0, 1)
    )
    lines = lines_of(render(a_programme([first, second]), "de"))
    assert [
        line for line in lines if line.startswith(("DTSTART", "DTEND")) and "2027103" in line
    ] == [
        "DTSTART;TZID=Europe/Berlin:20271031T021500",
        "DTEND;TZID=Europe/Berlin:20271031T024500",
        "DTSTART:20271031T011500Z",
        "DTEND:20271031T014500Z",
    ]
