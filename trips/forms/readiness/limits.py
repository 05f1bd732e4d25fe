"""The thresholds of the rules that a trip sets for itself."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms.validators import NumberRange, Optional

from trips.domain.findings.thresholds import LIMITS, LimitEntry
from trips.domain.trip import Limit
from trips.forms.parts import AmountField


class LimitField(AmountField):
    """A number as people write it, 12,5 or 12.5."""

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data:g}"


class LimitsForm(FlaskForm):
    """A control for each threshold; an empty one means the usual value."""


def _field(entry: LimitEntry) -> Any:
    words = lazy_gettext("Between %(lowest)s and %(highest)s.", lowest=f"{entry.lowest:g}",
                         highest=f"{entry.highest:g}")  # fmt: skip
    return LimitField(entry.name, [Optional(), NumberRange(entry.lowest, entry.highest, words)])


for _entry in LIMITS:
    setattr(LimitsForm, _entry.name, _field(_entry))


def show_limits(form: LimitsForm, own: Iterable[Limit]) -> None:
    """Fill the controls with what the trip sets for itself."""
    for limit in own:
        if limit.name in form:
            form[limit.name].data = limit.value


def read_limits(form: LimitsForm) -> tuple[Limit, ...]:
    """What differs from the usual values, in the order of the page."""
    values = {entry: form[entry.name].data for entry in LIMITS}
    return tuple(
        Limit(entry.name, float(value))
        for entry, value in values.items()
        if value is not None and float(value) != entry.usual
    )
