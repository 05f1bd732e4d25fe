"""Places that are visited, used or slept in."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from trips.domain.values.text import EMPTY, Text


class StepFree(StrEnum):
    """Whether a wheelchair gets in; unknown is a finding, not a no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class OpenHours:
    """When a place is open on a weekday, [opens, closes); closing at 00:00 is midnight."""

    weekday: int
    """ISO 8601: Monday is 1, Sunday 7."""
    opens: time
    closes: time


@dataclass(frozen=True, kw_only=True)
class Closure:
    """Days on which a place is closed, both included: company holidays, building works."""

    first: date
    last: date
    reason: Text = EMPTY


@dataclass(frozen=True, kw_only=True)
class Site:
    """A place with an address, used by any number of trips."""

    uid: str
    name: Text
    organisation: str | None = None
    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = "DE"
    latitude: float | None = None
    longitude: float | None = None
    is_position_estimated: bool = False
    """True where the coordinates are an estimate of a few hundred metres."""
    step_free: StepFree = StepFree.UNKNOWN
    capacity: int | None = None
    opening: Text = EMPTY
    hours: tuple[OpenHours, ...] = ()
    """None means unknown; where there are some, days without an entry are closed."""
    closures: tuple[Closure, ...] = ()
    text: Text = EMPTY
    note: str = ""
    website: str = ""
    is_sample: bool = False

    @property
    def address(self) -> str:
        """One line: street, postcode and city."""
        town = " ".join(part for part in (self.postal_code, self.city) if part)
        return ", ".join(part for part in (self.street, town) if part)
