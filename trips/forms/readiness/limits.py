"""The thresholds of the rules that a trip sets for itself."""

from collections.abc import Iterable
from typing import Any

from flask_babel import format_decimal, lazy_gettext
from flask_wtf import FlaskForm
from wtforms.validators import NumberRange, Optional

from trips.domain.findings.thresholds import LimitEntry, Unit, clock_of
from trips.domain.privacy.limits import SETTABLE
from trips.domain.trip import Limit
from trips.forms.parts import AmountField
from trips.i18n.formats import clock

HOUR = 60


class LimitField(AmountField):
    """A number as people write it, 12,5 or 12.5."""

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(format_decimal(self.data))


class ClockLimitField(LimitField):
    """A time of day as hours since midnight; written 11:30, or 11,5."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read a clock's time as a number of hours."""
        super().process_formdata([_hours(value) for value in valuelist])

    def _value(self) -> str:
        if self.raw_data or self.data is None:
            return super()._value()
        return clock(clock_of(float(self.data)))


def _hours(text: str) -> str:
    hours, colon, minutes = text.strip().partition(":")
    is_time = colon and hours.isdigit() and minutes.isdigit() and int(minutes) < HOUR
    return f"{int(hours) + int(minutes) / HOUR:.4f}" if is_time else text


class LimitsForm(FlaskForm):
    """A control for each threshold; an empty one means the usual value."""


def _field(entry: LimitEntry) -> Any:
    words = lazy_gettext("Between %(lowest)s and %(highest)s.", lowest=f"{entry.lowest:g}",
                         highest=f"{entry.highest:g}")  # fmt: skip
    kind = ClockLimitField if entry.unit is Unit.CLOCK else LimitField
    return kind(entry.name, [Optional(), NumberRange(entry.lowest, entry.highest, words)])


for _entry in SETTABLE:
    setattr(LimitsForm, _entry.name, _field(_entry))


def show_limits(form: LimitsForm, own: Iterable[Limit]) -> None:
    """Fill the controls with what the trip sets for itself."""
    for limit in own:
        if limit.name in form:
            form[limit.name].data = limit.value


def read_limits(form: LimitsForm) -> tuple[Limit, ...]:
    """What differs from the usual values, in the order of the page."""
    values = {entry: form[entry.name].data for entry in SETTABLE}
    return tuple(
        Limit(entry.name, float(value))
        for entry, value in values.items()
        if value is not None and float(value) != entry.usual
    )
