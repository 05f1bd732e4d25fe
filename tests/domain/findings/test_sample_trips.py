"""The sample trips have a handful of things to find, each of another kind."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from trips.domain.board.engine import apply_step
from trips.domain.board.steps import read_step
from trips.domain.findings.engine import find_all
from trips.domain.findings.model import FindingCode, FixCode, Severity
from trips.domain.snapshot import TripSnapshot
from trips.domain.values.holidays import holidays_between
from trips.domain.values.wire import from_wire

DATA = Path(__file__).parents[3] / "trips" / "data"
FOUNDING = ("leipzig-nuernberg-muenchen-2015", date(2015, 9, 2))
CONFERENCE = ("staedtedialog-dortmund-2016", date(2016, 5, 25))


def load(slug: str) -> TripSnapshot:
    data = json.loads((DATA / f"{slug}.json").read_text("utf-8"))
    data.pop("schema")
    snapshot, faults = from_wire(TripSnapshot, data)
    assert faults == ()
    assert snapshot is not None
    regions = {stop.region for stop in snapshot.stops}
    days = snapshot.trip.starts_on, snapshot.trip.ends_on
    found = (holiday for region in regions for holiday in holidays_between(region, *days))
    return replace(snapshot, holidays=tuple(found))


@pytest.mark.parametrize(("sample", "fewest", "most"), [(FOUNDING, 8, 24), (CONFERENCE, 3, 8)])
def test_a_sample_trip_has_a_handful_of_findings(
    sample: tuple[str, date], fewest: int, most: int
) -> None:
    slug, today = sample
    found = find_all(load(slug), today=today)
    assert fewest <= len(found) <= most
    assert max(Counter(finding.code for finding in found).values()) <= 2
    assert {finding.severity for finding in found} == set(Severity)
    assert all(finding.due for finding in found)


def test_the_way_to_lunch_in_munich_is_mended_by_one_step() -> None:
    snapshot = load(FOUNDING[0])
    codes = {finding.code: finding for finding in find_all(snapshot)}
    fix = codes[FindingCode.WAY_TOO_TIGHT].fixes[0]
    assert fix.code is FixCode.END_EARLIER
    effects = apply_step(snapshot, read_step(dict(fix.change or {})))
    (changed,) = effects.changed
    items = tuple(changed if item.uid == changed.uid else item for item in snapshot.items)
    after = {finding.code for finding in find_all(replace(snapshot, items=items))}
    assert after == codes.keys() - {FindingCode.WAY_TOO_TIGHT}
