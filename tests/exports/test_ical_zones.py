"""The VTIMEZONE alone, evaluated as RFC 5545 defines it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from trips.exports.ical_zones import zone_component


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def onsets_of(zone: Any, until: datetime) -> list[tuple[datetime, timedelta]]:
    """When each offset starts, as an instant: the offset before it tells which one."""
    found = []
    for part in zone.subcomponents:
        start, before = part["DTSTART"].dt, part["TZOFFSETFROM"].td
        times = [start]
        if "RRULE" in part:
            rule = rrulestr(part["RRULE"].to_ical().decode(), dtstart=start)
            times = rule.between(start, until.replace(tzinfo=None), inc=True)
        found += [((each - before).replace(tzinfo=UTC), part["TZOFFSETTO"].td) for each in times]
    return sorted(found)


def test_the_zone_starts_summer_time_at_the_time_before_the_change() -> None:
    zone = zone_component("Europe/Berlin", [utc(2027, 3, 28, 7)]).to_ical().decode().split("\r\n")
    assert zone == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "DTSTART:20260329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20261025T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


@pytest.mark.parametrize(
    "zone",
    [
        "Africa/Casablanca",
        "Africa/Johannesburg",
        "America/Sao_Paulo",
        "America/St_Johns",
        "Asia/Amman",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Europe/Dublin",
        "Europe/Kyiv",
        "Europe/Moscow",
        "Pacific/Apia",
        "UTC",
    ],
)
@pytest.mark.parametrize("year", [2011, 2014, 2022, 2027])
def test_the_embedded_zone_agrees_with_the_zone_data_all_year(zone: str, year: int) -> None:
    needed = [utc(year, month, 2, 12) for month in range(1, 13)]
    data = zone_component(zone, needed).to_ical()
    onsets = onsets_of(Calendar.from_ical(data), utc(year + 1, 2, 1))
    for hour in range(0, 334 * 24, 5):
        moment = utc(year, 1, 2, 12) + timedelta(hours=hour)
        offset = [after for start, after in onsets if start <= moment][-1]
        assert offset == moment.astimezone(ZoneInfo(zone)).utcoffset()
