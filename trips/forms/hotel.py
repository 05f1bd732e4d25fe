"""A hotel of a stop."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FloatField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import NumberRange, Optional

from trips.domain.stop import BookingStatus, Hotel
from trips.forms.entity import EntityForm, enum_choices, strip
from trips.forms.parts import REQUIRED, WallTimeField, at_most
from trips.forms.stop import LATITUDE, LONGITUDE

WORDS = ("name", "street", "postal_code", "city", "phone", "email", "website", "breakfast", "note")
PLAIN = ("latitude", "longitude", "check_in_from", "check_out_until", "rooms")


class HotelForm(EntityForm):
    """Everything about a hotel."""

    kind = Hotel

    name = StringField(_l("Name"), [REQUIRED, *at_most(200)[1:]])
    street = StringField(_l("Street and number"), at_most(200))
    postal_code = StringField(_l("Postcode"), at_most(20))
    city = StringField(_l("City"), at_most(120))
    phone = StringField(_l("Phone"), at_most(60), render_kw={"type": "tel"})
    email = StringField(_l("E-mail"), at_most(254), render_kw={"type": "email"})
    website = StringField(_l("Website"), at_most(300), render_kw={"type": "url"})
    latitude = FloatField(_l("Latitude"), LATITUDE)
    longitude = FloatField(_l("Longitude"), LONGITUDE)
    check_in_from = WallTimeField(_l("Check-in from"), [Optional()])
    check_out_until = WallTimeField(_l("Check-out until"), [Optional()])
    breakfast = StringField(_l("Breakfast"), at_most(60), description=_l("As in 06:30–10:00"))
    rooms = IntegerField(_l("Rooms held"), [Optional(), NumberRange(min=0, max=5000)])
    booking = SelectField(_l("Booking"), [REQUIRED])
    note = TextAreaField(_l("Internal note"), at_most(5000))

    def offer(self, locale: str) -> None:
        """Fill the lists of the controls."""
        self.booking.choices = enum_choices(BookingStatus, locale)

    def show(self, hotel: Hotel) -> None:
        """Fill the controls."""
        for name in (*WORDS, *PLAIN):
            self[name].data = getattr(hotel, name)
        self.booking.data = hotel.booking.value

    def values(self) -> dict[str, Any]:
        return {
            **{name: strip(self[name].data) for name in WORDS},
            **{name: self[name].data for name in PLAIN},
            "booking": BookingStatus(self.booking.data),
        }
