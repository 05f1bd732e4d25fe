"""What a trip may set for itself about data protection."""

from trips.domain.findings.thresholds import LimitArea, limits_of
from trips.domain.privacy.limits import FEWEST_PEOPLE, SETTABLE, fewest_of
from trips.domain.privacy.retention import Periods, periods_of
from trips.domain.trip import Limit


def test_every_period_on_the_page_is_one_that_the_purge_obeys() -> None:
    own = [each for each in SETTABLE if each.area is LimitArea.PRIVACY]
    for entry in own:
        assert entry.lowest <= entry.usual <= entry.highest
        if entry.name != FEWEST_PEOPLE:
            changed = periods_of((Limit(entry.name, entry.lowest),))
            assert changed != Periods()
            assert getattr(changed, entry.name) == entry.lowest
    assert {"needs_days", "passport_days", "people_days", "mail_days"} <= {e.name for e in own}


def test_limits_about_data_leave_the_rules_of_findings_alone() -> None:
    assert limits_of((Limit("needs_days", 3), Limit(FEWEST_PEOPLE, 5))) == limits_of(())


def test_the_smallest_public_cell_is_what_the_trip_says() -> None:
    assert (fewest_of(()), fewest_of((Limit(FEWEST_PEOPLE, 5),))) == (3, 5)
