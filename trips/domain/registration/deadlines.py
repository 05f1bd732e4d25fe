"""Until when to register, where the organisers have not said: the journey may come later."""

from datetime import date, timedelta
from typing import Final

from trips.domain.registration_setup import Deadline, Station

REGISTERED: Final = timedelta(weeks=6)
"""Before the trip: visas are applied for with what delegates have told."""
BOOKED: Final = timedelta(weeks=2)
"""Before the trip: vehicles and rooms are ordered by flights and trains."""
A_WEEK: Final = timedelta(weeks=1)
"""The least that people are given, and the least between both."""


def suggested_deadlines(starts_on: date, today: date) -> tuple[Deadline, ...]:
    """Deadlines of all stations for a trip; none where the time left is too short for two."""
    registered = max(starts_on - REGISTERED, today + A_WEEK)
    booked = max(starts_on - BOOKED, registered + A_WEEK)
    if booked >= starts_on:
        return ()
    return tuple(
        Deadline(station, booked if station is Station.JOURNEY else registered)
        for station in Station
    )
