"""Parts that several forms share: combo boxes, rows that repeat, times on the clock of a city."""

from collections.abc import Iterable
from typing import Any

from flask_babel import format_decimal, lazy_gettext
from wtforms import DecimalField, FieldList, SelectField, StringField, TimeField
from wtforms.validators import InputRequired, Length, Optional, ValidationError
from wtforms.widgets import TextInput

from trips.domain.pages.labels import Labels
from trips.domain.values.spans import FlawedTime, TimeFlaw
from trips.forms.entity import strip
from trips.i18n.formats import clock

CURRENCIES = ("EUR", "CHF", "GBP", "USD")
CENTS = 100
GROUP = 3
REQUIRED = InputRequired(lazy_gettext("Please fill this in."))
FLAWS = {
    TimeFlaw.END_BEFORE_START: lazy_gettext(
        "The end lies before the start. %(time)s at the earliest."
    ),
    TimeFlaw.SKIPPED: lazy_gettext(
        "This time does not exist: the clocks are put forward over it. %(time)s, perhaps?"
    ),
    TimeFlaw.REPEATED: lazy_gettext(
        "%(time)s comes twice that night, because the clocks are put back. Please say which one."
    ),
}


def flaw_words(flawed: FlawedTime) -> str:
    """What is wrong with a time, and the way out."""
    return str(FLAWS[flawed.flaw]) % {"time": clock(flawed.instead)}


def at_most(number: int) -> list[Any]:
    """Validators of an optional text."""
    return [Optional(), Length(max=number)]


class AmountField(DecimalField):
    """An amount of money as people write it: 2.500,50 or 2,500.50 or 2500."""

    widget = TextInput()

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read German and English notation alike."""
        super().process_formdata([plain_amount(value) for value in valuelist])

    def _value(self) -> str:
        """What was typed, or the amount in the reader's notation."""
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(format_decimal(self.data, "#,##0.00"))


def plain_amount(text: str) -> str:
    """An amount without grouping and with a point before the decimals.

    The last sign is the decimal one, unless it stands there twice or three digits follow it and
    nothing else tells: 1.200 are twelve hundred.
    """
    digits = "".join(text.split()).replace("\u2019", "").replace("'", "")
    last = max(digits.rfind(","), digits.rfind("."))
    if last < 0:
        return digits
    sign, tail = digits[last], digits[last + 1 :]
    other = "." if sign == "," else ","
    is_grouping = digits.count(sign) > 1 or (len(tail) == GROUP and other not in digits)
    whole = digits[:last].replace(",", "").replace(".", "")
    return whole + tail if is_grouping else f"{whole}.{tail}"


class ComboField(StringField):
    """A text that names an entry of the address book by its label; empty names none."""

    labels = Labels({})

    @property
    def uid(self) -> str | None:
        """The uid of what the text names."""
        return self.labels.find(self.data or "")

    def show(self, uid: str | None) -> None:
        """Fill in the label of an entry."""
        self.data = self.labels.get(uid or "", "")

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002 as WTForms calls it
        if strip(self.data) and self.uid is None:
            message = lazy_gettext(
                "The address book has no such entry. Choose one, or enter it there first."
            )
            raise ValidationError(message)


class OrganisationField(ComboField):
    """An organisation of the address book by its name, or the name of a new one."""

    def pre_validate(self, form: Any) -> None:
        """Accept every name: an unknown one is a new organisation."""


class WallTimeField(TimeField):
    """A time of day, with or without the seconds that some browsers send."""

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, format=["%H:%M", "%H:%M:%S"], **kwargs)


class PassField(SelectField):
    """Which pass of an hour that comes twice; nothing where it does not matter."""

    def __init__(self, label: Any = None, **kwargs: Any) -> None:
        super().__init__(label, default="", **kwargs)
        self.choices = [
            ("", lazy_gettext("not decided")),
            ("0", lazy_gettext("the first time (summer time)")),
            ("1", lazy_gettext("the second time (winter time)")),
        ]

    @property
    def fold(self) -> int | None:
        """0 or 1, none while it is open."""
        return int(self.data) if self.data else None

    def show(self, fold: int | None) -> None:
        """Fill in what a time means."""
        self.data = "" if fold is None else str(fold)


def fill(rows: "FieldList[Any]", wanted: Iterable[Any], *, spare: int = 1) -> list[tuple[Any, Any]]:
    """Make a list of sub-forms as long as `wanted`, with empty ones behind; pairs to fill in."""
    while rows.entries:
        rows.pop_entry()
    pairs = [(rows.append_entry(), each) for each in wanted]
    for _ in range(spare):
        rows.append_entry()
    return pairs


def error_on(field: Any, message: str) -> None:
    """Put an error below a field after validation."""
    field.errors = [*field.errors, message]
