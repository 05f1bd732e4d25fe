"""Stops (cities with dates), their hotels, and the legs between them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from trips.domain.values.text import EMPTY, Text


class LegMode(StrEnum):
    """How people travel between stops."""

    TRAIN = "train"
    BUS = "bus"
    FLIGHT = "flight"
    CAR = "car"
    SHIP = "ship"
    WALK = "walk"


class BookingStatus(StrEnum):
    """How far a booking is."""

    IDEA = "idea"
    REQUESTED = "requested"
    OPTION = "option"
    BOOKED = "booked"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class Hotel:
    """Where people sleep at a stop."""

    uid: str
    name: str
    street: str = ""
    postal_code: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    latitude: float | None = None
    longitude: float | None = None
    check_in_from: time | None = None
    check_out_until: time | None = None
    breakfast: str = ""
    """As printed: 06:30–10:00."""
    rooms: int | None = None
    """Rooms held for the trip."""
    booking: BookingStatus = BookingStatus.IDEA
    note: str = ""

    @property
    def address(self) -> str:
        """One line: street, postcode and city."""
        town = " ".join(part for part in (self.postal_code, self.city) if part)
        return ", ".join(part for part in (self.street, town) if part)


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A city with dates. People sleep there from `arrives_on` until `departs_on`."""

    uid: str
    city: Text
    arrives_on: date
    departs_on: date
    country: str = "DE"
    region: str = ""
    """ISO 3166-2 of the Bundesland (DE-SN), for its public holidays."""
    zone: str = "Europe/Berlin"
    latitude: float | None = None
    longitude: float | None = None
    text: Text = EMPTY
    hospital: Text = EMPTY
    hotels: tuple[Hotel, ...] = ()
    version: int = 1


@dataclass(frozen=True, kw_only=True)
class Leg:
    """The movement between two stops; its times are local to the stop they happen at."""

    uid: str
    from_stop: str
    to_stop: str
    mode: LegMode
    departs: datetime
    arrives: datetime
    from_station: str = ""
    to_station: str = ""
    carrier: str = ""
    number: str = ""
    coach: str = ""
    seats: str = ""
    booking: BookingStatus = BookingStatus.IDEA
    booking_reference: str = ""
    text: Text = EMPTY
    note: str = ""
    changed_at: datetime | None = None
    sequence: int = 0
    version: int = 1
