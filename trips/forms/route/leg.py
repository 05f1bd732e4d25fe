"""A leg between two stops; each time is on the clock of its own city."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext
from wtforms import DateField, FormField, SelectField, StringField, TextAreaField

from trips.domain.stop import BookingStatus, Leg, LegMode
from trips.domain.values.spans import EnteredSpan, FlawedTime, passes_of, read_span
from trips.forms.entity import EntityForm, LongTextPair, enum_choices, strip
from trips.forms.parts import REQUIRED, PassField, WallTimeField, at_most, error_on, flaw_words

WORDS = (
    "from_station", "to_station", "carrier", "number", "coach", "seats", "booking_reference",
    "note",
)  # fmt: skip


class LegForm(EntityForm):
    """Everything about a leg."""

    kind = Leg

    from_stop = SelectField(lazy_gettext("From"), [REQUIRED])
    to_stop = SelectField(lazy_gettext("To"), [REQUIRED])
    mode = SelectField(lazy_gettext("Means of travel"), [REQUIRED])
    departs_on = DateField(lazy_gettext("Day of departure"), [REQUIRED])
    departs_at = WallTimeField(lazy_gettext("Time of departure"), [REQUIRED])
    arrives_on = DateField(lazy_gettext("Day of arrival"), [REQUIRED])
    arrives_at = WallTimeField(lazy_gettext("Time of arrival"), [REQUIRED])
    start_pass = PassField(lazy_gettext("Which one is the departure?"))
    end_pass = PassField(lazy_gettext("Which one is the arrival?"))
    from_station = StringField(lazy_gettext("Departs at"), at_most(120))
    to_station = StringField(lazy_gettext("Arrives at"), at_most(120))
    carrier = StringField(lazy_gettext("Company"), at_most(120))
    number = StringField(
        lazy_gettext("Number"), at_most(40), description=lazy_gettext("As in ICE 1005")
    )
    coach = StringField(lazy_gettext("Coach"), at_most(40))
    seats = StringField(lazy_gettext("Seats"), at_most(120))
    booking = SelectField(lazy_gettext("Booking"), [REQUIRED])
    booking_reference = StringField(lazy_gettext("Booking reference"), at_most(60))
    text = FormField(LongTextPair, label=lazy_gettext("Text for the delegates"))
    note = TextAreaField(lazy_gettext("Internal note"), at_most(5000))

    zones: Mapping[str, str] = {}
    span: tuple[datetime, datetime]

    def offer(self, locale: str, stops: list[tuple[str, str]], zones: Mapping[str, str]) -> None:
        """Fill the lists of the controls; `zones` are those of the stops by uid."""
        self.from_stop.choices = self.to_stop.choices = stops
        self.mode.choices = enum_choices(LegMode, locale)
        self.booking.choices = enum_choices(BookingStatus, locale)
        self.zones = zones

    def show(self, leg: Leg) -> None:
        """Fill the controls."""
        for name in ("from_stop", "to_stop", *WORDS):
            self[name].data = getattr(leg, name)
        self.mode.data, self.booking.data = leg.mode.value, leg.booking.value
        self.departs_on.data, self.departs_at.data = leg.departs.date(), leg.departs.time()
        self.arrives_on.data, self.arrives_at.data = leg.arrives.date(), leg.arrives.time()
        zones = (self.zones[leg.from_stop], self.zones[leg.to_stop])
        first, second = passes_of(leg.departs, leg.arrives, zones)
        self.start_pass.show(first)
        self.end_pass.show(second)
        self.text.form.process(data=dict(leg.text))

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid = bool(super().validate(extra_validators))
        if self.from_stop.data == self.to_stop.data:
            error_on(self.to_stop, str(lazy_gettext("A leg leads from one stop to another one.")))
            return False
        return is_valid and self._read_times()

    def _read_times(self) -> bool:
        on, start, end = self.departs_on.data, self.departs_at.data, self.arrives_at.data
        if on is None or start is None or end is None:
            return False
        entered = EnteredSpan(
            on=on,
            start=start,
            end=end,
            ends_on=self.arrives_on.data,
            passes=(self.start_pass.fold, self.end_pass.fold),
            zones=(self.zones[self.from_stop.data], self.zones[self.to_stop.data]),
        )
        found = read_span(entered)
        flaws = [each for each in found if isinstance(each, FlawedTime)]
        for flawed in flaws:
            error_on(self.arrives_at if flawed.is_end else self.departs_at, flaw_words(flawed))
        if flaws:
            return False
        self.span = found  # type: ignore[assignment] # no flaw is left
        return True

    def values(self) -> dict[str, Any]:
        departs, arrives = self.span
        return {
            "from_stop": self.from_stop.data,
            "to_stop": self.to_stop.data,
            "mode": LegMode(self.mode.data),
            "departs": departs,
            "arrives": arrives,
            "booking": BookingStatus(self.booking.data),
            "text": self.text.form.text(),
            **{name: strip(self[name].data) for name in WORDS},
        }
