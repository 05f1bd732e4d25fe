"""A hotel of a stop."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import FloatField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import NumberRange, Optional

from trips.domain.stop import BookingStatus, Hotel
from trips.forms.entity import EntityForm, enum_choices, strip
from trips.forms.parts import REQUIRED, WallTimeField, at_most
from trips.forms.route.stop import LATITUDE, LONGITUDE

WORDS = ("name", "street", "postal_code", "city", "phone", "email", "website", "breakfast", "note")
PLAIN = ("latitude", "longitude", "check_in_from", "check_out_until", "rooms")


class HotelForm(EntityForm):
    """Everything about a hotel."""

    kind = Hotel

    name = StringField(lazy_gettext("Name"), [REQUIRED, *at_most(200)[1:]])
    street = StringField(lazy_gettext("Street and number"), at_most(200))
    postal_code = StringField(lazy_gettext("Postcode"), at_most(20))
    city = StringField(lazy_gettext("City"), at_most(120))
    phone = StringField(lazy_gettext("Phone"), at_most(60), render_kw={"type": "tel"})
    email = StringField(lazy_gettext("E-mail"), at_most(254), render_kw={"type": "email"})
    website = StringField(lazy_gettext("Website"), at_most(300), render_kw={"type": "url"})
    latitude = FloatField(lazy_gettext("Latitude"), LATITUDE)
    longitude = FloatField(lazy_gettext("Longitude"), LONGITUDE)
    check_in_from = WallTimeField(lazy_gettext("Check-in from"), [Optional()])
    check_out_until = WallTimeField(lazy_gettext("Check-out until"), [Optional()])
    breakfast = StringField(
        lazy_gettext("Breakfast"), at_most(60), description=lazy_gettext("As in 06:30–10:00")
    )
    rooms = IntegerField(lazy_gettext("Rooms held"), [Optional(), NumberRange(min=0, max=5000)])
    booking = SelectField(lazy_gettext("Booking"), [REQUIRED])
    note = TextAreaField(lazy_gettext("Internal note"), at_most(5000))

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
