"""How long data are kept and which public figures are small, as limits that a trip may set."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

from trips.domain.findings.thresholds import LIMITS, LimitArea, LimitEntry, Unit
from trips.domain.privacy.retention import Periods
from trips.domain.trip import Limit

FEWEST: Final = 3
"""Cells of fewer people may show who is meant; public figures leave them out."""
FEWEST_PEOPLE: Final = "fewest_people"
_AFTER: Final = {
    "needs_days": 90,
    "passport_days": 90,
    "emergency_days": 90,
    "visa_days": 365,
    "travel_days": 365,
    "contact_days": 730,
    "people_days": 3653,
    "history_days": 730,
}
"""Periods reckoned from the end of a trip, and the longest that their purpose bears."""
_SINCE: Final = {"mail_days": 730, "link_days": 90}
"""Periods reckoned from what ended them: the sending of a mail, the end of a link."""


def _entries() -> Iterable[LimitEntry]:
    usual = asdict(Periods())
    for unit, periods in ((Unit.DAYS_AFTER, _AFTER), (Unit.DAYS_SINCE, _SINCE)):
        for name, highest in periods.items():
            yield LimitEntry(name, unit, LimitArea.PRIVACY, 1, highest, usual[name])
    yield LimitEntry(FEWEST_PEOPLE, Unit.PEOPLE, LimitArea.PRIVACY, 2, 20, FEWEST)


SETTABLE: Final[tuple[LimitEntry, ...]] = (*LIMITS, *_entries())
"""Everything that a trip may set for itself, in the order of the pages."""


def fewest_of(own: Iterable[Limit]) -> int:
    """Cells of fewer people are left out of the public figures of a trip."""
    values = {each.name: each.value for each in own}
    return int(values.get(FEWEST_PEOPLE, FEWEST))
