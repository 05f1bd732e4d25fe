"""A day of another trip to be used in this one."""

from collections.abc import Iterable
from datetime import date

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from wtforms import (  # type: ignore[attr-defined]  # newer than its types
    DateField,
    RadioField,
    SelectChoice,
    SelectField,
)

from trips.domain.copying.day_copy import DayWish
from trips.forms.parts import REQUIRED

TIMES = "times"
IDEAS = "ideas"


class DayForm(FlaskForm):
    """Which day, and where it goes."""

    on = SelectField(lazy_gettext("Day"), [REQUIRED])
    to = DateField(lazy_gettext("To the day"), [REQUIRED])
    stop = SelectField(lazy_gettext("Stop"))
    how = RadioField(
        lazy_gettext("How"),
        choices=[
            SelectChoice(TIMES, lazy_gettext("At their times of day, as ideas to be requested")),
            SelectChoice(IDEAS, lazy_gettext("As ideas without a time, to be placed on the board")),
        ],
        default=TIMES,
    )

    def offer(
        self, days: Iterable[tuple[date, str]], stops: Iterable[tuple[str, str]], where_it_is: str
    ) -> None:
        """Fill the lists."""
        self.on.choices = [SelectChoice(on.isoformat(), words) for on, words in days]
        self.stop.choices = [
            SelectChoice(value, words) for value, words in (("", where_it_is), *stops)
        ]

    def wish(self) -> DayWish:
        """What was asked for."""
        if not isinstance(self.to.data, date):
            raise TypeError(self.to.data)
        return DayWish(
            on=date.fromisoformat(self.on.data),
            to=self.to.data,
            stop=self.stop.data or None,
            is_unplaced=self.how.data == IDEAS,
        )
