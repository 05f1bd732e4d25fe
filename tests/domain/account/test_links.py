from datetime import UTC, date, datetime, timedelta

import pytest

from trips.domain.account.links import LinkState, expiry_after, state_of_link

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("expires_at", "revoked_at", "state"),
    [
        (None, None, LinkState.OPEN),
        (LATER, None, LinkState.OPEN),
        (NOW, None, LinkState.EXPIRED),
        (LATER, NOW, LinkState.REVOKED),
        (NOW, NOW, LinkState.REVOKED),
    ],
)
def test_a_link_opens_until_its_expiry_or_until_it_is_taken_back(
    expires_at: datetime | None, revoked_at: datetime | None, state: LinkState
) -> None:
    assert state_of_link(expires_at, revoked_at, NOW) is state


def test_a_link_lasts_through_its_last_day_in_the_zone_of_the_trip() -> None:
    assert expiry_after(date(2015, 9, 21), 0, "Europe/Berlin") == datetime(
        2015, 9, 21, 22, 0, tzinfo=UTC
    )


def test_the_last_day_ends_later_in_utc_once_the_clocks_went_back() -> None:
    # Berlin leaves summer time on 25 October 2015.
    assert expiry_after(date(2015, 9, 21), 40, "Europe/Berlin") == datetime(
        2015, 10, 31, 23, 0, tzinfo=UTC
    )
