"""Places that are visited, used or slept in."""

from dataclasses import dataclass
from enum import StrEnum

from trips.domain.values.text import EMPTY, Text


class StepFree(StrEnum):
    """Whether a wheelchair gets in; unknown is a finding, not a no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


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
    text: Text = EMPTY
    note: str = ""
    website: str = ""
    is_sample: bool = False

    @property
    def address(self) -> str:
        """One line: street, postcode and city."""
        town = " ".join(part for part in (self.postal_code, self.city) if part)
        return ", ".join(part for part in (self.street, town) if part)
