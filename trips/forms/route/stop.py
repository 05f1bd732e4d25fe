"""A stop: a city with dates."""

from typing import Any

from flask_babel import lazy_gettext
from wtforms import DateField, FloatField, FormField, SelectField
from wtforms.validators import NumberRange, Optional

from trips.domain.stop import Stop
from trips.forms.entity import EntityForm, LongTextPair, TextPair
from trips.forms.parts import REQUIRED, error_on
from trips.i18n.choices import country_choices, region_choices, zone_choices

PLAIN = ("arrives_on", "departs_on", "country", "zone", "latitude", "longitude")
LATITUDE = [Optional(), NumberRange(-90, 90, lazy_gettext("Between −90 and 90."))]
LONGITUDE = [Optional(), NumberRange(-180, 180, lazy_gettext("Between −180 and 180."))]


class StopForm(EntityForm):
    """Everything about a stop but its hotels, which have forms of their own."""

    kind = Stop

    city = FormField(TextPair, label=lazy_gettext("City"))
    arrives_on = DateField(lazy_gettext("Arrival"), [REQUIRED])
    departs_on = DateField(lazy_gettext("Departure"), [REQUIRED])
    country = SelectField(lazy_gettext("Country"), [REQUIRED])
    region = SelectField(
        lazy_gettext("Bundesland"), description=lazy_gettext("For its public holidays.")
    )
    zone = SelectField(lazy_gettext("Time zone"), [REQUIRED])
    latitude = FloatField(
        lazy_gettext("Latitude"), LATITUDE, description=lazy_gettext("Degrees north, as in 51.3397")
    )
    longitude = FloatField(
        lazy_gettext("Longitude"),
        LONGITUDE,
        description=lazy_gettext("Degrees east, as in 12.3731"),
    )
    text = FormField(LongTextPair, label=lazy_gettext("Text for the delegates"))
    hospital = FormField(LongTextPair, label=lazy_gettext("Nearest hospital"))

    def offer(self, locale: str) -> None:
        """Fill the lists of the controls."""
        self.country.choices = list(country_choices(locale))
        self.region.choices = [("", "–"), *region_choices(locale)]
        self.zone.choices = list(zone_choices())

    def show(self, stop: Stop) -> None:
        """Fill the controls."""
        for name in (*PLAIN, "region"):
            self[name].data = getattr(stop, name)
        for name in ("city", "text", "hospital"):
            self[name].form.process(data=dict(getattr(stop, name)))

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = bool(super().validate(extra_validators))
        if not self.city.form.text():
            error_on(
                self.city.form.de,
                str(lazy_gettext("Please name the city in at least one language.")),
            )
            is_valid = False
        first, last = self.arrives_on.data, self.departs_on.data
        if first and last and last < first:
            message = lazy_gettext("The departure lies before the arrival.")
            error_on(self.departs_on, str(message))
            is_valid = False
        return is_valid

    def values(self) -> dict[str, Any]:
        is_german = self.country.data == "DE"
        return {
            **{name: self[name].data for name in PLAIN},
            **{name: self[name].form.text() for name in ("city", "text", "hospital")},
            "region": self.region.data if is_german else "",
        }
