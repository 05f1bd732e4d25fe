from datetime import UTC, datetime

import pytest

from trips.domain.account.links import expiry_after
from trips.i18n.formats import last_day


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (datetime(2015, 10, 21, 22, tzinfo=UTC), "21.10.2015"),
        (datetime(2015, 10, 21, 22, 1, tzinfo=UTC), "22.10.2015"),
    ],
)
def test_what_ends_at_midnight_is_told_with_its_last_whole_day(end: datetime, told: str) -> None:
    assert last_day(end, "Europe/Berlin", "de") == told


def test_a_link_is_told_with_the_day_that_was_chosen() -> None:
    end = expiry_after(datetime(2015, 9, 21, tzinfo=UTC).date(), 30, "Europe/Berlin")
    assert last_day(end, "Europe/Berlin", "en") == "21 Oct 2015"
