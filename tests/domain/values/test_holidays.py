"""The holidays of the Bundesländer against the library for all countries."""

from datetime import date

import pytest
from holidays.countries.germany import Germany

from trips.domain.values.holidays import ALL, easter_sunday, holidays_between, holidays_in


@pytest.mark.parametrize("region", sorted(ALL))
def test_every_land_keeps_what_the_library_says(region: str) -> None:
    years = range(1995, 2046)
    theirs = Germany(subdiv=region.removeprefix("DE-"), years=years)
    ours = {
        holiday.on
        for year in years
        for holiday in holidays_in(region, year)
        if not holiday.is_local
    }
    assert ours == set(theirs)


def test_a_holiday_of_some_municipalities_is_marked() -> None:
    found = {holiday.name["de"]: holiday.is_local for holiday in holidays_in("DE-BY", 2015)}
    assert (found["Mariä Himmelfahrt"], found["Fronleichnam"]) == (True, False)


def test_easter_of_some_years() -> None:
    days = [easter_sunday(year) for year in (1818, 2015, 2038)]
    assert days == [date(1818, 3, 22), date(2015, 4, 5), date(2038, 4, 25)]


def test_only_the_days_asked_for_over_the_turn_of_the_year() -> None:
    found = holidays_between("DE-SN", date(2015, 12, 26), date(2016, 1, 1))
    assert [holiday.on for holiday in found] == [date(2015, 12, 26), date(2016, 1, 1)]


def test_regions_elsewhere_are_not_known() -> None:
    assert holidays_in("FR-IDF", 2015) == ()
